#include "event/time_reader.hpp"

#include <algorithm>

#include "event/tense.hpp"

namespace timeline::event {

using lexicon::ParticleKind;

/// 지난해보다, 전분기 대비, 2013년 이후 처음.
bool TimeReader::is_compared(std::uint32_t last) const {
  const Word& word = phrase_.words[last];
  if (word.particle == ParticleKind::than) return true;
  // 2013년 이후 처음으로
  const model::TimeValue& value = extraction_.times[word.time].value;
  if (value.from && !value.to && last + 1 < phrase_.words.size() && vocabulary_.is(WordClass::first, core(last + 1)))
    return true;
  std::string next;
  // 지난해에 이어
  const std::string_view particle = phrase_.text.substr(word.core.end, word.span.end - word.core.end);
  if (last + 1 < phrase_.words.size() &&
      vocabulary_.is(WordClass::compare,
                     std::string(particle) + " " + std::string(phrase_.words[last + 1].span.of(phrase_.text))))
    return true;
  if (is_figure_before(last)) return true;
  bool bare = true;
  bool since = false;
  for (std::uint32_t i = last + 1; i < phrase_.words.size() && i <= last + 4; ++i) {
    if (phrase_.words[i].aside) continue;
    if (phrase_.words[i].time != kNone) break;
    // 지난해 같은 기간보다
    if (bare && phrase_.words[i].particle == ParticleKind::than) return true;
    bare = bare && !phrase_.words[i].particle;
    const std::string_view text = phrase_.words[i].span.of(phrase_.text);
    if (next.empty() && (vocabulary_.is(WordClass::compare, text) || vocabulary_.is(WordClass::compare, core(i))))
      return true;
    // 2018년 12월 이후 3년여 만에
    since = since || vocabulary_.is(WordClass::since, text);
    if (since && vocabulary_.is(WordClass::compare, text)) return true;
    next += next.empty() ? "" : " ";
    next += text;
    if (vocabulary_.is(WordClass::compare, next)) return true;
  }
  return false;
}

/// 지난해와 달리, 2년 전과 지금을 비교하면: what follows is of another time; 15일과 지난 16일 is both.
bool TimeReader::is_likened(std::uint32_t last) const {
  constexpr std::uint32_t kWords = 2;
  const Word& word = phrase_.words[last];
  if (word.particle != ParticleKind::with || word.aside) return false;
  for (std::uint32_t i = last + 1; i < phrase_.words.size() && i <= last + kWords; ++i)
    if (const std::uint32_t next = phrase_.words[i].time;
        next != kNone && extraction_.times[next].kind != model::TimeKind::vague)
      return false;
  return true;
}

/// 지난해 총 45만장에서 올해 50만장으로, 지난해 3억원에 비해: where a figure comes from, or with what it is compared.
bool TimeReader::is_figure_before(std::uint32_t last) const {
  constexpr std::uint32_t kWords = 3;
  for (std::uint32_t i = last + 1; i < phrase_.words.size() && i <= last + kWords; ++i) {
    const Word& word = phrase_.words[i];
    if (word.time != kNone || word.passage != phrase_.words[last].passage) return false;
    if (!word.particle) continue;
    if (!is_amount(i)) return false;
    if (word.particle == ParticleKind::in || word.particle == ParticleKind::than) return true;
    return i + 1 < phrase_.words.size() &&
           vocabulary_.is(WordClass::compare, phrase_.words[i + 1].span.of(phrase_.text));
  }
  return false;
}

/// 이날 올해 첫 한파가 왔다: beside a day, the year only says among what it is the first.
bool TimeReader::is_scope(std::uint32_t time, std::uint32_t last) const {
  constexpr std::uint32_t kWords = 3;
  if (extraction_.times[time].value.granularity < model::Granularity::month) return false;
  const auto& words = phrase_.words;
  bool ranks = false;
  for (std::uint32_t i = last + 1; i < words.size() && i <= last + kWords && words[i].time == kNone && !ranks; ++i)
    ranks = vocabulary_.is(WordClass::first, core(i));
  return ranks && std::any_of(words.begin(), words.end(), [&](const Word& word) {
           return word.time != kNone && word.time != time && word.passage == words[last].passage &&
                  extraction_.times[word.time].value.is_dated() &&
                  extraction_.times[word.time].value.granularity <= model::Granularity::day;
         });
}

bool TimeReader::is_amount(std::uint32_t word) const {
  return std::any_of(extraction_.quantities.begin(), extraction_.quantities.end(), [&](const model::Quantity& one) {
    return one.sentence == phrase_.sentence && one.span.overlaps(phrase_.words[word].core);
  });
}

/// 지난 2월 24일 올해 시정 보고에서: the year says nothing new beside a day of it.
bool TimeReader::is_wider(std::uint32_t time, std::uint32_t word) const {
  const model::TimeValue& wide = extraction_.times[time].value;
  for (std::uint32_t i = 0; i < word; ++i) {
    const std::uint32_t other = phrase_.words[i].time;
    if (other == kNone || other == time || phrase_.words[i].passage != phrase_.words[word].passage) continue;
    if (is_report(i)) continue;
    const model::TimeValue& fine = extraction_.times[other].value;
    if (fine.granularity > model::Granularity::day || wide.granularity < model::Granularity::month || !fine.from ||
        !wide.from || !wide.to)
      continue;
    const bool inside = !(*fine.from < *wide.from) && day_of(*fine.from) <= *wide.to;
    const bool between = std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
      return clause.predicate.passage == phrase_.words[word].passage && clause.predicate.word > i &&
             clause.predicate.word < word;
    });
    if (inside && !between) return true;
  }
  return false;
}

/// 연말을 홀로 보내는 이웃, 추석 연휴를 앞두고: what somebody passes or awaits is not when; 3일을 끝으로 is.
bool TimeReader::is_object(std::uint32_t last) const {
  return phrase_.words[last].particle == ParticleKind::object && last + 1 < phrase_.words.size() &&
         phrase_.words[last + 1].particle != ParticleKind::direction;
}

/// 내년에 5차, 2027년에 6차 발사를 한다: what the verb says stands with the last time alone.
bool TimeReader::is_elided(std::uint32_t last) const {
  const auto& words = phrase_.words;
  const auto is_time = [&](std::uint32_t word) {
    return words[word].time != kNone && words[word].passage == words[last].passage;
  };
  // 첫 편은 1월 8일, 다음 편은 2월 개봉한다
  if (words[last].comma && !words[last].particle) {
    constexpr std::uint32_t kWords = 8;
    for (std::uint32_t i = last + 1; i + 1 < words.size() && i <= last + kWords && !is_told(i); ++i)
      if (words[i].last == ParticleKind::topic || words[i].last == ParticleKind::subject) return is_time(i + 1);
    return false;
  }
  for (std::uint32_t i = last + 1; i + 1 < words.size() && i <= last + 3; ++i) {
    if (words[i].time != kNone || words[i].particle || words[i].passage != words[last].passage) return false;
    if (words[i].comma) return is_time(i + 1);
  }
  return false;
}

/// 2030년 목표였던 3만장을 앞당긴다: the day of what was to come then, not of what is done to it.
bool TimeReader::is_of_due_day(std::uint32_t last) const {
  const auto& words = phrase_.words;
  return last + 2 < words.size() && words[last].passage == words[last + 1].passage &&
         words[last + 1].particle == ParticleKind::copula && vocabulary_.ends_as(WordClass::due, core(last + 1));
}

/// [2019 국민과의 대화] 시민 300명이 모였다: a label in square brackets names something, and dates nothing behind it.
bool TimeReader::is_in_label(std::uint32_t time) const {
  const base::Span span = extraction_.times[time].span;
  const std::string_view before = phrase_.text.substr(phrase_.span.begin, span.begin - phrase_.span.begin);
  const std::string_view after = phrase_.text.substr(span.end, phrase_.span.end - span.end);
  const std::size_t open = before.rfind('[');
  return open != std::string_view::npos && before.find(']', open) == std::string_view::npos &&
         after.find(']') < after.find('[');
}

/// 내년 대선을 앞두고 조직을 정비할 예정이다: when what is awaited comes.
bool TimeReader::is_of_awaited(std::uint32_t time, std::uint32_t last) const {
  constexpr std::uint32_t kWords = 4;
  const model::TimeValue& value = extraction_.times[time].value;
  if (value.granularity <= model::Granularity::day || when(value, article_.published) == When::past) return false;
  const auto& words = phrase_.words;
  const auto next = std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
    return clause.predicate.passage == words[last].passage && clause.predicate.word > last;
  });
  if (next == clauses_.end() || !next->predicate.trigger || next->predicate.word > last + kWords ||
      !vocabulary_.is(WordClass::await, next->predicate.trigger->word))
    return false;
  return std::none_of(words.begin() + last + 1, words.begin() + next->predicate.word - 1,
                      [](const Word& word) { return word.particle && word.particle != ParticleKind::genitive; });
}

/// 내년도 예산안을 처리할 예정이다: the year of the thing, not of what is done to it.
bool TimeReader::is_year_of_thing(std::uint32_t time, std::uint32_t last) const {
  constexpr std::uint32_t kWords = 5;
  const auto& words = phrase_.words;
  if (words[last].particle || !vocabulary_.ends_as(WordClass::year_of, extraction_.times[time].span.of(phrase_.text)))
    return false;
  for (std::uint32_t i = last + 1; i < words.size() && i <= last + kWords; ++i) {
    if (words[i].time != kNone || words[i].passage != words[last].passage) return false;
    if (words[i].particle && words[i].particle != ParticleKind::genitive)
      return words[i].particle == ParticleKind::object;
  }
  return false;
}

/// 2018년 결혼 후 입사했다: the time of the noun, which is no event; what is told came later.
bool TimeReader::is_of_noun_before(std::uint32_t last) const {
  constexpr std::uint32_t kWords = 5;
  const auto& words = phrase_.words;
  if (words[last].particle || extraction_.times[words[last].time].value.granularity <= model::Granularity::day)
    return false;
  for (std::uint32_t i = last + 1; i < words.size() && i <= last + kWords; ++i) {
    if (words[i].time != kNone || words[i].passage != words[last].passage) return false;
    if (i > last + 1 && vocabulary_.is(WordClass::after, core(i))) return !is_told(i - 1);
    if (words[i].particle) return false;
  }
  return false;
}

bool TimeReader::is_told(std::uint32_t word) const {
  return std::any_of(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
    return clause.predicate.word <= word && word <= clause.predicate.last_word;
  });
}

/// 석보(고려 11세기)를 전시한다, 17세기 그림을 소개했다: how old a thing is, before it or in brackets behind it.
bool TimeReader::is_age(std::uint32_t time, std::uint32_t last) const {
  const Word& word = phrase_.words[last];
  const model::Granularity unit = extraction_.times[time].value.granularity;
  if (word.aside) return unit == model::Granularity::decade || unit == model::Granularity::century;
  return unit == model::Granularity::century && !word.particle && !word.comma && last + 1 < phrase_.words.size() &&
         !is_told(last + 1);
}

/// 62년생: a year of birth says who somebody is.
bool TimeReader::is_birth_year(std::uint32_t last) const {
  const Word& word = phrase_.words[last];
  const std::uint32_t end = extraction_.times[word.time].span.end;
  return end < word.core.end && vocabulary_.is(WordClass::born, base::Span{end, word.core.end}.of(phrase_.text));
}

/// 최근, 최근 몇 달간: no place on a timeline.
bool TimeReader::is_vague(const model::TimeExpression& time) {
  const bool about =
      time.value.modifier == model::Modifier::approximate && time.value.granularity == model::Granularity::range;
  return time.kind == model::TimeKind::vague || time.value.modifier == model::Modifier::vague || about;
}

/// 17일 로이터통신에 따르면: the word 따르면, when nothing else stands between it and the time.
bool TimeReader::is_report(std::uint32_t last) const {
  for (std::uint32_t i = last + 1; i < phrase_.words.size() && i <= last + 8; ++i) {
    const Word& word = phrase_.words[i];
    if (word.passage != phrase_.words[last].passage) return false;
    if (vocabulary_.is(WordClass::source, word.span.of(phrase_.text))) return true;
    // 경찰의 설명을 종합하면
    const bool gathers = word.particle == ParticleKind::object && i + 1 < phrase_.words.size() &&
                         vocabulary_.is(WordClass::source, phrase_.words[i + 1].span.of(phrase_.text));
    if (!gathers && (word.particle == ParticleKind::topic || word.particle == ParticleKind::subject ||
                     word.particle == ParticleKind::object))
      return false;
    for (const Clause& clause : clauses_)
      if (clause.predicate.word == i) return false;
  }
  return false;
}

/// 지난 15일(미국 시각 14일 밤): the same time again, in brackets that open right behind it.
bool TimeReader::is_repeated(std::uint32_t time) const {
  const model::TimeExpression& inner = extraction_.times[time];
  return std::any_of(extraction_.times.begin(), extraction_.times.end(), [&](const model::TimeExpression& outer) {
    if (outer.sentence != inner.sentence || outer.span.end >= inner.span.begin) return false;
    const std::string_view gap = base::Span{outer.span.end, inner.span.begin}.of(phrase_.text);
    return gap.front() == '(' && gap.find(' ') != std::string_view::npos && gap.find(')') == std::string_view::npos;
  });
}

std::uint32_t TimeReader::cleft_before(std::uint32_t first, std::uint32_t last) const {
  while (first > 0 && vocabulary_.is(WordClass::adverb, core(first - 1))) --first;
  if (first == 0) return kNone;
  const Word& asks = phrase_.words[first - 1];
  // 것은, 건
  if ((asks.last && asks.last != ParticleKind::topic) || !vocabulary_.is(WordClass::moment, core(first - 1)))
    return kNone;
  // 2015년이다, 2015년 일이다
  const auto is_said = [&](std::uint32_t word) {
    return word < phrase_.words.size() && phrase_.words[word].particle == ParticleKind::copula;
  };
  if (!is_said(last) && !(is_said(last + 1) && vocabulary_.is(WordClass::affair, core(last + 1)))) return kNone;
  for (std::uint32_t i = 0; i < clauses_.size(); ++i) {
    const Predicate& predicate = clauses_[i].predicate;
    const bool asked = predicate.reading.link == Link::nominal || predicate.reading.link == Link::adnominal;
    if (asked && predicate.passage == asks.passage && predicate.word < first && predicate.last_word + 2 >= first)
      return i;
  }
  return kNone;
}

}  // namespace timeline::event
