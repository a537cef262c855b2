#include "fact/english_words.hpp"

#include <algorithm>
#include <array>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::array<std::string_view, 6> kKinds{"verb", "pronoun", "title", "role", "measure", "stop"};

bool letter_at(std::string_view text, std::uint32_t at) {
  return at < text.size() &&
         (text::is_latin(static_cast<unsigned char>(text[at])) || text::is_digit(static_cast<unsigned char>(text[at])));
}
bool whole_word(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return (begin == 0 || (!letter_at(text, begin - 1) && text[begin - 1] != '-')) && !letter_at(text, end);
}

}  // namespace

EnglishWords::EnglishWords(const lexicon::DataSet& data) {
  std::vector<std::pair<std::string, std::uint32_t>> words, statuses;
  for (const std::string_view path : {"en/speech_words.tsv", "en/fact_words.tsv"}) {
    const lexicon::Table table(data, path);
    for (const auto& row : table.rows()) {
      const auto kind = std::find(kKinds.begin(), kKinds.end(), row["kind"]);
      if (kind == kKinds.end()) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
      words.emplace_back(row["text"], static_cast<std::uint32_t>(kind - kKinds.begin()));
    }
  }
  const lexicon::Table status_table(data, "en/fact_status.tsv");
  for (const auto& row : status_table.rows()) {
    const auto status = base::from_text<model::EventStatus>(row["status"]);
    if (!status) throw row.fault("unknown status '" + std::string(row["status"]) + "'");
    statuses.emplace_back(row["text"], static_cast<std::uint32_t>(status_rows_.size()));
    status_rows_.push_back(*status);
  }
  const lexicon::Table default_table(data, "en/fact_defaults.tsv");
  for (const auto& row : default_table.rows()) defaults_.emplace_back(row["text"], row["attribute"]);
  words_ = lexicon::Matcher(std::move(words));
  statuses_ = lexicon::Matcher(std::move(statuses));
}

bool EnglishWords::is(EnglishWord kind, std::string_view text, base::Span span) const {
  bool found = false;
  words_.at(text, span.begin, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    found = found || (end == span.end && id == static_cast<std::uint32_t>(kind));
  });
  return found;
}

std::vector<base::Span> EnglishWords::all(EnglishWord kind, std::string_view text, base::Span span) const {
  std::vector<base::Span> found;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (at > span.begin && letter_at(text, at - 1)) continue;
    std::uint32_t end = at;
    words_.at(text, at, [&](std::uint32_t begin, std::uint32_t word_end, std::uint32_t id) {
      if (id == static_cast<std::uint32_t>(kind) && word_end <= span.end && whole_word(text, begin, word_end))
        end = word_end;
    });
    if (end == at) continue;
    found.push_back({at, end});
    at = end - 1;
  }
  return found;
}

std::optional<model::EventStatus> EnglishWords::status(std::string_view text, base::Span span) const {
  std::optional<model::EventStatus> found;
  for (std::uint32_t at = span.begin; at < span.end; ++at)
    if (at == span.begin || !letter_at(text, at - 1))
      statuses_.at(text, at, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
        if (end <= span.end && whole_word(text, begin, end)) found = status_rows_[id];
      });
  return found;
}

std::string_view EnglishWords::default_attribute(const model::Quantity& quantity) const {
  const auto named = [&](std::string_view unit) -> std::string_view {
    for (const auto& [key, attribute] : defaults_)
      if (key == unit) return attribute;
    return {};
  };
  if (const std::string_view attribute = named(quantity.unit); !attribute.empty()) return attribute;
  const bool currency = quantity.unit.size() == 3 && std::all_of(quantity.unit.begin(), quantity.unit.end(),
                                                                 [](char c) { return c >= 'A' && c <= 'Z'; });
  return named(currency ? "money" : "other");
}

}  // namespace timeline::fact
