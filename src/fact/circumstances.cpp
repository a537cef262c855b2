#include "fact/circumstances.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

constexpr char32_t kPresent = 0xB294;  // neun, the end of a present form that describes

/// 광주시(시장 김철수): the name alone.
std::string_view without_bracket(std::string_view words) {
  const std::size_t open = words.find('(');
  return open == std::string_view::npos || open == 0 || !words.ends_with(')') ? words : words.substr(0, open);
}

}  // namespace

bool Circumstances::says_between(std::uint32_t from, std::uint32_t to) const {
  return from < to && in_.words.first(SpeechWord::verb, in_.text, {from, to}).has_value();
}

void Circumstances::set_time(model::Fact& fact, const Site& site, const Measure& measure) const {
  if (in_.is_aside(measure.words, site) || in_.is_bound(site)) return;
  const model::TimeExpression* best = nullptr;
  const model::TimeExpression* behind = nullptr;
  const auto from = std::partition_point(in_.times.begin(), in_.times.end(), [&](const model::TimeExpression* t) {
    return t->span.begin < site.scope.begin;
  });
  const auto report = in_.report({site.end, site.sentence.end});
  for (auto at = from; at != in_.times.end() && (*at)->span.begin < site.scope.end; ++at) {
    const model::TimeExpression& time = **at;
    if (!site.scope.contains(time.span) || !time.value.is_dated() || time.kind != model::TimeKind::date) continue;
    if (time.span.end <= site.quantity.span.begin) {
      if (!says_between(time.span.end, site.quantity.span.begin) && reaches(time.span, site, measure)) best = &time;
    } else if (time.span.begin >= site.end && !behind && time.value.granularity > model::Granularity::week) {
      if (!is_compared_with(time.span, site) && follows(time.span, site)) behind = &time;
    }
  }
  // 정부는 13일 … 늘었다고 밝혔다: the day of the saying, unless that has one of its own.
  if (best && report && !site.quotation && best->value.granularity <= model::Granularity::day) {
    const bool dated = std::any_of(from, in_.times.end(), [&](const model::TimeExpression* t) {
      return t->span.begin >= report->begin && t->span.end <= site.sentence.end;
    });
    if (!dated) best = nullptr;
  }
  if (!best) best = behind;
  if (best) fact.valid = best->value;
}

bool Circumstances::is_compared_with(base::Span time, const Site& site) const {
  constexpr int kWords = 3;  // 지난해 같은 기간 대비
  std::uint32_t at = time.end;
  // 지난해(9602억원)보다
  if (at < in_.text.size() && in_.text[at] == '(')
    if (const std::size_t close = in_.text.find(')', at); close != std::string_view::npos)
      at = static_cast<std::uint32_t>(close) + 1;
  for (int i = 0; i < kWords; ++i) {
    if (const auto particle = in_.particle_behind(at, static_cast<std::uint32_t>(in_.text.size()));
        particle == ParticleKind::than)
      return true;
    at = in_.skip_space(at);
    if (in_.facts.starts(FactWord::compare, in_.text, at)) return true;
    // 지난해 9602억원보다 8% 인상된 1조원: the time is that of another number, with which this one is compared.
    if (std::binary_search(in_.numbers.begin(), in_.numbers.end(), at) && at < site.quantity.span.begin) {
      const auto mark = std::partition_point(in_.marks.times.begin(), in_.marks.times.end(),
                                             [&](base::Span other) { return other.begin < at; });
      at = mark == in_.marks.times.end() ? at : mark->end;
      continue;
    }
    const auto next = in_.facts.starts(FactWord::skip, in_.text, at);
    if (!next) return false;
    at = *next;
  }
  return false;
}

bool Circumstances::reaches(base::Span time, const Site& site, const Measure& measure) const {
  if (is_compared_with(time, site)) return false;
  // 3일과 5일을 포함해 열흘 동안: what is done with the time says more than the time.
  constexpr std::uint32_t kJoint = 5;  // bytes of what joins the times of a list
  std::uint32_t list_end = time.end;
  for (const model::TimeExpression* other : in_.times)
    if (other->span.begin >= list_end && other->span.begin <= list_end + kJoint) list_end = other->span.end;
  if (in_.particle_behind(list_end, static_cast<std::uint32_t>(in_.text.size())) == ParticleKind::object) return false;
  const std::uint32_t number =
      measure.words.empty() || measure.words.begin > site.quantity.span.begin || measure.words.begin < time.end
          ? site.quantity.span.begin
          : measure.words.begin;
  if (ends_before(time.end, number)) return false;
  for (const Verb& verb : site.left.verbs) {
    if (verb.span.begin < time.end) continue;
    if (verb.quoting) continue;
    if (!verb.adnominal) return false;
    // 지난해 취임한 이후 300명: the time is that of what came before.
    if (in_.facts.starts(FactWord::since, in_.text, in_.skip_space(verb.span.end))) return false;
    // 지난해 투자한 300억원; but 지난달 공개한 영상에는 핵무기 15개가: the time belongs to another noun.
    if (in_.core({verb.span.end, std::max(verb.span.end, number)}).empty()) continue;
    const bool own_topic = std::any_of(site.left.phrases.begin(), site.left.phrases.end(), [&](const Phrase& phrase) {
      return phrase.kind == ParticleKind::topic && phrase.span.begin >= time.end && phrase.end <= verb.span.begin;
    });
    if (!own_topic) return false;
  }
  // 2023년 특별법 제정, 지원금 1조원: another item of a list.
  for (std::uint32_t at = time.end; at < site.quantity.span.begin; ++at) {
    if (in_.text[at] != ',' || at == time.end) continue;
    const auto names = in_.marks.names_in({at - 1, at});
    const bool number_ends = std::any_of(in_.marks.times.begin(), in_.marks.times.end(),
                                         [&](base::Span mark) { return mark.begin > time.begin && mark.end == at; });
    if (!number_ends && (names.empty() || names.front().span.end != at) && in_.text[at - 1] != ')') return false;
  }
  return true;
}

bool Circumstances::ends_before(std::uint32_t begin, std::uint32_t end) const {
  constexpr char32_t kNominal = 0xAE30;  // gi
  for (std::uint32_t at = begin + 1; at < end; ++at)
    if (in_.text[at - 1] == ' ' && at >= begin + 2 && text::is_boundary(in_.text, at) &&
        text::decode_before(in_.text, at - 1).code_point == kNominal && in_.facts.starts(FactWord::since, in_.text, at))
      return true;
  return false;
}

bool Circumstances::follows(base::Span time, const Site& site) const {
  const Split between = in_.split({site.end, time.begin});
  if (!between.verbs.empty()) return false;
  // A time behind another number, or in the next clause, belongs there.
  if (time.begin > clause_end(site.end, site.scope.end)) return false;
  return std::none_of(in_.numbers.begin(), in_.numbers.end(),
                      [&](std::uint32_t begin) { return begin >= site.end && begin < time.begin; });
}

void Circumstances::set_status(model::Fact& fact, const Site& site, const Measure& measure) const {
  const model::Quantity& quantity = site.quantity;
  const base::Span scope = site.scope;
  const model::EventMention* event = nullptr;
  const auto first = std::partition_point(in_.events.begin(), in_.events.end(), [&](std::uint32_t i) {
    return in_.extraction.events[i].sentence < quantity.sentence;
  });
  for (auto at = first; at != in_.events.end() && in_.extraction.events[*at].sentence == quantity.sentence; ++at) {
    const std::uint32_t i = *at;
    const model::EventMention& mention = in_.extraction.events[i];
    if (!mention.evidence.contains(quantity.span)) continue;
    if (event && event->evidence.size() <= mention.evidence.size()) continue;
    event = &mention;
    fact.event = i;
  }
  if (in_.is_aside(measure.words, site) || in_.is_bound(site)) return;
  // 생산량(30만t)의 절반에 적용하기로 했다: what is done outside a bracket says nothing of what stands in it.
  std::uint32_t limit = scope.end;
  const std::size_t open = in_.text.substr(0, quantity.span.begin).rfind('(');
  if (open != std::string_view::npos && open >= scope.begin)
    if (const std::size_t close = in_.text.find(')', open); close >= site.end && close < scope.end) {
      limit = static_cast<std::uint32_t>(close);
      if (event && event->status != model::EventStatus::occurred) event = nullptr;
    }
  const std::uint32_t clause = clause_end(quantity.span.end, limit);
  const std::uint32_t end = told_to(site, clause);
  const auto stated = in_.facts.status(in_.text, {quantity.span.end, end});
  const base::Span described = description(site, measure);
  if (is_past(described) && !in_.facts.status(in_.text, described)) {
    // 주고받은 20여개 문서를 담을 계획: those are there.
  } else if (stated)
    fact.status = *stated;
  else if (const auto aimed = in_.facts.status(in_.text, measure.words))
    fact.status = *aimed;  // 목표는 3만대다
  else if (event && (end == clause || event->status == model::EventStatus::possible))
    fact.status = event->status;  // 3명이 구속된 점을 들어 기각을 요청할 계획: what is past and over is no plan
  else if (const auto said = in_.facts.status(in_.text, described))
    fact.status = *said;  // 공급하겠다고 발표한 26만장
}

bool Circumstances::is_past(base::Span described) const {
  const base::Span words = in_.trim(described);
  if (words.empty()) return false;
  std::uint32_t verb = words.begin;  // its end; in ㄴ and not in 는
  while (verb < words.end && in_.text[verb] != ' ') ++verb;
  const char32_t last = text::decode_before(in_.text, verb).code_point;
  return last != kPresent && text::final_consonant(last) == text::kFinalN;
}

base::Span Circumstances::description(const Site& site, const Measure& measure) const {
  const auto& verbs = site.left.verbs;
  const std::uint32_t number =
      std::min(site.quantity.span.begin, measure.words.empty() ? site.quantity.span.begin : measure.words.begin);
  if (verbs.empty() || !verbs.back().adnominal || verbs.back().span.end > number ||
      !in_.core({verbs.back().span.end, number}).empty())
    return {number, number};
  const bool quoted = verbs.size() >= 2 && verbs[verbs.size() - 2].quoting &&
                      in_.trim({verbs[verbs.size() - 2].span.end, verbs.back().span.begin}).empty();
  return {quoted ? verbs[verbs.size() - 2].span.begin : verbs.back().span.begin, number};
}

std::uint32_t Circumstances::clause_end(std::uint32_t at, std::uint32_t limit) const {
  std::uint32_t end = at;
  for (; end < limit; end += text::decode(in_.text, end).length)
    if (in_.text[end] == ',' && past_before(at, end)) break;
  return end;
}

bool Circumstances::past_before(std::uint32_t begin, std::uint32_t at) const {
  for (int i = 0; i < 3 && at > begin; ++i) {
    const text::Decoded c = text::decode_before(in_.text, at);
    if (text::final_consonant(c.code_point) == text::kFinalSs) return true;
    at -= c.length;
  }
  return false;
}

bool Circumstances::is_thing(const Phrase& phrase) const {
  if (!phrase.entity || !phrase.entity_ends) return false;
  const model::EntityKind kind = in_.kind_of(*phrase.entity);
  return kind == model::EntityKind::place || kind == model::EntityKind::product || kind == model::EntityKind::occasion;
}

std::uint32_t Circumstances::told_to(const Site& site, std::uint32_t limit) const {
  const Split right = in_.split({site.end, limit});
  for (const Verb& verb : right.verbs) {
    if (verb.quoting) continue;
    const text::Decoded last = text::decode_before(in_.text, verb.span.end);
    const bool past =
        verb.adnominal && last.code_point != kPresent && text::final_consonant(last.code_point) == text::kFinalN;
    if (!past) continue;
    // 늘어난 것으로 전망된다: what is held of it still counts.
    const std::uint32_t next = in_.skip_space(verb.span.end);
    if (in_.facts.starts(FactWord::report, in_.text, next)) continue;
    // 3% 줄어든 6000억원으로 전망된다: both are.
    if (std::binary_search(in_.numbers.begin(), in_.numbers.end(), next)) continue;
    return verb.span.end;
  }
  return limit;
}

void Circumstances::set_source(model::Fact& fact, const Site& site) const {
  if (site.quotation) {
    fact.attributed_to = site.quotation->speaker_text;
    return;
  }
  // 통계청에 따르면; 국세청과 통계청 등에 따르면
  const auto& left = site.left.phrases;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].kind != ParticleKind::locative ||
        !in_.facts.starts(FactWord::source, in_.text, in_.skip_space(left[i].end)))
      continue;
    std::size_t first = i;
    while (first > 0 && left[first - 1].kind == ParticleKind::with &&
           in_.trim({left[first - 1].end, left[first].span.begin}).empty())
      --first;
    const base::Span source = in_.trim({left[first].span.begin, left[i].span.end});
    if (source.size() > kLongestAttribute) continue;
    fact.attributed_to = std::string(source.of(in_.text));
    return;
  }
  // 주최 쪽 추산 3만명
  const base::Span rest = in_.trim(site.left.rest.span);
  for (const std::uint32_t at : in_.word_starts(rest))
    if (at > rest.begin && in_.facts.is(FactWord::source, in_.text, {at, rest.end})) {
      fact.attributed_to = std::string(in_.trim({rest.begin, at}).of(in_.text));
      return;
    }
  // … 기록했다고 31일 밝혔다: the topic says so.
  const auto report = in_.reported(site);
  if (!report) return;
  const auto is_topic = [](const Phrase& phrase) { return phrase.kind == ParticleKind::topic; };
  const auto right = in_.split({site.end, site.sentence.end}).phrases;
  // 대구시는 … 냈다고 밝혔다: a place that says something is its government, where nobody else says it.
  const bool alone =
      std::count_if(left.begin(), left.end(), is_topic) == 1 &&
      std::none_of(right.begin(), right.end(), [&](const Phrase& phrase) {
        return is_topic(phrase) || (phrase.kind == ParticleKind::subject && phrase.span.begin >= *report);
      });
  for (const Phrase& phrase : left)
    if (phrase.kind == ParticleKind::topic && phrase.span.size() <= kLongestAttribute &&
        (!is_thing(phrase) || (alone && in_.kind_of(*phrase.entity) == model::EntityKind::place)) &&
        !in_.facts.ends_with(FactWord::measure, in_.text, phrase.span) &&
        (phrase.entity_ends || in_.words.ends_with(SpeechWord::role, in_.text, phrase.span) ||
         in_.words.ends_with(SpeechWord::body, in_.text, phrase.span))) {
      fact.attributed_to = std::string(without_bracket(in_.trim(phrase.span).of(in_.text)));
      return;
    }
}

}  // namespace timeline::fact
