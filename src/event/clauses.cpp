#include "event/clauses.hpp"

#include <algorithm>

#include "event/clause_builder.hpp"
#include "event/lending.hpp"

namespace timeline::event {

using lexicon::ParticleKind;

void ClauseBuilder::build(const std::vector<Predicate>& predicates) {
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < phrase_.words.size(); ++i) {
    const Word& word = phrase_.words[i];
    if (word.passage != passage_) {
      finish_noun();
      if (passage_ == 0 && word.passage != 0) speech_ = word.passage;
      continue;
    }
    while (next < predicates.size() && predicates[next].word < i) ++next;
    if (next < predicates.size() && predicates[next].word == i) {
      finish_noun();
      const auto outside = std::find_if(predicates.begin() + static_cast<std::ptrdiff_t>(next) + 1, predicates.end(),
                                        [](const Predicate& one) { return !one.is_inside(); });
      ends_next_ = outside != predicates.end() && outside->reading.link == Link::final;
      close(predicates[next]);
      i = predicates[next].last_word;
      continue;
    }
    if (word.aside || word.hangs) {
      if (word.hangs) finish_noun();
      continue;
    }
    if (word.time != kNone) {
      finish_noun();
      awaiting_ = kNone;
      continue;
    }
    take(i);
  }
  finish_noun();
}

void ClauseBuilder::take(std::uint32_t i) {
  const Word& word = phrase_.words[i];
  if (noun_ && !noun_->kind && vocabulary_.is(WordClass::too, word.span.of(phrase_.text)))
    noun_->kind = ParticleKind::also;
  // 도전했을 때 김하늘 의원이: when it was is a noun by itself.
  if (noun_ && noun_->first_word == noun_->last_word && noun_->modifier != kNone && !noun_->kind &&
      vocabulary_.is(WordClass::at_time, phrase_.words[noun_->first_word].core.of(phrase_.text)))
    finish_noun();
  // 남성 한 명: a number is no adverb (한 3년).
  if (!word.named && !word.in_name && !word.counts && vocabulary_.is(WordClass::adverb, word.span.of(phrase_.text))) {
    finish_noun();
    // 로이터통신에 따르면: the source is no part of the clause.
    const bool source = vocabulary_.is(WordClass::source, word.span.of(phrase_.text));
    const bool post = vocabulary_.is(WordClass::post, word.span.of(phrase_.text));
    if ((source || post) && !pending_.empty() && !acts(pending_.back()) && pending_.back().last_word + 1 == i) {
      if (post) adjuncts_.push_back({pending_.back(), vocabulary_.is(WordClass::by, word.span.of(phrase_.text))});
      std::uint32_t first = pending_.back().first_word;
      pending_.pop_back();
      // 검찰과 법무부에 따르면: both are the source.
      while (source && !pending_.empty() && pending_.back().kind == ParticleKind::with &&
             pending_.back().last_word + 1 == first) {
        first = pending_.back().first_word;
        pending_.pop_back();
      }
      // 의원실이 정부에서 받은 자료에 따르면: who got it is no part of what it says.
      if (source) std::erase_if(pending_, [](const Argument& one) { return one.kind == ParticleKind::subject; });
    }
    return;
  }
  // 이후 노사는: a word of time at the head of a noun is no part of it.
  if (!noun_ && !word.in_name && !word.particle &&
      (vocabulary_.is(WordClass::since, word.span.of(phrase_.text)) ||
       vocabulary_.is(WordClass::then, word.span.of(phrase_.text))))
    return;
  if (!word.in_name && vocabulary_.ends_as(WordClass::adverbial, word.core.of(phrase_.text)) &&
      !vocabulary_.is(WordClass::whole, word.core.of(phrase_.text))) {
    finish_noun();
    return;
  }
  // 왔을 때 공장을: nor is one that an adnominal verb stands before.
  if (!noun_ && awaiting_ != kNone && !word.in_name && !word.particle && !word.comma &&
      vocabulary_.is(WordClass::at_time, word.span.of(phrase_.text)) &&
      !vocabulary_.is(WordClass::then, word.span.of(phrase_.text))) {
    awaiting_ = kNone;
    return;
  }
  if (!noun_) noun_ = Argument{word.core, i, i, std::nullopt, false, awaiting_};
  noun_->last_word = i;
  noun_->span.end = word.core.end;
  noun_->kind = word.goes_on ? std::nullopt : word.particle;
  noun_->is_topic = !word.goes_on && word.last == ParticleKind::topic;
  const bool goes_on = !word.particle || word.goes_on || word.particle == ParticleKind::genitive;
  if (!goes_on || word.comma) finish_noun();
}

void ClauseBuilder::finish_noun() {
  if (!noun_) return;
  Argument noun = *noun_;
  noun_.reset();
  // 1년이 지난 뒤 시행된다: a length of time is nobody.
  if (noun.kind == ParticleKind::subject && phrase_.words[noun.last_word].lasts) noun.kind = std::nullopt;
  if (nouns_.is_quoted_content(noun)) return;
  if (awaiting_ != kNone && noun.modifier == awaiting_) {
    Clause& owner = clauses_[awaiting_];
    owner.head = whom_it_befell(owner.predicate, noun);
    owner.head_is_whole = owner.head->last_word == noun.last_word;
    const auto kind = noun.kind;
    if (kind == ParticleKind::in || kind == ParticleKind::locative || kind == ParticleKind::direction ||
        kind == ParticleKind::with || kind == ParticleKind::object)
      open_occasions_.push_back(awaiting_);
    awaiting_ = kNone;
  }
  // 전체 규모는 14조원 수준으로, …: a clause without a verb ends here.
  const bool comma = phrase_.words[noun.last_word].comma;
  if (comma && noun.kind == ParticleKind::direction && !pending_.empty() && pending_.back().is_topic &&
      pending_.back().last_word + 1 == noun.first_word) {
    pending_.pop_back();
    return;
  }
  // 삼성전자와 SK, 현대차는: names in a row are one party.
  while (!pending_.empty() &&
         (acts(noun) || noun.kind == ParticleKind::genitive ||
          (noun.kind == ParticleKind::with && !pending_.back().kind)) &&
         pending_.back().last_word + 1 == noun.first_word &&
         (pending_.back().kind == ParticleKind::with || !pending_.back().kind) &&
         (nouns_.names(pending_.back()) || is_first_of_row(pending_.back(), noun))) {
    noun.first_word = pending_.back().first_word;
    noun.span.begin = pending_.back().span.begin;
    noun.modifier = pending_.back().modifier;
    pending_.pop_back();
  }
  pending_.push_back(noun);
}

/// 기소된 정 교수의 공판: it is he who is charged, not the hearing.
Argument ClauseBuilder::whom_it_befell(const Predicate& predicate, const Argument& noun) const {
  const Trigger* trigger = predicate.trigger;
  // 열린 회담 결과를: nor the results.
  if (trigger && predicate.reading.link == Link::adnominal && trigger->type == "opening")
    for (std::uint32_t i = noun.last_word; i-- > noun.first_word;)
      if (vocabulary_.ends_as(WordClass::occasion, phrase_.words[i].core.of(phrase_.text)) &&
          !vocabulary_.ends_as(WordClass::occasion, phrase_.words[noun.last_word].core.of(phrase_.text)) &&
          noun.kind == ParticleKind::object) {
        Argument occasion = noun;
        occasion.last_word = i;
        occasion.span.end = phrase_.words[i].core.end;
        return occasion;
      }
  const bool personal = trigger && predicate.reading.link == Link::adnominal &&
                        (trigger->type == "arrest" || trigger->type == "indictment" || trigger->type == "death" ||
                         trigger->type == "appointment" || trigger->type == "birth");
  if (!personal) return noun;
  for (std::uint32_t i = noun.first_word; i < noun.last_word; ++i) {
    if (phrase_.words[i].particle != ParticleKind::genitive) continue;
    Argument person = noun;
    person.last_word = i;
    person.span.end = phrase_.words[i].core.end;
    Argument his = noun;
    his.first_word = i + 1;
    const std::string_view last = phrase_.words[noun.last_word].core.of(phrase_.text);
    const bool another = nouns_.is_person(his) || vocabulary_.ends_as(WordClass::agent, last);
    return nouns_.is_person(person) && !another ? person : noun;
  }
  return noun;
}

bool ClauseBuilder::acts(const Argument& noun) const {
  return noun.kind == ParticleKind::subject || noun.kind == ParticleKind::topic;
}

/// 모 제트와 대니 오블이, 제일모직과 삼성물산의: the first of a row need not be a known name.
bool ClauseBuilder::is_first_of_row(const Argument& first, const Argument& last) const {
  return first.kind == ParticleKind::with && first.modifier == kNone && nouns_.names(last) &&
         (nouns_.is_person(last) || last.kind == ParticleKind::genitive);
}

std::vector<Clause> build_clauses(const Vocabulary& vocabulary, const Phrase& phrase) {
  const std::vector<Predicate> all = find_predicates(vocabulary, phrase);
  std::vector<Clause> clauses;
  for (std::uint32_t passage = 0; passage <= phrase.passages.size(); ++passage) {
    std::vector<Predicate> own;
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&](const Predicate& predicate) { return predicate.passage == passage; });
    ClauseBuilder(vocabulary, phrase, clauses, passage).build(own);
  }
  lend_heads(phrase, clauses);
  return clauses;
}

}  // namespace timeline::event
