#include "event/words.hpp"

#include <algorithm>

#include "text/quotes.hpp"
#include "text/utf8.hpp"

namespace timeline::event {
namespace {

using lexicon::ParticleKind;

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000 || c == 0x200B;
}

/// Marks at the ends of a word that are no part of it.
bool is_edge(char32_t c) {
  switch (c) {
    case U'.':
    case U',':
    case U'!':
    case U'?':
    case U'"':
    case U'\'':
    case U';':
    case U':':
    case U'(':
    case U')':
    case U'[':
    case U']':
    case U'<':
    case U'>':
    case U'*':
    case U'/':
    case U'-':
    case U'|':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2026:
    case 0xB7:
    case 0x3008:
    case 0x3009:
    case 0x300A:
    case 0x300B:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x3010:
    case 0x3011:
    case 0x2022:
    case 0x25B2:
    case 0x25B3:
    case 0x25B6:
    case 0x25A0:
    case 0x25CB:
    case 0x25CF:
    case 0x25C7:
    case 0x25C6:
    case 0x2192:
    case 0x223C:
    case 0x2013:
    case 0x2014:
      return true;
    default:
      return false;
  }
}

/// What stands in brackets that are closed again.
std::vector<base::Span> find_brackets(std::string_view text, base::Span span) {
  std::vector<base::Span> brackets;
  std::uint32_t open = kNone;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (text[at] == '(' || text[at] == '[') open = at;
    if ((text[at] == ')' || text[at] == ']') && open != kNone) {
      brackets.push_back({open, at + 1});
      open = kNone;
    }
  }
  return brackets;
}

constexpr std::uint32_t kSyllable = 3;  // bytes
constexpr std::uint32_t kMark = 3;      // bytes of a quotation mark

std::size_t count_blanks(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

constexpr std::size_t kNameWords = 5;    // a passage of more words is speech, not a name
constexpr std::size_t kTitleWords = 10;  // where a particle follows that makes it a noun: '…전문가 등 간담회'를

}  // namespace

WordReader::WordReader(const Vocabulary& vocabulary, const model::Article& article, const model::Extraction& extraction)
    : vocabulary_(vocabulary), article_(article), extraction_(extraction) {
  times_.resize(extraction.sentences.size());
  lengths_.resize(extraction.sentences.size());
  mentions_.resize(extraction.sentences.size());
  // A length of time is a noun like others: 징역 2년을.
  for (std::uint32_t i = 0; i < extraction.times.size(); ++i) {
    const model::TimeKind kind = extraction.times[i].kind;
    const bool length = kind == model::TimeKind::duration;
    if (kind != model::TimeKind::set) (length ? lengths_ : times_)[extraction.times[i].sentence].push_back(i);
  }
  for (std::uint32_t i = 0; i < extraction.mentions.size(); ++i)
    mentions_[extraction.mentions[i].sentence].push_back(i);
  for (std::vector<std::uint32_t>& mentions : mentions_)
    std::sort(mentions.begin(), mentions.end(), [&](std::uint32_t a, std::uint32_t b) {
      return extraction.mentions[a].span.begin < extraction.mentions[b].span.begin;
    });
}

void WordReader::read_particle(std::string_view text, Word& word, std::uint32_t noun_end) const {
  word.core = word.span;
  const auto take = [&](std::uint32_t at) {
    std::uint32_t after = at;  // closing marks may stand between noun and particle: ‘나노’를
    while (after < word.span.end && is_edge(text::decode(text, after).code_point))
      after += text::decode(text, after).length;
    if (after >= word.span.end || after == 0) return false;
    const auto found = vocabulary_.particles().after(text, after);
    if (!found || found->end != word.span.end) return false;
    // One syllable of a copula is as often the end of a noun: 이메일, 투자, 개인, 참고.
    const bool weak = found->kind == ParticleKind::copula || found->kind == ParticleKind::choice ||
                      found->kind == ParticleKind::quote;
    if (weak && found->end - after <= kSyllable) return false;
    word.core.end = at;
    word.particle = found->kind;
    word.last = found->last;
    return true;
  };
  if (noun_end != kNone) {
    if (noun_end < word.span.end) take(noun_end);
    return;
  }
  if (vocabulary_.is(WordClass::whole, word.span.of(text))) return;
  for (std::uint32_t at = word.span.begin; at < word.span.end;) {
    at += text::decode(text, at).length;
    if (at >= word.span.end) break;
    // "회의" + 가 rather than 회 + 의가; a noun that only looks like it ends in a particle stays whole.
    if (!take(at)) continue;
    const Word first = word;
    for (; at < word.span.end; at += text::decode(text, at).length)
      if (vocabulary_.is(WordClass::whole, base::Span{word.span.begin, at}.of(text)) && take(at)) return;
    word = first;
    return;
  }
}

Phrase WordReader::read(std::uint32_t sentence) const {
  const model::Sentence& source = extraction_.sentences[sentence];
  Phrase phrase;
  phrase.text = model::text_of(article_, source.field);
  phrase.sentence = sentence;
  phrase.span = source.span;
  phrase.mentions = mentions_[sentence];
  const std::string_view text = phrase.text;

  std::vector<base::Span> names;
  for (const text::QuotedPassage& passage : text::find_quotations(text, source.span)) {
    if (passage.depth > 0) continue;
    const std::string_view inner = passage.inner.of(text);
    const auto particle =
        passage.outer.end < text.size() ? vocabulary_.particles().after(text, passage.outer.end) : std::nullopt;
    // …라고, …며 quote; any other particle makes a noun of what stands between the marks.
    const bool quoting = particle && (particle->kind == ParticleKind::quote || particle->kind == ParticleKind::copula ||
                                      particle->kind == ParticleKind::choice);
    const std::size_t most = particle && !quoting ? kTitleWords : kNameWords;
    const bool single = passage.mark != text::QuoteMark::double_mark;
    const bool speech = (quoting && !single) || count_blanks(inner) + 1 > most;
    if (speech)
      phrase.passages.push_back(passage.inner);
    else
      names.push_back(passage.inner);
  }

  const std::vector<base::Span> brackets = find_brackets(text, source.span);
  std::uint32_t at = source.span.begin;
  while (at < source.span.end) {
    if (is_blank(text::decode(text, at).code_point)) {
      at += text::decode(text, at).length;
      continue;
    }
    std::uint32_t end = at;
    bool comma = false;
    bool speech_edge = false;
    while (end < source.span.end && !speech_edge) {
      const text::Decoded c = text::decode(text, end);
      if (is_blank(c.code_point)) break;
      // A spoken passage is cut from what touches it: “…”라며.
      for (const base::Span passage : phrase.passages)
        speech_edge = speech_edge || (end > at && (passage.begin == end || passage.end == end));
      if (speech_edge) break;
      comma = c.code_point == U',';
      end += c.length;
    }
    Word word;
    word.span = {at, end};
    word.comma = comma;
    for (const base::Span bracket : brackets) word.aside = word.aside || (bracket.begin < at && end < bracket.end);
    at = end;
    while (!word.span.empty() && is_edge(text::decode(text, word.span.begin).code_point))
      word.span.begin += text::decode(text, word.span.begin).length;
    while (word.span.begin < word.span.end && is_edge(text::decode_before(text, word.span.end).code_point))
      word.span.end -= text::decode_before(text, word.span.end).length;
    if (word.span.empty()) {
      if (!phrase.words.empty() && comma) phrase.words.back().comma = true;
      continue;
    }
    for (std::uint32_t i = 0; i < phrase.passages.size(); ++i)
      if (phrase.passages[i].contains(word.span.begin)) word.passage = i + 1;
    for (const base::Span name : names)
      if (name.contains(word.span.begin)) {
        word.named = true;
        word.goes_on = word.span.end < name.end;
      }
    std::uint32_t noun_end = kNone;
    // What hangs on a spoken passage is no word: “…”며.
    for (const base::Span passage : phrase.passages)
      word.hangs =
          word.hangs || (word.passage == 0 && word.span.begin > passage.end && word.span.begin - passage.end <= kMark);
    for (const std::uint32_t time : times_[sentence])
      if (!word.named && extraction_.times[time].span.overlaps(word.span)) {
        word.time = time;
        if (word.span.contains(extraction_.times[time].span.end)) noun_end = extraction_.times[time].span.end;
      }
    for (const std::uint32_t mention : mentions_[sentence]) {
      const base::Span span = extraction_.mentions[mention].span;
      word.in_name = word.in_name || span.overlaps(word.span);
      if (span.end > word.span.begin && span.end <= word.span.end) {
        word.mention = mention;
        word.person = extraction_.entities[extraction_.mentions[mention].entity].kind == model::EntityKind::person;
        noun_end = span.end;
      }
    }
    for (const model::Quantity& quantity : extraction_.quantities) {
      if (quantity.sentence != sentence || !quantity.span.overlaps(word.span)) continue;
      word.counts = word.counts || (quantity.span.begin == word.span.begin && quantity.span.end > word.span.end);
      if (noun_end == kNone) noun_end = std::min(quantity.span.end, word.span.end);
    }
    if (noun_end == kNone)
      for (const base::Span name : names)
        if (name.end > word.span.begin && name.end < word.span.end) noun_end = name.end;
    read_particle(text, word, noun_end);
    // A name may be followed by more of its word: 엔비디아측은.
    if (noun_end != kNone && !word.particle && noun_end < word.span.end) read_particle(text, word, kNone);
    // 1년이, not 징역 2년형이
    for (const std::uint32_t length : lengths_[sentence])
      word.lasts = word.lasts || extraction_.times[length].span.end == word.core.end;
    phrase.words.push_back(word);
  }
  return phrase;
}

}  // namespace timeline::event
