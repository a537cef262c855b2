#pragma once

#include <functional>
#include <string>

#include "cli/output.hpp"
#include "query/event.hpp"

namespace timeline::cli {

/// What an export is of.
struct Export {
  std::string title;     ///< heading of the page or calendar
  std::string language;  ///< "ko", "en", or empty: each event in the language of its articles
  /// Calls visit(event) for each event, with its evidence, until it returns false.
  std::function<void(const std::function<bool(const query::Event&)>& visit)> events;
};

/// A document in Markdown: a section a year, an item an event, with the sentence that proves it.
void export_markdown(const Export& what, Output& out);
/// One HTML page that needs nothing else and runs no script.
void export_html(const Export& what, Output& out);
/// An iCalendar file (RFC 5545). Only events with both bounds: a calendar cannot say "from 2027 on". Returns how many
/// were left out.
std::size_t export_ics(const Export& what, Output& out);
/// JSON for TimelineJS (Knight Lab). Undated events are left out; returns how many.
std::size_t export_timelinejs(const Export& what, Output& out);

}  // namespace timeline::cli
