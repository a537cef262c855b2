#include "fact/phrases.hpp"

#include <algorithm>
#include <array>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000;
}
bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c);
}
/// Marks that part phrases even where no space follows.
bool is_break(char32_t c) {
  switch (c) {
    case U',':
    case U'?':
    case U'!':
    case U':':
    case U';':
    case U'=':
    case U'[':
    case U']':
    case U'|':
    case U'/':
    case 0x25B3:  // △
    case 0x25B2:
    case 0x25C6:
    case 0x25A0:
    case 0x25CB:
    case 0x2026:  // …
    case 0xFF0C:
    case 0x25B7:
    case 0x2192:
      return true;
    default:
      return false;
  }
}

/// The spans of a sorted list, visited once from left to right.
template <typename T>
class Cursor {
 public:
  Cursor(const std::vector<T>& list, std::uint32_t from) : at_(list.begin()), end_(list.end()) {
    at_ = std::partition_point(at_, end_, [&](const T& item) { return span(item).end <= from; });
  }
  /// The first item that ends behind `position`.
  const T* at(std::uint32_t position) {
    while (at_ != end_ && span(*at_).end <= position) ++at_;
    return at_ == end_ ? nullptr : &*at_;
  }

 private:
  static base::Span span(const base::Span& item) { return item; }
  static base::Span span(const Landmarks::Named& item) { return item.span; }
  typename std::vector<T>::const_iterator at_, end_;
};

class Splitter {
 public:
  Splitter(std::string_view text, base::Span range, const Landmarks& marks, const SpeechWords& words,
           const lexicon::Particles& particles)
      : text_(text),
        range_(range),
        words_(words),
        particles_(particles),
        names_(marks.names, range.begin),
        times_(marks.times, range.begin),
        speech_(marks.speech, range.begin),
        quoted_(marks.quoted, range.begin) {}

  Split split() {
    std::uint32_t at = range_.begin;
    reset(at);
    while (at < range_.end) {
      const text::Decoded c = text::decode(text_, at);
      if (const base::Span* speech = speech_.at(at); speech && speech->begin <= at) {
        at = std::min(speech->end, range_.end);
        if (const auto particle = words_.particle(text_, at); particle && particle->second <= range_.end)
          at = particle->second;  // “…”라고 묻자
        reset(at);
      } else if (const base::Span* time = times_.at(at); time && time->begin <= at) {
        at = std::min(time->end, range_.end);
        if (at < range_.end && text_[at] == '(') skip_bracket(at);  // 20일(현지 시간)
        skip_glued(at);                                             // 31일에, 이날은
        reset(at);
      } else if (is_space(c.code_point)) {
        at += c.length;
      } else if (is_break(c.code_point) || c.code_point == U'.' || c.code_point == 0xB7) {
        at += c.length;
        reset(at);
      } else {
        at = word(at);
      }
    }
    if (open_) split_.rest = made(last_end_, last_end_, ParticleKind::topic, ParticleKind::topic);
    return std::move(split_);
  }

 private:
  void reset(std::uint32_t at) {
    begin_ = at;
    open_ = false;
    person_.reset();
    entity_.reset();
    entity_end_ = 0;
  }

  /// 최성해 대학 총장이, 윤도한 수석은: a name that ends like a verb, with a title not far behind it.
  [[nodiscard]] bool is_titled_name(base::Span word) const {
    if (!words_.looks_like_name(text_, word)) return false;
    if (words_.is(SpeechWord::verb, text_, word)) return false;  // 강조한 이 의원
    // 연루된 판사: no name ends so.
    constexpr std::array<char32_t, 5> kVerb{0xB41C, 0xB294, 0xB358, 0xB420, 0xD560};  // doen, neun, deon, doel, hal
    const char32_t last = text::decode_before(text_, word.end).code_point;
    if (std::find(kVerb.begin(), kVerb.end(), last) != kVerb.end()) return false;
    return before_title(word.end);
  }
  /// Does a title end one of the next words?
  [[nodiscard]] bool before_title(std::uint32_t at) const {
    constexpr int kWords = 3;
    for (int i = 0; i < kWords && at + 1 < range_.end && text_[at] == ' '; ++i) {
      const std::uint32_t begin = ++at;
      while (at < range_.end && is_letter(text::decode(text_, at).code_point)) at += text::decode(text_, at).length;
      for (std::uint32_t end = at; end > begin; end -= text::decode_before(text_, end).length)
        if (words_.ends_with(SpeechWord::role, text_, {begin, end}) && (end == at || particles_.after(text_, end)))
          return true;
    }
    return false;
  }
  /// 등은, 등이: the particle belongs to the names before it.
  bool list_ends(base::Span word) {
    for (std::uint32_t i = word.begin + text::decode(text_, word.begin).length; i < word.end;
         i += text::decode(text_, i).length) {
      const auto particle =
          words_.is(SpeechWord::list, text_, {word.begin, i}) ? particles_.after(text_, i) : std::nullopt;
      if (!particle || particle->end != word.end) continue;
      close(last_end_, word.end, particle->kind, particle->last);
      split_.phrases.back().listed = true;
      return true;
    }
    return false;
  }
  /// The final consonant of the syllable before `at`, 0 where it has none.
  [[nodiscard]] int final_of(std::uint32_t at) const {
    return text::final_consonant(text::decode_before(text_, at).code_point);
  }
  [[nodiscard]] bool ends_range(std::uint32_t at) const {
    while (at < range_.end && is_space(static_cast<unsigned char>(text_[at]))) ++at;
    return at >= range_.end;
  }
  [[nodiscard]] bool is_quoting(base::Span word) const {
    const std::uint32_t last = word.end - text::decode_before(text_, word.end).length;
    const auto particle = last > word.begin ? words_.particle(text_, last) : std::nullopt;
    return particle && particle->first == QuoteParticle::quote && particle->second == word.end &&
           words_.ends(Ending::final, text_, {word.begin, last});
  }
  [[nodiscard]] VerbForm form_of(base::Span word) const {
    if (words_.ends(Ending::adnominal, text_, word)) return VerbForm::adnominal;
    if (words_.ends(Ending::connective, text_, word)) return VerbForm::connective;
    return words_.verb_form(text_, word);
  }

  /// Does another word of the same phrase follow behind a space?
  bool before_word(std::uint32_t end) {
    if (end + 1 >= range_.end || text_[end] != ' ') return false;
    const base::Span* time = times_.at(end + 1);
    return !(time && time->begin <= end + 1) && is_letter(text::decode(text_, end + 1).code_point);
  }

  /// Does the name stand in a bracket of the word at `at`, with other words: 형사부(부장 김철수)?
  [[nodiscard]] bool is_aside(std::uint32_t at, base::Span name) const {
    const std::size_t open = text_.substr(0, name.begin).rfind('(');
    if (open == std::string_view::npos || open <= at) return false;
    const std::size_t close = text_.find(')', open);
    return close != std::string_view::npos && close >= name.end && (open + 1 != name.begin || close != name.end);
  }

  /// What is glued to a time or to speech belongs to it.
  void skip_glued(std::uint32_t& at) const {
    while (at < range_.end && text::is_hangul_syllable(text::decode(text_, at).code_point))
      at += text::decode(text_, at).length;
  }

  void skip_bracket(std::uint32_t& at) const {
    const std::size_t close = text_.find(')', at);
    if (close != std::string_view::npos && close < range_.end) at = static_cast<std::uint32_t>(close) + 1;
  }

  /// The end of the word that starts at `at`: brackets and quoted names are part of it.
  std::uint32_t word_end(std::uint32_t at) {
    std::uint32_t end = at;
    while (end < range_.end) {
      const text::Decoded c = text::decode(text_, end);
      if (const base::Span* speech = speech_.at(end); speech && speech->begin <= end) break;
      if (const base::Span* time = times_.at(end); time && time->begin <= end && end > at) break;
      if (const base::Span* quoted = quoted_.at(end); quoted && quoted->begin == end && quoted->end <= range_.end) {
        end = quoted->end;
        continue;
      }
      if (c.code_point == U'(' || c.code_point == 0xFF08) {
        const std::size_t close = text_.find(c.code_point == U'(' ? ")" : "\xEF\xBC\x89", end);
        if (close == std::string_view::npos || close >= range_.end) break;
        end = static_cast<std::uint32_t>(close) + (c.code_point == U'(' ? 1 : 3);
        continue;
      }
      if (is_space(c.code_point) || is_break(c.code_point)) break;
      // Several middle dots are an ellipsis.
      if (c.code_point == 0xB7 && end + 2 < range_.end && text::decode(text_, end + c.length).code_point == 0xB7) break;
      if (c.code_point == U'.' && (end + 1 >= range_.end || !is_letter(text::decode(text_, end + 1).code_point) ||
                                   (end > at && text::is_hangul_syllable(text::decode_before(text_, end).code_point))))
        break;
      end += c.length;
    }
    return end;
  }

  std::uint32_t word(std::uint32_t at) {
    std::uint32_t end = word_end(at);
    if (end == at) {  // a bracket without its other half
      reset(at + text::decode(text_, at).length);
      return begin_;
    }
    // A name of several words reads as one.
    std::uint32_t name_end = 0;
    for (const Landmarks::Named* name = names_.at(at);
         name && name->span.begin < end && name->span.end <= range_.end;) {
      if (name->span.end > end) end = std::max(end, word_end(name->span.end));
      if (end < name->span.end) end = name->span.end;
      // 광주시(시장 김철수)는: a name in the bracket behind another one only explains that.
      const bool explains = (name_end > 0 && name->span.begin < name_end) || is_aside(at, name->span);
      // 형사부(부장 김철수)는
      if (!explains) {
        if (name->person) person_ = name->entity;
        entity_ = name->entity;
        name_end = name->span.end;
        if (name_end < end && text_[name_end] == '(') skip_bracket(name_end);
        entity_end_ = name_end;
      }
      const Landmarks::Named* next = names_.at(std::max(name_end, name->span.end));
      if (next == name) break;
      name = next;
    }
    const base::Span whole{at, end};
    if (open_ && name_end == 0 && list_ends(whole)) return end;
    if (name_end == 0) {
      if (open_ && words_.is(SpeechWord::marker, text_, whole)) {
        close(last_end_, end, ParticleKind::also, ParticleKind::also);
        split_.phrases.back().marked = true;
        return end;
      }
      if (words_.is(SpeechWord::adverb, text_, whole)) {
        reset(end);
        return end;
      }
      if (const VerbForm form = form_of(whole); form != VerbForm::none && !is_titled_name(whole)) {
        if (form != VerbForm::adverb) split_.verbs.push_back({whole, form == VerbForm::adnominal, is_quoting(whole)});
        reset(end);
        return end;
      }
    }
    if (!open_) begin_ = at;
    // The particle is the longest chain behind at least one character; a name is never cut.
    std::uint32_t from = std::max(name_end, at + text::decode(text_, at).length);
    for (std::uint32_t i = from; i < end; i += text::decode(text_, i).length) {
      if (i > at && text_[i - 1] != ')' && !is_letter(text::decode_before(text_, i).code_point) &&
          text_[i - 1] != '\'' && text::decode_before(text_, i).code_point != 0x2019)
        continue;
      const auto particle = particles_.after(text_, i);
      if (!particle || particle->end != end || (name_end == 0 && words_.ends(Ending::whole, text_, whole))) continue;
      // 혐의, 시가: of one syllable few nouns stand before a particle, other than a topic's.
      const bool single = !open_ && i == at + text::decode(text_, at).length &&
                          text::is_hangul_syllable(text::decode(text_, at).code_point);
      if (single && name_end == 0 && particle->kind != ParticleKind::topic && particle->kind != ParticleKind::object &&
          !(particle->kind == ParticleKind::subject && final_of(i) != 0) && end - i <= 3)
        continue;
      // 부서다: nor before a short 에서 with a copula.
      if (single && name_end == 0 && particle->kind == ParticleKind::in && particle->last == ParticleKind::copula &&
          end - i <= 6)
        continue;
      // 미국 성인 300명, 법인: of one syllable few nouns stand before a copula either.
      if (name_end == 0 && particle->kind == ParticleKind::copula && end - i == 3 && ends_range(end) &&
          i == at + text::decode(text_, at).length)
        continue;
      // 유상임 장관, 호프만 대변인: of three syllables before another word it may be a name, unless the rest is a
      // title.
      const bool thin = (particle->kind == ParticleKind::copula || particle->kind == ParticleKind::only) &&
                        end - i == 3 && end - at <= 9;
      // 초코파이 1박스: a noun that touches what follows ends in no bare copula.
      if (particle->kind == ParticleKind::copula && ends_range(end) &&
          ((end - i == 3 && final_of(end) != text::kFinalN) || words_.ends(Ending::final, text_, whole)))
        continue;
      const bool named = particle->kind == ParticleKind::copula || before_title(end);  // 원칙만 확실히 지킨다
      if (thin && named && before_word(end) && !words_.ends_with(SpeechWord::role, text_, {at, i})) continue;
      close(i, end, particle->kind, particle->last);
      return end;
    }
    open_ = true;
    last_end_ = end;
    return end;
  }

  [[nodiscard]] Phrase made(std::uint32_t noun_end, std::uint32_t end, ParticleKind kind, ParticleKind last) const {
    return {.span = {begin_, noun_end},
            .end = end,
            .kind = kind,
            .last = last,
            .person = person_,
            .entity = entity_,
            .entity_ends = entity_end_ == noun_end};
  }
  void close(std::uint32_t noun_end, std::uint32_t end, ParticleKind kind, ParticleKind last) {
    split_.phrases.push_back(made(noun_end, end, kind, last));
    reset(end);
  }

  std::string_view text_;
  base::Span range_;
  const SpeechWords& words_;
  const lexicon::Particles& particles_;
  Cursor<Landmarks::Named> names_;
  Cursor<base::Span> times_, speech_, quoted_;
  Split split_;
  std::uint32_t begin_ = 0;
  std::uint32_t last_end_ = 0;
  bool open_ = false;
  std::optional<std::uint32_t> person_, entity_;
  std::uint32_t entity_end_ = 0;
};

}  // namespace

Split split_phrases(std::string_view text, base::Span range, const Landmarks& landmarks, const SpeechWords& words,
                    const lexicon::Particles& particles) {
  return Splitter(text, range, landmarks, words, particles).split();
}

}  // namespace timeline::fact
