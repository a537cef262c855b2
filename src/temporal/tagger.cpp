#include "temporal/tagger.hpp"

#include <algorithm>

#include "temporal/english.hpp"
#include "temporal/grammar.hpp"
#include "text/sentences.hpp"

namespace timeline::temporal {
namespace {

using model::Granularity;
using model::TimeExpression;
using model::TimeKind;

bool is_bare_day(const Candidate& candidate) {
  return candidate.second.empty() && candidate.first.direction == Direction::none && candidate.first.count > 0 &&
         candidate.first.steps[0].step == Step::day;
}

/// 24일, 오는 24일, 27~28일: whose month is not said.
bool names_day_only(const Candidate& candidate) {
  return candidate.first.count == 1 && candidate.first.steps[0].step == Step::day && candidate.second.count <= 1;
}

bool is_today(const Candidate& candidate) {
  return candidate.first.count > 0 && candidate.first.steps[0].step == Step::deictic &&
         candidate.first.steps[0].unit == Unit::day;
}

/// 사흘 뒤, 2년 후: counted ahead from a day that is not said.
bool is_shift(const Candidate& candidate) {
  return candidate.second.empty() && candidate.first.count > 0 && candidate.first.steps[0].step == Step::shift;
}

bool is_later(const Candidate& candidate) {
  return is_shift(candidate) && candidate.first.steps[0].a > 0;
}

/// 이날, 전날, 당일, 전 거래일.
bool is_anaphoric_day(const Candidate& candidate) {
  return candidate.second.empty() && candidate.first.count == 1 && candidate.first.steps[0].step == Step::anaphor &&
         (candidate.first.steps[0].unit == Unit::day || candidate.first.steps[0].unit == Unit::business);
}

/// The tense matters only where the year, month or week is not said.
bool needs_tense(const Candidate& candidate) {
  if (candidate.kind == TimeKind::time || candidate.rule == kWithin || candidate.only_ahead) return true;
  if (candidate.first.count == 0 || candidate.first.direction != Direction::none) return false;
  switch (candidate.first.steps[0].step) {
    case Step::month:
    case Step::day:
    case Step::weekday:
    case Step::weekend:
    case Step::quarter:
    case Step::half:
    case Step::season:
    case Step::holiday:
    case Step::lunar:
    case Step::nth:
    case Step::year_part:
      return true;
    default:
      return false;
  }
}

/// "지난해 3월과 5월", "3일, 5일", "오늘(22일)": the second takes over from the first.
bool enumerates(std::string_view between) {
  if (between.size() > 12) return false;
  // "7월 11일과 17, 18일": a number without its unit stands between.
  if (const std::size_t digit = between.find_first_of("0123456789"); digit != std::string_view::npos) {
    const std::size_t rest = between.find_first_not_of("0123456789", digit);
    return rest != std::string_view::npos && between.substr(rest) == ", " && enumerates(between.substr(0, digit));
  }
  if (between.size() > 8) return false;
  for (const char c : between)
    if (c == '.' || c == '\n' || c == '\'' || c == '"') return false;
  return between.find(' ') == std::string_view::npos || between.size() <= 5;
}

/// Does `at` stand inside a quotation that begins in the same sentence?
bool is_quoted(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  bool straight = false, curly = false;
  for (std::uint32_t i = begin; i < at; ++i) {
    if (text[i] == '"') straight = !straight;
    if (text[i] != '\xE2') continue;
    if (text.substr(i, 3) == "\xE2\x80\x9C") curly = true;
    if (text.substr(i, 3) == "\xE2\x80\x9D") curly = false;
  }
  return straight || curly;
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); ++at)
    if (const auto lead = static_cast<unsigned char>(text[at]); lead >= 0xEA && lead <= 0xED) return true;
  return false;
}

/// "발생일로부터 30일 이내", "사고 후 2년 안에": counted from what the words before it name, not from now.
bool is_counted_from_elsewhere(const Vocabulary& vocabulary, std::string_view text, base::Span sentence,
                               std::uint32_t begin) {
  if (begin == 0 || text[begin - 1] != ' ') return false;
  const std::uint32_t word_end = begin - 1;
  for (const std::uint32_t size : {3U, 6U}) {
    if (word_end < sentence.begin + size) break;
    const auto hit = vocabulary.follower(text, word_end - size, [&](const Word& word, std::uint32_t end) {
      return end == word_end && word.value == static_cast<int>(size == 3 ? Bound::after : Bound::since) &&
             word.kind == (size == 3 ? WordKind::shift : WordKind::bound);
    });
    if (hit.word != nullptr) return true;
  }
  return false;
}

bool ends_in_call(std::string_view text, base::Span sentence) {
  std::uint32_t end = sentence.end;
  while (end > sentence.begin && text[end - 1] == ' ') --end;
  return end > sentence.begin && text[end - 1] == '!';
}

/// Can a time of day belong to what stands before it? To a day, or to the end of a range; not to a month, nor to a day
/// that does not exist.
bool may_hold_time(const TimeExpression& before) {
  if (!before.value.from && !before.value.to) return false;
  return before.value.granularity == Granularity::day || before.value.granularity == Granularity::time ||
         before.value.granularity == Granularity::range;
}

/// "3일부터 회원 등록을 받아 10일까지": one stretch, said in two places.
bool goes_on_until(const Candidate& candidate, const TimeExpression& since, const TimeExpression& until,
                   std::string_view between) {
  constexpr std::size_t kFarthest = 80;  // bytes
  return candidate.bound == Bound::until && since.value.modifier == model::Modifier::since && since.value.from &&
         until.value.to && !until.value.from && *since.value.from < *until.value.to && between.size() <= kFarthest &&
         between.find_first_of(",.\n") == std::string_view::npos;
}

/// "15일부터 사흘간": the stretch has an end, though no day names it. Gives the last day.
std::optional<DayNumber> end_of_stretch(const TimeExpression& since, const Candidate& length, std::string_view between,
                                        bool marked) {
  if (length.kind != TimeKind::duration || !marked || length.length.some || length.length.more_unit != Unit::none ||
      since.value.modifier != model::Modifier::since || !since.value.from || since.value.from->has_time() ||
      between.find_first_of(",.\n") != std::string_view::npos || between.size() > 8)
    return std::nullopt;
  const DayNumber first = day_number(*since.value.from);
  switch (length.length.unit) {
    case Unit::day:
      return first + length.length.count - 1;
    case Unit::week:
      return first + 7 * length.length.count - 1;
    case Unit::month:
      return add_months(first, length.length.count) - 1;
    case Unit::year:
      return length.length.count < 1000 ? std::optional<DayNumber>(add_months(first, 12 * length.length.count) - 1)
                                        : std::nullopt;
    default:
      return std::nullopt;
  }
}

/// "Output doubled in three years", "the first win in 108 years": how long it took. The second tells so without a verb
/// of the past; a question that is nothing else ("in two years") looks ahead.
bool took_as_long(const Candidate& candidate, Tense tense, base::Span sentence) {
  constexpr std::uint32_t kMark = 2;
  const bool alone = candidate.span.size() + kMark >= sentence.size();
  return tense == Tense::past || (tense == Tense::unknown && candidate.length.unit >= Unit::month && !alone);
}

/// English counts weeks from day to day: "two weeks ago" is a day.
bool is_weeks(const Candidate& candidate) {
  return candidate.first.back().unit == Unit::week;
}

bool is_near(const model::Moment& moment, const model::Moment& reference) {
  constexpr DayNumber kNear = 40;
  const DayNumber distance = day_number(moment) - day_number(reference);
  return -kNear <= distance && distance <= kNear;
}

/// 전년, 전분기, 지난해 같은 기간.
bool is_comparison(const Candidate& candidate) {
  if (!candidate.second.empty() || candidate.first.count == 0) return false;
  const Operation& first = candidate.first.steps[0];
  const Operation& last = candidate.first.back();
  return (candidate.first.count == 1 && first.step == Step::anaphor && first.a < 0 && first.unit != Unit::day) ||
         (last.step == Step::same && last.unit == Unit::none);
}

/// Remembers what an expression set, for those that follow.
void remember(const Candidate& candidate, const TimeExpression& found, Anchors& anchors) {
  if (!found.value.from || found.kind == TimeKind::vague) return;
  const DayNumber day = day_number(*found.value.from);
  const Granularity granularity = found.value.granularity;
  // The day on which the news was told is not the year and month that it tells of.
  const bool told = is_bare_day(candidate) || is_today(candidate) || candidate.kind == TimeKind::time;
  // Nor are 전년 and 전분기 what is spoken of, but what it is compared with.
  const bool compared = is_comparison(candidate);
  if (!told && !compared) anchors.last_year = found.value.from->year;
  if (found.value.to && !compared &&
      (granularity == Granularity::quarter || granularity == Granularity::half || granularity == Granularity::month)) {
    anchors.period_year = found.value.from->year;
    anchors.period_month = found.value.from->month;
    anchors.period_months = found.value.to->month - found.value.from->month + 1;
  }
  if (!compared && (granularity == Granularity::quarter || granularity == Granularity::month ||
                    (granularity == Granularity::day && (!told || !anchors.last_month))))
    anchors.last_month = found.value.from->year * 12 + found.value.from->month - 1;
  if (names_day_only(candidate))
    for (const auto& end : {found.value.from, found.value.to})
      if (end) anchors.days[static_cast<std::size_t>(end->day)] = day_number(*end);
  if (granularity != Granularity::day && granularity != Granularity::time) return;
  anchors.last_day = day;
  anchors.sentence_day = day;
  anchors.last_sentence = anchors.sentence;
  // The day of the news: said barely ("24일") or as 오늘, 어제, and not long before publication; not one that a
  // quotation speaks of.
  constexpr DayNumber kNews = 7;
  if ((is_bare_day(candidate) || is_today(candidate)) && anchors.reference && !anchors.quoted) {
    const DayNumber today = day_number(*anchors.reference);
    if (day <= today && today - day <= kNews) {
      anchors.told_day = day;
      anchors.told_sentence = anchors.sentence;
      anchors.dateline = anchors.dateline ? std::max(*anchors.dateline, day) : day;
    }
  }
}

}  // namespace

Tagger::Tagger(const lexicon::DataSet& data, Words words) : data_(data) {
  if (words == Words::when_needed) return;
  static_cast<void>(korean());
  static_cast<void>(english());
}

const Tagger::Language& Tagger::korean() const {
  std::call_once(korean_read_, [this] { korean_.emplace(data_, "ko"); });
  return *korean_;
}

const Tagger::Language& Tagger::english() const {
  std::call_once(english_read_, [this] { english_.emplace(data_, "en"); });
  return *english_;
}

bool Tagger::follows_copula(std::string_view text, std::uint32_t at) const {
  const auto particle = korean().words.particles().after(text, at);
  return particle && particle->kind == lexicon::ParticleKind::copula;
}

void Tagger::tag_sentence(Scanner* scanner, std::string_view text, base::Span sentence, bool sets_anchors,
                          Anchors& anchors, std::vector<TimeExpression>& found, Scratch& scratch, Trace* trace) const {
  const bool korean = scanner != nullptr;
  const Language& language = korean ? this->korean() : english();
  const EnglishScanner english_scanner(language.words);
  const Resolver resolver(language.words);
  anchors.sentence_day.reset();
  ++anchors.sentence;
  bool ends_known = false, ends_past = false, asks = false;
  std::uint32_t previous_end = sentence.begin;
  const std::size_t first_found = found.size();
  bool previous_dated = false, previous_is_year = false, previous_is_set = false, apposed = false;
  int previous_year = 0, previous_month = 0;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    at = korean ? scanner->next(at, sentence.end, scratch.run)
                : english_scanner.next(text, at, sentence.end, scratch.run);
    if (scratch.run.empty()) break;
    scratch.candidates.clear();
    if (korean)
      read_korean(scratch.run, text, scratch.candidates);
    else
      read_english(language.words, scratch.run, text, scratch.candidates);
    for (Candidate& candidate : scratch.candidates) {
      anchors.tense = Tense::unknown;
      anchors.tense_is_sure = false;
      anchors.near_year.reset();
      anchors.near_month.reset();
      anchors.stands_alone = candidate.span.begin == sentence.begin && candidate.span.end == sentence.end;
      const bool tense_wanted = needs_tense(candidate);
      if (korean && !ends_known && (tense_wanted || candidate.first.has(Step::shift))) {
        ends_past = language.tense.ends_in_past(text, sentence.begin, sentence.end);
        constexpr std::uint32_t kLongestQuestion = 240;  // bytes
        asks = sentence.size() <= kLongestQuestion && language.tense.asks_for_day(text, sentence.begin, sentence.end);
        ends_known = true;
      }
      anchors.quoted =
          (is_today(candidate) || is_bare_day(candidate)) && is_quoted(text, sentence.begin, candidate.span.begin);
      candidate.exact = asks || (!korean && candidate.first.has(Step::shift) && is_weeks(candidate));
      if (tense_wanted) {
        // "전날(1일)" crosses the month; the day itself is not far from publication.
        const bool at_hand = apposed && is_bare_day(candidate) && text[previous_end] == '(' && previous_dated &&
                             anchors.reference && is_near(*found.back().value.from, *anchors.reference);
        if (previous_dated && !at_hand && candidate.span.begin > previous_end &&
            enumerates(text.substr(previous_end, candidate.span.begin - previous_end))) {
          anchors.near_year = previous_year;
          anchors.near_month = previous_month;
        } else if (korean && previous_is_year &&
                   language.tense.ends_adnominal(text, previous_end, candidate.span.begin)) {
          anchors.near_year = previous_year;
        }
        ClauseTense clause;
        if (sets_anchors && korean)
          clause = language.tense.clause(text, candidate.span.end, sentence, anchors.sentence_day.has_value());
        else if (sets_anchors)
          clause.tense = language.tense.nearest(text, sentence, candidate.span);
        // "2일 … 출시할 것이라고 밝혔다": a day just past belongs to the telling.
        if (clause.tense == Tense::future && ends_past && is_bare_day(candidate) && anchors.reference) {
          const int gap = (anchors.reference->day - candidate.first.steps[0].a + 31) % 31;
          constexpr int kThisWeek = 7;
          if (gap <= kThisWeek) clause.tense = Tense::past;
        }
        // "19일 저녁 신년회!" looks forward.
        if (korean && clause.tense == Tense::unknown && !ends_past && ends_in_call(text, sentence))
          clause.tense = Tense::future;
        constexpr std::uint32_t kRightBehind = 40;
        // "노조와 합의했다", "오후 3시 결과를 발표했다"; with more between, what is told has room for the day.
        const std::uint32_t nothing_between = is_bare_day(candidate) ? 30 : 12;
        anchors.tense_is_sure =
            asks || (clause.tense != Tense::unknown && !clause.participle && clause.distance <= kRightBehind &&
                     (!clause.told || clause.distance <= nothing_between));
        anchors.tense = asks ? Tense::unknown : clause.tense;
        if (candidate.only_ahead && took_as_long(candidate, clause.tense, sentence))
          candidate.kind = TimeKind::duration;
        if (korean && candidate.rule == kWithin && candidate.kind == TimeKind::date &&
            (anchors.tense == Tense::past ||
             is_counted_from_elsewhere(language.words, text, sentence, candidate.span.begin)))
          candidate.kind = TimeKind::duration;
      }
      // "사흘 뒤 취소했다": what a story says of the past is not counted from publication.
      if (korean && sets_anchors && !asks && is_later(candidate))
        anchors.tense = language.tense.clause(text, candidate.span.end, sentence).tense;
      std::vector<std::string> lines;
      TimeExpression expression = resolver.resolve(candidate, anchors, trace ? &lines : nullptr);
      // "매주 금요일 밤 12시" is on no one day.
      if (previous_is_set && candidate.kind == TimeKind::time && candidate.span.begin - previous_end <= 1) {
        expression.value = {};
        expression.reason = "it comes again and again";
      }
      // "이틀 뒤인 23일", "청문회 당일인 9월 6일", "전날(8일)": the same day, said twice; the second is the plainer.
      if (korean && apposed && !found.empty() && candidate.span.begin - previous_end <= 4 &&
          expression.value.granularity == model::Granularity::day)
        found.back().value = expression.value;
      const bool bracket = candidate.span.end < sentence.end && text[candidate.span.end] == '(';
      apposed = korean && (is_shift(candidate) || is_anaphoric_day(candidate)) &&
                (bracket || follows_copula(text, candidate.span.end));
      if (korean && candidate.time_of_previous && !found.empty() && !may_hold_time(found.back())) {
        expression.value = {};
        expression.reason = "a time of day on no known day";
      }
      if (korean && sets_anchors && found.size() > first_found &&
          goes_on_until(candidate, found.back(), expression,
                        text.substr(previous_end, candidate.span.begin - previous_end))) {
        expression.value.from = found.back().value.from;
        expression.value.modifier = model::Modifier::none;
      }
      if (korean && sets_anchors && found.size() > first_found)
        if (const auto last =
                end_of_stretch(found.back(), candidate, text.substr(previous_end, candidate.span.begin - previous_end),
                               candidate.for_how_long)) {
          found.back().value.to = moment_of(*last);
          found.back().value.modifier = model::Modifier::none;
        }
      previous_dated = expression.value.from.has_value();
      if (previous_dated) {
        previous_year = expression.value.from->year;
        previous_month = previous_year * 12 + expression.value.from->month - 1;
      }
      previous_is_set = candidate.kind == TimeKind::set;
      previous_is_year = previous_dated && expression.value.granularity == Granularity::year;
      previous_end = candidate.span.end;
      if (sets_anchors) {
        remember(candidate, expression, anchors);
      } else if (expression.value.from) {
        anchors.sentence_day = day_number(*expression.value.from);
      }
      found.push_back(std::move(expression));
      if (trace) trace->push_back(std::move(lines));
    }
  }
}

void Tagger::tag(const model::Article& article, model::Extraction& extraction) const {
  Scratch scratch;
  Anchors anchors;
  anchors.reference = article.published;
  const bool korean = article.language != "en";
  std::optional<Scanner> title, body;
  if (korean) {
    title.emplace(this->korean().words, model::text_of(article, model::Field::title));
    body.emplace(this->korean().words, model::text_of(article, model::Field::body));
  }
  std::uint32_t index = 0;
  for (const model::Sentence& sentence : extraction.sentences) {
    const std::uint32_t number = index++;
    if (sentence.role == model::SentenceRole::noise) continue;
    const std::size_t first = extraction.times.size();
    auto& scanner = sentence.field == model::Field::title ? title : body;
    tag_sentence(scanner ? &*scanner : nullptr, model::text_of(article, sentence.field), sentence.span,
                 sentence.role == model::SentenceRole::body, anchors, extraction.times, scratch, nullptr);
    for (std::size_t i = first; i < extraction.times.size(); ++i) extraction.times[i].sentence = number;
  }
}

void Tagger::tag_text(std::string_view text, const std::optional<model::Moment>& reference, std::string_view language,
                      std::vector<TimeExpression>& found, Scratch& scratch, Trace* trace) const {
  Anchors anchors;
  anchors.reference = reference;
  anchors.spoken_then = true;
  const bool korean = language.empty() ? has_hangul(text) : language != "en";
  scratch.sentences = text::split_sentences(text);
  std::optional<Scanner> scanner;
  if (korean) scanner.emplace(this->korean().words, text);
  std::uint32_t index = 0;
  for (const base::Span sentence : scratch.sentences) {
    const std::size_t first = found.size();
    tag_sentence(scanner ? &*scanner : nullptr, text, sentence, true, anchors, found, scratch, trace);
    for (std::size_t i = first; i < found.size(); ++i) found[i].sentence = index;
    ++index;
  }
}

}  // namespace timeline::temporal
