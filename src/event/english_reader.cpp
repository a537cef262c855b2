#include "event/english_reader.hpp"

#include <algorithm>

#include "event/english_roles.hpp"
#include "event/english_stretches.hpp"
#include "event/tense.hpp"

namespace timeline::event {
namespace {

using model::DateBasis;
using model::DateRole;
using model::EventStatus;
using model::ParticipantRole;
using enum EnglishClass;

/// Types of events that are nothing without what they are done to.
bool needs_object(std::string_view type) {
  for (const std::string_view one :
       {"acquisition",  "announcement", "regulation", "supply",    "production", "development",
        "construction", "proposal",     "request",    "support",   "statement",  "investigation",
        "lawsuit",      "appointment",  "release",    "arrest",    "contract",   "activity",
        "broadcast",    "award",        "decision",   "operation", "funding",    "speech"})
    if (type == one) return true;
  return false;
}

bool ends_in_question(std::string_view text, base::Span span) {
  std::string_view words = span.of(text);
  while (!words.empty() && (words.back() == ' ' || words.back() == '"' || words.back() == ')')) words.remove_suffix(1);
  return words.ends_with('?');
}

bool direct_complement(const EnglishTokens& tokens, EnglishPhrase object) {
  return !object.empty() && !tokens[object.begin].is(preposition) && tokens[object.begin].lower != "to";
}

}  // namespace

/// The type that a noun gives: the object of "hold talks", the subject of "talks began".
std::string EnglishReader::named_by(const Sentence& sentence, const EnglishClause& clause, EnglishPhrase object) const {
  const EnglishTokens& tokens = sentence.tokens;
  const EnglishVerb& verb = *clause.verb.verb;
  const auto look = [&](EnglishPhrase phrase, bool as_object) -> std::string {
    for (std::uint32_t i = phrase.end; i-- > phrase.begin;) {
      if (tokens[i].quoted || tokens[i].aside) continue;
      std::string noun = tokens[i].lower;
      if (noun[0] == '$' || noun.starts_with("\u00a3") || noun.starts_with("\u20ac")) noun = "$";
      for (int times = 0; times < 2; ++times) {
        for (const std::string& key : {i > phrase.begin ? tokens[i - 1].lower + " " + noun : noun, noun}) {
          if (const std::string_view type = grammar_.frame(verb.whole(), as_object, key); !type.empty())
            return std::string(type);
          // A noun before the head only describes it: "campaign manager".
          const bool takes = as_object ? verb.kind == TriggerClass::vague
                                       : EnglishGrammar::has(grammar_.classes(verb.whole()), happens);
          if (takes && i + 1 == phrase.end)
            if (const std::string_view type = grammar_.occasion(key); !type.empty()) return std::string(type);
        }
        if (!noun.ends_with('s')) break;
        if (noun.ends_with("ies"))
          noun.replace(noun.size() - 3, 3, "y");
        else
          noun.pop_back();
      }
    }
    return {};
  };
  const EnglishPhrase done_to = clause.verb.passive ? subject_of(tokens, clause) : object;
  if (!done_to.empty())
    if (std::string type = look(head_of(tokens, done_to), true); !type.empty()) return type;
  if (!clause.verb.passive)
    if (const EnglishPhrase doer = subject_of(tokens, clause); !doer.empty()) return look(head_of(tokens, doer), false);
  return {};
}

/// "Prices", "the unemployment rate": what rises and falls.
bool EnglishReader::is_measured(const Sentence& sentence, const EnglishClause& clause) {
  const EnglishPhrase head = head_of(sentence.tokens, subject_of(sentence.tokens, clause));
  return std::any_of(sentence.tokens.begin() + head.begin, sentence.tokens.begin() + head.end,
                     [](const EnglishToken& token) { return token.is(measure); });
}

std::string EnglishReader::type_of(const Sentence& sentence, const EnglishClause& clause, EnglishPhrase object,
                                   const Subject& subject) const {
  const EnglishVerb& verb = *clause.verb.verb;
  const EnglishTokens& tokens = sentence.tokens;
  if (EnglishGrammar::has(grammar_.classes(verb.base), measure_verb) && is_measured(sentence, clause)) return "change";
  std::string named = named_by(sentence, clause, object);
  if (!named.empty()) return named;
  const bool direct = !clause.verb.passive && !object.empty() && !tokens[object.begin].is(preposition) &&
                      tokens[object.begin].lower != "to" && !tokens[object.begin].adverb();
  if (const std::string_view any = grammar_.frame(verb.whole(), true, "*");
      !any.empty() && (direct || clause.verb.passive))
    return std::string(any);
  if (verb.kind == TriggerClass::vague) return sentence.headline ? "activity" : "";
  // "struck up", "was left behind": with a particle that no row has, a verb tells something else.
  if (verb.particle.empty() && clause.verb.end < clause.end && tokens[clause.verb.end].is(particle)) return "activity";
  if (clause.verb.passive && verb.type == "visit") return {};
  // "Crews were called to the cove", but "was called a liar".
  if (verb.base == "call" && verb.particle.empty() && clause.verb.passive && !direct_complement(tokens, object))
    return "request";
  // "pulled out of the race", but "pulled out a boy", "was pulled out of the rubble".
  if (verb.whole() == "pull out" && !clause.verb.passive && !direct) return "cancellation";
  // "Kim produced a fine finish": a person makes no goods.
  if (verb.type == "production" && subject.person && !clause.verb.passive) return "activity";
  const bool by_number =
      !object.empty() && tokens[object.begin].lower[0] >= '0' && tokens[object.begin].lower[0] <= '9';
  // "lost 1.1 million users", but "lost 3-1".
  if (verb.base == "lose" && by_number && tokens[object.begin].lower.find('-') == std::string::npos) return "change";
  if (verb.base == "fall" && verb.particle.empty() && !subject.person && by_number) return "change";
  // "Shares were down 6%", "the film will be available on Friday", but no "he was down", "it is available".
  if (verb.base == "be" && verb.type == "change" && !by_number) return {};
  if (verb.base == "be" && verb.type == "release" && clause.verb.present) return {};
  return verb.type;
}

std::optional<EnglishReader::Told> EnglishReader::tell(const Sentence& sentence, std::uint32_t index) const {
  EnglishClause clause = sentence.clauses[index];
  VerbGroup& group = clause.verb;
  const bool named_clause = clause.link == ClauseLink::main || clause.link == ClauseLink::joined ||
                            clause.link == ClauseLink::reported || clause.link == ClauseLink::subordinate;
  if (!named_clause || !group.verb || group.negated || group.duty || group.verb->closes()) return std::nullopt;
  if (group.verb->reports()) return std::nullopt;
  // The present of the body is a habit; "ten people are dead" is none.
  const bool state = group.verb->base == "be";
  bool scheduled = false;
  if (group.present && !sentence.headline && group.status == EventStatus::occurred && !state) {
    if (group.passive) return std::nullopt;  // "is accused of …"
    // "The exhibition opens on January 5": the present with a day to come.
    const std::uint32_t time = time_of(grammar_, article_, extraction_, sentence.tokens, clause);
    scheduled = time != kNoToken && when(extraction_.times[time].value, article_.published) == When::future &&
                clause.link != ClauseLink::subordinate;
    if (!scheduled) return std::nullopt;
  }
  // "was winning when …": what went on beside the news.
  if (group.past_be && group.status == EventStatus::ongoing && !group.passive) return std::nullopt;
  if (group.would && clause.link != ClauseLink::reported) return std::nullopt;
  if (clause.link == ClauseLink::subordinate) {
    if (sentence.headline) return std::nullopt;
    const std::string& word = sentence.tokens[clause.marker].lower;
    if (word != "after" && word != "when" && word != "as" && word != "before" && word != "while") return std::nullopt;
    if (word == "before" || group.status != EventStatus::occurred) return std::nullopt;
    // "After the match two men were arrested": where the clause has no main one, its subject cannot be told.
    const bool parted = std::any_of(sentence.tokens.begin() + clause.marker, sentence.tokens.begin() + clause.end,
                                    [](const EnglishToken& token) { return token.comma; });
    if (sentence.clauses.size() == 1 && !parted) return std::nullopt;
  }
  // "denied that he had met …" tells a denial, no meeting.
  if (clause.link == ClauseLink::reported && clause.parent != kNoToken)
    if (const EnglishVerb* reporter = sentence.clauses[clause.parent].verb.verb;
        reporter && EnglishGrammar::has(grammar_.classes(reporter->base), denies))
      return std::nullopt;
  const std::optional<Subject>& subject = sentence.subjects[index];
  if (!subject) return std::nullopt;
  const EnglishPhrase object = object_of(grammar_, sentence.tokens, clause);
  Told told;
  told.link = clause.link;
  model::EventMention& event = told.event;
  event.type = type_of(sentence, clause, object, *subject);
  if (event.type.empty()) return std::nullopt;
  // "Inflation will fall": nobody plans it, but "the fee will rise on July 1".
  if (event.type == "change" && group.status == EventStatus::planned && !group.passive &&
      is_measured(sentence, clause)) {
    const std::uint32_t time = time_of(grammar_, article_, extraction_, sentence.tokens, clause);
    if (time == kNoToken || extraction_.times[time].value.granularity > model::Granularity::day)
      group.status = EventStatus::expected;
  }
  const bool whole = !group.passive && !state && group.verb->particle.empty() &&
                     !EnglishGrammar::has(grammar_.classes(group.verb->base), objectless);
  if (whole && object.empty() && event.type == group.verb->type && needs_object(event.type)) return std::nullopt;
  // "a bar invented in Switzerland", "one person treated for injuries": a participle, or a word is missing.
  const bool bare = object.empty() || sentence.tokens[object.begin].is(preposition);
  if (group.ambiguous && bare && group.verb->particle.empty() &&
      EnglishGrammar::has(grammar_.classes(group.verb->base), undergone))
    return std::nullopt;
  told.weak = event.type == "activity" || group.status == EventStatus::ongoing ||
              clause.link == ClauseLink::subordinate || group.status == EventStatus::possible;
  event.sentence = sentence.index;
  event.trigger = sentence.tokens[group.token].span;
  event.status = scheduled ? EventStatus::planned : group.status;
  event.title =
      english_headline(words_, sentence.text, sentence.tokens, clause, subject->words, subject->plural, object);
  if (event.title.empty()) return std::nullopt;
  event.title_en = event.title;
  const std::uint32_t first = std::min(clause.subject_begin, group.begin);
  const std::uint32_t last = std::max(group.end, object.end);
  event.evidence = {sentence.tokens[first].span.begin, sentence.tokens[last - 1].span.end};
  if (clause.subject_end > clause.subject_begin && clause.subject_begin < group.begin)
    event.evidence.begin = std::min(event.evidence.begin, sentence.tokens[clause.subject_begin].span.begin);
  add_participants(sentence, clause, *subject, object, event);
  if (!object.empty()) {
    const EnglishPhrase head = head_of(sentence.tokens, object);
    event.object_text = headline_words(sentence.text, sentence.tokens, head, 80);
  }
  date(sentence, index, event);
  attribute(sentence, index, event);
  event.rule = "english:" + group.verb->whole();
  event.confidence = 0.6 + (event.participants.empty() ? 0.0 : 0.12) + (event.date ? 0.13 : 0.0) -
                     (told.weak ? 0.1 : 0.0) - (clause.link == ClauseLink::reported ? 0.03 : 0.0);
  return told;
}

void EnglishReader::add_participants(const Sentence& sentence, const EnglishClause& clause, const Subject& subject,
                                     EnglishPhrase object, model::EventMention& event) const {
  const ParticipantRole doer = clause.verb.passive ? ParticipantRole::object : ParticipantRole::agent;
  for (const std::uint32_t entity : subject.entities) add_participant(event, entity, doer);
  add_objects(extraction_, sentence.tokens, clause, object, event);
}

void EnglishReader::read_clauses(Sentence& sentence, std::uint32_t begin, std::uint32_t end, std::vector<Told>& told) {
  sentence.clauses = find_clauses(grammar_, sentence.tokens, begin, end, sentence.headline);
  sentence.subjects.assign(sentence.clauses.size(), std::nullopt);
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i)
    if (sentence.clauses[i].link != ClauseLink::unclear && sentence.clauses[i].link != ClauseLink::relative)
      sentence.subjects[i] = subject(sentence, i);
  for (std::uint32_t i = 0; i < sentence.clauses.size(); ++i) {
    auto event = tell(sentence, i);
    if (!event) event = tell_words(sentence, i);
    if (!event) continue;
    place(sentence, i, *event);
    told.push_back(std::move(*event));
  }
  date_relatives(sentence);
  if (!sentence.headline) remember(sentence);
}

std::vector<EnglishReader::Told> EnglishReader::read(std::uint32_t index) {
  const model::Sentence& source = extraction_.sentences[index];
  Sentence sentence;
  sentence.index = index;
  sentence.text = model::text_of(article_, source.field);
  sentence.headline = source.role == model::SentenceRole::title;
  sentence.tokens = english_tokens(grammar_, sentence.text, index, extraction_);
  nominal_ = nominal_times(grammar_, sentence.tokens);
  std::vector<Told> told;
  times_.clear();
  for (std::uint32_t i = behind_dateline(sentence.tokens); i < sentence.tokens.size(); ++i)
    if (const std::uint32_t time = sentence.tokens[i].time;
        time != kNoToken && (times_.empty() || times_.back() != time))
      times_.push_back(time);
  posts_ = times_of_posts(sentence.tokens);
  dateline_ = time_of_dateline(sentence.tokens);
  if (sentence.tokens.size() < 2 || ends_in_question(sentence.text, source.span)) return told;
  const auto end = static_cast<std::uint32_t>(sentence.tokens.size());
  std::uint32_t begin = behind_dateline(sentence.tokens);
  constexpr std::uint32_t kLongest = 90;  // words: more is a page that lost its line ends
  if (sentence.headline && end > kLongest) return told;
  if (sentence.headline) {
    // "Veltane bus crash: Driver arrested": what stands behind the topic first.
    begin = 0;
    for (std::uint32_t i = 0; i + 2 < end; ++i)
      if (sentence.tokens[i].stop) begin = i + 1;
    if (begin > 0) read_clauses(sentence, begin, end, told);
    if (told.empty()) read_clauses(sentence, 0, begin == 0 ? end : begin, told);
    if (told.size() > 1) told.resize(1);
    // The headline itself says it best, unless it is too long for a row.
    for (Told& one : told) {
      const base::Span whole{sentence.tokens[begin].span.begin, source.span.end};
      constexpr std::size_t kMost = 78;
      if (whole.size() <= kMost && one.event.trigger.begin >= whole.begin) one.event.title = whole.of(sentence.text);
      one.event.title_en = one.event.title;
    }
    return told;
  }
  // Some pages have the headline again before the first sentence.
  if (!article_.title.empty() && source.span.of(sentence.text).starts_with(article_.title))
    while (begin < end && sentence.tokens[begin].span.begin < source.span.begin + article_.title.size()) ++begin;
  if (begin >= end) return told;
  for (const EnglishStretch stretch : lost_sentences(grammar_, sentence.tokens, begin, end))
    if (stretch.end - stretch.begin <= kLongest) read_clauses(sentence, stretch.begin, stretch.end, told);
  return told;
}

}  // namespace timeline::event
