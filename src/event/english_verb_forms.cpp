#include "event/english_verb_forms.hpp"

#include <algorithm>

namespace timeline::event {

using enum EnglishClass;

const EnglishVerb* VerbForms::find(std::uint32_t at, EnglishForm form, std::uint32_t* end) const {
  if (at >= end_ || token(at).quoted || !token(at).forms) return nullptr;
  const EnglishVerb* best = nullptr;
  for (const EnglishEntry& entry : *token(at).forms) {
    if (entry.form != form) continue;
    const EnglishVerb& verb = grammar_.verb(entry.verb);
    std::uint32_t i = at + 1;
    bool whole = true;
    for (std::string_view rest = verb.particle; whole && !rest.empty(); ++i) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      whole = i < end_ && !token(i).quoted && token(i).lower == word;
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    if (!whole || (best && verb.particle.size() <= best->particle.size())) continue;
    best = &verb;
    if (end) *end = i;
  }
  return best;
}

bool VerbForms::base_at(std::uint32_t at) const {
  return find(at, EnglishForm::base, nullptr) != nullptr;
}

std::uint32_t VerbForms::past_adverbs(std::uint32_t at) const {
  while (at < end_ && (token(at).adverb() || token(at).is(negation)) && !token(at).quoted) ++at;
  return at;
}

bool VerbForms::has_participle_behind(std::uint32_t at) const {
  const std::uint32_t next = past_adverbs(at + 1);
  return next < end_ && (token(next).lower == "been" || find(next, EnglishForm::participle, nullptr) != nullptr);
}

bool VerbForms::has_base_behind(std::uint32_t at) const {
  const std::uint32_t next = past_adverbs(at + 1);
  return next < end_ && base_at(next);
}

bool VerbForms::noun_before(std::uint32_t at) const {
  if (at == first_) return false;
  const EnglishToken& before = token(at - 1);
  if (before.quoted || (before.possessive && !before.comma)) return false;
  return !before.is(article) && !before.is(determiner) && !before.is(preposition) && before.lower != "to" &&
         !before.auxiliary();
}

bool VerbForms::finite_at(std::uint32_t at) const {
  if (at >= end_) return false;
  const EnglishToken& word = token(at);
  return word.auxiliary() || find(at, EnglishForm::past, nullptr) || find(at, EnglishForm::third, nullptr);
}

bool VerbForms::describes_noun(std::uint32_t at, std::uint32_t end) const {
  if (end >= end_) return false;
  if (token(end).lower == "by" && end + 1 < end_ && token(end + 1).time == kNoToken) return true;
  const EnglishVerb* verb = find(at, EnglishForm::participle, nullptr);
  const bool undergoes = verb->closes() || transitive(*verb);
  std::uint32_t before = at;
  while (before > first_ && token(before - 1).adverb() && !token(before - 1).comma) --before;
  // "The boy, named Kim by those who know him, …": one comma alone parts no subject from its verb.
  if (verb->base == "name" && first_ == start_ && before > first_ + 1 && token(before - 1).comma) return true;
  return (undergoes || verb->reports()) && before > first_ && token(before - 1).comma && first_ == start_ &&
         token(end).is(preposition);
}

bool VerbForms::bare_participle(std::uint32_t at) const {
  if (at == first_) return false;
  std::uint32_t end = at + 1;
  const EnglishVerb* verb = find(at, EnglishForm::past, &end);
  if (verb->reports() || (verb->closes() && verb->base != "know")) return false;
  if (end >= end_ || token(at).comma) return transitive(*verb);
  const EnglishToken& next = token(end);
  if (next.lower == "by") return true;
  return transitive(*verb) && (next.is(preposition) || next.is(subordinator) || next.time != kNoToken ||
                               next.lower.starts_with('$') || next.is(coordinator));
}

bool VerbForms::transitive(const EnglishVerb& verb) const {
  return EnglishGrammar::has(grammar_.classes(verb.base), undergone);
}

}  // namespace timeline::event
