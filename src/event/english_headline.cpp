#include <algorithm>

#include "event/headline.hpp"

// The English half of headlines: who does what, as a sentence. Where a part has no English, there is no headline.
namespace timeline::event {
namespace {

using model::EventStatus;

/// "200 million won", "$3 billion", "to 5%"
bool is_amount(std::string_view english) {
  if (english.starts_with("to ")) english.remove_prefix(3);
  const char first = english.empty() ? ' ' : english.front();
  return (first >= '0' && first <= '9') || first == '$';
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

std::string_view last_word(std::string_view text) {
  return text.substr(text.rfind(' ') + 1);
}

/// "Sunan Airport in Pyongyang": the airport.
std::string_view head_word(std::string_view text) {
  return last_word(text.substr(0, text.find(" in ")));
}

}  // namespace

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

/// Is it likely that this one does it, or has it done to him? A letter withdraws nothing, and no country is held.
bool Headlines::is_possible(const HeadlineParts& parts) const {
  // Nobody indicts a trial, and nobody meets a road.
  const Party& befallen = parts.passive ? parts.agent : parts.object;
  if (!befallen.english.empty() && !parts.untold && befallen.matter && english_.befalls_people(parts.verb))
    return false;
  if (english_.is_sociable(parts.verb) && !parts.untold && !parts.where && !parts.object.english.empty() &&
      !parts.object.acts)
    return false;
  // What happens by itself is not done by anybody.
  const bool befalls = parts.agent.person && english_.undergoes(parts.verb);
  if (!parts.passive && parts.agent.acts && !befalls && parts.object.text.empty() && english_.happens(parts.verb))
    return false;
  if (parts.passive && parts.agent.acts && english_.happens(parts.verb)) return false;
  if (parts.passive) return !(parts.agent.acts && parts.agent.heads > 0) || english_.undergoes(parts.verb);
  return parts.agent.acts || english_.suits_things(parts.verb);
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
  // 김하늘과 이바다를 기소했다: both are indicted; nobody indicts with one of them.
  if (!parts.with.text.empty() && !parts.passive && english_.befalls_people(parts.verb)) {
    HeadlineParts both = parts;
    both.with = {};
    if (!parts.with.english.empty() && parts.object.person)
      both.object.english = parts.with.english + " and " + parts.object.english;
    return english_sentence(both);
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
    if (parts.loose && !parts.object.matter) return {};
    // 한국 결렬: what broke down is not the country.
    if (happens && !english_.adjective(parts.object.english).empty()) return {};
    if (parts.passive || parts.untold || !parts.direct || parts.object.english.empty() || amount || (!happens && !done))
      return {};
    HeadlineParts turned = parts;
    turned.agent = parts.object;
    turned.object = {};
    turned.passive = !happens;
    if (!is_possible(turned)) return {};
    const std::string predicate = english_predicate(turned, turned.agent.plural);
    return predicate.empty() || !says_enough(turned.agent) ? std::string()
                                                           : source + turned.agent.english + " " + predicate;
  }
  // 회담이 진행: talks do not hold, they are held.
  if (parts.agent.thing && untold && !parts.passive && parts.with.text.empty() &&
      EnglishWords::takes_object(parts.verb) && !english_.suits_things(parts.verb) &&
      !english_.is_intransitive(parts.verb)) {
    HeadlineParts turned = parts;
    turned.passive = true;
    turned.by_other = true;
    return english_sentence(turned);
  }
  if (parts.agent.english.empty() || !is_possible(parts)) return {};
  const std::string predicate = english_predicate(parts, parts.agent.plural);
  if (predicate.empty() || (untold && !says_enough(parts.agent))) return {};
  std::string title = source + parts.agent.english + " " + predicate;
  if (!parts.with.english.empty()) title += " with " + parts.with.english;
  return title;
}

std::string Headlines::english_predicate(const HeadlineParts& parts, bool plural) const {
  std::string_view object = parts.untold ? std::string_view() : std::string_view(parts.object.english);
  // "expresses determination", not "summit determination"
  if (parts.verb == "express" && english_.is_stance(last_word(object))) object = last_word(object);
  std::string verb = parts.verb;
  if (parts.passive && !object.empty()) return {};
  // "launches 2": of what, the words do not say; "sells 350,000" is a figure.
  const bool bare = !object.empty() && object.find_first_not_of("0123456789,.") == std::string_view::npos;
  if (bare && !english_.lacks_object(parts.verb) && !english_.suits_things(parts.verb) &&
      !english_.is_output(parts.verb))
    return {};
  // 한·중 정상회담: nobody meets a country.
  if (parts.verb == "meet" && !object.empty() && !english_.adjective(object).empty()) {
    HeadlineParts alone = parts;
    alone.object = {};
    return english_predicate(alone, plural);
  }
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
    const bool within = parts.object.heads > 0 && !english_.is_site(head_word(object));
    const std::string_view where = english_.leaves(parts.verb) ? " from " : within ? " in " : " at ";
    verb = english_.alone(parts.verb) + std::string(where) + std::string(object);
  } else {
    verb = EnglishWords::with_object(parts.verb, object);
    // "arrives in Hanoi", but "at the airport"
    if (parts.verb.starts_with("arrive ") && verb.starts_with(parts.verb)) {
      const bool site = english_.is_site(head_word(object));
      if (parts.object.person) return {};
      if (!parts.object.place && parts.object.heads == 0 && !site) return {};
      if (!parts.object.place || site) verb.replace(parts.verb.size() - 2, 2, "at");
    }
  }
  if (verb.empty() || verb.starts_with(' ')) return {};
  const auto agrees = [&](std::string_view base) {
    return plural ? EnglishWords::plural(base) : english_.third_person(base);
  };
  const bool announces = parts.announced && !parts.by_other;
  // What is announced to have been done says no more by whom.
  if (parts.passive && announces) return {};
  switch (parts.status) {
    case EventStatus::planned:
      if (announces && parts.verb == "announce") return parts.ahead ? "to " + verb : agrees(verb);
      return (announces ? agrees("announce") + " plan to " : parts.decided ? agrees("decide") + " to " : "to ") + verb;
    case EventStatus::expected:
      return agrees("be") + " expected to " + verb;
    case EventStatus::possible:
      if (parts.possibility == Possibility::considered && !parts.passive)
        return agrees("consider") + " " + english_.gerund(verb);
      if (parts.possibility == Possibility::required) return "must " + verb;
      // 살해 의혹: nobody knows whether.
      if (parts.possibility == Possibility::accused && verb.starts_with("be "))
        return (plural ? "were allegedly " : "was allegedly ") + verb.substr(3);
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
  if (!announces || parts.verb == "announce") return agrees(verb);
  // Nobody knows whether it was he or she who did it.
  if (parts.agent.person && !plural) return agrees(verb);
  return agrees("announce") + (plural ? " they " : " it ") + english_.past(verb);
}

}  // namespace timeline::event
