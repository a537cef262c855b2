#include "event/english_tokens.hpp"

#include <algorithm>

#include "text/quotes.hpp"
#include "text/utf8.hpp"

namespace timeline::event {
namespace {

constexpr char32_t kApostrophe = 0x2019;

bool is_letter(char32_t c) {
  const bool sign = (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xBA) || (c >= 0x2000 && c <= 0x2BFF) ||
                    (c >= 0x3000 && c <= 0x303F);
  return text::is_latin(c) || text::is_digit(c) || (c >= 0x80 && !sign);
}

/// What holds letters of one word together: hyphens, apostrophes, points of abbreviations and numbers, signs of money.
bool joins(std::string_view text, std::uint32_t at, std::uint32_t end, char32_t c) {
  if (c == U'$' || c == U'%' || c == U'&' || c == 0x20AC || c == 0xA3) return true;
  if (c != U'-' && c != U'\'' && c != kApostrophe && c != U'.' && c != U',') return false;
  const std::uint32_t next = at + text::decode(text, at).length;
  if (at == 0 || next >= end) return false;
  const char32_t before = text::decode_before(text, at).code_point;
  const char32_t after = text::decode(text, next).code_point;
  if (c == U',') return text::is_digit(before) && text::is_digit(after);
  return is_letter(before) && is_letter(after);
}

std::string lower(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    if (c.code_point == kApostrophe)
      out += '\'';
    else if (c.length == 1 && text[at] >= 'A' && text[at] <= 'Z')
      out += static_cast<char>(text[at] | 0x20);
    else
      out.append(text.substr(at, c.length));
    at += c.length;
  }
  return out;
}

/// "isn't" stands for its auxiliary and a "not".
void take_negation_apart(const EnglishGrammar& grammar, EnglishToken& token) {
  if (!token.lower.ends_with("n't")) return;
  std::string stem = token.lower.substr(0, token.lower.size() - 3);
  if (stem == "wo") stem = "will";
  if (stem == "ca") stem = "can";
  token.classes |= grammar.classes(stem) | std::uint64_t{1} << static_cast<unsigned>(EnglishClass::negation);
}

bool is_number(const EnglishToken& token) {
  if (token.time != kNoToken) return false;
  if (token.lower[0] >= '0' && token.lower[0] <= '9') return true;
  return token.is(EnglishClass::plural) && (token.lower == "two" || token.lower == "three" || token.lower == "four" ||
                                            token.lower == "five" || token.lower == "six" || token.lower == "seven" ||
                                            token.lower == "eight" || token.lower == "nine" || token.lower == "ten");
}

/// "At least seven people were killed", "Around 80 trucks have arrived": the words say how exact the number is.
void mark_bounds_of_numbers(EnglishTokens& tokens) {
  constexpr std::uint64_t kPreposition = std::uint64_t{1} << static_cast<unsigned>(EnglishClass::preposition);
  constexpr std::uint64_t kAdverb = std::uint64_t{1} << static_cast<unsigned>(EnglishClass::adverb);
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i) {
    EnglishToken& word = tokens[i];
    // "More than 3,000 flights were canceled".
    const bool more = word.capital && (word.lower == "more" || word.lower == "fewer" || word.lower == "less") &&
                      tokens[i + 1].lower == "than" && is_number(tokens[i + 2]);
    if (more) {
      constexpr std::uint64_t kSubordinator = std::uint64_t{1} << static_cast<unsigned>(EnglishClass::subordinator);
      word.classes &= ~(kPreposition | kAdverb);
      tokens[i + 1].classes &= ~(kPreposition | kAdverb | kSubordinator);
      continue;
    }
    const bool least = word.lower == "at" && (tokens[i + 1].lower == "least" || tokens[i + 1].lower == "most");
    const bool about = word.capital && is_number(tokens[i + 1]) &&
                       (word.lower == "about" || word.lower == "around" || word.lower == "over" ||
                        word.lower == "nearly" || word.lower == "almost" || word.lower == "roughly");
    if (least && is_number(tokens[i + 2])) tokens[i + 1].classes &= ~(kPreposition | kAdverb);
    if (about || (least && is_number(tokens[i + 2]))) word.classes &= ~(kPreposition | kAdverb);
  }
}

void mark_names_and_times(EnglishTokens& tokens, std::uint32_t sentence, const model::Extraction& extraction) {
  const auto mark = [&](base::Span span, auto&& set) {
    for (EnglishToken& token : tokens)
      if (token.span.overlaps(span)) set(token);
  };
  for (std::uint32_t i = 0; i < extraction.times.size(); ++i)
    if (extraction.times[i].sentence == sentence && extraction.times[i].kind != model::TimeKind::duration &&
        extraction.times[i].kind != model::TimeKind::set)
      mark(extraction.times[i].span, [&](EnglishToken& token) { token.time = i; });
  for (std::uint32_t i = 0; i < extraction.mentions.size(); ++i)
    if (extraction.mentions[i].sentence == sentence)
      mark(extraction.mentions[i].span, [&](EnglishToken& token) { token.mention = i; });
}

}  // namespace

EnglishTokens english_tokens(const EnglishGrammar& grammar, std::string_view text, std::uint32_t sentence,
                             const model::Extraction& extraction) {
  const base::Span span = extraction.sentences[sentence].span;
  std::vector<base::Span> quoted;
  for (const text::QuotedPassage& passage : text::find_quotations(text, span))
    if (passage.mark == text::QuoteMark::double_mark) quoted.push_back(passage.outer);
  EnglishTokens out;
  int brackets = 0;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const text::Decoded c = text::decode(text, at);
    if (!is_letter(c.code_point) && !joins(text, at, span.end, c.code_point)) {
      const bool spaced_hyphen = c.code_point == U'-' && at > span.begin && text[at - 1] == ' ';
      const bool dash = c.code_point == 0x2013 || c.code_point == 0x2014 || spaced_hyphen ||
                        (c.code_point == U'-' && at + 1 < span.end && text[at + 1] == '-');
      if (c.code_point == U'(' || c.code_point == U'[') ++brackets;
      if ((c.code_point == U')' || c.code_point == U']') && brackets > 0) --brackets;
      const bool stop = dash || c.code_point == U':' || c.code_point == U';' || c.code_point == U'?' ||
                        c.code_point == U'!' || c.code_point == U'|';
      if (!out.empty() && (stop || c.code_point == U',' || c.code_point == U'(' || c.code_point == U')'))
        out.back().comma = true;
      if (!out.empty() && stop) out.back().stop = true;
      at += c.length;
      continue;
    }
    EnglishToken token;
    token.span.begin = at;
    while (at < span.end) {
      const text::Decoded next = text::decode(text, at);
      if (!is_letter(next.code_point) && !joins(text, at, span.end, next.code_point)) break;
      at += next.length;
    }
    token.span.end = at;
    token.lower = lower(token.span.of(text));
    // "@hanbit", but no "news@hanbit.example".
    token.handle =
        token.span.begin > span.begin && text[token.span.begin - 1] == '@' &&
        (token.span.begin < span.begin + 2 || text[token.span.begin - 2] == ' ' || text[token.span.begin - 2] == '(');
    // "Mr. Kim", "the U.S.": a point that ends no sentence belongs to its word.
    if (at + 1 < span.end && text[at] == '.' && text::is_latin(static_cast<unsigned char>(text[at - 1])) &&
        (text[at + 1] == ' ' || token.lower.find('.') != std::string::npos))
      token.span.end = ++at;
    const std::string_view word = token.span.of(text);
    token.capital = (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) == 0xC3;
    token.possessive = token.lower.ends_with("'s") || token.lower.ends_with("s'");
    token.aside = brackets > 0;
    for (const base::Span quote : quoted) token.quoted = token.quoted || quote.contains(token.span);
    token.classes = grammar.classes(token.lower);
    token.forms = grammar.forms(token.lower);
    take_negation_apart(grammar, token);
    out.push_back(std::move(token));
  }
  mark_names_and_times(out, sentence, extraction);
  mark_bounds_of_numbers(out);
  if (!out.empty() && !out[0].forms && out[0].mention == kNoToken && out[0].lower.ends_with("ly"))
    out[0].classes |= std::uint64_t{1} << static_cast<unsigned>(EnglishClass::adverb);
  return out;
}

bool is_plural(const EnglishTokens& tokens, std::uint32_t begin, std::uint32_t end) {
  // The head of the noun: what stands before its first preposition.
  std::uint32_t head = end;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (tokens[i].aside || tokens[i].quoted) continue;
    if (tokens[i].is(EnglishClass::plural)) return true;
    if (tokens[i].lower == "and" && i > begin) return true;
    // "Kim, Lee and Park": a list of names.
    const auto named = [](const EnglishToken& token) { return token.capital || token.lower == "and"; };
    if (i > begin && tokens[i - 1].comma &&
        std::any_of(tokens.begin() + i, tokens.begin() + end,
                    [](const EnglishToken& token) { return token.lower == "and"; }) &&
        std::all_of(tokens.begin() + begin, tokens.begin() + end, named))
      return true;
    // "Wildfires raging across the island", "a capsule carrying four people".
    const bool participle = i > begin && tokens[i].lower.ends_with("ing") && !tokens[i].capital;
    const bool governs = participle && tokens[i].forms && i + 1 < end &&
                         (tokens[i + 1].is(EnglishClass::article) || tokens[i + 1].is(EnglishClass::determiner) ||
                          tokens[i + 1].is(EnglishClass::preposition) || is_number(tokens[i + 1])) &&
                         !tokens[i - 1].is(EnglishClass::article) && !tokens[i - 1].is(EnglishClass::determiner);
    const bool goes_on = governs || (participle && tokens[i - 1].lower.ends_with('s') && !tokens[i - 1].possessive);
    if (goes_on) {
      head = i;
      break;
    }
    if (i > begin &&
        (tokens[i].is(EnglishClass::preposition) || tokens[i].is(EnglishClass::relative) || tokens[i - 1].comma)) {
      head = i;
      break;
    }
  }
  if (head == begin) return false;
  const EnglishToken& last = tokens[head - 1];
  if (last.mention != kNoToken || last.is(EnglishClass::singular) || last.possessive || last.lower.size() < 4)
    return false;
  const char first = tokens[begin].lower[0];
  if (first > '1' && first <= '9') return true;
  if (last.capital && head - begin > 1 && tokens[begin].lower != "the") return false;
  return last.lower.ends_with('s') && !last.lower.ends_with("ss") && !last.lower.ends_with("us") &&
         !last.lower.ends_with("is");
}

}  // namespace timeline::event
