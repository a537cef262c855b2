#include "fact/fact_words.hpp"

#include <algorithm>
#include <utility>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using Strings = std::vector<std::pair<std::string, std::uint32_t>>;
constexpr std::array<std::string_view, 27> kKinds{
    "skip",  "compare", "each",  "each_after", "source",  "list",  "measure", "among",  "amount",
    "ratio", "money",   "scale", "more",       "report",  "judge", "use",     "post",   "light",
    "times", "reach",   "per",   "rate",       "passive", "since", "had",     "people", "distance"};
constexpr std::array<std::string_view, 5> kNouns{"change", "action", "act", "money", "name"};

/// Does the syllable before `at`, a space aside, end in ㄹ?
bool after_l(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  while (at > begin && text[at - 1] == ' ') --at;
  if (at == begin) return false;
  const char32_t c = text::decode_before(text, at).code_point;
  return text::final_consonant(c) == text::kFinalL;
}

bool has_letters(std::string_view text, base::Span span) {
  for (std::uint32_t at = span.begin; at < span.end; at += text::decode(text, at).length)
    if (text::is_hangul_syllable(text::decode(text, at).code_point)) return true;
  return false;
}

}  // namespace

bool is_currency(std::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

FactWords::FactWords(const lexicon::DataSet& data) {
  Strings words, changes, statuses;
  const lexicon::Table word_table(data, "ko/fact_words.tsv");
  for (const auto& row : word_table.rows()) {
    const auto kind = std::find(kKinds.begin(), kKinds.end(), row["kind"]);
    if (kind == kKinds.end()) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
    words.emplace_back(row["text"], static_cast<std::uint32_t>(kind - kKinds.begin()));
  }
  const lexicon::Table deeds(data, "events/triggers.tsv");
  for (const auto& row : deeds.rows()) words.emplace_back(row["word"], static_cast<std::uint32_t>(FactWord::deed));
  const lexicon::Table change_table(data, "ko/fact_changes.tsv");
  for (const auto& row : change_table.rows()) {
    changes.emplace_back(row["text"], static_cast<std::uint32_t>(nouns_.size()));
    const auto kind = std::find(kNouns.begin(), kNouns.end(), row["kind"]);
    if (kind == kNouns.end()) throw row.fault("kind must be change, action, act, money or name");
    nouns_.emplace_back(row["noun"], static_cast<Noun>(kind - kNouns.begin()));
  }
  const lexicon::Table status_table(data, "ko/fact_status.tsv");
  for (const auto& row : status_table.rows()) {
    const auto status = base::from_text<model::EventStatus>(row["status"]);
    if (!status) throw row.fault("unknown status '" + std::string(row["status"]) + "'");
    if (!row["after"].empty() && row["after"] != "l" && row["after"] != "end")
      throw row.fault("after must be empty, l or end");
    statuses.emplace_back(row["text"], static_cast<std::uint32_t>(status_rows_.size()));
    status_rows_.push_back({*status, row["after"] == "l", row["after"] == "end"});
  }
  const lexicon::Table default_table(data, "ko/fact_defaults.tsv");
  for (const auto& row : default_table.rows())
    defaults_.push_back({std::string(row["text"]), std::string(row["attribute"]), std::string(row["suffix"]),
                         row["kind"] == "noun", row["kind"] == "own"});
  const lexicon::Table suffix_table(data, "ko/fact_suffixes.tsv");
  for (const auto& row : suffix_table.rows())
    suffixes_.push_back({std::string(row["text"]), std::string(row["unit"]), std::string(row["suffix"])});
  words_ = lexicon::Matcher(std::move(words));
  changes_ = lexicon::Matcher(std::move(changes));
  statuses_ = lexicon::Matcher(std::move(statuses));
}

bool FactWords::is(FactWord kind, std::string_view text, base::Span span) const {
  bool found = false;
  words_.at(text, span.begin, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    found = found || (end == span.end && id == static_cast<std::uint32_t>(kind));
  });
  return found;
}

bool FactWords::ends_with(FactWord kind, std::string_view text, base::Span span) const {
  constexpr int kLongest = 6;  // characters
  std::uint32_t at = span.end;
  for (int i = 0; i < kLongest && at > span.begin; ++i) {
    at -= text::decode_before(text, at).length;
    if (is(kind, text, {at, span.end})) return true;
  }
  return false;
}

std::optional<std::uint32_t> FactWords::starts(FactWord kind, std::string_view text, std::uint32_t at) const {
  std::optional<std::uint32_t> found;
  words_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    if (id == static_cast<std::uint32_t>(kind)) found = end;
  });
  return found;
}

std::string_view FactWords::noun(Noun kind, std::string_view text, std::uint32_t at) const {
  const auto [id, end] = changes_.longest(text, at);
  return id == lexicon::Matcher::kNone || nouns_[id].second != kind ? std::string_view() : nouns_[id].first;
}
std::string_view FactWords::change(std::string_view text, std::uint32_t at) const {
  return noun(Noun::change, text, at);
}
std::string_view FactWords::action(std::string_view text, std::uint32_t at) const {
  for (const Noun kind : {Noun::action, Noun::act, Noun::money})
    if (const std::string_view found = noun(kind, text, at); !found.empty()) return found;
  return {};
}
std::string_view FactWords::name(std::string_view text, std::uint32_t at) const {
  return noun(Noun::name, text, at);
}

bool FactWords::is_change(std::string_view attribute) const {
  return std::any_of(nouns_.begin(), nouns_.end(), [&](const auto& noun) {
    return noun.second == Noun::change && attribute.size() > noun.first.size() && attribute.ends_with(noun.first) &&
           attribute[attribute.size() - noun.first.size() - 1] == ' ';
  });
}

bool FactWords::is_action(std::string_view word) const {
  return is_noun(Noun::action, word) || is_noun(Noun::act, word) || is_noun(Noun::money, word);
}

bool FactWords::is_noun(Noun kind, std::string_view word) const {
  return std::any_of(nouns_.begin(), nouns_.end(),
                     [&](const auto& noun) { return noun.second == kind && noun.first == word; });
}

std::optional<model::EventStatus> FactWords::status(std::string_view text, base::Span span) const {
  std::optional<model::EventStatus> found;
  for (std::uint32_t at = span.begin; at < span.end; at += text::decode(text, at).length)
    statuses_.at(text, at, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
      const Status& row = status_rows_[id];
      if (end > span.end || (row.after_l && !after_l(text, span.begin, begin))) return;
      if (row.at_end && has_letters(text, {end, span.end})) return;
      // A weaker word does not undo what a stronger one said: 투자할 것으로 검토.
      found = row.after_l && found ? found : row.status;
    });
  return found;
}

const FactWords::Default* FactWords::default_of(const model::Quantity& quantity) const {
  const auto named = [&](std::string_view text) -> const Default* {
    for (const Default& row : defaults_)
      if (row.text == text) return &row;
    return nullptr;
  };
  if (const Default* row = quantity.counter.empty() ? nullptr : named(quantity.counter)) return row;
  if (const Default* row = named(quantity.unit)) return row;
  return named(is_currency(quantity.unit) ? "money" : "other");
}

std::string_view FactWords::default_attribute(const model::Quantity& quantity) const {
  const Default* row = default_of(quantity);
  return row ? std::string_view(row->attribute) : std::string_view();
}

std::string_view FactWords::speed() const {
  model::Quantity speed;
  speed.unit = "km/h";
  return default_attribute(speed);
}

std::string_view FactWords::distance() const {
  model::Quantity distance;
  distance.unit = "mi";
  return default_attribute(distance);
}

std::string_view FactWords::suffix(const model::Quantity& quantity) const {
  const Default* row = default_of(quantity);
  return row ? std::string_view(row->suffix) : std::string_view();
}

std::string_view FactWords::suffix(const model::Quantity& quantity, std::string_view noun) const {
  const Suffix* longest = nullptr;
  for (const Suffix& row : suffixes_)
    if (row.unit == quantity.unit && noun.ends_with(row.noun) && (!longest || longest->noun.size() < row.noun.size()))
      longest = &row;
  return longest ? std::string_view(longest->suffix) : suffix(quantity);
}

bool FactWords::counts_itself(const model::Quantity& quantity) const {
  const Default* row = default_of(quantity);
  return row && row->noun;
}

bool FactWords::names_counted(std::string_view text, base::Span words, const model::Quantity& quantity) const {
  const std::string_view name = default_attribute(quantity);
  return words.of(text).ends_with(name.substr(0, name.find(' ')));
}

bool FactWords::is_thin(std::string_view attribute, const model::Quantity& quantity) const {
  if (quantity.unit != "unit" && quantity.unit != "person") return false;
  const Default* row = default_of(quantity);
  return row && !row->own && attribute == row->attribute;
}

bool FactWords::is_times(std::string_view counter) const {
  return is(FactWord::times, counter, {0, static_cast<std::uint32_t>(counter.size())});
}

std::string_view FactWords::share_word() const {
  model::Quantity percentage;
  percentage.unit = "%";
  return suffix(percentage);
}

std::string_view FactWords::scale_word(std::string_view text, base::Span span) const {
  for (std::uint32_t at = span.end; at > span.begin;) {
    at -= text::decode_before(text, at).length;
    if (is(FactWord::scale, text, {at, span.end})) return text.substr(at, span.end - at);
  }
  return {};
}

}  // namespace timeline::fact
