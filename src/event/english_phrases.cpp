#include "event/english_phrases.hpp"

#include <algorithm>

namespace timeline::event {
namespace {

using model::EventStatus;
using enum EnglishClass;

constexpr std::size_t kTitle = 60;
constexpr std::size_t kLongestTitle = 78;
constexpr std::uint32_t kSubjectWords = 12;

bool is_list(const EnglishTokens& tokens, std::uint32_t begin, std::uint32_t end) {
  bool comma = false;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (tokens[i].is(preposition) || tokens[i].is(relative)) return false;
    if (tokens[i].is(coordinator)) return i + 1 < end && (comma || i > begin);
    comma = comma || tokens[i].comma;
  }
  return false;
}

bool is_gerund(const EnglishGrammar& grammar, const EnglishToken& word) {
  if (!word.forms || word.capital || !grammar.occasion(word.lower).empty()) return false;
  return std::any_of(word.forms->begin(), word.forms->end(),
                     [](const EnglishEntry& entry) { return entry.form == EnglishForm::gerund; });
}

bool is_counted(const EnglishToken& word) {
  return (word.lower[0] >= '0' && word.lower[0] <= '9') || (word.is(plural) && !word.capital) || word.lower == "a";
}

/// "in tears draped in his flag": a participle that describes the noun before it.
bool is_participle_only(const EnglishToken& word) {
  if (!word.forms || word.capital) return false;
  return std::all_of(word.forms->begin(), word.forms->end(), [](const EnglishEntry& entry) {
    return entry.form == EnglishForm::participle || entry.form == EnglishForm::past;
  });
}

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

EnglishPhrase subject_of(const EnglishTokens& tokens, const EnglishClause& clause) {
  EnglishPhrase phrase{clause.subject_begin, clause.subject_end};
  while (!phrase.empty() && (tokens[phrase.begin].adverb() || tokens[phrase.begin].is(coordinator)) &&
         !tokens[phrase.begin].capital)
    ++phrase.begin;
  if (phrase.empty()) return {};
  const bool closed = tokens[phrase.end - 1].comma;
  if (closed || !is_list(tokens, phrase.begin, phrase.end))
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
      if (tokens[i].is(relative) || tokens[i].is(that) || tokens[i].aside) {
        if (i == phrase.begin && tokens[i].is(that)) continue;
        phrase.end = i;
        break;
      }
      if (tokens[i].comma && i + 1 < phrase.end && !tokens[i + 1].aside) {
        phrase.end = i + 1;
        break;
      }
    }
  // "Kim on Monday", "the company later".
  while (!phrase.empty() &&
         (tokens[phrase.end - 1].time != kNoToken || tokens[phrase.end - 1].aside ||
          tokens[phrase.end - 1].is(preposition) || (tokens[phrase.end - 1].adverb() && phrase.end - phrase.begin > 1)))
    --phrase.end;
  if (phrase.empty() || phrase.end - phrase.begin > kSubjectWords) return {};
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    if (tokens[i].quoted || tokens[i].is(speaker) || tokens[i].handle) return {};
    // "the best he has seen": no subject, but a clause in it.
    if (tokens[i].is(pronoun) && phrase.end - phrase.begin > 1) return {};
    if (i > phrase.begin && tokens[i].is(subordinator) && tokens[i].lower != "as" && tokens[i].lower != "like" &&
        tokens[i].lower != "than")
      return {};
    if (tokens[i].lower.find(".co") != std::string::npos && tokens[i].mention == kNoToken) return {};
  }
  constexpr std::uint32_t kHeadWords = 8;
  if (const EnglishPhrase head = head_of(tokens, phrase); head.end - head.begin > kHeadWords) return {};
  const EnglishToken& first = tokens[phrase.begin];
  if (first.is(preposition) || first.is(negation)) return {};
  if (phrase.end - phrase.begin == 1 && first.is(dummy)) return {};
  // "the last out": nothing is left but the word that describes it.
  if (phrase.end - phrase.begin == 2 && first.is(article) && tokens[phrase.end - 1].is(dummy) &&
      phrase.end < clause.subject_end)
    return {};
  // "No passengers were hurt", "no one came": nothing happened.
  if (first.lower == "no" || first.lower == "neither") return {};
  if (first.lower == "there" || first.is(relative)) return {};
  return phrase;
}

EnglishPhrase object_of(const EnglishGrammar& grammar, const EnglishTokens& tokens, const EnglishClause& clause) {
  const bool small = clause.verb.verb && EnglishGrammar::has(grammar.classes(clause.verb.verb->base), small_clause);
  EnglishPhrase phrase{clause.verb.end, clause.verb.end};
  if (clause.verb.end > 0 && tokens[clause.verb.end - 1].comma) return phrase;
  const auto timed = [&](std::uint32_t i) { return i < clause.end && tokens[i].time != kNoToken; };
  // "reported a second-quarter loss": the time describes what was reported.
  const auto described = [&](std::uint32_t article) {
    std::uint32_t i = article + 1;
    while (timed(i)) ++i;
    return i < clause.end && !tokens[i - 1].comma && !tokens[i].capital && !tokens[i].is(preposition) &&
           !tokens[i].is(EnglishClass::article) && !tokens[i].is(determiner) && !tokens[i].is(coordinator) &&
           !tokens[i].is(subordinator) && !tokens[i].adverb() && tokens[i].lower != "to";
  };
  // "announced on Monday the sale of …".
  while (phrase.begin < clause.end &&
         !(tokens[phrase.begin].is(article) && timed(phrase.begin + 1) && described(phrase.begin)) &&
         (timed(phrase.begin) || tokens[phrase.begin].aside ||
          ((tokens[phrase.begin].is(preposition) || tokens[phrase.begin].is(article)) &&
           (timed(phrase.begin + 1) ||
            (phrase.begin + 1 < clause.end && tokens[phrase.begin + 1].is(article) && timed(phrase.begin + 2))))))
    ++phrase.begin;
  phrase.end = phrase.begin;
  if (phrase.begin > clause.verb.end && phrase.begin < clause.end && timed(phrase.begin - 1)) {
    // "during the morning rush hour": the time describes what follows.
    const EnglishToken& first = tokens[phrase.begin];
    if (!first.is(article) && !first.is(determiner) && !first.capital && !first.is(preposition) && !first.possessive)
      return phrase;
  }
  for (std::uint32_t i = phrase.begin; i < clause.end; ++i) {
    const EnglishToken& word = tokens[i];
    if (word.aside) continue;
    if (timed(i) && !word.possessive) {
      // "its 2026 budget": a time between a determiner and its noun belongs to the noun.
      const bool inside = i > phrase.begin && (tokens[i - 1].is(article) || tokens[i - 1].is(determiner));
      if (!inside) break;
    }
    // "a boost just two days before the vote": how long before says when.
    if (i > phrase.begin && i + 2 < clause.end && is_counted(word) &&
        (tokens[i + 2].lower == "before" || tokens[i + 2].lower == "after" || tokens[i + 2].lower == "ago" ||
         tokens[i + 2].lower == "earlier" || tokens[i + 2].lower == "later"))
      break;
    const bool clausal = word.is(relative) || word.is(that) ||
                         (word.is(subordinator) && word.lower != "as" && word.lower != "than" && word.lower != "like");
    if (clausal && !(i == phrase.begin && word.is(determiner))) break;
    if (word.quoted && clause.verb.verb && clause.verb.verb->reports()) break;
    // "fell, leaving three dead", "praised Kim saying …": what goes on beside it.
    // "an injunction against crop burning": a noun that ends the clause.
    const bool ends_clause = i + 1 == clause.end || word.stop;
    if (i > phrase.begin && is_gerund(grammar, word) && !ends_clause && !small && !tokens[i - 1].is(preposition) &&
        !tokens[i - 1].is(article) && !tokens[i - 1].is(determiner) && !tokens[i - 1].possessive && !word.comma)
      break;
    phrase.end = i + 1;
    if (word.stop || (word.comma && !(i + 1 < clause.end && tokens[i + 1].aside))) break;
  }
  while (!phrase.empty()) {
    const EnglishToken& last = tokens[phrase.end - 1];
    // "the step of announcing that …".
    const bool begun = phrase.end - phrase.begin > 1 && is_gerund(grammar, last) && phrase.end == clause.end &&
                       (tokens[phrase.end - 2].is(preposition) || tokens[phrase.end - 2].adverb());
    // "the abuse she suffered": the clause that the pronoun begins is no part of the object.
    const bool begins_clause = phrase.end - phrase.begin > 1 && (last.lower == "he" || last.lower == "she" ||
                                                                 last.lower == "they" || last.lower == "we");
    if (!begun && !begins_clause && !(last.possessive && !last.comma) && !last.is(preposition) &&
        !last.is(coordinator) && !last.is(article) && !last.is(determiner) && !last.aside && last.lower != "to" &&
        !last.adverb())
      break;
    --phrase.end;
  }
  return phrase;
}

EnglishPhrase head_of(const EnglishTokens& tokens, EnglishPhrase phrase) {
  for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i)
    if ((tokens[i].is(preposition) && tokens[i].lower != "of") || tokens[i].lower == "to") return {phrase.begin, i};
  return phrase;
}

std::string headline_words(std::string_view text, const EnglishTokens& tokens, EnglishPhrase phrase, std::size_t most) {
  std::string out;
  std::string kept;  // up to the last place where a cut leaves no fragment
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const EnglishToken& word = tokens[i];
    if (word.aside) continue;
    const bool named = word.mention != kNoToken;
    const bool boundary =
        i > phrase.begin && (word.is(preposition) || word.lower == "to") && word.lower != "of" && !named;
    // "to try to win": the first verb says nothing without the second.
    const EnglishToken& before = tokens[i == 0 ? 0 : i - 1];
    const bool governed = word.lower == "to" && (before.is(to_planned) || before.is(to_possible) ||
                                                 before.is(to_expected) || before.is(to_occurred));
    if (boundary && !governed && !before.is(coordinator)) {
      kept = out;
      const bool hangs = i > phrase.begin + 1 && is_participle_only(before) && !tokens[i - 2].is(pronoun) &&
                         !tokens[i - 2].adverb() && !tokens[i - 2].is(article) && !tokens[i - 2].is(determiner) &&
                         !tokens[i - 2].comma;
      if (hangs && kept.size() > before.span.size() + 1) kept.resize(kept.size() - before.span.size() - 1);
    }
    const bool pointer = word.is(determiner) && word.is(dummy) && i == phrase.begin && phrase.end > i + 1 &&
                         !word.is(plural) && word.lower != "one" && word.lower != "all" && word.lower != "most";
    // "$3 million a year"
    const bool rate = word.lower == "a" && i > phrase.begin && i + 1 < phrase.end &&
                      (is_counted(before) || before.lower[0] == '$' || before.lower == "million" ||
                       before.lower == "billion" || before.lower == "percent");
    if ((word.is(article) && !named && !rate) || pointer) continue;
    std::string next = out.empty() ? "" : out + " ";
    next += word.span.of(text);
    if (i + 1 < phrase.end && word.comma && !word.stop) next += ",";
    if (length_of(next) > most) return kept;
    out = std::move(next);
  }
  // A full stop that the splitter of sentences did not see.
  constexpr std::size_t kAbbreviation = 5;
  if (const std::size_t word = out.rfind(' ') + 1;
      out.ends_with('.') && out.size() - word > kAbbreviation && out.find('.', word) + 1 == out.size())
    out.pop_back();
  return out;
}

std::string english_headline(const EnglishWords& words, std::string_view text, const EnglishTokens& tokens,
                             const EnglishClause& clause, const std::string& subject, bool plural,
                             EnglishPhrase object) {
  const VerbGroup& group = clause.verb;
  if (!group.verb || subject.empty()) return {};
  const EnglishVerb& verb = *group.verb;
  const std::string whole = verb.whole();
  std::string action;
  if (verb.base == "be") {
    action = verb.particle;
    if (group.status == EventStatus::planned) action = "to be " + action;
    if (group.status == EventStatus::expected) action = "expected to be " + action;
  } else if (group.passive) {
    action = words.participle(whole);
    if (group.status == EventStatus::planned) action = "to be " + action;
    if (group.status == EventStatus::expected) action = "expected to be " + action;
    if (group.status == EventStatus::possible) action = "may be " + action;
  } else if (group.status == EventStatus::planned) {
    action = "to " + whole;
  } else if (group.status == EventStatus::expected) {
    action = "expected to " + whole;
  } else if (group.status == EventStatus::possible) {
    action = "may " + whole;
  } else {
    action = plural ? whole : words.third_person(whole);
  }
  std::string out = subject + " " + action;
  out[0] = out[0] >= 'a' && out[0] <= 'z' ? static_cast<char>(out[0] & ~0x20) : out[0];
  if (object.empty()) return length_of(out) <= kLongestTitle ? out : std::string();
  const std::size_t used = length_of(out) + 1;
  std::string what = used < kTitle ? headline_words(text, tokens, object, kTitle - used) : std::string();
  if (what.empty() && used < kLongestTitle) what = headline_words(text, tokens, object, kLongestTitle - used);
  // An object that does not fit would leave a fragment; what only tells where or how may fall away.
  const EnglishToken& first = tokens[object.begin];
  if (what.empty() && !first.is(preposition) && !group.passive) return {};
  if (!what.empty()) out += " " + what;
  return length_of(out) <= kLongestTitle ? out : std::string();
}

}  // namespace timeline::event
