#include "entity/bodies.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::size_t kMostQuoted = 45;  // bytes of a quoted name

bool is_latin_name(std::string_view word) {
  if (word.empty() || !(word[0] >= 'A' && word[0] <= 'Z')) return false;
  for (const char c : word)
    if ((c & 0x80) != 0) return false;
  return true;
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The closing mark of an opening one, or 0.
char32_t closing(char32_t c) {
  switch (c) {
    case 0x2018:
      return 0x2019;
    case 0x201C:
      return 0x201D;
    case U'\'':
      return U'\'';
    case U'"':
      return U'"';
    case 0x300A:
      return 0x300B;
    case 0x3008:
      return 0x3009;
    case 0x300E:
      return 0x300F;
    case U'<':
      return U'>';
    default:
      return 0;
  }
}

}  // namespace

std::optional<Mention> Bodies::place_before(const Page& page, const Line& line, std::size_t index) {
  if (index == 0 || !line.words[index].spaced) return std::nullopt;
  const Word& previous = line.words[index - 1];
  const Mention* mention = line.mention_in({previous.begin, previous.end});
  if (mention == nullptr || mention->span.end != previous.end || page.entity(mention->entity).kind != EntityKind::place)
    return std::nullopt;
  return *mention;
}

bool Bodies::is_common(std::string_view word) const {
  if (names_.is_stopword(word)) return true;
  for (std::size_t at = 6; at + 6 <= word.size(); at += 3)
    if (text::is_boundary(word, at) && names_.is_stopword(word.substr(0, at)) && names_.is_stopword(word.substr(at)))
      return true;
  return false;
}

bool Bodies::by_suffix(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  // 상원의원: a title, and no clinic.
  if (word.title != nullptr && word.title_begin <= word.suffix_begin) return false;
  // 거래일보다: a noun with 보다, and no newspaper that is.
  if (word.suffix_end < word.end && word.end - word.suffix_end <= 3) {
    const auto particle = cues_.particles().after(line.text, word.suffix_end);
    if (particle && particle->kind == lexicon::ParticleKind::copula) return false;
  }
  const std::optional<Mention> place = place_before(page, line, index);
  const std::string_view before = line.text.substr(word.begin, word.suffix_begin - word.begin);
  const std::size_t syllables = text::count_characters(before);
  const base::Span span{word.begin, word.suffix_end};
  if (const Mention* taken = line.mention_in(span); taken != nullptr) {
    // 단국대천안병원, 서울시청: the known name is only the beginning of this one; a whole known name stays.
    if (taken->span.begin < span.begin || taken->span.end >= span.end) return false;
  }
  const std::string text(span.of(line.text));
  for (const Suffix& suffix : *word.suffix) {
    base::Span whole = span;
    switch (suffix.where) {
      case Suffix::Where::place:
        if (!place || syllables < suffix.least || (suffix.least > 0 && names_.is_stopword(text))) continue;
        if (suffix.least == 0 && syllables > 0) continue;
        // 여자친구, 전략자산: the last part is a word of its own.
        if (text.size() > 6 && text::is_boundary(text, text.size() - 6) &&
            names_.is_stopword(std::string_view(text).substr(text.size() - 6)))
          continue;
        break;
      case Suffix::Where::title:
        if (syllables < suffix.least || word.suffix_end != word.end || index + 1 >= line.words.size() ||
            !line.words[index + 1].spaced || line.words[index + 1].title == nullptr || is_common(before) ||
            has_digit(before))
          continue;
        break;
      case Suffix::Where::any:
        if (syllables == 0 && index > 0 && word.spaced) {
          // ITV 방송, GS 그룹
          const Word& previous = line.words[index - 1];
          const std::string_view name = line.text.substr(previous.begin, previous.end - previous.begin);
          if (!is_latin_name(name) || line.mention_in({previous.begin, previous.end}) != nullptr) continue;
          whole.begin = previous.begin;
        } else if (syllables < suffix.least || is_common(before) || names_.is_stopword(text)) {
          continue;
        }
        break;
    }
    const bool joins = place && suffix.kind == EntityKind::organization;
    if (joins) whole.begin = place->span.begin;
    // 국회 정보위원회: a part of the body before it.
    std::optional<std::uint32_t> parent;
    if (suffix.part && word.spaced && index > 0) {
      const Word& previous = line.words[index - 1];
      const Mention* owner = line.mention_in({previous.begin, previous.end});
      if (owner != nullptr && owner->span.end == previous.end &&
          page.entity(owner->entity).kind == EntityKind::organization) {
        parent = owner->entity;
        whole.begin = owner->span.begin;
      }
    }
    page.release(line, whole);
    const std::uint32_t entity = page.found(suffix.kind, whole.of(line.text));
    if ((joins && suffix.least > 0) || parent) page.alias(entity, text);
    page.mention(line, whole, entity);
    if (place && suffix.kind != EntityKind::company)
      page.relation(entity, model::RelationType::located_in, place->entity, line.sentence,
                    base::join(place->span, whole));
    if (parent) page.relation(entity, model::RelationType::belongs_to, *parent, line.sentence, whole);
    return true;
  }
  return false;
}

void Bodies::by_company_mark(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  if (line.mention_in({word.begin, word.end}) != nullptr) return;
  const std::string_view before = line.text.substr(line.span.begin, word.begin - line.span.begin);
  const bool marked =
      before.ends_with("㈜") || before.ends_with("(주)") || before.ends_with("㈜ ") || before.ends_with("(주) ");
  if (!marked) return;
  std::uint32_t end = word.end;
  for (std::uint32_t at = word.begin + 6; at < word.end; ++at) {
    if (!text::is_boundary(line.text, at)) continue;
    const auto particle = cues_.particles().after(line.text, at);
    if (particle && particle->end == word.end) {
      end = at;
      break;
    }
  }
  page.mention(line, {word.begin, end},
               page.found(EntityKind::company, line.text.substr(word.begin, end - word.begin)));
}

void Bodies::by_quotation(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  const bool product = word.neighbour_before.has(EntityKind::product);
  const bool company = word.neighbour_before.has(EntityKind::company);
  std::uint32_t at = word.end;
  if (at < line.span.end && line.text[at] == ' ') ++at;
  if (at >= line.span.end) return;
  const text::Decoded open = text::decode(line.text, at);
  const char32_t close = closing(open.code_point);
  if (close == 0) {
    // 칩 스타트업 Tenstorrent는
    if (!company || index + 1 >= line.words.size() || !line.words[index + 1].spaced) return;
    const Word& next = line.words[index + 1];
    std::uint32_t end = next.begin;
    while (end < next.end && static_cast<unsigned char>(line.text[end]) < 0x80) ++end;
    const base::Span span{next.begin, end};
    if (span.size() < 3 || !is_latin_name(span.of(line.text)) || line.mention_in(span) != nullptr) return;
    if (!cues_.particles().noun_may_end(line.text, end)) return;
    page.mention(line, span, page.found(EntityKind::company, span.of(line.text)));
    return;
  }
  const std::uint32_t begin = at + open.length;
  std::uint32_t end = begin;
  while (end < line.span.end && end - begin <= kMostQuoted && text::decode(line.text, end).code_point != close)
    end += text::decode(line.text, end).length;
  const base::Span span{begin, end};
  if (end >= line.span.end || end - begin > kMostQuoted || span.empty() || line.mention_in(span) != nullptr) return;
  // A name has few words and no end of a sentence in it.
  const std::string_view name = span.of(line.text);
  std::size_t spaces = 0;
  for (const char c : name) {
    if (c == ' ') ++spaces;
    if (c == '.' || c == '?' || c == '!' || c == ',') return;
  }
  if (spaces > (product ? 3U : 0U) || name.ends_with(' ') || text::count_characters(name) < 2) return;
  page.mention(line, span, page.found(product ? EntityKind::product : EntityKind::company, name));
}

void Bodies::find(Page& page) const {
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Word& word = line.words[i];
      if (word.suffix == nullptr || !by_suffix(page, line, i)) by_company_mark(page, line, i);
      if (word.neighbour_before.has(EntityKind::product) || word.neighbour_before.has(EntityKind::company))
        by_quotation(page, line, i);
    }
}

}  // namespace timeline::entity
