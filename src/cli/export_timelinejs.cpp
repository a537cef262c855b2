#include <nlohmann/json.hpp>

#include "cli/escape.hpp"
#include "cli/event_writer.hpp"
#include "cli/exporters.hpp"
#include "model/time_value.hpp"

namespace timeline::cli {
namespace {

using nlohmann::ordered_json;

/// As precise as the event: a year alone, a month, or a day.
ordered_json date_json(const model::Moment& moment, const std::string& granularity) {
  ordered_json date{{"year", moment.year}};
  if (granularity == "year" || granularity == "decade" || granularity == "century") return date;
  date["month"] = moment.month;
  if (granularity == "month" || granularity == "quarter" || granularity == "half" || granularity == "season")
    return date;
  date["day"] = moment.day;
  if (moment.has_time()) {
    date["hour"] = moment.hour;
    date["minute"] = moment.minute;
  }
  return date;
}

/// TimelineJS shows this as HTML.
std::string proof_html(const query::Event& event) {
  std::string html;
  for (const query::Evidence& one : event.evidence) {
    if (one.duplicate_of != 0) continue;
    html += "<p>" + html_text(one.sentence) + "<br><small>" + html_text(one.outlet) + (one.outlet.empty() ? "" : ", ") +
            html_text(one.article_title) + "</small></p>";
  }
  return html;
}

}  // namespace

std::size_t export_timelinejs(const Export& what, Output& out) {
  std::size_t left_out = 0;
  bool first = true;
  out.write("{\"title\":{\"text\":{\"headline\":" + json_text(html_text(what.title)) + "}},\"events\":[");
  what.events([&](const query::Event& event) {
    const auto from = model::parse_iso(event.when.from), to = model::parse_iso(event.when.to);
    if (!from && !to) {
      ++left_out;
      return true;
    }
    ordered_json json;
    json["start_date"] = date_json(from ? *from : *to, event.when.granularity);
    if (from && to && *from != *to) json["end_date"] = date_json(*to, event.when.granularity);
    json["display_date"] = html_text(date_of(event, what.language));
    const std::string mark = mark_of(event);
    json["text"] = {{"headline", html_text(title_of(event, what.language) + (mark.empty() ? "" : " (" + mark + ")"))},
                    {"text", proof_html(event)}};
    json["group"] = event.type;
    json["unique_id"] = "event-" + std::to_string(event.id);
    out.write((first ? "\n" : ",\n") + json_text(json));
    first = false;
    return !out.closed();
  });
  out.write("\n]}\n");
  return left_out;
}

}  // namespace timeline::cli
