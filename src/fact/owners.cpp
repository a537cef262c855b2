#include "fact/owners.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

constexpr std::uint32_t kSentencesBack = 2;  // how far the topic of a sentence is carried on

bool can_own(model::EntityKind kind) {
  return kind != model::EntityKind::occasion;
}
bool can_receive(model::EntityKind kind) {
  return kind == model::EntityKind::company || kind == model::EntityKind::organization ||
         kind == model::EntityKind::person;
}

}  // namespace

void Owners::set_subject(model::Fact& fact, const Measure& measure, const std::vector<Phrase>& left,
                         const model::Quotation* quotation) {
  // 블랙웰 GPU 26만장: a product is what is counted; whose it is the topic says.
  if (measure.owner && can_own(in_.kind_of(*measure.owner)) &&
      in_.kind_of(*measure.owner) != model::EntityKind::product) {
    fact.subject = measure.owner;
    return;
  }
  if (!measure.holder.empty()) {
    fact.subject_text = in_.attribute_text(measure.holder);
    return;
  }
  const Phrase* topic = nullptr;
  const Phrase* plain = nullptr;
  for (const Phrase& phrase : left) {
    if (!measure.words.empty() && phrase.span.overlaps(measure.words)) continue;
    const bool named = phrase.entity && phrase.entity_ends && can_own(in_.kind_of(*phrase.entity));
    const bool owner = phrase.kind == ParticleKind::genitive && named && phrase.end <= measure.words.begin &&
                       in_.trim({phrase.end, measure.words.begin}).empty();
    if (owner) {
      fact.subject = phrase.entity;
      return;
    }
    if (phrase.kind != ParticleKind::topic && phrase.kind != ParticleKind::subject && phrase.kind != ParticleKind::also)
      continue;
    if (in_.facts.ends_with(FactWord::measure, in_.text, phrase.span)) continue;
    if (named) {
      if (!topic || phrase.kind == ParticleKind::topic || phrase.marked) topic = &phrase;
    } else if (phrase.marked) {
      topic = nullptr;  // Etched 또한: a new clause with a new topic
      plain = &phrase;
    } else if (phrase.person && !topic) {
      topic = &phrase;
    } else if (phrase.kind == ParticleKind::topic && phrase.span.size() <= kLongestSubject && !plain &&
               (in_.words.ends_with(SpeechWord::role, in_.text, phrase.span) ||
                in_.words.ends_with(SpeechWord::body, in_.text, phrase.span) ||
                text::is_latin(text::decode(in_.text, phrase.span.begin).code_point))) {
      plain = &phrase;
    }
  }
  if (topic) {
    fact.subject = topic->person ? topic->person : topic->entity;
  } else if (plain) {
    fact.subject_text = in_.attribute_text(in_.core(plain->span));
  } else if (!quotation) {
    fact.subject = subject_behind(fact);
    if (!fact.subject) fact.subject = carried_subject(fact.sentence);
  }
  if (!fact.subject && fact.subject_text.empty() && measure.owner) fact.subject = measure.owner;
}

std::optional<std::uint32_t> Owners::subject_behind(const model::Fact& fact) const {
  for (const Phrase& phrase :
       in_.split({fact.span.end,
                  in_.boundary(std::min(in_.extraction.sentences[fact.sentence].span.end, fact.span.end + kReach))},
                 nullptr))
    if (phrase.last == ParticleKind::topic && phrase.entity && can_receive(in_.kind_of(*phrase.entity)))
      return phrase.entity;
  return std::nullopt;
}

std::optional<std::uint32_t> Owners::carried_subject(std::uint32_t sentence) {
  if (carried_.first == sentence) return carried_.second;
  carried_ = {sentence, std::nullopt};
  for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence; ++back) {
    const model::Sentence& before = in_.extraction.sentences[sentence - back];
    if (before.field != in_.field || before.role != model::SentenceRole::body) break;
    const base::Span near{before.span.begin, in_.boundary(std::min(before.span.end, before.span.begin + kReach))};
    for (const Phrase& phrase : in_.split(near, nullptr))
      if (phrase.kind == ParticleKind::topic && phrase.entity && phrase.entity_ends &&
          can_own(in_.kind_of(*phrase.entity))) {
        carried_.second = phrase.entity;
        return phrase.entity;
      }
  }
  return std::nullopt;
}

void Owners::set_object(model::Fact& fact, const std::vector<Phrase>& left) const {
  for (std::size_t i = left.size(); i-- > 0;) {
    const Phrase& phrase = left[i];
    if (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject) break;
    const bool to = phrase.kind == ParticleKind::dative || phrase.kind == ParticleKind::locative;
    if (!to || !phrase.entity || !phrase.entity_ends || !can_receive(in_.kind_of(*phrase.entity)) ||
        phrase.entity == fact.subject)
      continue;
    fact.object = phrase.entity;
    break;
  }
}

std::vector<Recipient> Owners::shared_among(const std::vector<Phrase>& left, const Phrase& rest,
                                            const model::Quantity& quantity) {
  std::vector<Recipient> recipients;
  if (left.empty() || !in_.core(rest.span).empty()) return recipients;
  const Phrase& last = left.back();
  if (last.kind != ParticleKind::locative && last.kind != ParticleKind::dative) return recipients;
  // Nothing but a word such as 각 may stand between them and the number.
  const base::Span gap = in_.trim({last.end, quantity.span.begin});
  const bool each = (!gap.empty() && in_.facts.is(FactWord::each, in_.text, gap)) ||
                    in_.facts.starts(FactWord::each_after, in_.text, quantity.span.end);
  if (!gap.empty() && !each) return recipients;
  if (!each && !(shared_sentence_ == quantity.sentence)) return recipients;
  std::size_t first = left.size() - 1;
  while (first > 0 && left[first - 1].kind == ParticleKind::with &&
         in_.trim({left[first - 1].end, left[first].span.begin}).empty())
    --first;
  for (std::size_t i = first; i < left.size(); ++i) part(left[i], recipients);
  if (recipients.size() < 2 && shared_sentence_ != quantity.sentence) recipients.clear();
  if (!recipients.empty()) shared_sentence_ = quantity.sentence;
  return recipients;
}

void Owners::part(const Phrase& phrase, std::vector<Recipient>& recipients) const {
  const base::Span whole = in_.trim(phrase.span);
  std::uint32_t begin = whole.begin;
  const auto take = [&](std::uint32_t end) {
    const base::Span words = in_.trim({begin, end});
    if (words.empty() || words.size() > kLongestAttribute) return;
    Recipient recipient{words, {}};
    for (const Landmarks::Named& named : in_.marks.names_in(words))
      if (words.contains(named.span) && named.span.end == words.end && named.span.begin == words.begin)
        recipient.entity = named.entity;
    recipients.push_back(recipient);
  };
  for (std::uint32_t at = whole.begin; at < whole.end;) {
    const text::Decoded c = text::decode(in_.text, at);
    const bool dot = c.code_point == 0xB7 || c.code_point == 0x30FB || c.code_point == 0x2027 || c.code_point == 0x318D;
    const auto around = in_.marks.names_in({at, at + 1});
    const bool inside = !around.empty() && around.front().span.begin < at;
    if (dot && !inside) {
      take(at);
      begin = at + c.length;
    }
    at += c.length;
  }
  take(whole.end);
}
}  // namespace timeline::fact
