#include <algorithm>
#include <utility>

#include "event/headline.hpp"
#include "text/utf8.hpp"

// Noun phrases in English, word by word: names, amounts, common nouns of data/events/english_nouns.tsv. Where a word
// has no English, the phrase has none.
namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

/// The word without its particle and without what stands in brackets: 그래픽처리장치(GPU).
std::string_view cleaned_core(const Word& word, std::string_view text) {
  const std::string_view core = word.core.of(text);
  return core.substr(0, core.find('('));
}

constexpr std::string_view kAnd = " and";

std::string_view last_word(std::string_view text) {
  return text.substr(text.rfind(' ') + 1);
}

/// "prosecutors'", "court's"
std::string_view possessive(std::string_view owner) {
  return EnglishWords::is_plural(owner) && owner.front() >= 'a' && owner.front() <= 'z' ? "'" : "'s";
}

/// "2nd"
bool is_ordinal(std::string_view word) {
  return word.size() > 2 && word[0] >= '0' && word[0] <= '9' && word.back() >= 'a' && word.back() <= 'z';
}

/// Does the span stand in brackets that open after `from`, and are closed?
bool in_closed_brackets(std::string_view text, std::uint32_t from, base::Span span) {
  if (span.begin < from || text.find_first_of(")]", span.begin) == std::string_view::npos) return false;
  const std::string_view before = text.substr(from, span.begin - from);
  const std::size_t open = before.find_last_of("([");
  return open != std::string_view::npos && before.find_first_of(")]", open) == std::string_view::npos;
}

/// "a, b and c"
std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

}  // namespace

std::string Headlines::english_of(const model::Extraction& extraction, const Phrase& phrase, const Argument& noun,
                                  bool shortened) const {
  std::string text;
  std::string place;
  std::string count;
  bool money = false;
  bool share = false;      // 응답자의 81%
  std::size_t before = 0;  // 벌금 600만원: where the words before the amount end
  const auto add = [&](std::string_view part) {
    if (!text.empty()) text += ' ';
    text += part;
  };
  bool in_body = false;  // the word before names an organization
  // What a word before the last has no English for is left out with all before it, where that may be.
  bool dropped = false;
  const auto drop = [&](std::uint32_t i) {
    if (!shortened || i == noun.last_word) return false;
    dropped = true;
    text.clear();
    place.clear();
    count.clear();
    return true;
  };
  for (std::uint32_t i = noun.first_word; i <= noun.last_word; ++i) {
    const Word& word = phrase.words[i];
    if (word.aside || in_closed_brackets(phrase.text.substr(0, phrase.span.end), noun.span.begin, word.span)) continue;
    if (word.in_name && word.mention == kNone) continue;  // the first words of a longer name
    const std::string_view korean = cleaned_core(word, phrase.text);
    // 서해지검 형사6부
    if (std::exchange(in_body, false) && word.mention == kNone && english_.is_part_of_body(korean)) continue;
    if (word.mention != kNone) {
      // 미국·일본: all the names of the word.
      const auto mentions = mentions_in(extraction, phrase, {word.core, i, i, std::nullopt, false, kNone});
      std::vector<std::string> names;
      bool unnamed = mentions.empty();
      for (const std::uint32_t mention : mentions) {
        const std::string name = english_.name(extraction.entities[extraction.mentions[mention].entity]);
        unnamed = unnamed || name.empty();
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
      if (unnamed) {
        if (drop(i)) continue;
        return {};
      }
      const base::Span last = extraction.mentions[mentions.back()].span;
      in_body = !word.particle;
      const model::Entity& entity = extraction.entities[extraction.mentions[mentions.back()].entity];
      // 북한군, 한국산: the rest of the word is a noun; 대북한, 양대산맥 are other words.
      const base::Span first = extraction.mentions[mentions.front()].span;
      if (first.begin > word.span.begin && phrase.text[word.span.begin] != '(') {
        if (drop(i)) continue;
        return {};
      }
      std::string rest;
      if (last.end < word.core.end && phrase.text[last.end] != '(' && phrase.text[last.end] != ')') {
        const std::string_view more = base::Span{last.end, word.core.end}.of(phrase.text);
        // 김하늘씨, 김모씨
        const bool title =
            text::is_ascii(more) || (entity.kind == EntityKind::person && (entity.local || english_.is_title(more)));
        if (!title) rest = english_.compound(more);
        if (!title && rest.empty()) {
          if (drop(i)) continue;
          return {};
        }
      }
      // 서해지검 김하늘 검사, 이바다의 딸 김하늘: what stands before only says who it is.
      if (entity.kind == EntityKind::person && first.begin == word.span.begin && !text.ends_with(kAnd)) text.clear();
      // 김하늘 전 장관: the name is enough.
      if (entity.kind == EntityKind::person && !word.particle && !word.comma) {
        std::uint32_t title = i + 1;
        while (title <= noun.last_word && !phrase.words[title].particle && !phrase.words[title].comma &&
               !english_.is_title(phrase.words[title].core.of(phrase.text)))
          ++title;
        if (title <= noun.last_word && english_.is_title(phrase.words[title].core.of(phrase.text))) {
          const auto particle = phrase.words[title].particle;
          add(names.back());
          if (title < noun.last_word && particle == ParticleKind::genitive) text += "'s";
          if (title < noun.last_word && (particle == ParticleKind::with || phrase.words[title].comma)) text += kAnd;
          i = title;
          continue;
        }
      }
      // 경주 엔비디아 기자간담회: NVIDIA press conference in Gyeongju.
      const bool owns = word.particle == ParticleKind::genitive && i < noun.last_word;
      const bool before_noun = entity.kind == EntityKind::place && i < noun.last_word && !owns;
      // 북한 미사일: North Korean missile.
      const bool country = before_noun && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
                             return !english_.adjective(name).empty();
                           });
      // 한·미 정상회담: South Korea-US summit.
      if (country && names.size() == 1) names.front() = english_.adjective(names.front());
      if (country && names.size() > 1) {
        for (std::size_t other = 1; other < names.size(); ++other) names.front() += "-" + names[other];
        names.resize(1);
      }
      if (before_noun && !country && place.empty() && rest.empty())
        place = listed(names);
      else
        add(listed(names) + (rest.empty() ? "" : " " + rest) +
            std::string(owns ? possessive(listed(names) + rest) : ""));
      continue;
    }
    bool counted = false;
    for (const model::Quantity& quantity : extraction.quantities) {
      if (quantity.sentence != phrase.sentence || !quantity.span.overlaps(word.span)) continue;
      counted = true;
      // 8차례 제도를: how often is no number of things.
      if (i < noun.last_word && !word.particle && vocabulary_.ends_as(WordClass::extent, word.core.of(phrase.text)))
        return {};
      if (!count.empty() || quantity.converts != kNone) continue;
      // 수천만원: no English number says that.
      constexpr double kVague = 3;
      if (quantity.low && quantity.high && *quantity.high > kVague * *quantity.low) {
        if (drop(i)) continue;
        return {};
      }
      before = text.size();
      count = EnglishWords::amount(quantity);
      money = quantity.unit.size() == 3 && quantity.unit[0] >= 'A' && quantity.unit[0] <= 'Z';
    }
    share = counted && i == noun.last_word && count.ends_with('%');
    if (counted) continue;
    if (i < noun.last_word) {
      const base::Span two{word.span.begin, phrase.words[i + 1].core.end};
      if (const std::string_view english = english_.noun(two.of(phrase.text)); !english.empty()) {
        add(english);
        ++i;
        continue;
      }
    }
    std::string english = english_.compound(korean);
    if (english.empty() && i < noun.last_word) english = english_.ordinal(korean);
    // "26" by itself may be a day that was cut off.
    const bool number = korean.find_first_not_of("0123456789") == std::string_view::npos;
    if (english.empty() && !number && text::is_ascii(korean)) english = korean;
    if (english.empty()) {
      if (drop(i)) continue;
      return {};
    }
    add(english);
  }
  if (const std::size_t people = count.find(" pe"); people != std::string::npos && !text.empty()) count.erase(people);
  // "exclusive", "2nd": the noun that they belong to is not here.
  if (english_.is_modifier(last_word(text)) || is_ordinal(last_word(text))) return {};
  // "13th projectiles"
  if (is_ordinal(text.substr(0, text.find(' '))) && EnglishWords::is_plural(text)) return {};
  if (dropped && (text.empty() || english_.is_thin(text))) return {};
  if (!count.empty() && !text.empty()) {
    // 농산물 500억 달러 규모
    if (money && before > 0 && before < text.size() && english_.is_thin(text.substr(before + 1))) text.resize(before);
    const bool behind = before > 0 && !EnglishWords::is_plural(text);
    const bool many = count != "1" && !count.ends_with('%');
    if (count == "1" && EnglishWords::is_plural(text)) return {};  // "1 women"
    text = money   ? (behind ? text + " of " + count : count + " in " + text)
           : share ? count + " of " + (text.ends_with("'s") ? text.substr(0, text.size() - 2) : text)
                   : count + " " + (many ? EnglishWords::plural_noun(text) : text);
  } else if (text.empty()) {
    text = count;
  }
  if (!place.empty()) text = text.empty() ? place : text + " in " + place;
  return text;
}

}  // namespace timeline::event
