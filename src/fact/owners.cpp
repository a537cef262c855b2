#include "fact/owners.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

constexpr std::uint32_t kShortBody = 6;      // bytes: 시가, 군이 are no names
constexpr std::uint32_t kSentencesBack = 2;  // how far the topic of a sentence is carried on

bool can_own(model::EntityKind kind) {
  return kind != model::EntityKind::occasion;
}

}  // namespace

bool Owners::can_receive(model::EntityKind kind) {
  return kind == model::EntityKind::company || kind == model::EntityKind::organization ||
         kind == model::EntityKind::person;
}

void Owners::set_subject(model::Fact& fact, const Site& site, const Measure& measure) {
  // 블랙웰 GPU 26만장: a product is what is counted; whose it is the topic says.
  const bool place = measure.owner && in_.kind_of(*measure.owner) == model::EntityKind::place;
  // 춘천 31.4도: of what is measured somewhere the place has it.
  const bool there = site.quantity.unit == "°C" || site.quantity.unit == "%" || is_currency(site.quantity.unit);
  if (measure.owner && can_own(in_.kind_of(*measure.owner)) &&
      in_.kind_of(*measure.owner) != model::EntityKind::product &&
      (!place || there || measure.rule == "bracket-name" ||
       in_.facts.ends_with(FactWord::measure, in_.text, measure.words))) {
    fact.subject = measure.owner;
    return;
  }
  if (!measure.holder.empty()) {
    fact.subject_text = in_.attribute_text(measure.holder);
    return;
  }
  if (in_.is_bound(site)) return;
  if (const auto chosen = chosen_by(site, measure)) {
    fact.subject = chosen;
    return;
  }
  if (measure.rule == "label" || measure.rule == "distance") return;  // a list's row, whose head is not known
  // 그는 4개 국을 돌았다: where nothing says what was counted, nothing says whose it is.
  const bool thin = measure.rule == "default" && in_.facts.is_thin(fact.attribute, site.quantity);
  const Phrase* owner = owner_among(site, measure, thin);
  if (owner) {
    if (owner->entity && owner->entity_ends)
      fact.subject = owner->entity;
    else if (owner->person)
      fact.subject = owner->person;
    else
      fact.subject_text = in_.attribute_text(in_.core(owner->span));
    return;
  }
  if (site.quotation || thin) return;
  fact.subject = subject_behind(site);
  // A sentence that has a topic of its own is about that; what it measures may be said of who was named before.
  const bool own = std::any_of(site.left.phrases.begin(), site.left.phrases.end(), [&](const Phrase& phrase) {
    return (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject ||
            phrase.kind == ParticleKind::genitive || phrase.last == ParticleKind::topic) &&
           !(phrase.span.overlaps(measure.words) && in_.facts.ends_with(FactWord::measure, in_.text, measure.words));
  });
  const bool wants_owner = site.quantity.unit != "m" && in_.facts.ends_with(FactWord::measure, in_.text, measure.words);
  // 과태료 3000만원을 물 수 있다: whoever does it.
  if (!fact.subject && !own && wants_owner && fact.status != model::EventStatus::possible)
    fact.subject = carried_subject(fact.sentence);
}

std::optional<std::uint32_t> Owners::chosen_by(const Site& site, const Measure& measure) const {
  const std::uint32_t end = std::max(site.end, measure.words.end);
  const auto particle = in_.particle_behind(end, site.scope.end);
  if (particle != ParticleKind::subject && particle != ParticleKind::with && particle != ParticleKind::topic)
    return std::nullopt;
  const Split right = in_.split({end, in_.boundary(std::min(site.scope.end, end + kReach))});
  for (const Phrase& phrase : right.phrases) {
    if (phrase.kind != ParticleKind::object) continue;
    if (!phrase.entity || !phrase.entity_ends || !in_.facts.starts(FactWord::use, in_.text, in_.skip_space(phrase.end)))
      return std::nullopt;
    return phrase.entity;
  }
  return std::nullopt;
}

const Phrase* Owners::owner_among(const Site& site, const Measure& measure, bool thin) const {
  const Phrase* best = nullptr;
  // 여당이 5명, 야당은 4명: who stands right before a number that does not only say where, with whom or of what.
  const auto particle = in_.particle_behind(site.end, site.scope.end);
  const bool alone = !particle || *particle == ParticleKind::subject || *particle == ParticleKind::object ||
                     *particle == ParticleKind::copula || *particle == ParticleKind::topic;
  const bool others = describes_other(site, measure) || counted_act(site, measure);
  bool best_named = false;
  // 약 1.5km 구간에서 걸었다: how long the way is, is nobody's.
  const bool aside = in_.is_aside(measure.words, site);
  for (const Phrase& phrase : site.left.phrases) {
    if (!measure.words.empty() && phrase.span.overlaps(measure.words)) continue;
    const bool named = phrase.entity && phrase.entity_ends && can_own(in_.kind_of(*phrase.entity));
    if (phrase.listed) continue;
    // 김 회장은; not 김 회장이 세운 재단은.
    const bool titled = phrase.person && in_.words.ends_with(SpeechWord::role, in_.text, phrase.span);
    // 오픈AI의 10GW 규모 데이터센터, 정 교수의 출자금 300억원
    if (phrase.kind == ParticleKind::genitive && (named || titled)) {
      const std::uint32_t next = measure.words.empty() || measure.words.begin > site.quantity.span.begin
                                     ? site.quantity.span.begin
                                     : measure.words.begin;
      if (phrase.end <= next && in_.trim({phrase.end, next}).empty()) return &phrase;
    }
    if (phrase.kind != ParticleKind::topic && phrase.kind != ParticleKind::subject && phrase.kind != ParticleKind::also)
      continue;
    if (others && phrase.kind != ParticleKind::subject) continue;
    if (thin && !(alone && in_.core({phrase.end, site.quantity.span.begin}).empty())) continue;
    if (phrase.last == ParticleKind::in || phrase.last == ParticleKind::locative) continue;
    // 매출은; but 보수당은 is a name, whatever it ends with.
    if (!named && in_.facts.ends_with(FactWord::measure, in_.text, phrase.span)) continue;
    if (aside && !named) continue;
    if (is_apart(phrase, site, measure) || only_reports(phrase, site)) continue;
    // 도는 16일 환경협회가 성금 300억원을 냈다고 밝혔다: the body that does it.
    const bool does = phrase.kind == ParticleKind::subject && phrase.span.size() > kShortBody &&
                      phrase.span.size() <= kLongestSubject &&
                      in_.words.ends_with(SpeechWord::body, in_.text, phrase.span);
    if (named || titled || does) {
      best = &phrase;
      best_named = true;
    } else if (phrase.marked || (!best_named && can_be_plain(phrase, measure.rule == "named") &&
                                 !has_other_number(phrase, site, measure))) {
      best = &phrase;  // Etched 또한: a new clause with a new topic
      best_named = false;
    } else if (phrase.kind == ParticleKind::subject && best && best->kind == ParticleKind::subject) {
      best = nullptr;  // somebody else, whom nothing names, does this part of the sentence
      best_named = false;
    }
  }
  return best;
}

bool Owners::is_apart(const Phrase& phrase, const Site& site, const Measure& measure) const {
  if (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::also) return false;
  const std::uint32_t number = measure.words.empty() || measure.words.begin > site.quantity.span.begin
                                   ? site.quantity.span.begin
                                   : measure.words.begin;
  for (const Verb& verb : site.left.verbs) {
    if (verb.span.begin < phrase.end) continue;
    if (verb.quoting) continue;
    if (!verb.adnominal) return true;
    // 미군이 공개한 영상에는 핵무기 15개가: the verb describes another noun than the number's.
    // What a part is told of stands between them as well: 김 총리가 이끄는 당은 650석 가운데 300석을
    const base::Span between{verb.span.end, std::max(verb.span.end, number)};
    if (!in_.core(between).empty() || !in_.split(between).phrases.empty()) return true;
  }
  return false;
}

bool Owners::describes_other(const Site& site, const Measure& measure) const {
  const std::uint32_t begin = std::max(site.end, measure.words.end);
  if (begin >= site.scope.end) return false;
  const Split right = in_.split({begin, in_.boundary(std::min(site.scope.end, begin + kReach))});
  // 총리는 12명의 사상자가 발생한 일을: a subject of a clause of its own.
  if ((site.quantity.unit == "unit" || site.quantity.unit == "person") && !right.verbs.empty() &&
      right.verbs.front().adnominal && in_.particle_behind(begin, site.scope.end) == ParticleKind::subject)
    return true;
  for (const Verb& verb : right.verbs) {
    const bool parted = in_.text.substr(begin, verb.span.begin - begin).find(", ") != std::string_view::npos;
    if (verb.quoting || parted) return false;
    for (const Phrase& phrase : right.phrases) {
      if (phrase.end <= verb.span.begin && (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject))
        return false;
      if (!verb.adnominal || phrase.span.begin < verb.span.end) continue;
      const bool named = phrase.entity && can_receive(in_.kind_of(*phrase.entity)) &&
                         (phrase.entity_ends || in_.words.ends_with(SpeechWord::role, in_.text, phrase.span));
      return named && in_.trim({verb.span.end, phrase.span.begin}).empty();
    }
    if (verb.adnominal) return false;
  }
  return false;
}

bool Owners::counted_act(const Site& site, const Measure& measure) const {
  const auto& verbs = site.left.verbs;
  const auto& phrases = site.left.phrases;
  if (verbs.empty() || phrases.empty() || !verbs.back().adnominal) return false;
  if (site.quantity.unit != "unit" && site.quantity.unit != "person") return false;
  const std::uint32_t counted =
      std::min(site.quantity.span.begin, measure.words.empty() ? site.quantity.span.begin : measure.words.begin);
  const Verb& verb = verbs.back();
  if (verb.span.end > counted || !in_.trim({verb.span.end, counted}).empty()) return false;
  // 숨진 5명의 이름을
  if (in_.facts.is_of_counted(in_.facts.action(in_.text, verb.span.begin))) return true;
  // 시위를 벌인 300명을 체포했다: what is done with them is told behind them.
  if (in_.facts.action(in_.text, verb.span.begin).empty() &&
      !in_.action_behind(std::max(site.end, measure.words.end), site.scope.end).empty())
    return false;
  const auto before = std::find_if(phrases.rbegin(), phrases.rend(),
                                   [&](const Phrase& phrase) { return phrase.end <= verb.span.begin; });
  if (before == phrases.rend() || !in_.trim({before->end, verb.span.begin}).empty()) return false;
  return before->kind == ParticleKind::object ||
         (before->kind == ParticleKind::locative && site.quantity.unit == "person");
}

bool Owners::has_other_number(const Phrase& phrase, const Site& site, const Measure& measure) const {
  const auto& phrases = site.left.phrases;
  const auto own = std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& other) {
    return other.kind == ParticleKind::topic && other.span.overlaps(measure.words);
  });
  if (own == phrases.end()) return false;
  // 잔치는 이어졌고, 화분은 30개까지 늘었다: of the clause before.
  if (std::any_of(site.left.verbs.begin(), site.left.verbs.end(), [&](const Verb& verb) {
        return !verb.adnominal && verb.span.begin >= phrase.end && verb.span.end <= own->span.begin;
      }))
    return true;
  return std::any_of(in_.numbers.begin(), in_.numbers.end(),
                     [&](std::uint32_t begin) { return begin >= phrase.end && begin < site.quantity.span.begin; });
}

bool Owners::can_be_plain(const Phrase& phrase, bool subjects) const {
  const bool topic = phrase.kind == ParticleKind::topic && phrase.last == ParticleKind::topic;
  // ‘제보해 달라’는 현수막: quoted words.
  const char32_t first = text::decode(in_.text, phrase.span.begin).code_point;
  if (first == U'\'' || first == U'"' || first == 0x2018 || first == 0x201C) return false;
  constexpr std::uint32_t kSyllable = 3;  // bytes
  if (!(topic || (subjects && phrase.kind == ParticleKind::subject)) || phrase.span.size() > kLongestSubject ||
      phrase.span.size() <= kSyllable)
    return false;
  constexpr std::uint32_t kLongestTopic = 40;  // bytes
  if (phrase.span.size() <= kLongestTopic && !phrase.entity && !in_.core(phrase.span).empty() &&
      !in_.words.is(SpeechWord::pronoun, in_.text, phrase.span) &&
      !in_.words.ends(Ending::final, in_.text, phrase.span) &&
      !in_.facts.ends_with(FactWord::ratio, in_.text, phrase.span) &&
      !in_.facts.ends_with(FactWord::amount, in_.text, phrase.span))
    return true;
  return in_.words.ends_with(SpeechWord::role, in_.text, phrase.span) ||
         in_.words.ends_with(SpeechWord::body, in_.text, phrase.span) ||
         text::is_latin(text::decode(in_.text, phrase.span.begin).code_point);
}

bool Owners::only_reports(const Phrase& phrase, const Site& site) const {
  if (phrase.kind != ParticleKind::topic || site.quotation) return false;
  const auto report = in_.reported(site);
  if (!report) return false;
  // 투자하겠다고, 늘릴 계획이라고: what the topic means to do is its own.
  const auto status = in_.facts.status(in_.text, {site.end, *report});
  if (status == model::EventStatus::planned) return false;
  // A company tells its own figures; offices, papers and people tell those of others. A place says nothing.
  if (!phrase.entity || !phrase.entity_ends) return true;
  const model::EntityKind kind = in_.kind_of(*phrase.entity);
  return kind != model::EntityKind::company && kind != model::EntityKind::place && kind != model::EntityKind::product;
}

std::optional<std::uint32_t> Owners::subject_behind(const Site& site) const {
  if (in_.report({site.end, site.sentence.end})) return std::nullopt;
  const Split right = in_.split({site.end, in_.boundary(std::min(site.sentence.end, site.end + kReach))});
  // 90%를 쥔 회사에 도전한다: the number is the object, so whom the verb describes is its subject.
  if (in_.particle_behind(site.end, site.scope.end) == ParticleKind::object && !right.verbs.empty() &&
      right.verbs.front().adnominal)
    for (const Phrase& phrase : right.phrases)
      if (phrase.span.begin >= right.verbs.front().span.end)
        return phrase.entity && phrase.entity_ends && can_receive(in_.kind_of(*phrase.entity)) &&
                       in_.trim({right.verbs.front().span.end, phrase.span.begin}).empty()
                   ? phrase.entity
                   : std::nullopt;
  for (const Phrase& phrase : right.phrases) {
    if (phrase.last != ParticleKind::topic || !phrase.entity || !can_receive(in_.kind_of(*phrase.entity))) continue;
    // The number must stand in what describes it: 90%로 앞서 있는 회사는.
    for (const Verb& verb : right.verbs)
      if (verb.adnominal && verb.span.end <= phrase.span.begin && in_.trim({verb.span.end, phrase.span.begin}).empty())
        return phrase.entity;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Owners::carried_subject(std::uint32_t sentence) {
  if (carried_.first == sentence) return carried_.second;
  carried_ = {sentence, std::nullopt};
  for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence; ++back) {
    const model::Sentence& before = in_.extraction.sentences[sentence - back];
    if (before.field != in_.field || before.role != model::SentenceRole::body) break;
    const bool told = in_.report(before.span).has_value();
    const base::Span near{before.span.begin, in_.boundary(std::min(before.span.end, before.span.begin + kReach))};
    for (const Phrase& phrase : in_.split(near).phrases)
      if (phrase.kind == ParticleKind::topic && phrase.entity && phrase.entity_ends &&
          can_own(in_.kind_of(*phrase.entity))) {
        // 신문은 … 보도했다: who only tells of others is not whom the text is about.
        if (told && in_.kind_of(*phrase.entity) != model::EntityKind::company) return std::nullopt;
        carried_.second = phrase.entity;
        return phrase.entity;
      }
  }
  return std::nullopt;
}

void Owners::set_object(model::Fact& fact, const Site& site) const {
  const auto& left = site.left.phrases;
  for (std::size_t i = left.size(); i-- > 0;) {
    const Phrase& phrase = left[i];
    if (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject) break;
    const bool to = phrase.kind == ParticleKind::dative || phrase.kind == ParticleKind::locative;
    if (!to || !phrase.entity || !phrase.entity_ends || !can_receive(in_.kind_of(*phrase.entity)) ||
        phrase.entity == fact.subject)
      continue;
    // 위원회에 회부된 11명: it is done to them.
    constexpr char32_t kPassive = 0xB41C;  // doen
    if (std::any_of(site.left.verbs.begin(), site.left.verbs.end(), [&](const Verb& verb) {
          return verb.adnominal && verb.span.begin >= phrase.end &&
                 text::decode_before(in_.text, verb.span.end).code_point == kPassive;
        }))
      continue;
    // 환경부에 따르면, 애플에 비해
    const std::uint32_t next = in_.skip_space(phrase.end);
    if (in_.facts.starts(FactWord::source, in_.text, next) || in_.facts.starts(FactWord::compare, in_.text, next) ||
        std::any_of(site.left.verbs.begin(), site.left.verbs.end(),
                    [&](const Verb& verb) { return !verb.adnominal && verb.span.begin >= phrase.end; }))
      continue;
    fact.object = phrase.entity;
    break;
  }
}

}  // namespace timeline::fact
