#include "entity/english_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::size_t kLongestPerson = 4;
constexpr std::size_t kLongestBody = 7;

bool is_letter(char32_t c) {
  return text::is_latin(c) || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_inner(char32_t c) {
  return c == U'-' || c == U'\'' || c == 0x2019 || c == U'&';
}

bool is_upper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

/// "NATO": capitals only.
bool is_acronym(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// A word that joins the words of a name: "of", "and", "for", "de", "van".
bool links(std::string_view word) {
  constexpr std::array<std::string_view, 8> kLinks{"of", "de", "van", "von", "bin", "al", "der", "da"};
  return std::find(kLinks.begin(), kLinks.end(), word) != kLinks.end();
}

/// The word without the end of its genitive.
base::Span without_genitive(std::string_view text, base::Span span) {
  const std::string_view word = span.of(text);
  for (const std::string_view end : {"'s", "’s", "'", "’"})
    if (word.size() > end.size() && word.ends_with(end)) {
      span.end -= static_cast<std::uint32_t>(end.size());
      return span;
    }
  return span;
}

bool has_genitive(std::string_view text, base::Span span) {
  return without_genitive(text, span) != span;
}

}  // namespace

EnglishNames::EnglishNames(const lexicon::DataSet& data) {
  constexpr std::array<std::string_view, 11> kClasses{"courtesy",    "office",  "role",     "given",
                                                      "company_end", "org_end", "org_head", "place_end",
                                                      "adjective",   "never",   "calling"};
  const lexicon::Table table(data, "en/name_words.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    const auto found = std::find(kClasses.begin(), kClasses.end(), row["class"]);
    if (found == kClasses.end()) throw row.fault("unknown class '" + std::string(row["class"]) + "'");
    words_[row["word"]] |= 1U << static_cast<unsigned>(found - kClasses.begin());
  }
}

bool EnglishNames::is(Class wanted, std::string_view word) const {
  const std::uint32_t* const found = words_.find(word);
  return found != nullptr && (*found >> static_cast<unsigned>(wanted) & 1U) != 0;
}

std::vector<EnglishNames::Token> EnglishNames::tokens(const Line& line) {
  std::vector<Token> out;
  const std::string_view text = line.text;
  for (std::uint32_t at = line.span.begin; at < line.span.end;) {
    const text::Decoded c = text::decode(text, at);
    if (!is_letter(c.code_point) && !text::is_digit(c.code_point)) {
      at += c.length;
      continue;
    }
    Token token;
    token.span.begin = at;
    token.capital = is_upper(c.code_point);
    while (at < line.span.end) {
      const text::Decoded next = text::decode(text, at);
      const bool inner = is_inner(next.code_point) && at + next.length < line.span.end &&
                         is_letter(text::decode(text, at + next.length).code_point);
      if (!is_letter(next.code_point) && !text::is_digit(next.code_point) && !inner) break;
      at += next.length;
    }
    token.span.end = at;
    if (!out.empty()) {
      const std::string_view gap = text.substr(out.back().span.end, token.span.begin - out.back().span.end);
      token.joined = gap == " " || (gap == ". " && out.back().span.size() <= 4);
    }
    out.push_back(token);
  }
  return out;
}

bool EnglishNames::described(const Line& line, const std::vector<Token>& words, std::size_t last) const {
  if (last + 1 >= words.size()) return false;
  const std::string_view gap =
      line.text.substr(words[last].span.end, words[last + 1].span.begin - words[last].span.end);
  if (gap != ", ") return false;
  const std::string_view next = words[last + 1].span.of(line.text);
  // "Ondra Vask, 43, …".
  if (next.size() == 2 && text::is_digit(static_cast<unsigned char>(next[0]))) {
    const std::uint32_t end = words[last + 1].span.end;
    return end < line.span.end && (line.text[end] == ',' || line.text[end] == '.');
  }
  // ", chief executive of …", ", a resident": within three words.
  for (std::size_t i = last + 1; i < words.size() && i <= last + 4; ++i) {
    const std::string_view word = words[i].span.of(line.text);
    if (words[i].capital && !is(Class::adjective, word)) return false;  // ", the British actor"
    if (is(Class::role, word)) return true;
    if (i > last + 1 && !words[i].joined) return false;
  }
  return false;
}

/// "Veltane Harbour Police", "University of Veltane", "Addlestrop Road": true where the run is such a name.
bool EnglishNames::read_body(Page& page, Line& line, const std::vector<Token>& words, std::size_t first,
                             std::size_t last) const {
  const auto word = [&](std::size_t at) { return without_genitive(line.text, words[at].span).of(line.text); };
  std::optional<EntityKind> kind;
  std::size_t end = last;
  for (std::size_t i = last + 1; i-- > first && !kind;) {
    if (has_genitive(line.text, words[i].span) && i != last) continue;
    if (i > first) {
      if (is(Class::company_end, word(i))) kind = EntityKind::company;
      if (is(Class::org_end, word(i))) kind = EntityKind::organization;
      if (is(Class::place_end, word(i))) kind = EntityKind::place;
    }
    end = i;
  }
  if (!kind && last >= first + 2 && is(Class::org_head, word(first)) && word(first + 1) == "of") {
    kind = EntityKind::organization;
    end = last;
  }
  if (!kind) return false;
  // "Shares of Veltane Group": what stands before "of" belongs to the name where it begins such names only.
  for (std::size_t i = first + 1; i < end; ++i)
    if (word(i) == "of" && !is(Class::org_head, word(i - 1))) first = i + 1;
  if (end == first || end - first + 1 > kLongestBody) return false;
  if (end == first + 1 && is(Class::never, word(first))) return false;
  const base::Span span{words[first].span.begin, without_genitive(line.text, words[end].span).end};
  const std::uint32_t entity = page.found(*kind, span.of(line.text));
  if (!page.mention(line, span, entity)) return true;
  // "(VRA)" right behind it.
  if (end + 1 < words.size() && line.text.substr(span.end, 2) == " (" && words[end + 1].span.begin == span.end + 2 &&
      is_acronym(words[end + 1].span.of(line.text)) && line.text.substr(words[end + 1].span.end, 1) == ")") {
    page.alias(entity, words[end + 1].span.of(line.text));
    page.mention(line, words[end + 1].span, entity);
  }
  return true;
}

void EnglishNames::read_run(Page& page, Line& line, const std::vector<Token>& words, std::size_t first,
                            std::size_t last, bool full, std::vector<Person>& people) const {
  const auto word = [&](std::size_t at) { return without_genitive(line.text, words[at].span).of(line.text); };
  while (first < last && is(Class::never, word(first))) ++first;
  if (is(Class::never, word(first))) return;
  const std::size_t start = first;
  bool courtesy = false;
  bool office = false;
  // "spokesman Ondra Vask", "Goalkeeper Ondra Vask" at the beginning of a sentence.
  bool called = first > 0 && words[first].joined && !words[first - 1].capital &&
                is(Class::calling, words[first - 1].span.of(line.text));
  if (full && first == 0 && last > 1) {
    std::string opener(word(0));
    opener[0] = static_cast<char>(opener[0] | 0x20);
    if (is(Class::calling, opener)) {
      called = true;
      ++first;
    }
  }
  // "Vice President", "Prime Minister Mina Harlow": titles of one word or two.
  for (bool more = true; more && first < last;) {
    more = false;
    const std::string_view two{line.text.data() + words[first].span.begin,
                               words[first + 1].span.end - words[first].span.begin};
    if (first + 1 < last && is(Class::office, two)) {
      office = more = true;
      first += 2;
    } else if (is(Class::courtesy, word(first)) || is(Class::office, word(first))) {
      courtesy = courtesy || is(Class::courtesy, word(first));
      office = office || is(Class::office, word(first));
      more = true;
      ++first;
    }
  }
  // "Health Minister Mina Harlow": the office ends behind what it is for.
  for (std::size_t i = first + 1; full && !courtesy && !office && i < last && i <= first + 2; ++i)
    if (is(Class::office, word(i)) && last - i <= kLongestPerson && last - i >= 2) {
      office = true;
      first = i + 1;
    }
  if (full && !courtesy && !office && read_body(page, line, words, start, last)) return;
  // The genitive ends the name: "Harlow's Veltane".
  for (std::size_t i = first; i < last; ++i)
    if (has_genitive(line.text, words[i].span)) last = i;
  if (words[first].span.of(line.text) == "of") return;
  for (std::size_t i = first; i < last; ++i)
    if (word(i) == "of") last = i - 1;
  const std::size_t count = last - first + 1;
  if (count > kLongestPerson || (count == 1) == full || !words[first].capital) return;
  if (is(Class::adjective, word(first))) return;
  for (std::size_t i = first; i <= last; ++i)
    if (is_acronym(word(i)) || text::is_digit(static_cast<unsigned char>(word(i)[0])) || is(Class::never, word(i)) ||
        is(Class::office, word(i)) || is(Class::courtesy, word(i)))
      return;
  const bool known_first = count >= 2 && is(Class::given, word(first));
  const bool aged = count >= 2 && described(line, words, last);
  if (!(known_first || aged || (called && count >= 2) || (courtesy && count >= 1) || (office && count >= 2))) return;
  if (count >= 2 && (is(Class::org_end, word(last)) || is(Class::place_end, word(last)))) return;
  const base::Span span{words[first].span.begin, without_genitive(line.text, words[last].span).end};
  if (line.mention_in(span) != nullptr) return;
  if (count == 1) {
    // "Mr. Vask": somebody named before, else one whom the article names no further.
    for (const Person& person : people)
      if (person.last == word(last)) {
        page.mention(line, span, person.entity);
        return;
      }
    const std::uint32_t entity = page.found(EntityKind::person, span.of(line.text));
    page.entity(entity).local = true;
    page.mention(line, span, entity);
    people.push_back({{}, std::string(word(last)), entity});
    return;
  }
  // "James B. Harlow" after "James Harlow".
  for (const Person& person : people)
    if (person.last == word(last) && person.first == word(first)) {
      page.mention(line, span, person.entity);
      return;
    }
  const std::uint32_t entity = page.found(EntityKind::person, span.of(line.text));
  page.mention(line, span, entity);
  people.push_back({std::string(word(first)), std::string(word(last)), entity});
}

void EnglishNames::read_again(Page& page, Line& line, const std::vector<Person>& people) const {
  const std::vector<Token> words = tokens(line);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].capital) continue;
    const base::Span span = without_genitive(line.text, words[i].span);
    const std::string_view word = span.of(line.text);
    if (is(Class::never, word)) continue;
    // Part of a longer name: "Vask Tower".
    const bool goes_on =
        i + 1 < words.size() && words[i + 1].joined && words[i + 1].capital && !has_genitive(line.text, words[i].span);
    const bool begun = i > 0 && words[i].joined && words[i - 1].capital && i > 1 &&
                       !is(Class::never, words[i - 1].span.of(line.text)) &&
                       !is(Class::courtesy, words[i - 1].span.of(line.text)) &&
                       !is(Class::office, words[i - 1].span.of(line.text));
    if (goes_on || begun) continue;
    const Person* found = nullptr;
    bool several = false;
    for (const Person& person : people)
      if (person.last == word && (found == nullptr || found->entity != person.entity)) {
        several = found != nullptr;
        found = &person;
      }
    if (found != nullptr && !several) page.mention(line, span, found->entity);
  }
}

void EnglishNames::find(Page& page, const model::Article& article, const model::Extraction& extraction) const {
  if (article.language != "en") return;
  std::vector<Person> people;
  for (const Line& line : page.lines())
    for (const Mention& mention : line.mentions) {
      const model::Entity& entity = page.entity(mention.entity);
      if (entity.kind != EntityKind::person) continue;
      const std::size_t blank = entity.name_en.rfind(' ');
      if (blank != std::string::npos)
        people.push_back(
            {entity.name_en.substr(0, entity.name_en.find(' ')), entity.name_en.substr(blank + 1), mention.entity});
    }
  // Full names first, so that "Mr. Vask" knows whom the article names further down.
  for (const bool full : {true, false})
    for (Line& line : page.lines()) {
      if (extraction.sentences[line.sentence].role == model::SentenceRole::title) continue;
      const std::vector<Token> words = tokens(line);
      for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].capital) continue;
        std::size_t last = i;
        while (last + 1 < words.size() && words[last + 1].joined) {
          if (words[last + 1].capital)
            ++last;
          else if (last + 2 < words.size() && links(words[last + 1].span.of(line.text)) && words[last + 2].joined &&
                   words[last + 2].capital)
            last += 2;
          else
            break;
        }
        read_run(page, line, words, i, last, full, people);
        i = last;
      }
    }
  for (Line& line : page.lines()) read_again(page, line, people);
}

}  // namespace timeline::entity
