#include <cstdio>
#include <optional>

#include "cli/event_writer.hpp"
#include "cli/exporters.hpp"
#include "cli/safe_text.hpp"
#include "cli/version.hpp"
#include "model/time_value.hpp"
#include "temporal/calendar.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

using model::Moment;

/// A text value: backslash, comma, semicolon and line ends are escaped.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : visible_lines(text)) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || c == ',' || c == ';')
      out += std::string("\\") + c;
    else
      out += c;
  }
  return out;
}

/// A content line, folded so that none is longer than 75 bytes and no character is torn.
std::string folded(const std::string& line) {
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = text::decode(line, at).length;
    if (used + length > 75) {
      out += "\r\n ";
      used = 1;
    }
    out += line.substr(at, length);
    used += length;
    at += length;
  }
  return out + "\r\n";
}

std::string compact(const Moment& moment, bool with_time) {
  char buffer[32];
  if (with_time)
    std::snprintf(buffer, sizeof buffer, "%04d%02d%02dT%02d%02d%02d", moment.year, moment.month, moment.day,
                  moment.hour, moment.minute, moment.second < 0 ? 0 : moment.second);
  else
    std::snprintf(buffer, sizeof buffer, "%04d%02d%02d", moment.year, moment.month, moment.day);
  return buffer;
}

std::string proof(const query::Event& event) {
  std::string text;
  for (const query::Evidence& one : event.evidence) {
    if (one.duplicate_of != 0) continue;
    text += (text.empty() ? "" : "\n\n") + one.sentence + "\n" + one.outlet + (one.outlet.empty() ? "" : ", ") +
            one.article_title + (one.published_on.empty() ? "" : ", " + one.published_on);
  }
  return text;
}

}  // namespace

std::size_t export_ics(const Export& what, Output& out) {
  std::size_t left_out = 0;
  out.write(folded("BEGIN:VCALENDAR") + folded("VERSION:2.0") +
            folded(std::string("PRODID:-//timeline//timeline ") + kVersion + "//EN") + folded("CALSCALE:GREGORIAN") +
            folded("X-WR-CALNAME:" + escaped(what.title)));
  what.events([&](const query::Event& event) {
    const auto from = model::parse_iso(event.when.from), to = model::parse_iso(event.when.to);
    if (!from || !to || from->year < 1) {
      ++left_out;
      return true;
    }
    // The end of an all-day event is the day after its last. A time of day is local to where it was said: "floating".
    const bool timed = from->has_time() && to->has_time();
    const Moment end = timed ? *to : temporal::moment_of(temporal::day_number(*to) + 1);
    const auto seen = model::parse_iso(event.first_published_on);
    const Moment stamp = seen ? *seen : *from;
    const std::string kind = timed ? ":" : ";VALUE=DATE:";
    out.write(folded("BEGIN:VEVENT") + folded("UID:event-" + std::to_string(event.id) + "@timeline") +
              folded("DTSTAMP:" + compact(stamp, false) + "T000000Z") +
              folded("DTSTART" + kind + compact(*from, timed)) +
              (timed && *from == *to ? std::string() : folded("DTEND" + kind + compact(end, timed))) +
              folded("SUMMARY:" + escaped(title_of(event, what.language))) +
              folded("DESCRIPTION:" + escaped(proof(event))) + folded("CATEGORIES:" + escaped(event.type)));
    if (event.status == "cancelled")
      out.write(folded("STATUS:CANCELLED"));
    else if (event.status != "occurred" && event.status != "ongoing")
      out.write(folded("STATUS:TENTATIVE"));
    out.write(folded("TRANSP:TRANSPARENT") + folded("END:VEVENT"));
    return !out.closed();
  });
  out.write(folded("END:VCALENDAR"));
  return left_out;
}

}  // namespace timeline::cli
