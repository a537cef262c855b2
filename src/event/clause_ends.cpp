#include <algorithm>
#include <utility>

#include "event/clause_builder.hpp"
#include "event/english_words.hpp"

// How a clause ends: which of the nouns before its verb are its own, and who does what it tells.
namespace timeline::event {

using lexicon::ParticleKind;

void ClauseBuilder::close(const Predicate& predicate) {
  Clause clause;
  clause.predicate = predicate;
  const auto index = static_cast<std::uint32_t>(clauses_.size());
  if (predicate.is_inside())
    close_inside(predicate, clause);
  else
    close_outside(predicate, clause);
  clause.complement = complement_;
  complement_ =
      predicate.reading.link == Link::quote || predicate.reading.link == Link::quote_adnominal ? index : kNone;
  if (clause.complement != kNone && predicate.reading.link == Link::quote_adnominal) clause.complement = kNone;
  if (!predicate.is_inside() || predicate.word > 0) {
    clause.speech = speech_;
    if (clause.speech != 0) speech_ = 0;
  }
  awaiting_ =
      predicate.reading.link == Link::adnominal || predicate.reading.link == Link::quote_adnominal ? index : kNone;
  // 그는 7차 범행이 있던 날 목격했다: what there was, nobody is said to have done.
  if (predicate.base == Base::noun && phrase_.words[predicate.word].particle == ParticleKind::subject &&
      !clause.own_subject && predicate.trigger && is_grave(*predicate.trigger))
    clause.subject.reset(), clause.head_is_subject = false;
  if (nouns_.is_content(predicate)) contents_.push_back(index);
  clauses_.push_back(std::move(clause));
}

/// 장관이 성명을 낸 자리는: where the noun after the verb is itself who or what acts, who acts before it is the
/// verb's.
bool ClauseBuilder::leads_on(const Predicate& predicate) const {
  for (std::uint32_t i = predicate.last_word + 1; i < phrase_.words.size() && phrase_.words[i].passage == passage_; ++i)
    if (const auto particle = phrase_.words[i].particle; particle && particle != ParticleKind::genitive)
      return particle == ParticleKind::topic;
  return false;
}

void ClauseBuilder::close_inside(const Predicate& predicate, Clause& clause) {
  auto from = pending_.end();
  while (from != pending_.begin() && !std::prev(from)->is_topic) --from;
  auto subject = pending_.end();
  bool has_object = false;
  bool two = false;
  for (auto it = from; it != pending_.end(); ++it) {
    if (it->kind == ParticleKind::subject) {
      two = subject != pending_.end() && (passed_ == kNone || subject->first_word > passed_);
      subject = it;
      has_object = false;
    }
    has_object = has_object || it->kind == ParticleKind::object;
  }
  const bool abstract = nouns_.is_abstract(predicate);
  const std::optional<Argument> saying = std::exchange(sayer_, std::nullopt);
  while (saying && from != pending_.end() && from->first_word < saying->first_word) ++from;
  const bool closes = predicate.trigger && predicate.trigger->kind == TriggerClass::close;
  const bool intransitive =
      predicate.is_passive() || closes || (predicate.trigger && is_intransitive(*predicate.trigger));
  bool takes_subject = false;
  // 교사가 교권 침해 의혹으로 사망한: a noun of suspicion has no subject of its own.
  const bool bare = predicate.base == Base::noun && !predicate.reading.auxiliary;
  if (subject != pending_.end() && !bare) {
    const bool adjacent = std::next(subject) == pending_.end() && subject->last_word + 1 == predicate.word;
    // 검찰이 후보가 돈을 뿌린 정황을 포착했다: of two, the second one is the verb's.
    takes_subject = adjacent || two || (abstract && !closes) || predicate.reading.link != Link::adnominal ||
                    (!intransitive && !has_object) || leads_on(predicate) ||
                    // 경찰은 황씨가 마약을 투약한 당사자로 박씨를 적었다: the sentence has its own actor.
                    (ends_next_ && has_object && from != pending_.begin() && nouns_.stands_for_one(*std::prev(from)));
  }
  auto first = subject == pending_.end() ? from : std::next(subject);
  clause.arguments.assign(first, pending_.end());
  if (takes_subject) {
    clause.subject = *subject;
    clause.own_subject = true;
    lent_ = *subject;
    first = subject;
  }
  pending_.erase(first, pending_.end());
  if (saying && !clause.subject) clause.subject = saying;
  if (abstract && !clause.subject) {
    // 사실을, 혐의로: whoever the sentence is about did it.
    for (auto it = pending_.rbegin(); it != pending_.rend() && !clause.subject; ++it)
      if (acts(*it)) clause.subject = *it;
    if (!clause.subject) clause.subject = subject_ ? subject_ : topic_;
  }
  // 의견서를 철회한다는 공문: what only wraps the words does nothing.
  const bool quotes = predicate.reading.link == Link::quote_adnominal;
  clause.head_is_subject = !abstract && !quotes && !clause.subject && (intransitive || has_object);
}

/// Gives the nouns before a verb their parts: who does it, what the sentence is about, and the rest. Returns the
/// subject, and the first noun that could be one.
ClauseBuilder::Subjects ClauseBuilder::share_out(const Predicate& predicate, Clause& clause) {
  const bool reports = predicate.reading.link == Link::quote;
  const bool aside = predicate.is_aside(phrase_.text);
  const bool ends = !reports && predicate.reading.link == Link::final;
  // 검찰은 김하늘 전 비서관도 조사했다: of what is done to people, a noun with 도 is whom it is done to.
  const bool befalls = predicate.trigger && !predicate.is_passive() && is_done_to_people(*predicate.trigger);
  Subjects found;
  auto& [subject, outer] = found;
  std::vector<Argument> kept;
  for (const Argument& noun : pending_) {
    // 그가 자신은 몰랐다고 했다
    if (subject && noun.kind == ParticleKind::topic && nouns_.is_reflexive(noun)) continue;
    const bool has_object = std::any_of(clause.arguments.begin(), clause.arguments.end(),
                                        [](const Argument& one) { return one.kind == ParticleKind::object; });
    // 김하늘은 집을, 이바다는 땅을 샀다: each has his own.
    const bool each = has_object && (nouns_.stands_for_one(noun) || phrase_.words[noun.first_word - 1].comma);
    const bool second = outer && outer->kind == ParticleKind::topic && !each;
    if (noun.kind == ParticleKind::topic && topic_ && nouns_.stands_for_one(*topic_) && ends && second &&
        !nouns_.stands_for_one(noun)) {
      // 정부는 새 차는 세금을 매긴다: what he does it to.
      clause.arguments.push_back(noun);
    } else if (noun.kind == ParticleKind::topic && topic_ && nouns_.stands_for_one(*topic_) && !ends &&
               (second || (reports && !nouns_.stands_for_one(noun)))) {
      // 재무부는 규모는 1조원이 될 것이라고 밝혔다, 경찰은 두 사람은 만나 온 것으로 보고: who says or thinks it, and of
      // what or whom.
      subject = noun;
    } else if (noun.kind == ParticleKind::topic) {
      // 국회가 공방만 거듭하자 장관은 …: who stands before a verb that is no event and before another topic is its own.
      if (subject && passed_ != kNone && subject->last_word < passed_ && noun.first_word > passed_ &&
          nouns_.names(noun))
        subject.reset();
      topic_ = noun;
      subject_.reset();
      outer = noun;
    } else if (noun.kind == ParticleKind::subject) {
      if (!outer) outer = noun;
      // 양국은 법원이 기업이 배상해야 한다고 판결하면서 …: the first of two subjects says it.
      // 누리가 인력을 빼가 기밀을 침해했다며: a word right behind an object is the verb, whatever it ends in.
      const bool verb = has_object && noun.first_word == noun.last_word && !nouns_.stands_for_one(noun) &&
                        !vocabulary_.ends_as(WordClass::agent, phrase_.words[noun.last_word].core.of(phrase_.text));
      if (verb && reports && topic_ && subject) continue;
      if (reports && topic_ && subject && nouns_.stands_for_one(*subject)) sayer_ = subject;
      if ((reports || aside) && topic_ && !subject) {
        // 그는 인터뷰에서 투자자들이 …고 했다: what stands before the inner subject belongs to who says it.
        kept = std::move(clause.arguments);
        clause.arguments.clear();
      }
      subject = noun;
    } else if (noun.kind == ParticleKind::also && !subject &&
               (!topic_ || (nouns_.names(noun) && !befalls) || object_follows(noun))) {
      subject = noun;
    } else {
      clause.arguments.push_back(noun);
    }
  }
  pending_ = std::move(kept);
  // 그는 소식이 알려지자 중단을 요청했다: what a verb without any other noun has before it is its own.
  if (subject && alone_ != kNone && subject->kind == ParticleKind::subject && subject->last_word < alone_ && topic_ &&
      nouns_.stands_for_one(*topic_) && !nouns_.names(*subject))
    subject.reset();
  return found;
}

void ClauseBuilder::close_outside(const Predicate& predicate, Clause& clause) {
  const bool reports = predicate.reading.link == Link::quote;
  const bool aside = predicate.is_aside(phrase_.text);
  const bool closes = predicate.trigger && predicate.trigger->kind == TriggerClass::close;
  if (closes && predicate.reading.link == Link::connective) {
    // 보도자료를 놓고, 회의를 거쳐: a verb that is all but a particle takes the noun before it and nothing else.
    if (!pending_.empty() && !acts(pending_.back()) && pending_.back().last_word + 1 == predicate.word) {
      clause.arguments.push_back(pending_.back());
      pending_.pop_back();
    }
    for (const Argument& noun : clause.arguments) adjuncts_.push_back({noun, false});
    // 경찰은 두 사람은 만남을 이어온 것으로 보고: the second one is its own.
    const auto topics = std::count_if(pending_.begin(), pending_.end(),
                                      [](const Argument& noun) { return noun.kind == ParticleKind::topic; });
    if (topics == 2 && nouns_.stands_for_one(pending_.front()))
      pending_.erase(std::find_if(pending_.begin() + 1, pending_.end(),
                                  [](const Argument& noun) { return noun.kind == ParticleKind::topic; }));
    passed_ = predicate.word;
    if (clause.arguments.empty()) alone_ = predicate.word;
    return;
  }
  std::optional<Argument> saying = std::exchange(sayer_, std::nullopt);
  // 그는 한빛이 매출에 미친 영향을 투자자들이 잘못 해석한다고 지적했다: he says it.
  if (saying && topic_ && nouns_.is_somebody(*topic_) && !nouns_.is_somebody(*saying) &&
      predicate.reading.link == Link::final)
    saying.reset();
  auto [subject, outer] = share_out(predicate, clause);
  // 구글은 주가가 올랐다: who it is about is a name, and what only measures or happens to it is none.
  const bool about = subject && subject->kind == ParticleKind::subject && outer && nouns_.stands_for_one(*outer) &&
                     !nouns_.stands_for_one(*subject) && outer->kind == ParticleKind::topic;
  if (about && predicate.reading.link == Link::final) {
    clause.arguments.push_back(*subject);
    subject = outer;
  }
  // 김하늘 대표는 글을 올려 상대가 한빛이라고 밝혔다: things say nothing, whom the sentence is about does.
  const Trigger* trigger = predicate.trigger;
  const bool says = trigger && (trigger->kind == TriggerClass::speech || trigger->kind == TriggerClass::announce);
  const auto speaks = [&](const Argument& noun) {
    const std::string_view head = phrase_.words[noun.last_word].core.of(phrase_.text);
    return nouns_.stands_for_one(noun) || vocabulary_.ends_as(WordClass::agent, head) ||
           vocabulary_.ends_as(WordClass::media, head) || vocabulary_.is(WordClass::voice, head);
  };
  if (says && !about && subject && subject->kind == ParticleKind::subject && topic_ && !speaks(*subject) &&
      nouns_.stands_for_one(*topic_) && predicate.reading.link == Link::final) {
    clause.arguments.push_back(*subject);
    subject = topic_;
  }
  // 한빛은 김하늘이 세웠다: a topic before a person who acts is what it is done to, where nothing else is.
  if (subject && subject->kind == ParticleKind::subject && outer && outer->kind == ParticleKind::topic && !about &&
      nouns_.is_person(*subject) && (nouns_.names(*outer) || nouns_.is_law(*outer)) && !nouns_.is_person(*outer) &&
      predicate.reading.link == Link::final && predicate.tells() && !predicate.is_passive() &&
      !(predicate.trigger && is_intransitive(*predicate.trigger)) &&
      std::none_of(clause.arguments.begin(), clause.arguments.end(),
                   [](const Argument& noun) { return noun.kind == ParticleKind::object; })) {
    clause.arguments.push_back(*outer);
    clause.arguments.back().kind = ParticleKind::object;
  }
  clause.own_subject = subject.has_value();
  if (subject) {
    clause.subject = subject;
    // Of "A가 … B가 …했다고" the first says it, the second does it.
    // 총리가 합의안이 부결된 직후 연설하고: so do what comes after it and what it comes after.
    const bool apart = reports || (aside && outer && nouns_.stands_for_one(*outer));
    subject_ = apart && outer ? (outer->kind == ParticleKind::topic ? std::nullopt : outer) : subject;
    if ((reports || aside) && topic_) subject_.reset();
    // 그는 비난이 일자 사과했다: whoever the sentence is about does what follows.
    const bool within = outer && outer->kind == ParticleKind::topic && subject->kind == ParticleKind::subject;
    inner_ = within && !reports ? subject : std::nullopt;
    inner_from_ = static_cast<std::uint32_t>(clauses_.size());
    // 외교부는 의원이 회견을 열어 “…”고 주장한 뒤 …: -어 goes on with the same one.
    const bool same =
        predicate.base == Base::infinitive && !predicate.reading.auxiliary && nouns_.stands_for_one(*subject);
    if (within && nouns_.stands_for_one(*outer) && predicate.reading.link != Link::final && !same) subject_.reset();
    // 그가 입국하자 연행했다: what follows upon it is done by another.
    if (subject->kind == ParticleKind::subject && predicate.reading.link == Link::connective &&
        nouns_.is_somebody(*subject) &&
        vocabulary_.ends_as(WordClass::upon, base::Span{predicate.stem.begin, predicate.end}.of(phrase_.text)))
      subject_.reset();
  } else {
    clause.subject = saying ? saying : subject_ ? subject_ : topic_;
    if (inner_ && topic_ && predicate.reading.link == Link::final) clause.subject = topic_;
    // 그는 한빛이 서해를 사들이고 이름을 바꿨다고 했다: what is said goes on with its own actor.
    if (reports && inner_) {
      clause.subject = inner_;
      for (std::uint32_t i = inner_from_ + 1; i < clauses_.size(); ++i)
        if (!clauses_[i].own_subject && !clauses_[i].predicate.is_inside()) clauses_[i].subject = inner_;
    }
    if (reports) inner_.reset();
    // 딥시크가 만든 모델을 공개하자: who made it also published it, where nobody else is named.
    if (!clause.subject) clause.subject = lent_;
    // 백악관은 … 대통령이 방문해 회담을 갖는다고 밝혔다: what is said ends here, and with it its actor.
    if (reports && topic_) subject_.reset();
    if (saying) clause.subject = saying;
    clause.own_subject = clause.subject && outer && clause.subject->span == outer->span;
  }
  clause.occasions = std::exchange(open_occasions_, {});
  clause.adjuncts = adjuncts_;
  // 한빛을 두고 성명을 내고 비판했다: of both.
  if (predicate.reading.link != Link::connective) adjuncts_.clear();
  clause.contents = std::exchange(contents_, {});
}

/// 서울고등법원도 항소를 기각했다: with an object after it, a noun with 도 is who acts.
bool ClauseBuilder::object_follows(const Argument& noun) const {
  return std::any_of(pending_.begin(), pending_.end(), [&](const Argument& other) {
    return other.kind == ParticleKind::object && other.first_word > noun.last_word;
  });
}

bool ClauseBuilder::is_grave(const Trigger& trigger) {
  return trigger.type == "crime" || trigger.type == "attack" || trigger.type == "accident" ||
         trigger.type == "investigation" || trigger.type == "arrest";
}

bool ClauseBuilder::is_done_to_people(const Trigger& trigger) {
  // 김하늘도 서울로 복귀했다: that is where to.
  if (EnglishWords::takes_complement(trigger.english)) return false;
  return trigger.type == "arrest" || trigger.type == "indictment" || trigger.type == "appointment" ||
         trigger.type == "investigation" || trigger.type == "lawsuit";
}

/// Verbs without an object: the noun after their adnominal form is who does it.
bool ClauseBuilder::is_intransitive(const Trigger& trigger) {
  return trigger.kind == TriggerClass::passive || trigger.type == "accident" || trigger.type == "death" ||
         trigger.type == "participation" || trigger.type == "birth" || trigger.type == "disaster" ||
         trigger.type == "visit";
}

}  // namespace timeline::event
