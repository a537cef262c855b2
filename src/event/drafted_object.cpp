#include <algorithm>

#include "event/drafting.hpp"
#include "text/utf8.hpp"
#include "text/width.hpp"

// What a clause is done to: which of its nouns that is, what it makes of a verb of many senses, and how it is told.
namespace timeline::event {
namespace {

using lexicon::ParticleKind;

// Marks of objects.tsv for kinds of objects.
constexpr std::string_view kAmount = "#";
constexpr std::string_view kSomebody = "*";
constexpr std::string_view kThing = "!";
constexpr std::string_view kPlace = "?";
constexpr std::string_view kSubject = "~";
constexpr std::string_view kSubjectActs = "~*";

constexpr std::size_t kContentColumns = 36;  // what an object may take of a headline with what it is for

}  // namespace

const Argument* Drafter::object_of(const Phrase& phrase, const Clause& clause) const {
  const Argument* object = nullptr;
  for (const Argument& argument : clause.arguments)
    if (argument.kind == ParticleKind::object) object = &argument;
  if (!object)
    for (const Argument& argument : clause.arguments)
      if (argument.kind == ParticleKind::also || argument.kind == ParticleKind::only) object = &argument;
  // 쓱페이 인수를 포기했다, 외빈 명단 발표: a noun right before a verbal noun is its object.
  if (!object && !clause.arguments.empty()) {
    const Argument& last = clause.arguments.back();
    // 45분간 만났다, 세 차례 조사했다: how long and how often is no object.
    const bool often =
        !last.kind && vocabulary_.ends_as(WordClass::extent, phrase.words[last.last_word].core.of(phrase.text));
    if ((!last.kind || last.kind == ParticleKind::genitive) && !often && last.last_word + 1 == clause.predicate.word)
      object = &last;
  }
  if (!object && clause.predicate.is_inside() && clause.predicate.reading.link != Link::quote_adnominal &&
      clause.head && !clause.head_is_subject && !clause.predicate.is_passive() &&
      !vocabulary_.is(WordClass::abstract, phrase.words[clause.head->last_word].core.of(phrase.text)) &&
      !meets(clause) && !goes_into(phrase, clause) && !charges_thing(phrase, clause))
    object = &*clause.head;
  return object;
}

const Argument* Drafter::complement_of(const Phrase& phrase, const Clause& clause) const {
  const Argument* found = nullptr;
  // 피의자 신분으로 불렀다, 굳은 표정으로 나섰다: as what and how is no place.
  const auto is_manner = [&](const Argument& argument) {
    const std::string_view last = phrase.words[argument.last_word].core.of(phrase.text);
    return phrase.words[argument.last_word].mention == kNone && vocabulary_.ends_as(WordClass::manner, last);
  };
  // 나서는 길에 기자들과 만났다: whom one meets says more than where.
  const ParticleKind first = meets(clause) ? ParticleKind::with : ParticleKind::locative;
  for (const ParticleKind kind : {first, ParticleKind::locative, ParticleKind::dative, ParticleKind::with,
                                  ParticleKind::direction, ParticleKind::in})
    for (const Argument& argument : clause.arguments)
      if (!found && argument.kind == kind && !is_manner(argument)) found = &argument;
  // 김하늘 의원과 회담을 위해 하노이로 떠났다: where one goes says more than with whom.
  if (found && found->kind == ParticleKind::with && !meets(clause))
    for (const Argument& argument : clause.arguments)
      if (argument.kind == ParticleKind::direction && participants_.is_place(phrase, argument)) return &argument;
  return found;
}

/// 심사 절차에 들어간 회사: what the verb tells is said, so the noun after it is not what it is done to.
bool Drafter::goes_into(const Phrase& phrase, const Clause& clause) const {
  const Trigger* trigger = clause.predicate.trigger;
  return trigger && std::any_of(clause.arguments.begin(), clause.arguments.end(), [&](const Argument& argument) {
           return argument.kind == ParticleKind::locative &&
                  vocabulary_.sense(*trigger, phrase.words[argument.last_word].core.of(phrase.text));
         });
}

/// 유학생과 만나는 행사: with whom is said, so the noun after the verb is no one who is met.
bool Drafter::meets(const Clause& clause) {
  return clause.predicate.trigger && clause.predicate.trigger->type == "meeting" &&
         std::any_of(clause.arguments.begin(), clause.arguments.end(),
                     [](const Argument& argument) { return argument.kind == ParticleKind::with; });
}

const Sense* Drafter::sense_of(const Trigger* trigger, const Phrase& phrase, const Argument* object) const {
  if (!trigger || !object) return nullptr;
  std::string_view last = phrase.words[object->last_word].core.of(phrase.text);
  // 65타(6언더파)를
  if (const std::size_t bracket = last.find('('); bracket != std::string_view::npos && bracket > 0)
    last = last.substr(0, bracket);
  if (participants_.is_amount(phrase, *object))
    return vocabulary_.sense(*trigger, last, participants_.counts_people(phrase, *object) ? kSomebody : kAmount);
  const Party party = headlines_.party(extraction_, phrase, *object);
  const bool somebody = is_party(party) || (party.heads == 0 && party.acts);
  if (somebody)
    if (const Sense* found = vocabulary_.sense(*trigger, last, kSomebody)) return found;
  // 메시지를 보냈다, 회의에 나섰다: an object that names an event says itself what is told.
  if (named_by(phrase, *object) || names_figure(vocabulary_, phrase, *object) || is_occasion(phrase, *object))
    return vocabulary_.sense(*trigger, last);
  if (object->kind == ParticleKind::subject || object->kind == ParticleKind::topic)
    return vocabulary_.sense(*trigger, last);
  return vocabulary_.sense(*trigger, last, object->kind && object->kind != ParticleKind::object ? kPlace : kThing);
}

/// 실마리가 잡혔다: what a verb tells of a subject to which it is done, where that is a thing.
const Sense* Drafter::sense_of_subject(const Trigger* trigger, const Phrase& phrase, const Clause& clause,
                                       const Argument* measure) const {
  const Argument* subject = measure                                 ? measure
                            : clause.subject                        ? &*clause.subject
                            : clause.head && clause.head_is_subject ? &*clause.head
                                                                    : nullptr;
  if (!trigger || !subject) return nullptr;
  const std::string_view last = phrase.words[subject->last_word].core.of(phrase.text);
  for (std::size_t at = 0; at < last.size(); at += text::decode(last, at).length)
    if (const Sense* found = vocabulary_.sense(*trigger, {}, std::string(kSubject) + std::string(last.substr(at))))
      return found;
  const Party party = headlines_.party(extraction_, phrase, *subject);
  return vocabulary_.sense(*trigger, {}, party.acts || party.heads > 0 ? kSubjectActs : kSubject);
}

const Argument* Drafter::person_before(const Phrase& phrase, const std::vector<Clause>& clauses,
                                       std::uint32_t index) const {
  if (index == 0 || clauses[index].own_subject || clauses[index].predicate.is_inside()) return nullptr;
  const Trigger* trigger = clauses[index].predicate.trigger;
  if (!trigger || !headlines_.needs_object(trigger->english)) return nullptr;
  const Clause& before = clauses[index - 1];
  const Predicate& verb = before.predicate;
  if (verb.passage != clauses[index].predicate.passage || verb.reading.link != Link::connective || verb.is_inside() ||
      verb.is_passive() || verb.reading.negated)
    return nullptr;
  // 김모씨에게 징역 2년을 선고하고 법정에서 구속했다: also whom it was done to.
  for (const ParticleKind kind : {ParticleKind::object, ParticleKind::dative})
    for (const Argument& argument : before.arguments)
      if (argument.kind == kind && (kind == ParticleKind::object || !verb.is_aside(phrase.text)) &&
          std::any_of(phrase.words.begin() + argument.first_word, phrase.words.begin() + argument.last_word + 1,
                      [](const Word& word) { return word.person; }))
        return &argument;  // 김모씨를, 김하늘 전 장관을
  return nullptr;
}

/// 시위대를 지원하는 법안을 통과시켰다: a bare noun says more with what it is for (시위대 지원 법안).
void Drafter::add_content(const Phrase& phrase, const std::vector<Clause>& clauses, const Argument& noun,
                          Party& thing) const {
  const Word& word = phrase.words[noun.last_word];
  // 만난다는 사실을: a word that only wraps what is told is left out.
  const bool shell = thing.text.empty() && vocabulary_.is(WordClass::shell, word.core.of(phrase.text));
  if (noun.modifier == kNone || noun.first_word != noun.last_word || word.mention != kNone || word.named ||
      (thing.text != word.core.of(phrase.text) && !shell))
    return;
  const Predicate& verb = clauses[noun.modifier].predicate;
  // 공장을 짓겠다는 계획, 돈을 받았다는 의혹
  if (verb.reading.link == Link::quote_adnominal && verb.tells() && !verb.reading.negated &&
      (shell || vocabulary_.is(WordClass::abstract, thing.text))) {
    const auto inner = draft(phrase, clauses, noun.modifier);
    if (!inner || inner->parts.action.empty() || inner->parts.object.text.empty() || inner->speech) return;
    const std::string who = clauses[noun.modifier].own_subject ? inner->parts.agent.text + " " : std::string();
    const std::string what =
        who + inner->parts.object.text + " " + inner->parts.action + (shell ? "" : " ") + thing.text;
    if (text::display_width(what) > kContentColumns) return;
    thing.text = what;
    thing.english.clear();
    return;
  }
  if (shell) return;
  const bool is_for = verb.reading.link == Link::adnominal && verb.reading.tense == Tense::present &&
                      !verb.reading.negated && !verb.reading.auxiliary && !verb.is_passive() && !verb.noun.empty() &&
                      verb.last_word + 1 == noun.first_word;
  if (!is_for) return;
  for (const Argument& argument : clauses[noun.modifier].arguments) {
    if (argument.kind != ParticleKind::object) continue;
    // TPU를 직접 설치하는 사업
    std::uint32_t next = argument.last_word + 1;
    while (next < verb.word && vocabulary_.is(WordClass::adverb, phrase.words[next].span.of(phrase.text))) ++next;
    if (next != verb.word) continue;
    const std::string whole = headlines_.thing(extraction_, phrase, argument).text + " " + verb.noun + " " + thing.text;
    if (text::display_width(whole) > kContentColumns) continue;
    thing.text = whole;
    if (headlines_.is_thin(thing.english)) thing.english.clear();
  }
}

/// 합의문을 만드는 방안을 논의했다: where the noun takes in its verb, the object is what the two say (합의문 만드는
/// 방안).
void Drafter::name_content(const Phrase& phrase, const std::vector<Clause>& clauses, const Clause& clause,
                           Party& thing) const {
  if (clause.contents.empty()) return;
  const Clause& content = clauses[clause.contents.back()];
  const Predicate& verb = content.predicate;
  const bool says = !vocabulary_.is(WordClass::empty, phrase.words[verb.last_word].core.of(phrase.text));
  std::uint32_t next = verb.last_word + 1;
  while (next < clause.predicate.word && vocabulary_.is(WordClass::adverb, phrase.words[next].span.of(phrase.text)))
    ++next;
  if (!says || next != clause.predicate.word || verb.reading.negated) return;
  std::string what(base::Span{phrase.words[verb.word].span.begin, verb.end}.of(phrase.text));
  for (const Argument& argument : content.arguments)
    if (argument.kind == ParticleKind::object && argument.last_word + 1 == verb.word)
      what = headlines_.thing(extraction_, phrase, argument).text + " " + what;
  // 통행료를 받았다는 의혹을: where that is too much, the noun that stands for it.
  const bool fits = text::display_width(what) <= kContentColumns;
  thing.text = fits ? what : std::string(phrase.words[verb.last_word].core.of(phrase.text));
}

/// 광장에서 철거했다, 청와대에 요청했다: where or to whom it is done keeps its particle, lest it be what is demolished.
void Drafter::keep_particle(const Phrase& phrase, const Argument& noun, Draft& draft) const {
  const Word& last = phrase.words[noun.last_word];
  const bool plain = !draft.parts.direct && !draft.parts.object.text.empty() && last.particle == last.last;
  const std::string_view particle = base::Span{last.core.end, last.span.end}.of(phrase.text);
  const bool to_somebody = draft.type == "request" || draft.type == "delivery" || draft.type == "release";
  const bool tells = noun.kind == ParticleKind::dative || noun.kind == ParticleKind::in ||
                     noun.kind == ParticleKind::with || noun.kind == ParticleKind::direction ||
                     (noun.kind == ParticleKind::locative && to_somebody);
  if (plain && tells && !participants_.is_amount(phrase, noun) && headlines_.needs_object(draft.parts.verb) &&
      !Headlines::takes_complement(draft.parts.verb) && text::is_hangul(particle))
    draft.parts.object.text += particle;
}

/// 한국의 제재 발표 이후, 법원의 판결 뒤: a country or a body before the genitive does it, a person where it is a visit
/// or words (김하늘 의원의 구속 is done to her). What stands between is the object.
bool Drafter::name_owner(const Phrase& phrase, const Argument& object, Draft& draft,
                         std::optional<Argument>& rest) const {
  std::uint32_t owner = object.first_word;
  while (owner < object.last_word && phrase.words[owner].particle != ParticleKind::genitive) ++owner;
  if (phrase.words[owner].particle != ParticleKind::genitive || !object.span.contains(phrase.words[owner].span.begin))
    return false;
  const Argument first{{object.span.begin, phrase.words[owner].core.end},
                       object.first_word,
                       owner,
                       std::nullopt,
                       false,
                       object.modifier};
  const Party party = headlines_.party(extraction_, phrase, first);
  if (!party.acts || draft.parts.verb.empty() || !headlines_.takes_object(draft.parts.verb)) return false;
  const bool personal = draft.type == "visit" || draft.type == "statement" || draft.type == "speech" ||
                        draft.type == "proposal" || draft.type == "announcement" || draft.type == "decision";
  const bool person = party.person || party.heads == 0;
  const bool town = party.heads > 0 && extraction_.entities[party.entities.front()].kind == model::EntityKind::place &&
                    !headlines_.is_country(party.english);
  if (town || headlines_.happens(draft.parts.verb)) return false;
  if ((person && !personal) || (owner == object.last_word && headlines_.is_told_of_people(draft.parts.verb)))
    return false;
  draft.parts.agent = party;
  draft.from_discourse = false;
  if (owner < object.last_word)
    rest = Argument{
        {phrase.words[owner + 1].span.begin, object.span.end}, owner + 1, object.last_word, object.kind, false, kNone};
  return true;
}

bool Drafter::is_occasion(const Phrase& phrase, const Argument& noun) const {
  const Word& last = phrase.words[noun.last_word];
  if (vocabulary_.ends_as(WordClass::occasion, last.core.of(phrase.text))) return true;
  return noun.last_word > noun.first_word &&
         vocabulary_.is(WordClass::occasion,
                        base::Span{phrase.words[noun.last_word - 1].span.begin, last.core.end}.of(phrase.text));
}

/// The trigger that the last word, or the last two, of a noun phrase name (실적 발표).
const Trigger* Drafter::named_by(const Phrase& phrase, const Argument& noun) const {
  if (noun.last_word > noun.first_word) {
    const base::Span two{phrase.words[noun.last_word - 1].span.begin, phrase.words[noun.last_word].core.end};
    if (const Trigger* found = vocabulary_.noun_trigger(two.of(phrase.text))) return found;
  }
  return vocabulary_.noun_trigger(phrase.words[noun.last_word].core.of(phrase.text));
}

/// 300억원으로 늘었다, 20만원에 마감했다: the level that something changed to, not by how much.
void Drafter::name_level(const Phrase& phrase, const Argument& object, Draft& draft) const {
  const bool up_to = object.kind == ParticleKind::direction;
  const bool at = object.kind == ParticleKind::locative || object.kind == ParticleKind::dative;
  if (!(up_to || at) || !participants_.is_amount(phrase, object)) return;
  // A price closes; nothing ends.
  if (draft.type == "closing") draft.type = "change";
  if (draft.type != "change") return;
  const Word& last = phrase.words[object.last_word];
  draft.parts.object.text += base::Span{last.core.end, last.span.end}.of(phrase.text);
  if (draft.parts.object.english.empty()) return;
  draft.parts.object.english.insert(0, up_to && draft.parts.verb != "close" ? "to " : "at ");
  draft.parts.direct = true;
}

}  // namespace timeline::event
