#include "entity/bodies.hpp"

#include <algorithm>
#include <string>

#include "entity/hangul.hpp"
#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<Mention> Bodies::before(const Page& page, const Line& line, std::size_t index, EntityKind kind) {
  if (index == 0 || !line.words[index].spaced) return std::nullopt;
  const Word& previous = line.words[index - 1];
  const Mention* mention = line.mention_in({previous.begin, previous.end});
  if (mention == nullptr || mention->span.end != previous.end || page.entity(mention->entity).kind != kind)
    return std::nullopt;
  return *mention;
}

bool Bodies::is_common(std::string_view word) const {
  if (names_.is_stopword(word)) return true;
  // 한국청소년연맹: there is but one of the whole country.
  if (const std::uint32_t head = cues_.head(word, 0); head != 0 && word.size() >= head + 2 * kSyllable) return false;
  for (std::size_t at = 6; at + 6 <= word.size(); at += 3)
    if (text::is_boundary(word, at) && names_.is_stopword(word.substr(0, at)) && names_.is_stopword(word.substr(at)))
      return true;
  return false;
}

bool Bodies::names_place(const Page& page, const Line& line, const Word& word) {
  const Mention* mention = line.mention_in({word.begin, word.suffix_begin});
  return mention != nullptr && mention->span.begin == word.begin && mention->span.end == word.suffix_begin &&
         page.entity(mention->entity).kind == EntityKind::place;
}

bool Bodies::is_quarter(const Line& line, std::size_t index) {
  const std::vector<Suffix>* suffixes = line.words[index].suffix;
  return suffixes != nullptr && std::any_of(suffixes->begin(), suffixes->end(), [](const Suffix& suffix) {
           return suffix.kind == EntityKind::place && suffix.where == Suffix::Where::guarded;
         });
}

bool Bodies::is_somewhere(const Line& line, const Word& word) const {
  const auto particle = cues_.particles().after(line.text, word.suffix_end);
  return particle && (particle->kind == ParticleKind::in || particle->kind == ParticleKind::locative ||
                      particle->kind == ParticleKind::direction || particle->kind == ParticleKind::from ||
                      particle->kind == ParticleKind::until);
}

bool Bodies::is_foreign(const Line& line, const Word& word) const {
  constexpr int kEnough = 5;  // points
  return names_.foreign(line.of(word)) >= kEnough && stands_bare(line, word);
}

bool Bodies::stands_bare(const Line& line, const Word& word) const {
  if (word.title != nullptr || word.end - word.begin < 3 * kSyllable) return false;
  // 헬기로, 도시에서도: a word with particles.
  for (std::uint32_t at = word.begin + kSyllable; at < word.end; at += kSyllable)
    if (const auto particle = cues_.particles().after(line.text, at); particle && particle->end == word.end)
      return false;
  return true;
}

bool Bodies::ends_name(const Page& page, const Suffix& suffix, const Line& line, std::size_t index, bool behind_place,
                       bool behind_body) const {
  const Word& word = line.words[index];
  const std::string_view stem = line.text.substr(word.begin, word.suffix_end - word.begin);
  const std::string_view before = line.text.substr(word.begin, word.suffix_begin - word.begin);
  const std::size_t syllables = text::count_characters(before);
  if (syllables < suffix.least) return false;
  // 15층짜리, 7만전자
  if (has_digit(before) && (suffix.where == Suffix::Where::place || suffix.kind == EntityKind::company)) return false;
  switch (suffix.where) {
    case Suffix::Where::place: {
      if (!behind_place || (suffix.least > 0 && names_.is_stopword(stem))) return false;
      if (suffix.least == 0) return syllables == 0;
      // 여자친구, 전략자산: the last part is a word of its own.
      constexpr std::size_t kTwoSyllables = 6;
      return stem.size() <= kTwoSyllables || word.suffix_end - word.suffix_begin >= kTwoSyllables ||
             !text::is_boundary(stem, stem.size() - kTwoSyllables) ||
             !names_.is_stopword(stem.substr(stem.size() - kTwoSyllables));
    }
    case Suffix::Where::title:
      // 외교담당, 18대
      if (before.empty() || has_digit(before) ||
          names_.is_stopword(stem.substr(stem.size() - std::min<std::size_t>(stem.size(), 6))))
        return false;
      return word.suffix_end == word.end && index + 1 < line.words.size() && line.words[index + 1].spaced &&
             line.words[index + 1].title != nullptr && !is_common(before) && names_.korean(stem) < Likelihood::likely;
    case Suffix::Where::any:
    case Suffix::Where::attached:
      return (behind_body && suffix.part) ||
             ((suffix.kind == EntityKind::occasion ? !names_.is_stopword(before)
                                                   : !is_common(before) || names_place(page, line, word)) &&
              !names_.is_stopword(stem));
    case Suffix::Where::guarded: {
      // 흑석동 and no 활동: the last two syllables are no word of their own.
      constexpr std::size_t kTwo = 6;
      // Committees are named by common words (윤리심의위), places are not.
      if ((suffix.kind == EntityKind::place && is_common(before)) || names_.is_stopword(stem) ||
          !text::is_hangul(stem) || names_.is_stopword(stem.substr(stem.size() - kTwo)))
        return false;
      // 진옥동 may be somebody: only a place is somewhere.
      const auto family = names_.surname(stem);
      return !family || family->weight < 2 || names_.korean(stem) == Likelihood::none || is_somewhere(line, word);
    }
  }
  return false;
}

std::optional<std::uint32_t> Bodies::names_before(const Page& page, const Line& line, std::size_t index,
                                                  const Suffix& suffix) const {
  const auto is_person = [&](const Word& word) {
    const Mention* mention = line.mention_in({word.begin, word.end});
    return mention != nullptr && page.entity(mention->entity).kind == EntityKind::person;
  };
  // 알아사드 미 공군기지: a country may stand between.
  const bool between = index > 1 && line.words[index - 1].end - line.words[index - 1].begin == kSyllable &&
                       line.words[index - 1].spaced && suffix.kind == EntityKind::place &&
                       is_person(line.words[index - 2]);
  const Word& previous = line.words[index - (between ? 2 : 1)];
  const base::Span name{previous.begin, previous.end};
  const bool any = suffix.where == Suffix::Where::any;
  if (const Mention* mention = line.mention_in(name); mention != nullptr) {
    // 알아사드 공군기지 is no person, and 덴파사르 공항 more than the town.
    const EntityKind kind = page.entity(mention->entity).kind;
    const bool whole = mention->span.end == previous.end;
    return whole && (kind == EntityKind::person || (kind == EntityKind::place && any && suffix.kind == kind))
               ? std::optional(mention->span.begin)
               : std::nullopt;
  }
  const bool latin = any && suffix.kind != EntityKind::place && is_latin_name(name.of(line.text));
  // 핫루마이 국립공원: before a long ending of places any word may be the name that is no common one and describes
  // nothing (아름다운 국립공원).
  const Word& ending = line.words[index];
  const int final = text::final_consonant(text::decode_before(line.text, previous.end).code_point);
  const bool place = any && suffix.kind == EntityKind::place &&
                     ending.suffix_end - ending.suffix_begin >= 4 * kSyllable && final != text::kFinalN &&
                     final != text::kFinalL && text::is_hangul(name.of(line.text)) && !is_common(name.of(line.text)) &&
                     stands_bare(line, previous);
  return latin || place || is_foreign(line, previous) ? std::optional(previous.begin) : std::nullopt;
}

bool Bodies::by_suffix(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  // 상원의원: a title, and no clinic.
  // 금융연구원 is a body, 수석연구원 and 연구원 are titles.
  const bool part_word = word.title_begin == word.suffix_begin && word.suffix_begin > word.begin &&
                         std::any_of(word.suffix->begin(), word.suffix->end(), [](const Suffix& s) { return s.part; });
  if (word.title != nullptr && word.title_begin <= word.suffix_begin && !part_word &&
      (word.title->after || (word.title->before && word.title_begin == word.begin)))
    return false;
  // 거래일보다: a noun with 보다, and no newspaper that is.
  if (word.suffix_end < word.end && word.end - word.suffix_end <= 3) {
    const auto particle = cues_.particles().after(line.text, word.suffix_end);
    if (particle && particle->kind == lexicon::ParticleKind::copula) return false;
  }
  const base::Span span{word.begin, word.suffix_end};
  // A name of the catalog that is only the beginning of this one gives way (단국대천안병원); a whole one stays.
  if (const Mention* taken = line.mention_in(span);
      taken != nullptr && (taken->span.begin < span.begin || taken->span.end >= span.end))
    return false;
  const std::optional<Mention> place = before(page, line, index, EntityKind::place);
  const std::optional<Mention> body = before(page, line, index, EntityKind::organization);
  for (const Suffix& suffix : *word.suffix) {
    base::Span whole = span;
    // ITV 방송, 타흐리르 광장: the ending is a word of its own behind Latin letters or a foreign name.
    const bool alone = suffix.least > 0 && word.suffix_begin == word.begin && index > 0 && word.spaced &&
                       word.suffix_end - word.suffix_begin >= 2 * kSyllable;
    if (alone) {
      // VESA 디스플레이: what such an ending means by itself.
      if (suffix.where == Suffix::Where::attached || suffix.where == Suffix::Where::title) continue;
      const std::optional<std::uint32_t> from = names_before(page, line, index, suffix);
      if (!from) continue;
      whole.begin = *from;
    } else if (!ends_name(page, suffix, line, index, place.has_value(), body.has_value())) {
      continue;
    }
    // 부산 서해경찰서 is one name with its place, 국회 정보위원회 one with the body that it is a part of.
    const bool organization = suffix.kind == EntityKind::organization;
    const bool joined =
        organization && place && !page.entity(place->entity).key.empty() && !is_quarter(line, index - 1);
    if (joined) whole.begin = place->span.begin;
    const bool part = organization && suffix.part && body;
    if (part) whole.begin = body->span.begin;
    page.release(line, whole);
    const std::uint32_t entity = page.found(suffix.kind, whole.of(line.text));
    if (part || (joined && suffix.least > 0)) page.alias(entity, span.of(line.text));
    page.mention(line, whole, entity);
    if (place && suffix.kind != EntityKind::company)
      page.relation(entity, model::RelationType::located_in, place->entity, line.sentence,
                    base::join(place->span, whole));
    if (part) page.relation(entity, model::RelationType::belongs_to, body->entity, line.sentence, whole);
    return true;
  }
  return false;
}

void Bodies::find(Page& page) const {
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Word& word = line.words[i];
      if (word.suffix == nullptr || !by_suffix(page, line, i)) by_company_mark(page, line, i);
      if (word.neighbour_before.has(EntityKind::product) || word.neighbour_before.has(EntityKind::company))
        by_quotation(page, line, i);
    }
  by_repetition(page);
  by_country(page);
}

}  // namespace timeline::entity
