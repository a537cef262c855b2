#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "cli/sheet_writer.hpp"
#include "cli/when_text.hpp"
#include "query/event.hpp"

namespace timeline::cli {

/// What `--lang` asks for: the title in the article's own language or, where it has one, in English.
[[nodiscard]] const std::string& title_of(const query::Event& event, const std::string& language);
/// A participant's name in that language, where it has one.
[[nodiscard]] const std::string& name_of(const query::Participant& participant, const std::string& language);
/// The words that stand for what makes an event other than simply having happened: "planned", "reported".
[[nodiscard]] std::string mark_of(const query::Event& event);
/// Date of the event, for people.
[[nodiscard]] std::string date_of(const query::Event& event, const std::string& language);

/// The event as CONTRACT promises it for `query --format json`, with its evidence.
[[nodiscard]] nlohmann::ordered_json to_json(const query::Event& event, const std::string& language);

/// Columns and cells of an event in CSV, TSV and Markdown: those of the view timeline.
[[nodiscard]] std::vector<TextTable::Column> event_columns();
[[nodiscard]] std::vector<query::Cell> event_cells(const query::Event& event, const std::string& language);

}  // namespace timeline::cli
