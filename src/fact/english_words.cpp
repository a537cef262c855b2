#include "fact/english_words.hpp"

#include <algorithm>
#include <array>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::array<std::string_view, 14> kKinds{"verb", "pronoun", "title",   "role",  "measure",
                                                  "stop", "naming",  "plain",   "link",  "article",
                                                  "be",   "also",    "clausal", "hearer"};

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
      const auto id = static_cast<std::uint32_t>(kind - kKinds.begin());
      words.emplace_back(row["text"], id);
      // Sales fell 12%: at the start of a sentence.
      std::string first(row["text"]);
      if (id == static_cast<std::uint32_t>(EnglishWord::measure) && first[0] >= 'a' && first[0] <= 'z') {
        first[0] = static_cast<char>(first[0] - 'a' + 'A');
        words.emplace_back(std::move(first), id);
      }
    }
  }
  const lexicon::Table status_table(data, "en/fact_status.tsv");
  for (const auto& row : status_table.rows()) {
    const auto status = base::from_text<model::EventStatus>(row["status"]);
    if (!status) throw row.fault("unknown status '" + std::string(row["status"]) + "'");
    statuses.emplace_back(row["text"], static_cast<std::uint32_t>(status_rows_.size()));
    status_rows_.push_back(*status);
  }
  constexpr std::array<std::string_view, 5> kPlaces{"before", "after", "money", "change", "size"};
  std::vector<std::pair<std::string, std::uint32_t>> actions;
  const lexicon::Table action_table(data, "en/fact_actions.tsv");
  for (const auto& row : action_table.rows()) {
    const auto place = std::find(kPlaces.begin(), kPlaces.end(), row["place"]);
    if (place == kPlaces.end()) throw row.fault("unknown place '" + std::string(row["place"]) + "'");
    actions.emplace_back(row["text"], static_cast<std::uint32_t>(action_rows_.size()));
    action_rows_.push_back({static_cast<EnglishAction>(place - kPlaces.begin()), std::string(row["attribute"])});
  }
  actions_ = lexicon::Matcher(std::move(actions));
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

std::optional<EnglishWords::Found> EnglishWords::action(EnglishAction place, std::string_view text,
                                                        base::Span span) const {
  std::optional<Found> found;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (at > 0 && letter_at(text, at - 1)) continue;
    std::optional<Found> here;
    actions_.at(text, at, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
      if (action_rows_[id].place == place && end <= span.end && whole_word(text, begin, end))
        here = Found{{begin, end}, action_rows_[id].attribute};
    });
    if (!here) continue;
    found = here;
    if (place == EnglishAction::after || place == EnglishAction::size) return found;
    at = here->span.end - 1;
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
