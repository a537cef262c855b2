#include <algorithm>
#include <map>
#include <string>

#include "entity/bodies.hpp"
#include "entity/hangul.hpp"
#include "text/utf8.hpp"

// Companies and products by a mark (㈜서해), by what stands before their quoted names (개발자 도구 ‘슬럼’), and by what
// is said of them again and again (미리내정보 주가).
namespace timeline::entity {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

constexpr std::size_t kMostQuoted = 45;  // bytes of a quoted name

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

void Bodies::by_company_mark(Page& page, Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  const std::uint32_t mark = cues_.company_mark_before(line.text, word.begin);
  // 남양㈜이: a mark behind a name belongs to that, and what follows is a particle.
  const std::uint32_t at = word.begin - mark;
  if (mark == 0 || (at > line.span.begin && is_word_character(text::decode_before(line.text, at).code_point))) return;
  std::uint32_t end = word.end;
  for (std::uint32_t stem = word.begin + 1; stem < word.end; ++stem) {
    if (!text::is_boundary(line.text, stem) ||
        text::count_characters(line.text.substr(word.begin, stem - word.begin)) < 2)
      continue;
    const auto particle = cues_.particles().after(line.text, stem);
    if (particle && particle->end == word.end) {
      end = stem;
      break;
    }
  }
  const base::Span span{word.begin, end};
  if (text::count_characters(span.of(line.text)) >= 2)
    page.mention(line, span, page.found(EntityKind::company, span.of(line.text)));
}

bool Bodies::by_sound(Page& page, Line& line, const Word& word) const {
  // 핀테크 업체 서메트로가: a word that sounds foreign and is no common one.
  constexpr std::size_t kLeast = 4, kMost = 8;  // syllables
  std::uint32_t end = word.end;
  for (std::uint32_t at = word.begin + 2 * kSyllable; at < word.end; ++at) {
    if (!text::is_boundary(line.text, at)) continue;
    const auto particle = cues_.particles().after(line.text, at);
    if (particle && particle->end == word.end) {
      end = at;
      break;
    }
  }
  const base::Span span{word.begin, end};
  const std::string_view name = span.of(line.text);
  const std::size_t syllables = name.size() / kSyllable;
  if (!text::is_hangul(name) || syllables < kLeast || syllables > kMost || word.title != nullptr ||
      word.suffix != nullptr || line.mention_in(span) != nullptr || names_.is_foreign_given(name) ||
      names_.foreign(name) < static_cast<int>(syllables) + 1)
    return false;
  page.mention(line, span, page.found(EntityKind::company, name));
  return true;
}

bool Bodies::by_former_name(Page& page, Line& line, const Word& word) const {
  // 잉크 제조업체 녹원씨엔아이(옛 큐브스): only a name has an older one.
  const base::Span span{word.begin, word.end};
  const std::size_t behind = line.word_from(word.end);
  if (word.end >= line.span.end || line.text[word.end] != '(' || behind >= line.words.size() ||
      line.words[behind].begin != word.end + 1)
    return false;
  const Word& former = line.words[behind];
  if (former.title == nullptr || !former.title->between || former.end - former.begin != kSyllable ||
      !text::is_hangul(span.of(line.text)) || span.size() < 2 * kSyllable || names_.is_stopword(span.of(line.text)) ||
      line.mention_in(span) != nullptr)
    return false;
  page.mention(line, span, page.found(EntityKind::company, span.of(line.text)));
  return true;
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
    if (by_sound(page, line, next) || by_former_name(page, line, next)) return;
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

void Bodies::by_repetition(Page& page) const {
  // 미리내정보는 …. 미리내정보 주가는 …: what acts twice, and has a share price or a board, is a company.
  constexpr int kOften = 2;
  struct Seen {
    int acts = 0;
    bool trades = false;
  };
  std::map<std::string_view, Seen> seen;
  const auto name_of = [&](const Line& line, const Word& word) -> std::string_view {
    std::uint32_t end = word.end;
    for (std::uint32_t at = word.begin + 3 * kSyllable; at < word.end; at += kSyllable)
      if (const auto found = cues_.particles().after(line.text, at); found && found->end == word.end) {
        end = at;
        break;
      }
    const std::string_view name = line.text.substr(word.begin, end - word.begin);
    const std::size_t syllables = name.size() / kSyllable;
    const bool free = line.mention_in({word.begin, end}) == nullptr && word.title == nullptr;
    return free && text::is_hangul(name) && syllables >= 3 && syllables <= 7 && !names_.is_stopword(name) &&
                   names_.korean(name) == Likelihood::none
               ? name
               : std::string_view();
  };
  const auto acts = [&](const Line& line, std::uint32_t at) {
    const auto particle = cues_.particles().after(line.text, at);
    return particle && (particle->kind == ParticleKind::topic || particle->kind == ParticleKind::subject);
  };
  for (const Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Word& word = line.words[i];
      const std::string_view name = name_of(line, word);
      if (name.empty()) continue;
      const auto end = static_cast<std::uint32_t>(word.begin + name.size());
      if (acts(line, end)) ++seen[name].acts;
      if (end == word.end && i + 1 < line.words.size() && line.words[i + 1].spaced &&
          line.words[i + 1].neighbour_after.has(EntityKind::company))
        seen[name].trades = true;
    }
  for (Line& line : page.lines())
    for (const Word& word : line.words) {
      const std::string_view name = name_of(line, word);
      if (name.empty()) continue;
      const Seen& one = seen[name];
      if (!one.trades || one.acts < kOften) continue;
      const base::Span span{word.begin, word.begin + static_cast<std::uint32_t>(name.size())};
      // 서해당, 서해진흥회: what the ending says of it.
      const bool body = word.suffix != nullptr && word.suffix_end == span.end &&
                        std::any_of(word.suffix->begin(), word.suffix->end(),
                                    [](const Suffix& suffix) { return suffix.kind == EntityKind::organization; });
      page.mention(line, span, page.found(body ? EntityKind::organization : EntityKind::company, name));
    }
}

}  // namespace timeline::entity
