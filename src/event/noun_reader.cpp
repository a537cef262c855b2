#include "event/noun_reader.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;

constexpr std::size_t kSyllable = 3;  // bytes

}  // namespace

bool NounReader::stands_for_one(const Argument& noun) const {
  return names(noun) || vocabulary_.is(WordClass::pronoun, phrase_.words[noun.last_word].core.of(phrase_.text));
}

bool NounReader::is_reflexive(const Argument& noun) const {
  return vocabulary_.is(WordClass::reflexive, phrase_.words[noun.last_word].core.of(phrase_.text));
}

bool NounReader::names(const Argument& noun) const {
  return phrase_.words[noun.last_word].mention != kNone || is_person(noun);
}

bool NounReader::is_law(const Argument& noun) const {
  return vocabulary_.ends_as(WordClass::enacted, phrase_.words[noun.last_word].core.of(phrase_.text));
}

bool NounReader::is_somebody(const Argument& noun) const {
  return is_person(noun) || vocabulary_.is(WordClass::person, phrase_.words[noun.last_word].core.of(phrase_.text));
}

bool NounReader::is_person(const Argument& noun) const {
  for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i)
    if (phrase_.words[i].person) return true;
  return false;
}

bool NounReader::is_quoted_content(const Argument& noun) const {
  const Word& last = phrase_.words[noun.last_word];
  if (!last.named || noun.kind != ParticleKind::topic || noun.last_word + 1 >= phrase_.words.size()) return false;
  // ‘특권을 누렸다’는 김하늘 의원의 질문에
  const std::string_view words = last.core.of(phrase_.text);
  if (noun.last_word > noun.first_word && phrase_.words[noun.first_word].named && words.size() > kSyllable &&
      vocabulary_.is(WordClass::utterance, words.substr(words.size() - kSyllable)))
    return true;
  const std::string_view next = phrase_.words[noun.last_word + 1].core.of(phrase_.text);
  const Trigger* said = vocabulary_.noun_trigger(next);
  return vocabulary_.is(WordClass::abstract, next) || vocabulary_.is(WordClass::wording, next) ||
         (said && (said->kind == TriggerClass::speech || said->type == "proposal" || said->type == "request"));
}

bool NounReader::is_abstract(const Predicate& predicate) const {
  const std::uint32_t next = predicate.last_word + 1;
  if (next >= phrase_.words.size()) return true;
  const Word& word = phrase_.words[next];
  const char first = phrase_.text[word.span.begin];
  // 포함한 10건의 사건: the things are counted.
  const bool number = first >= '0' && first <= '9' && word.particle != ParticleKind::genitive;
  return word.time != kNone || number || vocabulary_.is(WordClass::abstract, word.core.of(phrase_.text));
}

bool NounReader::is_content(const Predicate& predicate) const {
  if (predicate.reading.link != Link::nominal) return false;
  const Word& last = phrase_.words[predicate.last_word];
  if (predicate.end < last.span.end) {
    const auto particle = vocabulary_.particles().after(phrase_.text, predicate.end);
    return particle && particle->end == last.span.end && particle->kind != ParticleKind::copula;
  }
  const std::uint32_t next = predicate.last_word + 1;
  return next < phrase_.words.size() && vocabulary_.is(WordClass::shell, phrase_.words[next].core.of(phrase_.text));
}

}  // namespace timeline::event
