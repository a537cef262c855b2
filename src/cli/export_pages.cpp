#include "cli/escape.hpp"
#include "cli/event_writer.hpp"
#include "cli/exporters.hpp"
#include "model/time_value.hpp"

namespace timeline::cli {
namespace {

/// The heading that an event stands under: its year, or "Undated".
std::string year_of(const query::Event& event) {
  const auto moment = model::parse_iso(event.when.from.empty() ? event.when.to : event.when.from);
  return moment ? std::to_string(moment->year) : "Undated";
}

std::string source_of(const query::Evidence& evidence) {
  std::string text = evidence.outlet;
  const auto also = [&](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  };
  also(evidence.article_title);
  also(evidence.published_on);
  return text;
}

/// Only addresses that a browser opens as pages become links.
bool is_link(const std::string& uri) {
  return uri.starts_with("https://") || uri.starts_with("http://");
}

constexpr const char* kStyle =
    "body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 "
    "1rem;color:#222;background:#fff}"
    "h2{margin-top:2.5rem;border-bottom:1px solid #ccc}"
    "ol{list-style:none;padding:0}li{margin:1rem 0;display:grid;grid-template-columns:9rem 1fr;gap:0 1rem}"
    "time{font-variant-numeric:tabular-nums;color:#555}.title{font-weight:600}.mark{color:#a50;font-weight:400}"
    "blockquote{grid-column:2;margin:.25rem 0;padding-left:.75rem;border-left:3px solid "
    "#ccc;color:#444;font-size:.9rem}"
    "cite{display:block;font-style:normal;color:#777}summary{grid-column:2;color:#777;font-size:.9rem;cursor:pointer}"
    "details{grid-column:2}@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}"
    "time,cite,summary{color:#999}blockquote{color:#bbb;border-color:#444}h2{border-color:#444}.mark{color:#fb6}}"
    "@media(max-width:34rem){li{display:block}}";

}  // namespace

void export_markdown(const Export& what, Output& out) {
  out.write("# " + markdown_text(what.title) + "\n");
  std::string year;
  what.events([&](const query::Event& event) {
    if (const std::string next = year_of(event); next != year) {
      year = next;
      out.write("\n## " + year + "\n\n");
    }
    const std::string date = date_of(event, what.language), mark = mark_of(event);
    out.write("- **" + (date.empty() ? "undated" : date) + "** " + markdown_text(title_of(event, what.language)) +
              (mark.empty() ? "" : " (" + mark + ")") + '\n');
    for (const query::Evidence& one : event.evidence) {
      if (one.duplicate_of != 0) continue;
      out.write("  > " + markdown_text(one.sentence) + "  \n  > " + markdown_text(source_of(one)) + "\n");
      break;  // the earliest; `show` has them all
    }
    return !out.closed();
  });
}

void export_html(const Export& what, Output& out) {
  out.write("<!DOCTYPE html>\n<html" + std::string(what.language.empty() ? "" : " lang=\"" + what.language + "\"") +
            ">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
            html_text(what.title) + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<h1>" +
            html_text(what.title) + "</h1>\n");
  std::string year;
  what.events([&](const query::Event& event) {
    if (const std::string next = year_of(event); next != year) {
      out.write((year.empty() ? "<h2>" : "</ol>\n<h2>") + next + "</h2>\n<ol>\n");
      year = next;
    }
    const std::string date = date_of(event, what.language), mark = mark_of(event);
    out.write("<li id=\"event-" + std::to_string(event.id) + "\"><time>" + html_text(date.empty() ? "undated" : date) +
              "</time> <span class=\"title\">" + html_text(title_of(event, what.language)) +
              (mark.empty() ? "" : " <span class=\"mark\">" + html_text(mark) + "</span>") +
              "</span>\n<details><summary>" + std::to_string(event.source_count) +
              (event.source_count == 1 ? " source" : " sources") + "</summary>\n");
    for (const query::Evidence& one : event.evidence) {
      const std::string source = html_text(source_of(one));
      out.write(
          "<blockquote>" + html_text(one.sentence) + "<cite>" +
          (is_link(one.uri) ? "<a rel=\"noreferrer\" href=\"" + html_text(one.uri) + "\">" + source + "</a>" : source) +
          "</cite></blockquote>\n");
    }
    out.write("</details></li>\n");
    return !out.closed();
  });
  out.write(std::string(year.empty() ? "" : "</ol>\n") + "</body>\n</html>\n");
}

}  // namespace timeline::cli
