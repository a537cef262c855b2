#include "entity/hangul.hpp"
#include "entity/people.hpp"
#include "text/utf8.hpp"

// Foreign people by their names alone: a usual given name, one to whom something is done.
namespace timeline::entity {
namespace {

using lexicon::ParticleKind;

/// Particles that hardly any name ends like.
bool marks_noun(ParticleKind kind) {
  switch (kind) {
    case ParticleKind::topic:
    case ParticleKind::subject:
    case ParticleKind::object:
    case ParticleKind::in:
    case ParticleKind::genitive:
    case ParticleKind::dative:
    case ParticleKind::with:
    case ParticleKind::source:
    case ParticleKind::quote:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::uint32_t People::foreign_end(const Line& line, const Word& word) const {
  const auto sounds = [&](std::uint32_t end) {
    const std::string_view name = line.text.substr(word.begin, end - word.begin);
    return names_.foreign(name) > 0 || names_.foreign_rest(name);
  };
  for (std::uint32_t at = word.begin + 2 * kSyllable; at < word.end; at += kSyllable) {
    const auto particle = cues_.particles().after(line.text, at);
    if (!particle || particle->end != word.end) continue;
    if (!sounds(at)) {
      // 스마트가; 호텔에, 스토리도 (but 하루나)
      const bool after_noun = particle->kind == ParticleKind::locative || particle->kind == ParticleKind::also;
      if (marks_noun(particle->kind) || (after_noun && names_.is_noun(line.text.substr(word.begin, at - word.begin))))
        return word.begin;
      continue;
    }
    const bool chained = particle->kind != particle->last;
    // 크리스티나 아길레라, 조지 카터: a list ends no sentence.
    const bool ended = word.end >= line.span.end || (line.text[word.end] != ' ' && line.text[word.end] != ',');
    switch (particle->kind) {
      case ParticleKind::direction:
        // 지히로, 러팔로는: nobody is a direction; after a consonant it would be 으로.
        if (const int final = text::final_consonant(text::decode_before(line.text, at).code_point);
            final == 0 || final == text::kFinalL)
          continue;
        return at;
      case ParticleKind::also:
        if (chained) continue;  // 알바라도는
        return at;
      case ParticleKind::copula:
        if (!ended && sounds(word.end)) continue;  // 매케인
        return at;
      case ParticleKind::only:
      case ParticleKind::choice:
      case ParticleKind::like:
      case ParticleKind::each:
      case ParticleKind::even:
        if (chained || sounds(word.end)) continue;  // 호프만의, 마라도나
        return at;
      default:
        return at;
    }
  }
  return word.end;
}

void People::by_given_name(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& given = line.words[index];
  if (!names_.is_foreign_given(line.of(given)) || line.mention_in({given.begin, given.end}) != nullptr) return;
  std::uint32_t end = 0;
  for (std::size_t i = index + 1; i < line.words.size() && i < index + 4; ++i) {
    const Word& word = line.words[i];
    if (!word.spaced || word.title != nullptr || line.mention_in({word.begin, word.end}) != nullptr) break;
    const std::string_view whole = line.of(word);
    if (names_.is_link(whole)) continue;
    if (whole.size() < 2 * kSyllable || !text::is_hangul(whole)) break;
    const std::uint32_t stem = foreign_end(line, word);
    const std::string_view name = line.text.substr(word.begin, stem - word.begin);
    // 앤드루 와이엇 감독: right before a title anything goes.
    if (stem == word.begin) break;
    const bool titled = stem == word.end && !has_particle(line, word) && i + 1 < line.words.size() &&
                        line.words[i + 1].spaced && line.words[i + 1].title != nullptr &&
                        line.words[i + 1].title->after && !names_.is_stopword(whole);
    if (names_.foreign(name) == 0 && !names_.foreign_rest(name) && !titled) break;
    end = stem;
    if (stem < word.end) break;
  }
  if (end != 0) add(page, line, {given.begin, end}, {}, persons);
}

void People::by_dative(Page& page, Line& line, std::size_t index, Persons& persons) const {
  // 에릭에게: only somebody is given something. What merely sounds foreign is a trade as well (트레이더에게).
  constexpr std::size_t kLongest = 5 * kSyllable;
  const Word& word = line.words[index];
  if (word.title != nullptr || line.mention_in({word.begin, word.end}) != nullptr) return;
  for (std::uint32_t at = word.begin + 2 * kSyllable; at < word.end; at += kSyllable) {
    if (!text::is_boundary(line.text, at)) return;
    const auto particle = cues_.particles().after(line.text, at);
    if (!particle || particle->end != word.end) continue;
    if (particle->kind != ParticleKind::dative || particle->end - at < 2 * kSyllable) return;
    const base::Span span{word.begin, at};
    const std::string_view name = span.of(line.text);
    if (name.size() > kLongest) return;
    if (names_.is_foreign_given(name) || (name.size() == 3 * kSyllable && names_.stands_alone(name)))
      add(page, line, span, {}, persons);
    return;
  }
}

}  // namespace timeline::entity
