#include "event/tense.hpp"

#include <algorithm>
#include <chrono>

namespace timeline::event {

using model::EventStatus;

model::Moment day_of(model::Moment moment) {
  moment.hour = moment.minute = moment.second = -1;
  return moment;
}

When when(const model::TimeValue& value, const std::optional<model::Moment>& published) {
  if (!published || !value.is_dated()) return When::unknown;
  const model::Moment today = day_of(*published);
  if (value.to && day_of(*value.to) < today) return When::past;
  if (value.from && day_of(*value.from) > today) return When::future;
  return When::around;
}

bool has_come(const model::TimeValue& value, const std::optional<model::Moment>& published) {
  const When at = when(value, published);
  return at == When::past || (at == When::around && value.from && value.granularity <= model::Granularity::day);
}

bool is_news_day(const model::TimeValue& value, const std::optional<model::Moment>& published, int days) {
  if (!published || !value.from || value.granularity > model::Granularity::day) return false;
  const auto day = [](const model::Moment& moment) {
    return std::chrono::sys_days(std::chrono::year(moment.year) / static_cast<unsigned>(moment.month) /
                                 static_cast<unsigned>(moment.day));
  };
  const auto ago = (day(*published) - day(*value.from)).count();
  return ago >= 0 && ago <= days;
}

namespace {

/// 비판하며, 비판하고; not 비판한 뒤, 비판한 지 사흘 만에.
bool speaks_on(const Predicate& predicate) {
  return predicate.trigger && predicate.trigger->kind == TriggerClass::speech &&
         predicate.reading.link == Link::connective && predicate.base != Base::adn_past;
}

bool same_subject(const Clause& one, const Clause& other) {
  return one.subject && other.subject && one.subject->span == other.subject->span;
}

}  // namespace

std::uint32_t teller_beside(const std::vector<Clause>& clauses, std::uint32_t index, std::uint32_t said) {
  const Clause& inner = clauses[said];
  if (inner.predicate.reading.link != Link::quote) return kNone;
  const bool demands = inner.predicate.reading.status == EventStatus::possible && !inner.own_subject;
  if (!demands && !speaks_on(clauses[index].predicate)) return kNone;
  for (std::uint32_t i = said + 1; i < clauses.size(); ++i)
    if (clauses[i].complement == said)
      return same_subject(clauses[index], clauses[i]) ||
                     (demands && !clauses[i].own_subject && !clauses[i].predicate.is_inside())
                 ? i
                 : kNone;
  return kNone;
}

bool lapses(const Vocabulary& vocabulary, const model::Extraction& extraction, const Phrase& phrase,
            std::uint32_t first, std::uint32_t last) {
  return std::any_of(extraction.times.begin(), extraction.times.end(), [&](const model::TimeExpression& time) {
    if (time.kind != model::TimeKind::duration || time.sentence != phrase.sentence || time.duration.starts_with("PT") ||
        time.span.begin < phrase.words[first].span.begin || time.span.end > phrase.words[last].span.begin)
      return false;
    const auto next = std::find_if(phrase.words.begin() + first, phrase.words.begin() + last,
                                   [&](const Word& word) { return word.span.begin >= time.span.end; });
    return next != phrase.words.begin() + last && next->passage == phrase.words[last].passage && !next->aside &&
           vocabulary.is(WordClass::compare, next->span.of(phrase.text));
  });
}

const Predicate& main_of(const std::vector<Clause>& clauses, std::uint32_t index) {
  const Predicate* predicate = &clauses[index].predicate;
  for (std::uint32_t i = index; predicate->reading.link == Link::connective && predicate->base != Base::past &&
                                !(predicate->reading.auxiliary && predicate->reading.tense == Tense::past) &&
                                !predicate->reading.status;) {
    // 텃밭을 관리해 배추를 길러냈다는 점, 공장을 팔아 빚을 갚을 것이라는 소문: it runs into what is told of the noun.
    const bool leads_to = predicate->base == Base::infinitive && i + 1 < clauses.size() &&
                          clauses[i + 1].predicate.reading.tense == Tense::future;
    const auto is_passed = [&](const Clause& clause) {
      return clause.predicate.passage != predicate->passage ||
             (clause.predicate.is_inside() &&
              (clause.predicate.reading.link != Link::quote_adnominal || clause.own_subject ||
               (clause.predicate.reading.tense != Tense::past && !leads_to)));
    };
    while (++i < clauses.size() && is_passed(clauses[i])) {
    }
    if (i >= clauses.size()) break;
    if (const std::uint32_t teller = teller_beside(clauses, index, i); teller != kNone) i = teller;
    predicate = &clauses[i].predicate;
  }
  return *predicate;
}

const Predicate& aim_of(const std::vector<Clause>& clauses, std::uint32_t index) {
  for (std::uint32_t i = index + 1; i < clauses.size(); ++i)
    if (!clauses[i].predicate.is_inside() && clauses[i].predicate.passage == clauses[index].predicate.passage)
      return main_of(clauses, i);
  return clauses[index].predicate;
}

std::uint32_t closing_clause(const std::vector<Clause>& clauses) {
  for (auto i = static_cast<std::uint32_t>(clauses.size()); i-- > 0;)
    if (clauses[i].predicate.passage == 0) return clauses[i].predicate.reading.link == Link::final ? i : kNone;
  return kNone;
}

const Predicate& governing(const std::vector<Clause>& clauses, std::uint32_t index) {
  return clauses[index].predicate.reading.link == Link::purpose ? aim_of(clauses, index) : main_of(clauses, index);
}

bool is_about_suspicion(const Vocabulary& vocabulary, const Phrase& phrase, const Clause& clause) {
  const Predicate& predicate = clause.predicate;
  if (!predicate.trigger || !vocabulary.is(WordClass::of_suspicion, predicate.trigger->word)) return false;
  const std::string_view ending = predicate.ending(phrase.text);
  return predicate.reading.link == Link::adnominal ||
         (predicate.reading.link == Link::nominal && vocabulary.ends_as(WordClass::suspicion, ending));
}

bool is_accusation(const Vocabulary& vocabulary, const Phrase& phrase, const std::vector<Clause>& clauses,
                   std::uint32_t index) {
  const auto is_bare = [](const Predicate& one) { return one.base == Base::noun && !one.reading.auxiliary; };
  // 단속에 걸리자 청탁한 혐의: upon what it was done is no accusation.
  const auto is_upon = [&](const Predicate& one) {
    return one.reading.link == Link::connective && !is_bare(one) &&
           vocabulary.ends_as(WordClass::upon, base::Span{one.stem.begin, one.end}.of(phrase.text));
  };
  if (is_upon(clauses[index].predicate)) return false;
  if (is_about_suspicion(vocabulary, phrase, clauses[index])) return false;
  for (std::uint32_t i = index; i < clauses.size(); ++i) {
    const Predicate& predicate = clauses[i].predicate;
    // 문의하고, 지인이 거부하자 청탁한 혐의: what comes between is no deed of his.
    if (i != index && is_upon(predicate)) continue;
    // 의원은 회견을 열고 대통령이 …했다는 의혹을 제기했다: the suspicion is of another one.
    if (i != index && clauses[i].own_subject && clauses[i].subject &&
        phrase.words[clauses[i].subject->last_word].mention != kNone &&
        !(clauses[index].subject && clauses[index].subject->span == clauses[i].subject->span))
      return false;
    if (predicate.is_inside()) {
      if (predicate.reading.link == Link::nominal) {
        // 불러 성접대 의혹을 조사했다: a noun of suspicion takes in no clause before its own.
        if (i != index && is_bare(predicate)) return false;
        const std::string_view ending = predicate.ending(phrase.text);
        if (vocabulary.ends_as(WordClass::suspicion, ending)) return true;
      }
      const auto head = clauses[i].head;
      const bool suspected = head && (predicate.tells() || predicate.reading.link == Link::quote_adnominal) &&
                             vocabulary.is(WordClass::suspicion, phrase.words[head->last_word].core.of(phrase.text));
      if (suspected || i == index) return suspected;
      // 마약을 투약하고 성분이 포함된 약을 복용한 혐의로: what belongs to a noun between is no end of the chain.
      continue;
    }
    // 재직 당시 … 받은 혐의: when it was is no deed.
    if (predicate.reading.link != Link::connective || is_bare(predicate)) return false;
  }
  return false;
}

bool is_claim(const Vocabulary& vocabulary, const std::vector<Clause>& clauses, std::uint32_t index) {
  const Predicate& main = main_of(clauses, index);
  if (main.reading.link != Link::quote || main.reading.tense != Tense::past) return false;
  // 의원은 회견을 열고 그가 때렸다고 주장했다: what runs into it with an actor of its own is no part of the claim.
  const Clause& own = clauses[index];
  const bool runs_on = &own.predicate != &main;
  if (runs_on && (own.predicate.base == Base::noun || (own.own_subject && own.subject && own.subject->is_topic)))
    return false;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.complement != kNone && &clauses[clause.complement].predicate == &main && clause.predicate.trigger &&
           vocabulary.is(WordClass::claim, clause.predicate.trigger->word);
  });
}

bool presents_plan(const std::vector<Clause>& clauses, const Clause& clause) {
  return std::any_of(clause.arguments.begin(), clause.arguments.end(), [&](const Argument& noun) {
    if (noun.kind != lexicon::ParticleKind::object || noun.modifier == kNone) return false;
    const Predicate& content = clauses[noun.modifier].predicate;
    return content.reading.link == Link::quote_adnominal && looks_ahead(content);
  });
}

bool is_foiled(const Vocabulary& vocabulary, const Phrase& phrase, const std::vector<Clause>& clauses,
               std::uint32_t index) {
  const Clause& plan = clauses[index];
  if (!plan.head || !plan.predicate.is_inside() || !looks_ahead(plan.predicate)) return false;
  const auto foils = [&](std::string_view word) { return vocabulary.is(WordClass::foiled, word); };
  for (std::uint32_t i = index + 1; i < clauses.size(); ++i) {
    const Clause& clause = clauses[i];
    if (clause.predicate.passage != plan.predicate.passage) continue;
    if (clause.predicate.is_inside()) return false;
    if (clause.predicate.reading.negated || looks_ahead(clause.predicate)) return false;
    return foils(clause.predicate.stem.of(phrase.text)) ||
           (clause.subject && foils(phrase.words[clause.subject->last_word].core.of(phrase.text))) ||
           std::any_of(clause.arguments.begin(), clause.arguments.end(),
                       [&](const Argument& noun) { return foils(phrase.words[noun.last_word].core.of(phrase.text)); });
  }
  return false;
}

bool is_set_ahead(const std::vector<Clause>& clauses, std::uint32_t index) {
  const Predicate& predicate = clauses[index].predicate;
  if (predicate.reading.link != Link::adnominal || predicate.reading.tense != Tense::present ||
      predicate.reading.status)
    return false;
  const std::uint32_t main = closing_clause(clauses);
  return main != kNone && main > index && looks_ahead(clauses[main].predicate);
}

bool is_decision(const Predicate& predicate) {
  const Reading& reading = predicate.reading;
  return !predicate.is_inside() && reading.auxiliary && reading.tense == Tense::past && reading.link != Link::quote &&
         (reading.status == EventStatus::planned || reading.status == EventStatus::cancelled);
}

bool is_forecast(const Vocabulary& vocabulary, std::string_view text, const Predicate& predicate) {
  return predicate.reading.status == EventStatus::expected && predicate.reading.link == Link::final &&
         vocabulary.holds(WordClass::forecast, predicate.ending(text));
}

bool looks_ahead(const Predicate& predicate) {
  const Reading& reading = predicate.reading;
  if (reading.status) switch (*reading.status) {
      case EventStatus::planned:
      case EventStatus::expected:
        return true;
      case EventStatus::possible:
        return reading.tense != Tense::past;
      default:
        break;
    }
  return reading.tense == Tense::future;
}

EventStatus status_of(const Predicate& predicate, const model::TimeValue* date,
                      const std::optional<model::Moment>& published, bool as_of) {
  const Reading& reading = predicate.reading;
  const When at = date ? when(*date, published) : When::unknown;
  if (reading.status) {
    const bool is_or_was = *reading.status == EventStatus::occurred || *reading.status == EventStatus::ongoing;
    if (is_or_was && at == When::future) return EventStatus::planned;
    if (*reading.status == EventStatus::ongoing && at == When::past && !as_of) return EventStatus::occurred;
    if (*reading.status == EventStatus::ongoing && !as_of && date && date->granularity <= model::Granularity::day)
      return EventStatus::occurred;
    return *reading.status;
  }
  // 2028년까지 들여놓는다는 목표를 세웠다
  const bool due = date && published && !date->from && date->to && day_of(*published) < day_of(*date->to);
  if (due && reading.tense == Tense::past && predicate.trigger && predicate.trigger->type == "plan")
    return EventStatus::planned;
  if (reading.tense == Tense::past || at == When::past)
    return at == When::future ? EventStatus::planned : EventStatus::occurred;
  if (at == When::future || reading.tense == Tense::future) return EventStatus::planned;
  if (at == When::around && date->granularity > model::Granularity::day) {
    // A stretch that holds the publication has begun; one that only has an end (31일까지 받는다) may have not.
    const bool begun = date->from && (date->granularity == model::Granularity::range || !date->to);
    const bool says = reading.link == Link::final || reading.link == Link::quote ||
                      reading.link == Link::quote_adnominal;  // 연말까지 끝낸다는 구상
    return says && reading.tense == Tense::present && !begun ? EventStatus::planned : EventStatus::ongoing;
  }
  if (reading.tense == Tense::present &&
      (reading.link == Link::final || (reading.link == Link::quote && (at == When::around || !date))))
    return EventStatus::planned;
  return EventStatus::occurred;
}

}  // namespace timeline::event
