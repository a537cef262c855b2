#include "temporal/vocabulary.hpp"

#include <array>
#include <charconv>
#include <optional>

#include "lexicon/table.hpp"

namespace timeline::temporal {
namespace {

template <typename E>
struct Name {
  std::string_view text;
  E value;
};

/// Kinds that stand in the data. Those the scanner makes have no name.
constexpr std::array kKinds = std::to_array<Name<WordKind>>({
    {"anaphor", WordKind::anaphor},
    {"anaphor_last", WordKind::anaphor_last},
    {"anaphor_marked", WordKind::anaphor_marked},
    {"anaphor_near", WordKind::anaphor_near},
    {"same_period", WordKind::same_period},
    {"anniversary", WordKind::anniversary},
    {"approx", WordKind::approx},
    {"begin", WordKind::begin},
    {"between", WordKind::between},
    {"bound", WordKind::bound},
    {"clock", WordKind::clock},
    {"compared", WordKind::compared},
    {"count", WordKind::count},
    {"counter", WordKind::counter},
    {"day_and_part", WordKind::day_and_part},
    {"deictic", WordKind::deictic},
    {"direction", WordKind::direction},
    {"each", WordKind::each},
    {"era", WordKind::era},
    {"few", WordKind::few},
    {"finish", WordKind::finish},
    {"game", WordKind::game},
    {"half", WordKind::half},
    {"half_more", WordKind::half_more},
    {"holiday_tail", WordKind::holiday_tail},
    {"hour_hint", WordKind::hour_hint},
    {"length", WordKind::length},
    {"length_hint", WordKind::length_hint},
    {"list", WordKind::list},
    {"local", WordKind::local},
    {"lunar", WordKind::lunar},
    {"md_event", WordKind::md_event},
    {"month_part", WordKind::month_part},
    {"native", WordKind::native},
    {"nights", WordKind::nights},
    {"not_unit", WordKind::nothing},
    {"number_ordinal", WordKind::number_ordinal},
    {"occasion", WordKind::occasion},
    {"ordinal", WordKind::ordinal},
    {"outer", WordKind::outer},
    {"part", WordKind::part},
    {"range", WordKind::range},
    {"season", WordKind::season},
    {"season_word", WordKind::season_word},
    {"set", WordKind::set},
    {"set_prefix", WordKind::set_prefix},
    {"shift", WordKind::shift},
    {"sino", WordKind::sino},
    {"solar", WordKind::solar},
    {"span", WordKind::span},
    {"suffix", WordKind::suffix},
    {"tail", WordKind::tail},
    {"times", WordKind::times},
    {"unit", WordKind::unit},
    {"vague", WordKind::vague},
    {"week_part", WordKind::week_part},
    {"weekday", WordKind::weekday},
    {"weekday_group", WordKind::weekday_group},
    {"weekday_short", WordKind::weekday_short},
    {"weekend", WordKind::weekend},
    {"within", WordKind::within},
    {"word_lunar_month", WordKind::word_lunar_month},
    {"word_month", WordKind::word_month},
    {"year_part", WordKind::year_part},
    {"link", WordKind::link},
    {"glue", WordKind::glue},
    {"first", WordKind::first},
    {"after_that", WordKind::after_that},
    {"week_before", WordKind::week_before},
    {"same_weekday", WordKind::same_weekday},
    {"business_basis", WordKind::business_basis},
    {"all", WordKind::all},
    {"am", WordKind::am},
    {"and", WordKind::both},
    {"eo", WordKind::end_of},
    {"from", WordKind::from},
    {"half_hour", WordKind::half_hour},
    {"in", WordKind::in},
    {"later_bound", WordKind::later_bound},
    {"more", WordKind::more},
    {"now", WordKind::now},
    {"oclock", WordKind::oclock},
    {"quarter_name", WordKind::quarter_name},
    {"zone", WordKind::zone},
});

constexpr std::array kUnits = std::to_array<Name<Unit>>({
    {"none", Unit::none},
    {"second", Unit::second},
    {"minute", Unit::minute},
    {"hour", Unit::hour},
    {"day", Unit::day},
    {"business", Unit::business},
    {"holiday", Unit::holiday},
    {"week", Unit::week},
    {"weekend", Unit::weekend},
    {"month", Unit::month},
    {"season", Unit::season},
    {"quarter", Unit::quarter},
    {"half", Unit::half},
    {"year", Unit::year},
    {"decade", Unit::decade},
    {"century", Unit::century},
});

/// Values that are names in the data.
constexpr std::array kValues = std::to_array<Name<int>>({
    {"past", static_cast<int>(Direction::past)},
    {"previous", static_cast<int>(Direction::previous)},
    {"present", static_cast<int>(Direction::present)},
    {"future", static_cast<int>(Direction::future)},
    {"following", static_cast<int>(Direction::following)},
    {"start", static_cast<int>(Part::start)},
    {"mid", static_cast<int>(Part::mid)},
    {"end", static_cast<int>(Part::end)},
    {"early", static_cast<int>(Part::first_third)},
    {"second_third", static_cast<int>(Part::second_third)},
    {"late", static_cast<int>(Part::third_third)},
    {"all", -1},
    {"none", static_cast<int>(Bound::none)},
    {"before", static_cast<int>(Bound::before)},
    {"after", static_cast<int>(Bound::after)},
    {"since", static_cast<int>(Bound::since)},
    {"until", static_cast<int>(Bound::until)},
    {"for", 1},    // tails: how long
    {"nth", 2},    // the n-th in a row
    {"some", 3},   // and some more
    {"bound", 4},  // at least, at most
    {"born", 6},   // suffix: the year before it lies in the past, 36년생
    {"over", 5},   // by how much a length is exceeded or missed: 1000년 넘는
    {"ahead", 1},
    {"done", 1},
});

constexpr std::array kRules = std::to_array<Name<Holiday::Rule>>({
    {"after_winter_solstice", Holiday::Rule::after_winter_solstice},
    {"easter", Holiday::Rule::easter},
    {"fixed", Holiday::Rule::fixed},
    {"friday_before", Holiday::Rule::friday_before},
    {"hebrew", Holiday::Rule::hebrew},
    {"hindu", Holiday::Rule::hindu},
    {"islamic", Holiday::Rule::islamic},
    {"last_weekday", Holiday::Rule::last_weekday},
    {"lunar", Holiday::Rule::lunar},
    {"lunar_last", Holiday::Rule::lunar_last},
    {"nth_weekday", Holiday::Rule::nth_weekday},
    {"orthodox_easter", Holiday::Rule::orthodox_easter},
    {"sidereal", Holiday::Rule::sidereal},
    {"stem_after_term", Holiday::Rule::stem_after_term},
    {"term", Holiday::Rule::term},
    {"wandering", Holiday::Rule::wandering},
    {"workday", Holiday::Rule::workday},
});

template <typename Table, typename E = decltype(Table{}[0].value)>
std::optional<E> find(const Table& table, std::string_view text) {
  for (const auto& name : table)
    if (name.text == text) return name.value;
  return std::nullopt;
}

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

/// Words of these kinds only go on with an expression.
bool only_follows(WordKind kind) {
  switch (kind) {
    case WordKind::nothing:
    case WordKind::unit:
    case WordKind::length:
    case WordKind::anniversary:
    case WordKind::nights:
    case WordKind::part:
    case WordKind::shift:
    case WordKind::within:
    case WordKind::tail:
    case WordKind::outer:
    case WordKind::approx:
    case WordKind::half_more:
    case WordKind::bound:
    case WordKind::between:
    case WordKind::each:
    case WordKind::number_ordinal:
    case WordKind::times:
    case WordKind::suffix:
    case WordKind::range:
    case WordKind::list:
    case WordKind::begin:
    case WordKind::finish:
    case WordKind::holiday_tail:
    case WordKind::md_event:
    case WordKind::season_word:
    case WordKind::same_period:
    case WordKind::both:
    case WordKind::link:
    case WordKind::glue:
    case WordKind::first:
    case WordKind::after_that:
    case WordKind::week_before:
    case WordKind::same_weekday:
    case WordKind::weekday_group:
    case WordKind::compared:
      return true;
    default:
      return false;
  }
}

}  // namespace

Vocabulary::Vocabulary(const lexicon::DataSet& data, std::string_view language) : particles_(data) {
  using Strings = std::vector<std::pair<std::string, std::uint32_t>>;
  Strings starters, followers, numerals, bracketed, counters, occasions;
  const std::string folder = std::string(language) + "/";
  const auto keep = [&](Word word) {
    words_.push_back(word);
    return static_cast<std::uint32_t>(words_.size() - 1);
  };

  const lexicon::Table words(data, folder + "time_words.tsv");
  for (const auto& row : words.rows()) {
    const auto kind = find(kKinds, row["kind"]);
    if (!kind) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
    const auto unit = find(kUnits, row["unit"]);
    if (!unit) throw row.fault("unknown unit '" + std::string(row["unit"]) + "'");
    const auto named = find(kValues, row["value"]);
    const std::uint32_t id = keep({*kind, *unit, named ? *named : number(row, "value")});
    const std::string text(row["word"]);
    if (language != "ko")
      starters.emplace_back(text, id);
    else if (*kind == WordKind::native || *kind == WordKind::sino || *kind == WordKind::few)
      numerals.emplace_back(text, id);
    else if (*kind == WordKind::counter)
      counters.emplace_back(text, id);
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
    if (row["kind"] != "day_and_part") continue;
    Word& word = words_[static_cast<std::size_t>(&row - words.rows().data())];
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
    const auto rule = find(kRules, row["rule"]);
    if (!rule) throw row.fault("unknown rule '" + std::string(row["rule"]) + "'");
    const auto index = static_cast<std::int32_t>(holidays_.size());
    holidays_.push_back({*rule, number(row, "a"), number(row, "b"), number(row, "c"), number(row, "before"),
                         number(row, "after"), row["off"] != "0"});
    read_made_up(row, holidays_.back());
    starters.emplace_back(row["word"], keep({WordKind::holiday, Unit::day, index}));
  }

  const lexicon::Table nots(data, folder + "time_not.tsv");
  for (const auto& row : nots.rows()) starters.emplace_back(row["word"], keep({WordKind::nothing, Unit::none, 0}));

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
  starters_ = lexicon::Matcher(std::move(starters), true);
  followers_ = lexicon::Matcher(std::move(followers), true);
  numerals_ = lexicon::Matcher(std::move(numerals));
  counters_ = lexicon::Matcher(std::move(counters));
  occasions_ = lexicon::Matcher(std::move(occasions));
  bracketed_ = lexicon::Matcher(std::move(bracketed), true);
}

}  // namespace timeline::temporal
