#include <algorithm>
#include <utility>

#include "event/headline.hpp"

// The English half of headlines: names, common nouns of data/events/english_nouns.tsv, verbs. Where a part has no
// English, there is no headline.
namespace timeline::event {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;
using model::EventStatus;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The word without its particle and without what stands in brackets: 그래픽처리장치(GPU).
std::string_view cleaned_core(const Word& word, std::string_view text) {
  const std::string_view core = word.core.of(text);
  return core.substr(0, core.find('('));
}

std::string_view last_word(std::string_view text) {
  return text.substr(text.rfind(' ') + 1);
}

/// "200 million won", "$3 billion", "to 5%"
bool is_amount(std::string_view english) {
  if (english.starts_with("to ")) english.remove_prefix(3);
  const char first = english.empty() ? ' ' : english.front();
  return (first >= '0' && first <= '9') || first == '$';
}

/// "prosecutors'", "court's"
std::string_view possessive(std::string_view owner) {
  return EnglishWords::is_plural(owner) && owner.front() >= 'a' && owner.front() <= 'z' ? "'" : "'s";
}

/// "committee", "letter": without a name or a further word nobody knows what it is.
bool says_enough(const Party& party) {
  return party.heads > 0 || std::any_of(party.english.begin(), party.english.end(),
                                        [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); });
}

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

/// "2nd"
bool is_ordinal(std::string_view word) {
  return word.size() > 2 && word[0] >= '0' && word[0] <= '9' && word.back() >= 'a' && word.back() <= 'z';
}

/// Does the span stand in brackets that open after `from`, and are closed?
bool is_bracketed(std::string_view text, std::uint32_t from, base::Span span) {
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
    if (word.aside || is_bracketed(phrase.text.substr(0, phrase.span.end), noun.span.begin, word.span)) continue;
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
            is_ascii(more) || (entity.kind == EntityKind::person && (entity.local || english_.is_title(more)));
        if (!title) rest = english_.compound(more);
        if (!title && rest.empty()) {
          if (drop(i)) continue;
          return {};
        }
      }
      // 김하늘 전 장관: the name is enough.
      if (entity.kind == EntityKind::person && !word.particle && !word.comma) {
        std::uint32_t title = i + 1;
        while (title <= noun.last_word && !phrase.words[title].particle && !phrase.words[title].comma &&
               !english_.is_title(phrase.words[title].core.of(phrase.text)))
          ++title;
        if (title <= noun.last_word && english_.is_title(phrase.words[title].core.of(phrase.text))) {
          add(names.back() +
              (title < noun.last_word && phrase.words[title].particle == ParticleKind::genitive ? "'s" : ""));
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
      if (!count.empty() || quantity.converts != kNone) continue;
      count = EnglishWords::amount(quantity);
      money = quantity.unit.size() == 3 && quantity.unit[0] >= 'A' && quantity.unit[0] <= 'Z';
    }
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
    if (english.empty() && !number && is_ascii(korean)) english = korean;
    if (english.empty()) {
      if (drop(i)) continue;
      return {};
    }
    add(english);
  }
  if (const std::size_t people = count.find(" people"); people != std::string::npos && !text.empty())
    count.erase(people);
  // "exclusive", "2nd": the noun that they belong to is not here.
  if (english_.is_modifier(last_word(text)) || is_ordinal(last_word(text))) return {};
  if (dropped && (text.empty() || english_.is_thin(text))) return {};
  if (!count.empty() && !text.empty()) {
    const bool many = count != "1" && !count.ends_with('%');
    text = money ? count + " in " + text
                 : count + " " + text +
                       (many && !EnglishWords::is_plural(text) && !text.ends_with('s') && !text.ends_with("aircraft")
                            ? "s"
                            : "");
  } else if (text.empty()) {
    text = count;
  }
  if (!place.empty()) text = text.empty() ? place : text + " in " + place;
  return text;
}

std::string Headlines::noun_of(std::string_view noun, std::string_view english_object) const {
  const std::string_view english = english_.noun(noun);
  // "decision not to run" takes none.
  if (english.empty() || english.find(' ') != std::string_view::npos || english_object.empty()) return {};
  return std::string(english) + " of " + std::string(english_object);
}

std::string Headlines::english(const HeadlineParts& parts) const {
  std::string title = english_sentence(parts);
  // iPhone keeps its letters.
  const std::string_view first = std::string_view(title).substr(0, title.find(' '));
  if (!first.empty() && std::all_of(first.begin(), first.end(), [](char c) { return c < 'A' || c > 'Z'; }))
    title[0] = capital(title[0]);
  return title;
}

std::string Headlines::english_sentence(const HeadlineParts& parts) const {
  if (parts.verb.empty()) return {};
  const bool untold = parts.untold || parts.object.text.empty();
  if (!untold && parts.object.english.empty()) return {};
  if (!parts.measure.text.empty()) {
    // SK hynix announces operating profit of 11.38 trillion won
    if (parts.verb == "announce" && !parts.agent.english.empty() && is_amount(parts.object.english) &&
        !parts.measure.english.empty()) {
      HeadlineParts whole = parts;
      whole.object.english = parts.measure.english + " of " + parts.object.english;
      whole.measure = {};
      return english_sentence(whole);
    }
    // NVIDIA shares fall 3.8%
    if (parts.measure.english.empty() || (!parts.agent.text.empty() && parts.agent.english.empty())) return {};
    HeadlineParts whole = parts;
    whole.agent = parts.measure;
    if (!parts.agent.english.empty()) whole.agent.english = parts.agent.english + " " + parts.measure.english;
    whole.measure = {};
    return english_sentence(whole);
  }
  if (!parts.with.text.empty() && parts.with.english.empty()) return {};
  const std::string source = parts.source_english.empty() ? std::string() : parts.source_english + ": ";
  if (parts.agent.text.empty()) {
    // Nobody is named: what it is done to has it done.
    // 회담이 결렬됐다 said as 회담 결렬: it breaks down by itself.
    // 서울공항 출발: nobody says who left; 김하늘 의원 출석: she appears.
    const bool acts = parts.object.person || !english_.lacks_object(first_word(parts.verb));
    const bool happens = english_.happens(parts.verb) || (english_.is_intransitive(parts.verb) && acts);
    const bool done = EnglishWords::takes_object(parts.verb) &&
                      (english_.alone(parts.verb).empty() ||
                       (parts.object.heads == 0 && !EnglishWords::takes_complement(parts.verb)));
    const bool amount = is_amount(parts.object.english);
    // 한국 결렬: what broke down is not the country.
    if (happens && !english_.adjective(parts.object.english).empty()) return {};
    if (parts.passive || parts.untold || !parts.direct || parts.object.english.empty() || amount || (!happens && !done))
      return {};
    HeadlineParts turned = parts;
    turned.agent = parts.object;
    turned.object = {};
    turned.passive = !happens;
    const std::string predicate = english_predicate(turned, turned.agent.plural);
    return predicate.empty() || !says_enough(turned.agent) ? std::string()
                                                           : source + turned.agent.english + " " + predicate;
  }
  if (parts.agent.english.empty()) return {};
  const std::string predicate = english_predicate(parts, parts.agent.plural);
  if (predicate.empty() || (untold && !says_enough(parts.agent))) return {};
  std::string title = source + parts.agent.english + " " + predicate;
  if (!parts.with.english.empty()) title += " with " + parts.with.english;
  return title;
}

std::string Headlines::english_predicate(const HeadlineParts& parts, bool plural) const {
  const std::string_view object = parts.untold ? std::string_view() : std::string_view(parts.object.english);
  std::string verb = parts.verb;
  if (parts.passive && !object.empty()) return {};
  // 한·중 정상회담: nobody meets a country.
  if (parts.verb == "meet" && !object.empty() && !english_.adjective(object).empty()) return {};
  if (!object.empty() && !parts.where && english_.lacks_object(parts.verb) && !is_amount(object)) return {};
  if (parts.passive) {
    // "screening starts", not "is started"; "talks take place"
    const std::string alone = english_.alone(parts.verb);
    const bool active = english_.happens(parts.verb) || english_.is_intransitive(parts.verb) ||
                        (alone == parts.verb && !EnglishWords::takes_object(parts.verb));
    verb = english_.happens(parts.verb) ? parts.verb : active ? alone : english_.passive(parts.verb);
  } else if (object.empty()) {
    verb = english_.alone(parts.verb);
  } else if (!parts.direct && !parts.where && !EnglishWords::takes_complement(parts.verb)) {
    return {};
  } else if (parts.where) {
    verb = english_.alone(parts.verb) + (parts.object.heads > 0 ? " in " : " at ") + std::string(object);
  } else {
    verb = EnglishWords::with_object(parts.verb, object);
  }
  if (verb.empty() || verb.starts_with(' ')) return {};
  const auto agrees = [&](std::string_view base) {
    return plural ? EnglishWords::plural(base) : english_.third_person(base);
  };
  // What is announced to have been done says no more by whom.
  if (parts.passive && parts.announced) return {};
  switch (parts.status) {
    case EventStatus::planned:
      if (parts.announced && parts.verb == "announce") return "to " + verb;
      return (parts.announced ? agrees("announce") + " plan to "
              : parts.decided ? agrees("decide") + " to "
                              : "to ") +
             verb;
    case EventStatus::expected:
      return agrees("be") + " expected to " + verb;
    case EventStatus::possible:
      if (parts.possibility == Possibility::considered && !parts.passive)
        return agrees("consider") + " " + english_.gerund(verb);
      // 살해 의혹: nobody knows whether.
      if (parts.possibility == Possibility::accused && verb.starts_with("be ")) return "allegedly " + verb.substr(3);
      return parts.possibility == Possibility::accused ? agrees("be") + " accused of " + english_.gerund(verb)
                                                       : "may " + verb;
    case EventStatus::denied:
      return agrees("deny") + " " + english_.gerund(verb);
    case EventStatus::cancelled:
      return parts.passive ? "will not " + verb : agrees("drop") + " plan to " + verb;
    case EventStatus::occurred:
    case EventStatus::ongoing:
      break;
  }
  return parts.announced && parts.verb != "announce" ? agrees("announce") + " it " + english_.past(verb) : agrees(verb);
}

}  // namespace timeline::event
