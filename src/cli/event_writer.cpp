#include "cli/event_writer.hpp"

#include <nlohmann/json.hpp>

namespace timeline::cli {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

query::Cell cell(const std::string& text) {
  return text.empty() ? query::Cell() : query::Cell(text);
}

/// The names of one kind, agents first, as in the view.
std::string names(const query::Event& event, std::string_view kinds, const std::string& language) {
  std::string out;
  for (const query::Participant& one : event.participants) {
    if (kinds.find(one.kind) == std::string_view::npos || one.role == "source") continue;
    const std::string& name = name_of(one, language);
    if (out == name || out.starts_with(name + ", ") || out.ends_with(", " + name) ||
        out.find(", " + name + ", ") != std::string::npos)
      continue;
    out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

}  // namespace

const std::string& title_of(const query::Event& event, const std::string& language) {
  return language == "en" && !event.title_en.empty() ? event.title_en : event.title;
}

const std::string& name_of(const query::Participant& participant, const std::string& language) {
  if (language == "en" && !participant.name_en.empty()) return participant.name_en;
  if (language == "ko" && !participant.name_ko.empty()) return participant.name_ko;
  return participant.name;
}

std::string mark_of(const query::Event& event) {
  std::string mark = event.status == "occurred" ? std::string() : event.status;
  if (event.when.role != "happened" && event.when.is_dated()) mark += (mark.empty() ? "" : ", ") + event.when.role;
  return mark;
}

std::string date_of(const query::Event& event, const std::string& language) {
  const Language words = language == "ko" ? Language::ko : language == "en" ? Language::en : language_of(event.title);
  return when_text(event.when, words);
}

ordered_json to_json(const query::Event& event, const std::string& language) {
  ordered_json participants = ordered_json::array();
  for (const query::Participant& one : event.participants)
    participants.push_back({{"entity", name_of(one, language)}, {"kind", one.kind}, {"role", one.role}});
  ordered_json evidence = ordered_json::array();
  for (const query::Evidence& one : event.evidence)
    evidence.push_back({{"article_id", one.article},
                        {"article_title", text_or_null(one.article_title)},
                        {"outlet", text_or_null(one.outlet)},
                        {"published_on", text_or_null(one.published_on)},
                        {"sentence", one.sentence},
                        {"start", one.start < 0 ? ordered_json() : ordered_json(one.start)},
                        {"length", one.length},
                        {"time_text", text_or_null(one.time_text)}});
  return {{"event_id", event.id},
          {"title", title_of(event, language)},
          {"type", event.type},
          {"status", event.status},
          {"when",
           {{"from", text_or_null(event.when.from)},
            {"to", text_or_null(event.when.to)},
            {"granularity", text_or_null(event.when.granularity)},
            {"edtf", text_or_null(event.when.edtf)},
            {"modifier", text_or_null(event.when.modifier)},
            {"basis", event.when.basis},
            {"role", event.when.role}}},
          {"participants", std::move(participants)},
          {"attributed_to", text_or_null(event.attributed_to)},
          {"confidence", event.confidence},
          {"evidence", std::move(evidence)}};
}

std::vector<TextTable::Column> event_columns() {
  std::vector<TextTable::Column> columns;
  for (const char* title : {"event_id",      "date_from",    "date_to",
                            "granularity",   "edtf",         "modifier",
                            "date_basis",    "date_role",    "event_type",
                            "status",        "title",        "title_en",
                            "companies",     "people",       "organizations",
                            "products",      "places",       "attributed_to",
                            "article_count", "source_count", "first_published_on",
                            "confidence"})
    columns.push_back({.title = title});
  return columns;
}

std::vector<query::Cell> event_cells(const query::Event& event, const std::string& language) {
  return {event.id,
          cell(event.when.from),
          cell(event.when.to),
          cell(event.when.granularity),
          cell(event.when.edtf),
          cell(event.when.modifier),
          event.when.basis,
          event.when.role,
          event.type,
          event.status,
          event.title,
          cell(event.title_en),
          cell(names(event, "company", language)),
          cell(names(event, "person", language)),
          cell(names(event, "organization occasion", language)),
          cell(names(event, "product", language)),
          cell(names(event, "place", language)),
          cell(event.attributed_to),
          event.article_count,
          event.source_count,
          cell(event.first_published_on),
          event.confidence};
}

}  // namespace timeline::cli
