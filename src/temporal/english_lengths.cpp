#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

void add_shift(EnglishFields& f, const Length& length, int sign) {
  f.shifts[0] = Operation{Step::shift, length.unit, sign * length.count, length.half ? 1 : 0, 0};
  if (length.more_unit != Unit::none) f.shifts[1] = Operation{Step::shift, length.more_unit, sign * length.more, 0, 1};
}

}  // namespace

std::size_t EnglishReader::one_length(std::size_t at, std::int32_t& count, Unit& unit, bool& some) const {
  if (is(at, WordKind::count)) {
    count = run_[at].value;
    unit = run_[at].unit;
    return at + 1;
  }
  if (!number(at)) return 0;
  std::size_t i = at + 1;
  count = run_[at].value;
  some |= run_[at].some;
  if (number(i) && run_[i].value >= 100 && run_[i].digits == 0) count *= run_[i].value, ++i;
  if (is(i, WordKind::range) && number(i + 1) && is(i + 2, WordKind::length)) {
    count = run_[i + 1].value;
    some = true;
    i += 2;
  }
  while (glue(i, 1) || is(i, WordKind::more)) ++i;
  if (is(i, WordKind::range) && adjacent(i) && is(i + 1, WordKind::length)) ++i;  // 3-year
  if (!is(i, WordKind::length)) return 0;
  unit = run_[i].unit;
  return i + 1;
}

std::size_t EnglishReader::length(std::size_t at, Length& made) const {
  std::size_t next = one_length(at, made.count, made.unit, made.some);
  if (next == 0) return 0;
  for (int rounds = 0; rounds < 3; ++rounds) {
    std::size_t i = next;
    if (is(i, WordKind::both)) ++i;
    Length more;
    const std::size_t end = one_length(i, more.count, more.unit, more.some);
    if (end == 0 || more.unit >= made.unit) break;
    if (made.more_unit == Unit::none) made.more = more.count, made.more_unit = more.unit;
    next = end;
  }
  if (is(next, WordKind::half_more)) made.half = true, ++next;
  return next;
}

/// 3 days ago, in two weeks, a week from tomorrow, 2 weeks after christmas.
std::size_t EnglishReader::counted(std::size_t at, EnglishFields& f) {
  std::size_t i = at;
  const bool in = is(i, WordKind::in), within = is(i, WordKind::within);
  if (in || within) ++i;
  while (is(i, WordKind::more) || (is(i, WordKind::glue) && (in || within))) ++i;
  Length amount;
  const std::size_t next = length(i, amount);
  if (next == 0 || f.shifts[0]) return at;
  if (is(next, WordKind::shift) && !in) {
    add_shift(f, amount, run_[next].value == static_cast<int>(Bound::before) ? -1 : 1);
    f.approximate = amount.some;
    return next + 1;
  }
  if (within) {
    f.shifts[0] = Operation{Step::within, amount.unit, amount.count, 0, 0};
    return next;
  }
  if (in) {
    if (f.month || f.year) return at;
    add_shift(f, amount, 1);
    f.approximate = amount.some;
    return next;
  }
  const bool from = is(next, WordKind::from);
  if (from || is(next, WordKind::bound)) {
    const auto bound = static_cast<Bound>(run_[next].value);
    if (!from && bound != Bound::after && bound != Bound::before) return at;
    if (is(next + 1, WordKind::now)) {
      add_shift(f, amount, 1);
      return next + 2;
    }
    EnglishFields inner;
    const std::size_t end = moment(next + 1, inner, true);
    if (end == next + 1 || !inner.has_date()) return at;
    add_shift(inner, amount, from || bound == Bound::after ? 1 : -1);
    for (auto& shift : inner.shifts)
      if (shift) shift->c = 2;
    f = inner;
    return end;
  }
  return at;
}

}  // namespace timeline::temporal
