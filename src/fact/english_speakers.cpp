#include "fact/english_speakers.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::uint32_t kPhrase = 60;   // bytes of a role as a speaker
constexpr std::uint32_t kOpening = 70;  // bytes of a sentence in which its subject begins

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}
bool in_word(char c) {
  return text::is_latin(static_cast<unsigned char>(c)) || text::is_digit(static_cast<unsigned char>(c)) || c == '-' ||
         c == '\'' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

base::Span trim(std::string_view text, base::Span span) {
  const auto blank = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (span.begin < span.end && blank(span.begin)) ++span.begin;
  while (span.end > span.begin && blank(span.end - 1)) --span.end;
  return span;
}

}  // namespace

/// What commas and dashes part; none inside brackets or numbers counts.
std::vector<base::Span> EnglishSpeakers::parts_of(base::Span range) const {
  std::vector<base::Span> parts;
  std::uint32_t begin = range.begin;
  // The full stop of the sentence before.
  while (begin < range.end && !in_word(text_[begin]) && text_[begin] != '(' && text_[begin] != ',') ++begin;
  range.begin = begin;
  int depth = 0;
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (text_[at] == '(') ++depth;
    if (text_[at] == ')' && depth > 0) --depth;
    std::uint32_t sign = 0;
    if (text_[at] == ',' && (at + 1 >= range.end || text_[at + 1] == ' ')) sign = 1;
    for (const std::string_view dash : {" - ", " -- ", " \u2013 ", " \u2014 "})
      if (text_.substr(at, range.end - at).starts_with(dash)) sign = static_cast<std::uint32_t>(dash.size());
    if (sign == 0 || depth > 0) continue;
    parts.push_back(trim(text_, {begin, at}));
    begin = at + sign;
    at += sign - 1;
  }
  base::Span last = trim(text_, {begin, range.end});
  while (!last.empty() && (text_[last.end - 1] == '.' || text_[last.end - 1] == ':')) --last.end;
  parts.push_back(last);
  return parts;
}

base::Span EnglishSpeakers::word_at(std::uint32_t at, std::uint32_t end) const {
  std::uint32_t last = at;
  while (last < end && in_word(text_[last])) ++last;
  return {at, last};
}

base::Span EnglishSpeakers::word_before(std::uint32_t begin, std::uint32_t at) const {
  std::uint32_t first = at;
  while (first > begin && in_word(text_[first - 1])) --first;
  return {first, at};
}

bool EnglishSpeakers::is_time(base::Span span) const {
  return std::any_of(marks_.times.begin(), marks_.times.end(),
                     [&](const base::Span& time) { return time.overlaps(span); });
}

/// The noun phrase up to the first word that hangs something on it ("of the port", "who …"), without brackets and
/// times.
base::Span EnglishSpeakers::head_of(base::Span part) const {
  std::uint32_t end = part.end;
  for (std::uint32_t at = part.begin; at < part.end;) {
    if (text_[at] == '(') {
      end = at;
      break;
    }
    const base::Span word = word_at(at, part.end);
    if (word.empty()) {
      ++at;
      continue;
    }
    if (at > part.begin && (is_link(word) || is_time(word))) {
      end = at;
      break;
    }
    at = word.end;
  }
  return trim(text_, {part.begin, end});
}

/// The capitalised words that end a phrase, without titles: "Interior Minister Luc Fabre".
base::Span EnglishSpeakers::capitals_before(base::Span head) const {
  std::uint32_t begin = head.end;
  int words = 0;
  for (std::uint32_t at = head.end; at > head.begin;) {
    const bool initial = text_[at - 1] == '.';  // "J. Lee", "Jr."
    const base::Span word = word_before(head.begin, initial ? at - 1 : at);
    if (word.empty() || !is_capital(text_[word.begin]) || words_.is(EnglishWord::pronoun, text_, word)) break;
    const bool title = words_.is(EnglishWord::title, text_, {word.begin, at});
    if (title && words > 0) break;
    if (words_.is(EnglishWord::stop, text_, word) || is_time(word)) break;
    begin = word.begin;
    ++words;
    if (title) break;
    if (word.begin <= head.begin || text_[word.begin - 1] != ' ') break;
    at = word.begin - 1;
  }
  return {begin, head.end};
}

/// The name that ends the phrase: of a person or a body known, or capitalised words.
std::optional<EnglishSpeakers::Found> EnglishSpeakers::name_at_end(base::Span head) const {
  if (head.empty()) return std::nullopt;
  const base::Span run = capitals_before(head);
  for (const Landmarks::Named& name : marks_.names_in(head)) {
    if (name.span.end < head.end) continue;
    const model::EntityKind kind = extraction_.entities[name.entity].kind;
    if (kind == model::EntityKind::product || kind == model::EntityKind::occasion) return std::nullopt;
    // Denise Watford is no Watford: the full name wins.
    if (!name.person && run.begin < name.span.begin && run.contains(name.span)) break;
    return Found{{std::string(name.span.of(text_)), name.entity}, true};
  }
  if (run.size() < 3 || words_.is(EnglishWord::title, text_, run)) return std::nullopt;
  return Found{{std::string(run.of(text_)), {}}, true};
}

/// "a spokesman for the port", "the prize committee", "residents".
std::optional<EnglishSpeakers::Found> EnglishSpeakers::role_in(base::Span part, base::Span head) const {
  const base::Span first = word_at(part.begin, part.end);
  if (part.end > part.begin && text_.substr(part.begin, part.size()).ends_with("ly") && part == head) {
    // "the alliance previously (called it …)"
    const base::Span adverb = word_before(part.begin, part.end);
    part = head = trim(text_, {part.begin, adverb.begin});
  }
  const bool noun_phrase = words_.is(EnglishWord::article, text_, first) && head.size() > first.size() + 1;
  const auto roles = words_.all(EnglishWord::role, text_, head);
  if (!noun_phrase && roles.empty()) return std::nullopt;
  // "a spokesman for the port when asked", "the letter described how members called": the noun alone.
  base::Span whole = part;
  for (const EnglishWord ends : {EnglishWord::clausal, EnglishWord::verb})
    if (const auto found = words_.all(ends, text_, {first.end, whole.end}); !found.empty())
      whole = trim(text_, {whole.begin, found.front().begin});
  base::Span phrase = whole.size() <= kPhrase ? whole : head;
  if (phrase.size() > kPhrase) {
    if (roles.empty()) return std::nullopt;
    phrase = roles.back();
  }
  return Found{{std::string(phrase.of(text_)), {}}, false};
}

std::optional<EnglishSpeakers::Found> EnglishSpeakers::pronoun_at(base::Span word) const {
  if (!words_.is(EnglishWord::pronoun, text_, word)) return std::nullopt;
  const std::string_view is = word.of(text_);
  const bool person = is == "he" || is == "He" || is == "she" || is == "She";
  return Found{{{}, {}, person ? Kind::person : Kind::other}, true};
}

std::optional<EnglishSpeakers::Found> EnglishSpeakers::evaluate(base::Span part) const {
  if (part.empty() || text::is_digit(static_cast<unsigned char>(text_[part.begin]))) return std::nullopt;
  // "In a letter to employees Lee wrote": only a name beside the verb is a subject.
  if (auto pronoun = pronoun_at(word_before(part.begin, part.end))) return pronoun;
  if (is_link(word_at(part.begin, part.end))) return name_at_end({capitals_before(part).begin, part.end});
  const base::Span head = head_of(part);
  if (auto pronoun = pronoun_at(word_before(head.begin, head.end))) return pronoun;
  if (auto name = name_at_end(head)) return name;
  return role_in(part, head);
}

std::optional<EnglishSpeakers::Speaker> EnglishSpeakers::before_verb(base::Span range) const {
  const std::vector<base::Span> parts = parts_of(range);
  const bool closed = parts.back().empty();  // "Lee, a farmer, said"
  if (const base::Span beside = word_before(parts.back().begin, parts.back().end); !beside.empty()) {
    if (words_.is(EnglishWord::be, text_, beside)) return Speaker{{}, {}, Kind::nobody};
    if (words_.is(EnglishWord::also, text_, beside)) return Speaker{{}, {}, Kind::earlier};
  }
  std::optional<Found> role;
  constexpr std::size_t kBack = 4;
  for (std::size_t i = parts.size(); i-- > 0 && parts.size() - i <= kBack;) {
    // "…, from West Yorkshire Police, said": it hangs on what stands before it.
    if (closed && !parts[i].empty() && is_link(word_at(parts[i].begin, parts[i].end))) continue;
    const auto found = evaluate(parts[i]);
    if (found && (found->name || (!closed && i + 1 == parts.size()))) return found->speaker;
    if (found) role = found;
  }
  if (role) return role->speaker;
  return std::nullopt;
}

std::optional<EnglishSpeakers::Speaker> EnglishSpeakers::behind_verb(base::Span range) const {
  const std::vector<base::Span> parts = parts_of(range);
  if (parts[0].empty() || is_link(word_at(parts[0].begin, parts[0].end))) return std::nullopt;
  const auto found = evaluate(parts[0]);
  if (!found) return std::nullopt;
  // "said the mayor, Anna Lindqvist".
  if (!found->name && parts.size() > 1 && !parts[1].empty() && is_capital(text_[parts[1].begin]))
    if (const auto named = evaluate(parts[1]); named && named->name) return named->speaker;
  return found->speaker;
}

std::optional<EnglishSpeakers::Speaker> EnglishSpeakers::opening_person(base::Span sentence) const {
  const std::uint32_t until = std::min(sentence.end, sentence.begin + kOpening);
  for (const Landmarks::Named& name : marks_.names_in({sentence.begin, until}))
    if (name.person && !text_.substr(name.span.end).starts_with("'s") &&
        !text_.substr(name.span.end).starts_with("\u2019s"))
      return Speaker{std::string(name.span.of(text_)), name.entity};
  for (std::uint32_t at = sentence.begin; at < until;) {
    const base::Span word = word_at(at, sentence.end);
    if (word.empty()) {
      if (text_[at] != ' ') return std::nullopt;
      ++at;
      continue;
    }
    if (at > sentence.begin && is_link(word)) return std::nullopt;
    std::uint32_t end = word.end;
    int words = is_capital(text_[at]) ? 1 : 0;
    while (words > 0 && end + 1 < sentence.end && text_[end] == ' ' && is_capital(text_[end + 1])) {
      end = word_at(end + 1, sentence.end).end;
      ++words;
    }
    const base::Span run = words > 1 ? capitals_before({at, end}) : base::Span{at, at};
    if (std::count(text_.begin() + run.begin, text_.begin() + run.end, ' ') > 0 && marks_.names_in(run).empty())
      return Speaker{std::string(run.of(text_)), {}};
    at = end;
  }
  return std::nullopt;
}

}  // namespace timeline::fact
