#include "temporal/english_reader.hpp"

namespace timeline::temporal {

bool EnglishReader::with_article(std::size_t at) const {
  return is_the(at) || (at > 0 && glue(at - 1, 0) && is_the(at - 1));
}

/// "over the past year" reaches up to the day of publication; last year does not.
bool EnglishReader::rolls(std::size_t at) const {
  return with_article(at) && is_past(at) && is(at + 1, WordKind::length) && !is_plural(at + 1) &&
         run_[at + 1].unit >= Unit::week && (word(at).back() | 0x20) == 't';  // last, past; not previous
}

bool EnglishReader::dated_behind(std::size_t at) {
  EnglishFields inner;
  return moment_or_unit(at, inner) != at && inner.has_date();
}

/// last / this / next with a unit, weekday, month, day, season, holiday.
std::size_t EnglishReader::directed(std::size_t at, EnglishFields& f) {
  const auto said = static_cast<Direction>(run_[at].value);
  const std::size_t i = at + 1;
  if (i >= run_.size()) return at;
  const Direction way = said == Direction::previous ? Direction::past : said;
  const int offset = way == Direction::past ? -1 : way == Direction::present ? 0 : 1;
  // "meant to last 10 minutes" is a verb.
  if (said == Direction::previous && number(i) && is(at - 1, WordKind::range, 0) && word(at - 1).size() == 2) return at;
  Length amount;
  const std::size_t counted = length(i, amount);
  // "the last 11 days of the race", "the last week of the campaign": no date behind it ends them.
  if (const std::size_t end = counted != 0 ? counted : i + 1; said == Direction::previous && with_article(at) &&
                                                              (counted != 0 || is(i, WordKind::length)) &&
                                                              glue(end, 1) && !dated_behind(end + 1))
    return at;
  if (const std::size_t next = counted; next != 0 && way != Direction::present && !(number(i) && run_[i].weak)) {
    if (f.has_date()) return at;
    f.shifts[0] = Operation{offset < 0 ? Step::span_back : Step::span_ahead, amount.unit, amount.count, 0, 0};
    f.approximate = amount.some;
    return next;
  }
  // "last Friday of October", "the last week of May": from the end of what follows; "last year in June" is June.
  const bool year_of_month = is(i, WordKind::length, Unit::year) && is(i + 1, WordKind::in);
  if (!year_of_month && (is(i, WordKind::weekday) || is(i, WordKind::length) || is(i, WordKind::weekend)) &&
      offset < 0 && (glue(i + 1, 1) || is(i + 1, WordKind::in)) && !f.has_date()) {
    EnglishFields inner;
    const std::size_t next = date_or_unit(i + 2, inner);
    if (next > i + 2 && inner.has_date()) {
      inner.set_time_of(f);
      const bool weekday = is(i, WordKind::weekday);
      if (run_[i].unit == Unit::quarter)
        inner.cycle = Operation{Step::quarter, Unit::quarter, 4, 0, 0};
      else
        inner.nth = Operation{Step::nth, weekday ? Unit::day : run_[i].unit, -1, weekday ? run_[i].value : 0, 0};
      f = inner;
      return next;
    }
  }
  if (rolls(at)) {
    if (f.has_date()) return at;
    f.shifts[0] = Operation{Step::within, run_[i].unit, -1, 0, 0};
    return i + 1;
  }
  switch (run_[i].kind) {
    case WordKind::length:
      if (run_[i].unit < Unit::day && run_[i].unit != Unit::none && offset > 0 && !is_plural(i) && !f.has_date()) {
        f.shifts[0] = Operation{Step::within, run_[i].unit, 1, 0, 0};  // in the next hour
        return i + 1;
      }
      // "the coming weeks" are none in particular.
      if (f.base || run_[i].unit < Unit::day || is_plural(i)) return at;
      if (run_[i].unit == Unit::day && offset <= 0) return at;
      if (run_[i].unit == Unit::business) {  // the next business day
        if (offset == 0 || f.has_date()) return at;
        f.shifts[0] = Operation{Step::shift, Unit::business, offset, 0, 0};
        return i + 1;
      }
      f.base = Operation{Step::deictic, run_[i].unit, offset, 0, 0};
      return i + 1;
    case WordKind::weekend:
      if (f.base) return at;
      if (said == Direction::future) {  // the coming weekend: the first to come
        f.base = Operation{Step::deictic, Unit::day, 0, 0, 0};
        f.after = Operation{Step::next, Unit::weekend, 1, 0, 0};
        return i + 1;
      }
      f.base = Operation{Step::deictic, Unit::weekend, offset, 0, 0};
      return i + 1;
    case WordKind::weekday:
      if (f.weekday) return at;
      f.weekday = run_[i].value;
      f.direction = said;
      return i + 1;
    case WordKind::word_month:
      if (f.month) return at;
      f.month = run_[i].value;
      f.direction = way;
      return i + 1;
    case WordKind::ymd:
    case WordKind::ordinal: {
      // next 5/12, next 6th of April
      if (f.has_date() || (is(i, WordKind::ymd) && run_[i].value != 0)) return at;
      EnglishFields day;
      const std::size_t next = date(i, day);
      if (next == i || !day.month || !day.day || day.year) return at;
      day.set_time_of(f);
      f = day;
      f.direction = way;
      return next;
    }
    case WordKind::season:
      if (f.cycle) return at;
      f.cycle = Operation{Step::season, Unit::season, run_[i].value, 0, 0};
      f.direction = way == Direction::following ? Direction::future : way;
      return i + 1;
    case WordKind::holiday:
      if (f.cycle) return at;
      f.cycle = holiday(run_[i].value);
      f.direction = way == Direction::present ? Direction::none : way;
      return is(i + 1, WordKind::weekend) ? element(i + 1, f, false, true) : i + 1;
    case WordKind::quarter_name:
      if (f.cycle) return at;
      f.cycle = Operation{Step::quarter, Unit::quarter, run_[i].value, 0, 0};
      f.direction = way;
      return i + 1;
    case WordKind::day_part:
      if (f.day_part) return at;
      // "the next morning" is that of the story.
      if (!f.base && !f.weekday)
        f.base = Operation{way == Direction::following ? Step::anaphor : Step::deictic, Unit::day, offset, 1, 0};
      f.day_part = run_[i].value;
      narrow_day_part(i, f);
      return i + 1;
    default:
      return at;
  }
}

/// Friday after next, the weekend after next, March after next, the Monday before last: the second to come or gone
std::size_t EnglishReader::after_next(std::size_t at, EnglishFields& f) const {
  const bool last = is(at + 1, WordKind::bound, static_cast<int>(Bound::before)) &&
                    direction(at + 2, Direction::previous) && !is(at, WordKind::word_month);
  const bool next =
      is(at + 1, WordKind::bound, static_cast<int>(Bound::after)) && direction(at + 2, Direction::following);
  if (f.has_date() || !(last || next) || !ends_clause(run_[at + 2].end)) return at;
  if (is(at, WordKind::word_month)) {
    f.month = run_[at].value;
    f.direction = Direction::future;
    f.after = Operation{Step::next, Unit::month, 12, 0, 0};
    return at + 3;
  }
  const bool weekday = is(at, WordKind::weekday);
  f.base = Operation{Step::deictic, Unit::day, 0, 0, 0};
  f.after = Operation{last ? Step::previous : Step::next, weekday ? Unit::day : Unit::weekend, 2,
                      weekday ? run_[at].value : 0, 0};
  return at + 3;
}

/// Is it "the Sunday before …", "the Monday after …", "the weekend before …"?
bool EnglishReader::the_weekday_beside(std::size_t at) const {
  return at > 0 && glue(at - 1, 0) && is_the(at - 1) &&
         (is(at + 1, WordKind::bound, static_cast<int>(Bound::before)) ||
          is(at + 1, WordKind::bound, static_cast<int>(Bound::after)));
}

/// the Sunday before Christmas; the Sunday before the vote is not known.
std::size_t EnglishReader::before_or_after(std::size_t at, EnglishFields& f) {
  EnglishFields inner;
  const std::size_t next = f.has_date() ? at : date(at + 2, inner);
  const bool longer = inner.base && inner.base->step == Step::deictic && !inner.nth && !inner.part;
  if (next <= at + 2 || !(inner.is_day() || longer) || inner.after || inner.shifts[0]) return at;
  inner.set_time_of(f);
  const bool before = run_[at + 1].value == static_cast<int>(Bound::before);
  const bool weekend = is(at, WordKind::weekend);
  inner.after = Operation{before ? Step::previous : Step::next, weekend ? Unit::weekend : Unit::day, 1,
                          weekend ? 0 : run_[at].value, 0};
  f = inner;
  return next;
}

/// the first half of March, the second half of the decade; of a year it is a unit of its own
std::size_t EnglishReader::half_of_month(std::size_t at, EnglishFields& f) {
  EnglishFields inner;
  const std::size_t next = f.has_date() || !glue(at + 1, 1) ? at : moment_or_unit(at + 2, inner);
  const bool longer =
      inner.decade || (inner.base && (inner.base->unit == Unit::month || inner.base->unit == Unit::decade));
  if (next <= at + 2 || !(inner.month || longer) || inner.is_day() || inner.nth || inner.part || inner.has_time())
    return at;
  inner.part = static_cast<int>(run_[at].value == 1 ? Part::first_half : Part::second_half);
  f = inner;
  return next;
}

}  // namespace timeline::temporal
