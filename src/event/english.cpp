#include "event/english.hpp"

#include <algorithm>
#include <array>

#include "event/dating.hpp"
#include "lexicon/table.hpp"
#include "text/quotes.hpp"
#include "text/utf8.hpp"

namespace timeline::event {
namespace {

using model::DateBasis;
using model::EventStatus;
using model::ParticipantRole;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Closed classes of English: these are grammar, not vocabulary that anybody adds to.
constexpr std::array<std::string_view, 8> kBe{"is", "are", "was", "were", "be", "been", "being", "am"};
constexpr std::array<std::string_view, 3> kHave{"has", "have", "had"};
constexpr std::array<std::string_view, 7> kRelative{"who", "which", "that", "whose", "whom", "where", "when"};
constexpr std::array<std::string_view, 21> kOpeners{
    "on",   "in", "after",   "before", "when",     "while",  "as",        "since",    "with",      "by", "during",
    "amid", "at", "despite", "if",     "although", "though", "following", "speaking", "according", "for"};
constexpr std::array<std::string_view, 17> kObjectEnds{"on",     "after", "before", "when",    "while", "which",
                                                       "who",    "as",    "since",  "because", "amid",  "following",
                                                       "during", "by",    "that",   "but",     "where"};
constexpr std::array<std::string_view, 7> kArticles{"a", "an", "the", "its", "his", "her", "their"};
constexpr std::size_t kSubjectWords = 8;
constexpr std::uint32_t kNoVerb = 0xFFFFFFFF;
constexpr std::size_t kObjectWords = 9;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '\'' ||
         c == '$' || c == '%' || c == '.' || c == '&' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

EnglishDetector::EnglishDetector(const lexicon::DataSet& data, const EnglishWords& words) : words_(words) {
  const lexicon::Table table(data, "events/english_triggers.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    const auto kind = base::from_text<TriggerClass>(row["class"]);
    if (!kind) throw row.fault("unknown class '" + std::string(row["class"]) + "'");
    const auto id = static_cast<std::uint32_t>(verbs_.size());
    verbs_.push_back({std::string(row["verb"]), std::string(row["type"]), *kind});
    const auto add = [&](const std::string& form, Form shape) {
      forms_[form.substr(0, form.find(' '))].push_back({id, shape});
    };
    add(verbs_.back().base, Form::base);
    add(words_.third_person(row["verb"]), Form::third);
    add(words_.past(row["verb"]), Form::past);
    add(words_.participle(row["verb"]), Form::participle);
    add(words_.gerund(row["verb"]), Form::gerund);
  }
}

std::vector<EnglishDetector::Token> EnglishDetector::tokens(std::string_view text, base::Span span) const {
  std::vector<base::Span> quoted;
  for (const text::QuotedPassage& passage : text::find_quotations(text, span))
    if (passage.mark == text::QuoteMark::double_mark) quoted.push_back(passage.outer);
  std::vector<Token> out;
  for (std::uint32_t at = span.begin; at < span.end;) {
    if (!is_word(text[at])) {
      if (!out.empty() && (text[at] == ',' || text[at] == ':' || text[at] == ';')) out.back().comma = true;
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < span.end && is_word(text[end])) ++end;
    Token token;
    token.span = {at, end};
    at = end;
    while (token.span.end > token.span.begin + 1 && text[token.span.end - 1] == '.') --token.span.end;
    if (text.substr(token.span.begin, token.span.size()) == "-") {
      if (!out.empty()) out.back().comma = true;
      continue;
    }
    token.lower = lower(token.span.of(text));
    for (const base::Span quote : quoted) token.quoted = token.quoted || quote.contains(token.span);
    out.push_back(std::move(token));
  }
  return out;
}

std::optional<EnglishDetector::Found> EnglishDetector::find_verb(const std::vector<Token>& tokens,
                                                                 bool headline) const {
  std::optional<Found> fallback;
  std::size_t first = 0;
  // "On Monday, NVIDIA …": the main clause starts behind the comma.
  if (!tokens.empty() && one_of(tokens[0].lower, kOpeners))
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
      if (tokens[i].comma) {
        first = i + 1;
        break;
      }
  for (std::size_t i = first + 1; i < tokens.size(); ++i) {
    if (tokens[i].quoted) continue;
    const auto entries = forms_.find(tokens[i].lower);
    if (entries == forms_.end()) {
      // Any other verb in -ed behind a noun: the main verb of a sentence that tells something, if nothing better comes.
      const std::string& before = tokens[i - 1].lower;
      if (!headline && !fallback && tokens[i].lower.size() > 4 && tokens[i].lower.ends_with("ed") &&
          !one_of(before, kArticles) && !one_of(before, kBe) && !one_of(before, kHave) && !one_of(before, kRelative) &&
          before != "to" && !tokens[i - 1].comma && i <= first + kSubjectWords)
        fallback = Found{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i), kNoVerb, false, false,
                         EventStatus::occurred};
      continue;
    }
    // Back over the auxiliaries: "has been", "will be", "is expected to", "may".
    std::size_t at = i;
    bool be = false, have = false, to = false, will = false, may = false, expected = false, planned = false,
         negated = false;
    while (at > first + 1) {
      const std::string& word = tokens[at - 1].lower;
      if (word == "not" || word == "n't" || word == "never" || word == "later" || word == "also" ||
          word == "reportedly" || word == "then")
        negated = negated || word == "not" || word == "never";
      else if (one_of(word, kBe))
        be = true;
      else if (one_of(word, kHave))
        have = true;
      else if (word == "to")
        to = true;
      else if (word == "will" || word == "would" || word == "shall")
        will = true;
      else if (word == "may" || word == "might" || word == "could" || word == "can")
        may = true;
      else if (to && (word == "expected" || word == "likely"))
        expected = true;
      else if (to &&
               (word == "plans" || word == "plan" || word == "planning" || word == "set" || word == "due" ||
                word == "scheduled" || word == "agreed" || word == "agrees" || word == "decided" || word == "aims"))
        planned = true;
      else
        break;
      --at;
    }
    if (to && !expected && !planned && at != first + 1 && !headline) continue;  // "… in order to sell"
    if (one_of(tokens[at - 1].lower, kRelative) && at - 1 > first) continue;
    if (one_of(tokens[at - 1].lower, kArticles)) continue;  // "the change"
    for (const Entry& entry : entries->second) {
      const Verb& verb = verbs_[entry.verb];
      // A verb of two words needs its particle.
      if (const std::size_t blank = verb.base.find(' '); blank != std::string::npos)
        if (i + 1 >= tokens.size() ||
            tokens[i + 1].lower != verb.base.substr(blank + 1, verb.base.find(' ', blank + 1) - blank - 1))
          continue;
      Found found;
      found.token = static_cast<std::uint32_t>(i);
      found.subject_end = static_cast<std::uint32_t>(at);
      if (fallback && fallback->token < found.token) return fallback;
      found.verb = entry.verb;
      found.negated = negated;
      const bool finite = at == i;
      switch (entry.form) {
        case Form::past:
          if (!finite && !have) continue;
          break;
        case Form::participle:
          if (!be && !have) continue;
          found.passive = be;
          break;
        case Form::third:
          if (!finite) continue;
          break;
        case Form::base:
          if (!(will || may || expected || planned || (headline && (to || finite)))) continue;
          break;
        case Form::gerund:
          if (!be) continue;
          found.status = EventStatus::ongoing;
          break;
      }
      if (expected)
        found.status = EventStatus::expected;
      else if (may)
        found.status = EventStatus::possible;
      else if (will || planned || (to && headline))
        found.status = EventStatus::planned;
      return found;
    }
  }
  return fallback;
}

std::optional<model::EventMention> EnglishDetector::read(const model::Article& article,
                                                         const model::Extraction& extraction,
                                                         std::uint32_t sentence) const {
  const model::Sentence& source = extraction.sentences[sentence];
  const std::string_view text = model::text_of(article, source.field);
  const bool headline = source.role == model::SentenceRole::title;
  const std::vector<Token> all = tokens(text, source.span);
  const auto found = find_verb(all, headline);
  if (!found || found->negated) return std::nullopt;
  static const Verb kAnyVerb{"do", "activity", TriggerClass::plain};
  const Verb& verb = found->verb == kNoVerb ? kAnyVerb : verbs_[found->verb];

  // Who: what stands before the verb, to the first comma or relative pronoun.
  std::uint32_t begin = 0;
  if (one_of(all[0].lower, kOpeners))
    for (std::uint32_t i = 0; i < found->subject_end; ++i)
      if (all[i].comma) {
        begin = i + 1;
        break;
      }
  std::uint32_t subject_end = begin;
  while (subject_end < found->subject_end && !one_of(all[subject_end].lower, kRelative)) {
    ++subject_end;
    if (all[subject_end - 1].comma) break;
  }
  if (subject_end == begin || subject_end - begin > kSubjectWords || all[begin].quoted) return std::nullopt;
  const base::Span subject{all[begin].span.begin, all[subject_end - 1].span.end};

  // To what: what follows, to the next preposition of time or clause.
  std::uint32_t last = found->token + 1;
  const auto in_time = [&](base::Span span) {
    return std::any_of(extraction.times.begin(), extraction.times.end(), [&](const model::TimeExpression& time) {
      return time.sentence == sentence && time.span.overlaps(span);
    });
  };
  while (last < all.size() && last - found->token <= kObjectWords && !all[last].quoted &&
         !one_of(all[last].lower, kObjectEnds) && !in_time(all[last].span)) {
    ++last;
    if (all[last - 1].comma) break;
  }
  while (last > found->token + 1 &&
         (all[last - 1].lower == "in" || all[last - 1].lower == "at" || all[last - 1].lower == "for" ||
          all[last - 1].lower == "and" || all[last - 1].lower == "to" || one_of(all[last - 1].lower, kArticles)))
    --last;

  model::EventMention event;
  event.type = verb.type;
  event.sentence = sentence;
  event.trigger = all[found->token].span;
  event.evidence = {subject.begin, all[last - 1].span.end};
  event.status = found->status;
  const base::Span object =
      last > found->token + 1 ? base::Span{all[found->token + 1].span.begin, all[last - 1].span.end} : base::Span{};
  if (verb.kind == TriggerClass::speech && object.empty()) return std::nullopt;
  // The sentence's own words from the subject to the end of the object are grammatical as they stand.
  event.title = std::string(subject.of(text)) + " " +
                std::string(text.substr(all[found->subject_end].span.begin,
                                        all[last - 1].span.end - all[found->subject_end].span.begin));
  event.object_text = object.of(text);
  event.title_en = event.title;
  for (const model::EntityMention& mention : extraction.mentions) {
    if (mention.sentence != sentence) continue;
    const bool before = subject.contains(mention.span);
    if (!before && !event.evidence.contains(mention.span)) continue;
    if (std::any_of(event.participants.begin(), event.participants.end(),
                    [&](const model::Participant& known) { return known.entity == mention.entity; }))
      continue;
    ParticipantRole role = before != found->passive ? ParticipantRole::agent : ParticipantRole::object;
    if (extraction.entities[mention.entity].kind == model::EntityKind::place && !before) role = ParticipantRole::place;
    event.participants.push_back({mention.entity, role});
  }
  event.rule = "english:" + verb.base;

  // When: the dated time nearest to the verb.
  std::uint32_t nearest = 0xFFFFFFFF;
  for (std::uint32_t i = 0; i < extraction.times.size(); ++i) {
    const model::TimeExpression& time = extraction.times[i];
    if (time.sentence != sentence || !time.value.is_dated() || time.kind == model::TimeKind::vague) continue;
    const std::uint32_t distance = time.span.begin > event.trigger.end
                                       ? time.span.begin - event.trigger.end
                                       : event.trigger.begin - std::min(time.span.end, event.trigger.begin);
    const model::Granularity granularity = std::max(time.value.granularity, model::Granularity::day);
    const bool finer = event.date && granularity < std::max(event.date->granularity, model::Granularity::day);
    if (event.date && !finer &&
        (distance >= nearest || granularity > std::max(event.date->granularity, model::Granularity::day)))
      continue;
    nearest = distance;
    event.time_expression = i;
    event.date = time.value;
    event.date_basis = DateBasis::stated;
  }
  if (event.date && event.status == EventStatus::occurred && when(*event.date, article.published) == When::future)
    event.status = EventStatus::planned;
  if (verb.kind == TriggerClass::announce) event.date_role = model::DateRole::announced;
  event.confidence =
      0.55 + (event.participants.empty() ? 0.0 : 0.12) + (event.date ? 0.15 : 0.0) + (headline ? -0.1 : 0.0);
  return event;
}

std::optional<std::uint32_t> EnglishDetector::lead_time(const model::Article& article,
                                                        const model::Extraction& extraction) const {
  constexpr std::uint32_t kSentences = 10;
  std::uint32_t body = 0;
  std::uint32_t last = 0xFFFFFFFF;
  for (std::uint32_t i = 0; i < extraction.times.size(); ++i) {
    const model::TimeExpression& time = extraction.times[i];
    if (extraction.sentences[time.sentence].role == model::SentenceRole::title) continue;
    if (time.sentence != last) ++body;
    last = time.sentence;
    if (body > kSentences) break;
    if (time.value.granularity > model::Granularity::day || time.kind == model::TimeKind::vague) continue;
    if (is_news_day(time.value, article.published)) return i;
  }
  return std::nullopt;
}

void EnglishDetector::detect(const model::Article& article, model::Extraction& extraction) const {
  const auto lead = lead_time(article, extraction);
  std::uint32_t told = 0;
  for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) {
    if (extraction.sentences[i].role == model::SentenceRole::noise) continue;
    auto event = read(article, extraction, i);
    if (!event) continue;
    // Headline and first sentence tell the same news: its day is the first that the article states.
    if (!event->date && told < 2 && event->status == EventStatus::occurred) {
      if (lead) {
        event->date = extraction.times[*lead].value;
        event->time_expression = lead;
        event->date_basis = DateBasis::context;
        event->date_reason = "dated by the first day of the news that the article states";
      } else if (article.published) {
        model::Moment day = *article.published;
        day.hour = day.minute = day.second = -1;
        event->date = model::TimeValue{std::nullopt, day, model::Granularity::day, model::Modifier::before};
        event->date_basis = DateBasis::published;
      }
    }
    ++told;
    if (event->date) extraction.events.push_back(std::move(*event));
  }
}

}  // namespace timeline::event
