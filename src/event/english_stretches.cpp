#include "event/english_stretches.hpp"

#include "event/english_verbs.hpp"

namespace timeline::event {
namespace {

using enum EnglishClass;

/// A capital on a word that has one only where a sentence begins, behind a word that could end one.
bool begins_lost_sentence(const EnglishTokens& tokens, std::uint32_t at) {
  const EnglishToken& word = tokens[at];
  if (!word.capital || word.quoted || word.aside || word.time != kNoToken || word.mention != kNoToken) return false;
  const std::string_view lower = word.lower;
  const std::string_view number = lower.substr(0, lower.find('-'));
  const auto counts = [](std::string_view one) {
    for (const std::string_view name : {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
      if (one == name) return true;
    return false;
  };
  if (!word.is(article) && !word.is(pronoun) && !word.is(determiner) && !word.is(subordinator) && !counts(number) &&
      !(word.is(speaker) && !lower.starts_with('i')))
    return false;
  const EnglishToken& before = tokens[at - 1];
  if (before.capital || before.comma || before.quoted || before.aside || before.possessive) return false;
  if (before.mention != kNoToken || (word.is(article) && before.auxiliary())) return false;
  // "told The Daon Post", "a reporter of The Nuri": names begin so too.
  return !before.is(preposition) && !before.is(article) && !before.is(determiner) && !before.is(coordinator) &&
         !before.is(subordinator) && !before.is(that) && !before.is(relative) && before.lower != "to" &&
         (!before.forms || word.lower != "the");
}

/// Behind the words of a web page that begin at a token, or that token.
std::uint32_t behind_furniture(const EnglishGrammar& grammar, const EnglishTokens& tokens, std::uint32_t at,
                               std::uint32_t end) {
  constexpr std::uint32_t kMostWords = 6;
  if (!grammar.furniture(tokens[at].lower, true)) return at;
  std::uint32_t behind = at;
  std::string words;
  for (std::uint32_t i = at; i < end && i < at + kMostWords; ++i) {
    words += (words.empty() ? "" : " ") + tokens[i].lower;
    if (grammar.furniture(words, false)) behind = i + 1;
  }
  return behind;
}

}  // namespace

std::uint32_t behind_dateline(const EnglishTokens& tokens) {
  constexpr std::uint32_t kLongest = 9;
  // "-- Hanbit (@hanbit) November 8, 2016": what stands before is somebody's post.
  for (std::uint32_t i = static_cast<std::uint32_t>(tokens.size()); i-- > 0;)
    if (tokens[i].handle) {
      ++i;
      while (i < tokens.size() && (tokens[i].time != kNoToken || tokens[i].aside)) ++i;
      return i;
    }
  for (std::uint32_t i = 0; i < tokens.size() && i < kLongest; ++i) {
    const EnglishToken& word = tokens[i];
    if (word.quoted || (!word.capital && !word.aside && word.time == kNoToken)) return 0;
    if (!word.stop || i + 1 >= tokens.size()) continue;
    // "SEOUL--(AGENCY)--Hanbit …": the agency between two dashes.
    std::uint32_t behind = i + 1;
    while (behind + 1 < tokens.size() && tokens[behind].aside) ++behind;
    return behind > i + 1 && tokens[behind - 1].stop ? behind : i + 1;
  }
  return 0;
}

std::uint32_t time_of_dateline(const EnglishTokens& tokens) {
  const std::uint32_t end = behind_dateline(tokens);
  std::uint32_t found = kNoToken;
  for (std::uint32_t i = 0; i < end; ++i) {
    if (tokens[i].handle) return kNoToken;
    if (tokens[i].time != kNoToken) found = tokens[i].time;
  }
  return found;
}

std::vector<std::uint32_t> times_of_posts(const EnglishTokens& tokens) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].handle) continue;
    std::uint32_t next = i + 1;
    while (next < tokens.size() && (tokens[next].aside || tokens[next].is(preposition))) ++next;
    if (next < tokens.size() && tokens[next].time != kNoToken) found.push_back(tokens[next].time);
  }
  return found;
}

std::vector<EnglishStretch> lost_sentences(const EnglishGrammar& grammar, const EnglishTokens& tokens,
                                           std::uint32_t begin, std::uint32_t end) {
  std::vector<EnglishStretch> found;
  const auto tells = [&](std::uint32_t from, std::uint32_t to) {
    return !find_verbs(grammar, tokens, from, to, false).empty();
  };
  std::uint32_t from = begin;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (const std::uint32_t behind = behind_furniture(grammar, tokens, i, end); behind > i) {
      if (i > from) found.push_back({from, i});
      from = behind;
      i = behind - 1;
      continue;
    }
    if (i < from + 2 || !begins_lost_sentence(tokens, i) || !tells(i, end) || !tells(from, i)) continue;
    found.push_back({from, i});
    from = i;
  }
  if (from < end) found.push_back({from, end});
  return found;
}

}  // namespace timeline::event
