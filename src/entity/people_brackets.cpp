#include <vector>

#include "entity/hangul.hpp"
#include "entity/people.hpp"
#include "text/utf8.hpp"

// People by what stands in brackets behind their names: an age, ideographs, the name in Latin letters.
namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::uint32_t kMostBefore = 12;  // bytes in the brackets before what gives the right name

/// Can a Latin word that begins with `letter` be written in Hangul with `syllable` at its beginning?
bool same_sound(char32_t syllable, char letter) {
  if (!text::is_hangul_syllable(syllable)) return false;
  // By initial consonant: ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ.
  constexpr std::string_view kLetters[] = {"GKCQ", "GKC",  "NK",     "DTJ", "DT",         "LR",     "MW",
                                           "BVPW", "BP",   "SCZTXH", "SC",  "AEIOUYWHJR", "JZGDTY", "ZJC",
                                           "CTQK", "KCQX", "T",      "PF",  "HFWJKX"};
  constexpr char32_t kPerInitial = 588;
  return kLetters[(syllable - 0xAC00) / kPerInitial].find(letter) != std::string_view::npos;
}

char32_t character_at(const Line& line, std::uint32_t at) {
  return at < line.span.end ? text::decode(line.text, at).code_point : U'\n';
}

}  // namespace

void People::by_bracket(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  if (word.end >= line.span.end || line.text[word.end] != '(' || line.mention_in({word.begin, word.end}) != nullptr)
    return;
  // An age: (45), (45·사진), (45세).
  std::uint32_t at = word.end + 1;
  std::uint32_t digits = 0;
  while (at < line.span.end && text::is_digit(static_cast<unsigned char>(line.text[at]))) ++at, ++digits;
  const char32_t after = character_at(line, at);
  const bool age = digits == 2 && (after == U')' || after == U',' || after == 0x00B7 || after == 0xC138);
  std::uint32_t ideographs = 0;
  for (std::uint32_t i = word.end + 1; i < line.span.end && text::is_han(character_at(line, i)); i += kSyllable)
    ++ideographs;
  const std::string_view name = line.of(word);
  // 별무리(본명 최재호·31), 별무리(31·본명 최재호): only people have another name for a right one.
  const std::size_t shut = line.text.find(')', word.end);
  const std::size_t inside = line.word_from(word.end);
  for (std::size_t i = inside; shut != std::string_view::npos && i < line.words.size() && line.words[i].begin < shut;
       ++i)
    if (line.words[i].title != nullptr && line.words[i].title->real_name && text::is_hangul(name) &&
        name.size() >= 2 * kSyllable && name.size() <= 5 * kSyllable && line.words[i].begin - word.end < kMostBefore) {
      add(page, line, {word.begin, word.end}, {}, persons);
      return;
    }
  if (!age && ideographs == 0) return;
  if (const std::uint32_t family = names_.masked(name); family != 0 && age) {
    // 김모(48) 씨 is read with its title.
    const std::size_t close = line.text.find(')', word.end);
    const std::size_t next =
        close == std::string_view::npos ? line.words.size() : line.word_from(static_cast<std::uint32_t>(close));
    if (next < line.words.size() && line.words[next].begin <= close + 2 && line.words[next].title != nullptr) return;
    add_unnamed(page, line, {word.begin, word.begin + family}, name, {});
    return;
  }
  // A Korean name has as many ideographs as syllables.
  if (names_.korean(name) >= (age ? Likelihood::possible : Likelihood::likely) && name.size() >= 3 * kSyllable &&
      (age || name.size() == ideographs * kSyllable)) {
    add(page, line, {word.begin, word.end}, {}, persons);
    return;
  }
  int points = 0;
  const auto first = foreign_from(line, index, points);
  if (first && points >= 5 && (age || *first < index))
    add(page, line, {line.words[*first].begin, word.end}, {}, persons);
}

/// 주정한(이원태)에게, 정하나(하늘별·25), 아무개(25·이원태): another name in the brackets behind a name.
void People::in_brackets(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  if (word.end >= line.span.end || line.text[word.end] != '(') return;
  const std::size_t shut = line.text.find(')', word.end);
  if (shut == std::string_view::npos) return;
  std::size_t count = 0;
  const Word* name = nullptr;
  bool age = false;
  for (std::size_t i = line.word_from(word.end); i < line.words.size() && line.words[i].begin < shut; ++i, ++count) {
    const std::string_view inside = line.of(line.words[i]);
    const bool number = inside.size() == 2 && text::is_digit(static_cast<unsigned char>(inside[0])) &&
                        text::is_digit(static_cast<unsigned char>(inside[1]));
    age = age || number;
    if (!number && name == nullptr) name = &line.words[i];
  }
  if (name == nullptr || count != (age ? 2U : 1U) || name->title != nullptr) return;
  const base::Span span{name->begin, name->end};
  const std::string_view whole = span.of(line.text);
  if (line.mention_in(span) != nullptr || !text::is_hangul(whole) || names_.is_stopword(whole)) return;
  const Mention* owner = line.mention_in({word.begin, word.end});
  if (owner != nullptr && (page.entity(owner->entity).kind != EntityKind::person || owner->span.end != word.end))
    return;
  const bool full = whole.size() == 3 * kSyllable && names_.stands_alone(whole);
  if (age) {
    // (하늘별·25): before the age stands a name, behind it a trade or a team as well.
    const bool first = name->begin == word.end + 1;
    if (owner == nullptr ||
        !(full || (first && whole.size() >= 2 * kSyllable && whole.size() <= 4 * kSyllable && name->suffix == nullptr)))
      return;
    page.alias(owner->entity, whole);
    page.mention(line, span, owner->entity);
  } else if (full && name->begin == word.end + 1 && name->end == shut) {
    // A part and who plays it.
    if (owner == nullptr && names_.korean(line.of(word)) >= Likelihood::likely &&
        word.end - word.begin == 3 * kSyllable)
      add(page, line, {word.begin, word.end}, {}, persons);
    add(page, line, span, {}, persons);
  }
}

/// 한영호(서해시청), 마르코 로시(서해FC): a name and the team or the post in the brackets behind it.
void People::by_team(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  if (word.end >= line.span.end || line.text[word.end] != '(' || word.title != nullptr || word.suffix != nullptr ||
      line.mention_in({word.begin, word.end}) != nullptr)
    return;
  const std::size_t shut = line.text.find(')', word.end);
  const std::size_t inside = line.word_from(word.end);
  if (shut == std::string_view::npos || inside >= line.words.size() || line.words[inside].begin >= shut) return;
  const Mention* body = line.mention_in({line.words[inside].begin, line.words[inside].end});
  if (body == nullptr || body->span.begin != word.end + 1 || body->span.end > shut) return;
  const EntityKind kind = page.entity(body->entity).kind;
  if (kind != EntityKind::organization && kind != EntityKind::company) return;
  const std::string_view name = line.of(word);
  if (name.size() == 3 * kSyllable && names_.korean(name) >= Likelihood::likely) {
    add(page, line, {word.begin, word.end}, {}, persons);
    return;
  }
  // 로스트 아크(가온게임즈): before a company in brackets stands what it makes as well.
  if (kind == EntityKind::company) return;
  int points = 0;
  const auto first = foreign_from(line, index, points);
  constexpr int kEnough = 7;  // points of two parts at least
  if (body->span.end == shut && first && *first < index && points >= kEnough)
    add(page, line, {line.words[*first].begin, word.end}, {}, persons);
}

void People::by_romanisation(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  if (word.end >= line.span.end || line.text[word.end] != '(' || line.mention_in({word.begin, word.end}) != nullptr)
    return;
  const std::size_t close = line.text.find(')', word.end);
  if (close == std::string_view::npos || close - word.end > 50) return;
  std::string_view latin = line.text.substr(word.end + 1, close - word.end - 1);
  std::vector<char> initials;
  bool begins = true;
  for (const char c : latin) {
    if (begins && !(c >= 'A' && c <= 'Z')) return;
    if (begins) initials.push_back(c);
    if ((c & 0x80) != 0 || text::is_digit(static_cast<unsigned char>(c))) return;
    begins = c == ' ';
  }
  if (initials.size() < 2 || initials.size() > 4 || index + 1 < initials.size()) return;
  const std::size_t first = index + 1 - initials.size();
  for (std::size_t i = 0; i < initials.size(); ++i) {
    const Word& part = line.words[first + i];
    if ((i > 0 && !part.spaced) || !text::is_hangul(line.of(part)) ||
        !same_sound(character_at(line, part.begin), initials[i]))
      return;
  }
  // Companies are written so too: a title or a usual given name tells that it is a person.
  const bool titled = first > 0 && line.words[first].spaced && line.words[first - 1].title != nullptr &&
                      line.words[first - 1].title->before;
  const bool owned = index + 1 < line.words.size() && line.words[index + 1].begin <= close;
  std::size_t next = index + 1;
  while (owned && next < line.words.size() && line.words[next].begin < close) ++next;
  const bool followed =
      next < line.words.size() && line.words[next].begin <= close + 2 && line.words[next].title != nullptr;
  if (titled || followed || names_.is_foreign_given(line.of(line.words[first])))
    add(page, line, {line.words[first].begin, word.end}, titled ? line.of(line.words[first - 1]) : std::string_view{},
        persons);
}

}  // namespace timeline::entity
