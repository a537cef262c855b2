#include "temporal/word_names.hpp"

#include <array>

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
    {"following", WordKind::following},
    {"former", WordKind::former},
    {"per_day", WordKind::per_day},
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
    {"month_day", WordKind::month_day},
    {"month_part", WordKind::month_part},
    {"native", WordKind::native},
    {"nights", WordKind::nights},
    {"not_unit", WordKind::nothing},
    {"nth_prefix", WordKind::nth_prefix},
    {"number_ordinal", WordKind::number_ordinal},
    {"occasion", WordKind::occasion},
    {"ordinal", WordKind::ordinal},
    {"from_end", WordKind::from_end},
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
    {"early_mid", static_cast<int>(Part::early_mid)},
    {"mid_late", static_cast<int>(Part::mid_late)},
    {"turn", static_cast<int>(Part::turn)},
    {"first_half", static_cast<int>(Part::first_half)},
    {"all", -1},
    {"none", static_cast<int>(Bound::none)},
    {"before", static_cast<int>(Bound::before)},
    {"after", static_cast<int>(Bound::after)},
    {"since", static_cast<int>(Bound::since)},
    {"until", static_cast<int>(Bound::until)},
    {"for", 1},             // tails: how long
    {"nth", 2},             // the n-th in a row
    {"some", 3},            // and some more
    {"bound", 4},           // at least, at most
    {"born", 6},            // suffix: the year before it lies in the past, 36년생
    {"counted", kCounted},  // suffix: 3일치
    {"begun", 7},           // 올해 들어
    {"over", 5},            // by how much a length is exceeded or missed: 1000년 넘는
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

}  // namespace

std::optional<WordKind> kind_named(std::string_view text) {
  return find(kKinds, text);
}

std::optional<Unit> unit_named(std::string_view text) {
  return find(kUnits, text);
}

std::optional<int> value_named(std::string_view text) {
  return find(kValues, text);
}

std::optional<Holiday::Rule> rule_named(std::string_view text) {
  return find(kRules, text);
}

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
    case WordKind::nth_prefix:
    case WordKind::times:
    case WordKind::suffix:
    case WordKind::range:
    case WordKind::list:
    case WordKind::begin:
    case WordKind::finish:
    case WordKind::month_day:
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

}  // namespace timeline::temporal
