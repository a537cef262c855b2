#include "temporal/english_reader.hpp"

namespace timeline::temporal {

using model::TimeKind;

/// "closed on Mondays", "open at weekends", "Friday nights": they come again every week.
std::size_t EnglishReader::plural_days(std::size_t at) {
  std::size_t i = at;
  while (is(i, WordKind::glue) && i < at + 2) ++i;
  if (!is(i, WordKind::weekday) && !is(i, WordKind::weekend)) return 0;
  const bool part = is(i, WordKind::weekday) &&
                    (is(i + 1, WordKind::day_part) || is(i + 1, WordKind::length, Unit::day)) &&
                    run_[i + 1].gap == Gap::space && is_plural(i + 1) && word(i + 1) != "days";
  if (!part && !(is(i, WordKind::weekday) ? word(i).ends_with("days") : is_plural(i))) return 0;
  Candidate made;
  made.kind = TimeKind::set;
  made.rule = "set";
  made.length = {1, Unit::week, 0, Unit::none, 0, Unit::none, false, false};
  const std::size_t end = with_hour(i + (part ? 2U : 1U));
  emit(made, i, end);
  return end;
}

/// "every day at 5": the hour comes again with the day.
std::size_t EnglishReader::with_hour(std::size_t at) {
  bool at_word = false;
  std::size_t i = at;
  for (; is(i, WordKind::glue); ++i) at_word |= run_[i].value == kAt;
  EnglishFields f;
  const std::size_t next = time_element(i, f, at_word);
  return next != i && f.hour ? next : at;
}

std::size_t EnglishReader::set(std::size_t at) {
  Candidate made;
  made.kind = TimeKind::set;
  made.rule = "set";
  if (is(at, WordKind::set)) {
    // "The Daily Mail" is a name.
    if (run_[at].native && run_[at].begin > 0 && !alone(at)) return at + 1;
    made.length = {run_[at].value, run_[at].unit, 0, Unit::none, 0, Unit::none, false, false};
    const std::size_t end = with_hour(at + 1);
    emit(made, at, end);
    return end;
  }
  if (const std::size_t next = plural_days(at)) return next;
  // the first Monday of every month
  if (is(at, WordKind::ordinal) && (is(at + 1, WordKind::weekday) || is(at + 1, WordKind::length)) &&
      (glue(at + 2, 1) || is(at + 2, WordKind::in)) && is(at + 3, WordKind::set_prefix) &&
      is(at + 4, WordKind::length)) {
    made.length = {run_[at + 3].value, run_[at + 4].unit, 0, Unit::none, 0, Unit::none, false, false};
    emit(made, at, at + 5);
    return at + 5;
  }
  if (!is(at, WordKind::set_prefix)) return 0;
  std::size_t i = at + 1;
  int count = run_[at].value;
  if (number(i)) count *= run_[i].value, ++i;
  if (is(i, WordKind::ordinal)) ++i;
  const bool weekday = is(i, WordKind::weekday);
  if (is(i, WordKind::length) || weekday || is(i, WordKind::weekend) || is(i, WordKind::day_part) ||
      is(i, WordKind::word_month) || is(i, WordKind::holiday) || is(i, WordKind::season)) {
    made.length = {count, is(i, WordKind::length) ? run_[i].unit : Unit::week, 0, Unit::none, 0, Unit::none, false,
                   false};
    // every Tuesday and Thursday
    const auto next_day = [&] {
      const std::size_t next = is(i + 1, WordKind::both) ? i + 2 : i + 1;
      return is(next, WordKind::weekday) && (next == i + 2 || run_[next].gap == Gap::comma) ? next : i;
    };
    while (weekday && next_day() != i) i = next_day();
    const std::size_t end = with_hour(i + 1);
    emit(made, at, end);
    return end;
  }
  return 0;
}

}  // namespace timeline::temporal
