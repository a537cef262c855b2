#include <algorithm>

#include "temporal/english_reader.hpp"

namespace timeline::temporal {
namespace {

using model::TimeKind;

/// May the word stand for a time or a length of its own? The others only lead from one to the next.
bool names_time(WordKind kind) {
  switch (kind) {
    case WordKind::glue:
    case WordKind::range:
    case WordKind::both:
    case WordKind::bound:
    case WordKind::from:
    case WordKind::in:
    case WordKind::between:
    case WordKind::outer:
    case WordKind::more:
    case WordKind::within:
    case WordKind::begin:
    case WordKind::finish:
    case WordKind::later_bound:
    case WordKind::all:
    case WordKind::am:
    case WordKind::zone:
    case WordKind::set_prefix:
    case WordKind::from_end:
    case WordKind::direction:
    case WordKind::shift:
      return false;
    default:
      return true;
  }
}

/// "after dinner" begins where dinner ends.
void begin_behind_part(EnglishFields& f, const DayPart& part) {
  if (part.to + 1 >= 24 * 60) return;
  f.hour = (part.to + 1) / 60;
  f.minute = (part.to + 1) % 60;
  f.exact_hour = true;
  f.day_part.reset();
}

}  // namespace

void EnglishReader::read() {
  for (std::size_t at = 0; at < run_.size();) {
    listed_.reset();
    const std::size_t found = out_.size();
    std::size_t next = expression(at);
    if (next <= at) {
      ++at;
      continue;
    }
    const bool goes_on =
        is(at, WordKind::both) ? at == previous_end_ : at == previous_end_ + 1 && is(at - 1, WordKind::both);
    if (previous_ && listed_ && goes_on && out_.size() == found + 1 && found > 0) share_with_previous(found - 1);
    previous_ = listed_ && lacks_what_may_follow(*listed_) ? listed_ : std::nullopt;
    previous_end_ = next;
    while (listed_) {
      EnglishFields more = *listed_;
      last_.swap(listed_);
      listed_.reset();
      next = list_more(next, more);
    }
    at = next;
  }
}

void EnglishReader::emit(Candidate& made, std::size_t from, std::size_t next) {
  if (next <= from) return;
  made.span = {run_[from].begin, run_[next - 1].end};
  out_.push_back(made);
}

void EnglishReader::emit_fields(const EnglishFields& f, std::size_t from, std::size_t next) {
  Candidate made;
  made.rule = "date";
  made.first = build(f);
  made.kind = f.has_time() ? TimeKind::time : TimeKind::date;
  made.approximate = f.approximate;
  made.zone = f.zone;
  emit(made, from, next);
  listed_ = f;
}

/// Does a word stand before that makes a bare number a year or a month: in 2014, during March?
bool EnglishReader::led(std::size_t at) const {
  // "about 2000 people" counts, "around 2015" at the end of a clause does not.
  const auto leads = [&](std::size_t k) {
    if (glue(k, kAbout)) return k + 1 < run_.size() && ends_clause(run_[k + 1].end);
    return is(k, WordKind::in) || is(k, WordKind::glue);
  };
  if (at > 0 && (leads(at - 1) || is(at - 1, WordKind::bound) || is(at - 1, WordKind::finish))) return true;
  return leads(at);
}

/// "in the evening" is a time of the day of the news; "services of the morning" are not.
bool EnglishReader::leads_part(std::size_t at, std::size_t next) const {
  if (alone(at)) return true;
  if (at > 0 && is(at - 1, WordKind::in)) return true;
  return is(at, WordKind::in) && next > at + 1;
}

/// Fiscal 2020, Q3 FY19: other years than those of the calendar, and each firm has its own.
std::size_t EnglishReader::fiscal(std::size_t at) const {
  const auto part = [&](std::size_t i) {
    return is(i, WordKind::quarter_name) || is(i, WordKind::half) || number(i) || glue(i, 1) ||
           (is(i, WordKind::length) && run_[i].unit >= Unit::quarter);
  };
  std::size_t i = at;
  while (is(i, WordKind::quarter_name) || is(i, WordKind::half) || (i > at && is(i, WordKind::glue))) ++i;
  if (!is(i, WordKind::season_word)) return 0;
  while (is(i, WordKind::season_word) || part(i)) ++i;
  return i;
}

/// "will not open until May", "wasn't found until Monday": from then on.
bool EnglishReader::is_denied(std::size_t at) const {
  return word(at).starts_with("until") && behind_denial(at);
}

/// What stands before in the clause.
std::string_view EnglishReader::clause_before(std::size_t at) const {
  constexpr std::uint32_t kFarthest = 50;
  const std::uint32_t end = run_[at].begin;
  std::string_view clause = text_.substr(end > kFarthest ? end - kFarthest : 0, std::min(end, kFarthest));
  for (std::size_t mark = clause.size(); mark-- > 0;)
    if (std::string_view(".,;:!?\n").find(clause[mark]) != std::string_view::npos &&
        clause.substr(mark + 1, 1) <= " ") {
      clause.remove_prefix(mark + 1);
      break;
    }
  return clause;
}

bool EnglishReader::behind_percent(std::size_t at) const {
  const std::string_view clause = clause_before(at);
  return clause.find('%') != std::string_view::npos || clause.find("percent ") != std::string_view::npos ||
         clause.find("per cent ") != std::string_view::npos;
}

/// Does "not" or "can't" stand before in the clause?
bool EnglishReader::behind_denial(std::size_t at) const {
  const std::string_view clause = clause_before(at);
  return clause.find(" not ") != std::string_view::npos || clause.find("n't ") != std::string_view::npos ||
         clause.find("n’t ") != std::string_view::npos || clause.find("annot ") != std::string_view::npos;
}

std::size_t EnglishReader::expression(std::size_t at) {
  if (const std::size_t next = fiscal(at)) return next;
  if (const std::size_t next = set(at)) return next;
  if (const std::size_t next = span(at)) return next;
  if (const std::size_t next = range(at)) return next;
  if (const std::size_t next = days_of_month(at)) return next;
  std::size_t i = at;
  // Bounds stand before: since 2019, by Friday, before 5 pm.
  Bound bound = Bound::none;
  if (is(i, WordKind::bound))
    bound = static_cast<Bound>(run_[i++].value);
  else if (is(i, WordKind::range, 1))
    bound = Bound::until, ++i;
  else if (is(i, WordKind::from))
    bound = Bound::since, ++i;
  const bool bounded = bound != Bound::none;
  EnglishFields f;
  std::size_t next = i;
  // the week of the 18th, the weekend of Halloween; "a week of talks" is none
  const std::size_t week_end =
      is(i, WordKind::week_part)                                                                             ? i + 1
      : (is(i, WordKind::length, Unit::week) || is(i, WordKind::weekend)) && glue(i + 1, 1) && !is_plural(i) ? i + 2
                                                                                                             : 0;
  if (week_end != 0) {
    week_of_ = true;
    next = moment(week_end, f, true);
    week_of_ = false;
    if (next == week_end || !f.is_day() || f.has_time() || f.after)
      return week_end == i + 1 ? 0 : duration_or_vague(at);
    f.after = Operation{run_[i].unit == Unit::weekend ? Step::weekend : Step::holding, run_[i].unit, 0, kAround, 0};
  } else {
    next = moment(i, f, bounded || led(i));
  }
  if (next == i || !(f.has_date() || f.has_time())) return duration_or_vague(at);
  std::size_t first = i;
  while (is(first, WordKind::glue) && first + 1 < next && !is_the(first)) ++first;
  // "Good morning", "we will have lunch": a part of the day alone is no time, unless something leads to it.
  if (!f.has_date() && f.day_part && !f.hour && !bounded && !leads_part(i, next)) return next;
  // "next month at 6" is next month: an hour wants a day.
  if (f.has_time() && f.base && f.base->unit >= Unit::week && !f.weekday && !f.day && !f.nth && !f.cycle) {
    f.hour.reset();
    f.day_part.reset();
  }
  // "hit by this morning's crash" is no deadline; "from a year earlier" no beginning.
  const bool possessive = text_.substr(run_[next - 1].end, 2) == "'s" || text_.substr(run_[next - 1].end, 4) == "’s";
  if (bound == Bound::until && possessive) bound = Bound::none;
  // "protests went on through the night"
  if (bound == Bound::until && is(at, WordKind::range) && word(at).starts_with("th") && !f.has_date() && !f.hour)
    bound = Bound::none;
  if (bound == Bound::until && is(at, WordKind::range) && is_denied(at)) bound = Bound::since;
  // "up 5% from October", "put off to 2027 from 2026": what it is compared with
  const bool behind_date = at > 0 && !out_.empty() && out_.back().span.end == run_[at - 1].end && !f.is_day();
  if (is(at, WordKind::from) && (behind_percent(at) || behind_date)) bound = Bound::none;
  // "data from 2015 and 2016", "a wall from the 1800s" begin nowhere.
  if (is(at, WordKind::from) && (f.century || f.decade)) bound = Bound::none;
  if (is(at, WordKind::from) && f.year && is(next, WordKind::both, kAnd) && number(next + 1) &&
      run_[next + 1].digits == 4)
    bound = Bound::none;
  if (is(at, WordKind::from) && (f.shifts[0] || (f.base && f.base->step == Step::anaphor))) bound = Bound::none;
  if (f.part && *f.part == static_cast<int>(Part::end)) {
    if (bound == Bound::before) {
      bound = Bound::until;  // before the end of the year
    } else if (bound == Bound::none && f.is_day() && !f.has_time()) {
      f.hour = 23, f.minute = 59, f.exact_hour = true;  // end of day
      f.part.reset();
    }
  }
  if (bound == Bound::after && f.day_part && !f.hour)
    begin_behind_part(f, vocabulary_.day_parts()[static_cast<std::size_t>(*f.day_part)]);
  if (bound == Bound::none) bound = f.beyond;
  Candidate made;
  made.rule = "date";
  made.bound = bound;
  made.first = build(f);
  made.kind = f.has_time() ? TimeKind::time : TimeKind::date;
  made.approximate = f.approximate;
  made.zone = f.zone;
  made.only_ahead = f.only_ahead;
  if (f.only_ahead) made.length = f.length;
  std::size_t end = next;
  if (is(end, WordKind::later_bound)) made.bound = Bound::after, ++end;
  emit(made, first, next);
  if (made.bound == Bound::none && end == next) listed_ = f;
  return end;
}

std::size_t EnglishReader::duration_or_vague(std::size_t at) {
  Candidate made;
  // "+15 minutes", as a question asks
  if (at == 0 && run_[0].begin == 1 && text_[0] == '+' && run_.back().end + 1 >= text_.size()) {
    EnglishFields f;
    if (const std::size_t next = ahead(at, f); next == run_.size()) {
      emit_fields(f, at, next);
      return next;
    }
  }
  if (is(at, WordKind::vague) || is(at, WordKind::now)) {
    // until now: what was, up to publication
    if (is(at, WordKind::now, kUntilNow)) {
      made.rule = "now";
      made.bound = Bound::until;
      made.first.add({Step::deictic, Unit::day, 0, 0, 0});
      emit(made, at, at + 1);
      return at + 1;
    }
    made.kind = TimeKind::vague;
    made.rule = is(at, WordKind::now) ? "now" : "vague";
    // "Can we meet now?" is a time; "now owned by" only leads from one sentence to the next.
    if (is(at, WordKind::now, 1) && ends_clause(run_[at].end) && text_.substr(run_[at].end, 1) != "-")
      made.first.add({Step::deictic, Unit::minute, 0, 0, 0});
    emit(made, at, at + 1);
    return at + 1;
  }
  // the coming weeks, past years
  if (is(at, WordKind::direction) && is(at + 1, WordKind::length) && is_plural(at + 1) &&
      !(direction(at, Direction::following) && !is_the(at))) {
    made.kind = TimeKind::vague;
    made.rule = "vague";
    emit(made, at, at + 2);
    return at + 2;
  }
  made.kind = TimeKind::duration;
  made.rule = "duration";
  std::size_t next = length(at, made.length);
  if (next == 0 && is(at, WordKind::all) && is(at + 1, WordKind::length)) {
    made.length = {1, run_[at + 1].unit, 0, Unit::none, 0, Unit::none, false, false};
    next = at + 2;
  }
  if (next == 0) return 0;
  emit(made, at, next);
  return next;
}

void read_english(const Vocabulary& vocabulary, std::span<const Token> run, std::string_view text,
                  std::vector<Candidate>& out) {
  // Most runs are "of the" or "and to".
  if (std::none_of(run.begin(), run.end(), [](const Token& token) { return names_time(token.kind); })) return;
  EnglishReader(vocabulary, run, text, out).read();
}

}  // namespace timeline::temporal
