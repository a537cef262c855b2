#include "temporal/vocabulary.hpp"

#include <charconv>
#include <optional>
#include <unordered_set>

#include "lexicon/table.hpp"
#include "temporal/spellings.hpp"
#include "temporal/word_names.hpp"

namespace timeline::temporal {
namespace {

std::int32_t number(const lexicon::Table::Row& row, std::string_view column) {
  const std::string_view text = row[column];
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    throw row.fault("'" + std::string(text) + "' in column '" + std::string(column) + "' is no number");
  return value;
}

/// Minutes after midnight of "HH:MM".
std::int32_t minutes(const lexicon::Table::Row& row, std::string_view column) {
  const std::string_view text = row[column];
  if (text.size() != 5 || text[2] != ':') throw row.fault("'" + std::string(text) + "' is no time (HH:MM)");
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + text[at + 1] - '0'; };
  return two(0) * 60 + two(3);
}

/// "sunday:2014", "weekend:2021" in the column `off`.
void read_made_up(const lexicon::Table::Row& row, Holiday& holiday) {
  const std::string_view text = row["off"];
  if (text == "0" || text == "1") return;
  const std::size_t colon = text.find(':');
  const std::string_view day = text.substr(0, colon);
  const std::string_view year = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
  const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), holiday.made_up_since);
  if ((day != "sunday" && day != "weekend") || error != std::errc{} || end != year.data() + year.size())
    throw row.fault("'" + std::string(text) + "' in column 'off' is not 0, 1, sunday:YEAR or weekend:YEAR");
  holiday.made_up_for_saturday = day == "weekend";
}

using Strings = std::vector<std::pair<std::string, std::uint32_t>>;

/// Adds the other spellings of the words, where the tables do not have them.
void add_spellings(Strings& strings, const std::vector<Word>& words) {
  std::unordered_set<std::string> known;
  for (const auto& [text, id] : strings) known.insert(text);
  for (std::size_t i = 0, count = strings.size(); i < count; ++i) {
    const auto [text, id] = strings[i];
    const bool day = words[id].kind == WordKind::holiday;
    for (std::string& spelling : day ? spellings_of_day(text) : spellings_of_word(text))
      if (known.insert(spelling).second) strings.emplace_back(std::move(spelling), id);
  }
}

}  // namespace

Vocabulary::Vocabulary(const lexicon::DataSet& data, std::string_view language) : particles_(data) {
  Strings starters, followers, numerals, bracketed, counters, formers, per_days, occasions;
  const std::string folder = std::string(language) + "/";
  const auto keep = [&](Word word) {
    words_.push_back(word);
    return static_cast<std::uint32_t>(words_.size() - 1);
  };

  const lexicon::Table words(data, folder + "time_words.tsv");
  const std::size_t word_column = words.column("word"), kind_column = words.column("kind");
  const std::size_t unit_column = words.column("unit"), value_column = words.column("value");
  for (const auto& row : words.rows()) {
    const auto kind = kind_named(row[kind_column]);
    if (!kind) throw row.fault("unknown kind '" + std::string(row[kind_column]) + "'");
    const auto unit = unit_named(row[unit_column]);
    if (!unit) throw row.fault("unknown unit '" + std::string(row[unit_column]) + "'");
    const auto named = value_named(row[value_column]);
    const bool following = *kind == WordKind::following;
    const std::uint32_t id =
        keep({following ? WordKind::deictic : *kind, *unit, named ? *named : number(row, "value"), following ? 1 : 0});
    const std::string_view text = row[word_column];
    if (language != "ko")
      starters.emplace_back(text, id);
    else if (*kind == WordKind::native || *kind == WordKind::sino || *kind == WordKind::few)
      numerals.emplace_back(text, id);
    else if (*kind == WordKind::counter)
      counters.emplace_back(text, id);
    else if (*kind == WordKind::per_day)
      per_days.emplace_back(text, id);
    else if (*kind == WordKind::former)
      formers.emplace_back(text, id);
    else if (*kind == WordKind::occasion)
      occasions.emplace_back(text, id);
    else if (*kind == WordKind::weekday_short)
      bracketed.emplace_back(text, id);
    else if (language == "ko" && only_follows(*kind))
      followers.emplace_back(text, id);
    else
      starters.emplace_back(text, id);
    if (*kind == WordKind::weekday_group && language == "ko") starters.emplace_back(text, id);
    if (*kind == WordKind::business_basis) followers.emplace_back(text, id);
    if (*kind == WordKind::local || *kind == WordKind::zone || *kind == WordKind::weekday)
      bracketed.emplace_back(text, id);
  }

  const lexicon::Table parts(data, folder + "time_day_parts.tsv");
  for (const auto& row : parts.rows()) {
    const auto index = static_cast<std::int32_t>(day_parts_.size());
    day_parts_.push_back({minutes(row, "from"), minutes(row, "to"), number(row, "hour"), std::string(row["timex"])});
    starters.emplace_back(row["word"], keep({WordKind::day_part, Unit::hour, index}));
  }

  // 어젯밤 ends in 밤.
  for (const auto& row : words.rows()) {
    Word& word = words_[static_cast<std::size_t>(&row - words.rows().data())];
    if (word.kind != WordKind::day_and_part) continue;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < parts.rows().size(); ++i)
      if (const std::string_view part = parts.rows()[i]["word"]; part.size() > longest && row["word"].ends_with(part)) {
        longest = part.size();
        word.extra = static_cast<std::int32_t>(i);
      }
    if (longest == 0) throw row.fault("'" + std::string(row["word"]) + "' ends in no part of the day");
  }

  const lexicon::Table holidays(data, folder + "time_holidays.tsv");
  for (const auto& row : holidays.rows()) {
    const auto rule = rule_named(row["rule"]);
    if (!rule) throw row.fault("unknown rule '" + std::string(row["rule"]) + "'");
    const auto index = static_cast<std::int32_t>(holidays_.size());
    holidays_.push_back({*rule, number(row, "a"), number(row, "b"), number(row, "c"), number(row, "before"),
                         number(row, "after"), row["off"] != "0"});
    read_made_up(row, holidays_.back());
    starters.emplace_back(row["word"], keep({WordKind::holiday, Unit::day, index}));
  }

  const lexicon::Table nots(data, folder + "time_not.tsv");
  for (const auto& row : nots.rows()) starters.emplace_back(row["word"], keep({WordKind::nothing, Unit::none, 0}));

  if (language != "ko") add_spellings(starters, words_);

  const auto texts = [&](const Strings& strings, auto&& wanted) {
    std::vector<std::string_view> list;
    for (const auto& [text, id] : strings)
      if (wanted(words_[id])) list.push_back(text);
    return list;
  };
  const auto all = [](const Word&) { return true; };
  beginnings_ = Beginnings(texts(starters, all), texts(numerals, all), texts(followers, [](const Word& word) {
                             return measures(word.kind) || word.kind == WordKind::tail;  // 십여 년
                           }));
  continuations_ = beginnings_;
  continuations_.add_words(texts(followers, all));
  // 3일 이, 십 오: a numeral of one syllable is one behind another number, whatever follows.
  continuations_.add_words(texts(numerals, [](const Word& word) { return word.kind == WordKind::sino; }));
  starters_ = lexicon::Matcher(std::move(starters), true);
  followers_ = lexicon::Matcher(std::move(followers), true);
  numerals_ = lexicon::Matcher(std::move(numerals));
  counters_ = lexicon::Matcher(std::move(counters));
  per_days_ = lexicon::Matcher(std::move(per_days));
  formers_ = lexicon::Matcher(std::move(formers));
  occasions_ = lexicon::Matcher(std::move(occasions));
  bracketed_ = lexicon::Matcher(std::move(bracketed), true);
}

}  // namespace timeline::temporal
