#include "event/english_dating.hpp"

#include "event/tense.hpp"
#include "temporal/calendar.hpp"
#include "text/utf8.hpp"

namespace timeline::event {
namespace {

using model::EventStatus;
using model::Granularity;
using enum EnglishClass;

/// "6.10am", "7 pm", "the night": an hour or a part of the day without the day.
bool is_bare_hour(const model::TimeExpression& time, std::string_view text) {
  if (time.kind != model::TimeKind::time) return false;
  const std::string_view words = time.span.of(text);
  if (words.starts_with("the ") && words.find(' ', 4) == std::string_view::npos) return true;
  std::size_t letters = 0;
  for (const char c : words)
    if (text::is_latin(static_cast<unsigned char>(c))) ++letters;
  return letters <= 4;
}

/// An hour of the evening, where the paper may be of that day or of the next.
bool is_doubtful_hour(const model::Article& article, const model::TimeExpression& time, std::string_view text) {
  constexpr int kEvening = 17;
  const std::optional<model::Moment>& hour = time.value.from ? time.value.from : time.value.to;
  return is_bare_hour(time, text) && hour && hour->hour >= kEvening && article.published &&
         !article.published->has_time();
}

/// "At 6.10am" whose day the story told sentences ago, some days before the publication.
bool is_stale_hour(const model::Article& article, const model::TimeExpression& time, std::string_view text) {
  if (!is_bare_hour(time, text) || !time.value.from || !article.published) return false;
  return temporal::day_number(*article.published) - temporal::day_number(*time.value.from) > 1;
}

/// "called it revenge for the air strikes in the province this month": words are dated by their day, and a longer time
/// behind a noun that names an event is that event's.
bool is_told_of_noun(const EnglishGrammar& grammar, const EnglishTokens& tokens, const EnglishClause& clause,
                     std::uint32_t time, const model::TimeValue& value) {
  if (!clause.verb.verb || (!clause.verb.verb->reports() && clause.verb.verb->type != "statement")) return false;
  if (value.granularity <= Granularity::day || time <= clause.verb.end) return false;
  for (std::uint32_t i = clause.verb.end; i + 1 < time; ++i) {
    std::string_view noun = tokens[i].lower;
    if (!grammar.occasion(noun).empty()) return true;
    if (noun.ends_with('s') && !grammar.occasion(noun.substr(0, noun.size() - 1)).empty()) return true;
  }
  return false;
}

/// Prepositions behind which a time is no date of what happened.
bool measures_from(const EnglishTokens& tokens, std::uint32_t at, EventStatus status) {
  const EnglishToken& word = tokens[at];
  // "no earlier than Tuesday" bounds what is planned.
  if (word.lower == "than" && at > 0 && (tokens[at - 1].lower == "earlier" || tokens[at - 1].lower == "later"))
    return status == EventStatus::occurred;
  if (word.lower == "since" || word.lower == "than" || word.lower == "of") return true;
  const bool bound = word.lower == "until" || word.lower == "before" || word.lower == "after" || word.lower == "till";
  return bound && status == EventStatus::occurred;
}

/// "… serving a sentence after being convicted in 2021", "a suit seeking to stop the sale on July 1": another verb
/// stands between the verb and the time.
bool is_inside_other(const EnglishGrammar& grammar, const EnglishTokens& tokens, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    const EnglishToken& word = tokens[i];
    if (word.time != kNoToken || word.aside) continue;
    if (!word.forms || word.capital || !grammar.occasion(word.lower).empty()) continue;
    for (const EnglishEntry& entry : *word.forms) {
      // "a sinking ferry": it only describes the noun.
      const bool describes = i > 0 && (tokens[i - 1].is(article) || tokens[i - 1].is(determiner));
      if (entry.form == EnglishForm::gerund && i > from && !describes) return true;
    }
  }
  return false;
}

/// "costs seen over the last months", "charges filed on Friday": the time belongs to a participle behind the object.
bool is_of_participle(const EnglishGrammar& grammar, const EnglishTokens& tokens, const EnglishClause& clause,
                      std::uint32_t time) {
  std::uint32_t at = time;
  while (at > clause.verb.end && (tokens[at - 1].is(preposition) || tokens[at - 1].is(article))) --at;
  if (at <= clause.verb.end + 1 || EnglishGrammar::has(grammar.classes(clause.verb.verb->base), small_clause))
    return false;
  const EnglishToken& word = tokens[--at];
  if (!word.forms || word.capital || word.quoted || word.comma || tokens[at - 1].is(preposition) ||
      tokens[at - 1].is(article) || tokens[at - 1].is(determiner) || tokens[at - 1].comma)
    return false;
  for (std::uint32_t i = clause.verb.end; i < at; ++i)
    if (tokens[i].is(coordinator) || tokens[i].auxiliary()) return false;
  bool participle = false;
  for (const EnglishEntry& entry : *word.forms) {
    if (entry.form == EnglishForm::base || entry.form == EnglishForm::third) return false;
    participle = participle || entry.form == EnglishForm::participle;
  }
  return participle;
}

/// "Kim, who left in 2021, denied it": the time belongs to what stands between the subject and its verb.
bool is_of_relative(const EnglishTokens& tokens, const EnglishClause& clause, std::uint32_t time) {
  // "Vask, a woman born in 1907, has died": between commas, and more than the time.
  std::uint32_t begin = time;
  while (begin > clause.subject_begin && !tokens[begin - 1].comma) --begin;
  if (begin > clause.subject_begin && time < clause.verb.begin) {
    bool more = false;
    for (std::uint32_t i = begin; i < time; ++i)
      more = more || (!tokens[i].is(preposition) && !tokens[i].is(article) && tokens[i].time == kNoToken);
    for (std::uint32_t i = time; more && i < clause.verb.begin; ++i)
      if (tokens[i].comma) return true;
  }
  if (time < clause.subject_end || time >= clause.verb.begin) return false;
  for (std::uint32_t i = time; i < clause.verb.begin; ++i)
    if (tokens[i].comma) return true;
  return !tokens[clause.verb.begin - 1].comma &&
         (tokens[clause.subject_end].is(relative) || tokens[clause.subject_end].is(that) ||
          tokens[clause.subject_end].forms);
}

/// "the March 3 attack", "its 2026 budget", "Sunday's race": the time belongs to the noun behind it.
bool belongs_to_noun(const EnglishTokens& tokens, std::uint32_t first, std::uint32_t last) {
  if (tokens[last].possessive) return true;
  if (last + 1 >= tokens.size() || tokens[last].comma) return false;
  const EnglishToken& next = tokens[last + 1];
  if (next.auxiliary() || next.is(preposition) || next.is(subordinator) || next.is(coordinator) || next.is(article) ||
      next.is(determiner) || next.is(pronoun) || next.is(that) || next.quoted || next.lower == "to")
    return false;
  // "On the same day Nvidia released …".
  if (next.capital && first > 0 && tokens[first - 1].is(preposition)) return false;
  if (tokens[first].is(article) || tokens[first].is(determiner)) return true;
  if (first == 0) return false;
  const EnglishToken& before = tokens[first - 1];
  return before.is(article) || before.is(determiner) || before.possessive ||
         (!before.is(preposition) && before.forms == nullptr && !next.forms && !before.comma && !next.capital);
}

}  // namespace

std::optional<model::TimeValue> day_of_hour(const model::TimeValue& value) {
  if (value.granularity != Granularity::time || value.from.has_value() == value.to.has_value()) return std::nullopt;
  if (value.modifier != model::Modifier::before && value.modifier != model::Modifier::after) return std::nullopt;
  model::Moment day = value.from ? *value.from : *value.to;
  // "Midnight on Tuesday" is said as the first minute of Wednesday: before it is Tuesday, and so is "after midnight".
  if (day.hour == 0 && day.minute == 0) day = temporal::moment_of(temporal::day_number(day) - 1);
  day.hour = day.minute = day.second = -1;
  return model::TimeValue{day, day, Granularity::day, {}};
}

std::uint32_t time_of(const EnglishGrammar& grammar, const model::Article& article, const model::Extraction& extraction,
                      const EnglishTokens& tokens, const EnglishClause& clause) {
  std::uint32_t best = kNoToken;
  std::uint32_t nearest = kNoToken;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    const std::uint32_t index = tokens[i].time;
    if (index == kNoToken || tokens[i].quoted || (i > clause.begin && tokens[i - 1].time == index)) continue;
    if (is_of_relative(tokens, clause, i)) continue;
    std::uint32_t last = i;
    while (last + 1 < tokens.size() && tokens[last + 1].time == index) ++last;
    const model::TimeExpression& time = extraction.times[index];
    if (!time.value.is_dated() || time.kind == model::TimeKind::vague || time.kind == model::TimeKind::set) continue;
    if (time.value.modifier == model::Modifier::vague || time.value.granularity == Granularity::century) continue;
    if (belongs_to_noun(tokens, i, last)) continue;
    if (i > 0 && measures_from(tokens, i - 1, clause.verb.status) && !day_of_hour(time.value)) continue;
    const std::string_view text = model::text_of(article, extraction.sentences[time.sentence].field);
    if (is_doubtful_hour(article, time, text)) continue;
    if (is_stale_hour(article, time, text) || is_told_of_noun(grammar, tokens, clause, i, time.value)) continue;
    const When at = when(time.value, article.published);
    const bool ahead = clause.verb.status == EventStatus::planned || clause.verb.status == EventStatus::expected ||
                       clause.verb.status == EventStatus::possible;
    // "By Sunday 40 people had died".
    const bool until = i > 0 && tokens[i - 1].lower == "by" && time.value.to && article.published &&
                       temporal::day_number(*time.value.to) <= temporal::day_number(*article.published);
    if (clause.verb.is_past() && (at == When::future || (!time.value.from && !day_of_hour(time.value) && !until)))
      continue;
    if (i > clause.verb.end && is_inside_other(grammar, tokens, clause.verb.end, i)) continue;
    if (i > clause.verb.end && clause.verb.verb && is_of_participle(grammar, tokens, clause, i)) continue;
    if (clause.verb.present && at == When::future && time.value.granularity > Granularity::day) continue;
    if (ahead && at == When::past) continue;
    const std::uint32_t distance = i > clause.verb.token ? i - clause.verb.token : clause.verb.token - i;
    const auto rank = [](Granularity granularity) {
      return granularity == Granularity::range ? Granularity::month : std::max(granularity, Granularity::day);
    };
    const bool better =
        best == kNoToken || rank(time.value.granularity) < rank(extraction.times[best].value.granularity) ||
        (rank(time.value.granularity) == rank(extraction.times[best].value.granularity) && distance < nearest);
    if (!better) continue;
    best = index;
    nearest = distance;
  }
  return best;
}

std::vector<NominalTime> nominal_times(const EnglishGrammar& grammar, const EnglishTokens& tokens) {
  std::vector<NominalTime> found;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t time = tokens[i].time;
    if (time == kNoToken || tokens[i].quoted || (i > 0 && tokens[i - 1].time == time)) continue;
    std::uint32_t last = i;
    while (last + 1 < tokens.size() && tokens[last + 1].time == time) ++last;
    // "the bombing late Thursday", "the race on Sunday".
    std::uint32_t before = i;
    while (before > 0 && (tokens[before - 1].is(preposition) || tokens[before - 1].lower == "late" ||
                          tokens[before - 1].lower == "early"))
      --before;
    if (before > 0 && !tokens[before - 1].comma)
      if (const std::string_view type = grammar.occasion(tokens[before - 1].lower); !type.empty()) {
        found.push_back({.time = time, .type = type});
        continue;
      }
    // "Sunday's Grand Prix", "Wednesday's deadly shooting".
    if (tokens[last].possessive)
      for (std::uint32_t noun = last + 1; noun < tokens.size() && noun <= last + 3; ++noun)
        if (const std::string_view type = grammar.occasion(tokens[noun].lower); !type.empty()) {
          found.push_back({.time = time, .type = type});
          break;
        }
  }
  return found;
}

bool is_day_of_news(const model::Article& article, const model::TimeExpression& time, std::string_view text) {
  const model::TimeValue value = day_of_hour(time.value).value_or(time.value);
  if (value.granularity > Granularity::day || time.kind == model::TimeKind::vague || !value.to) return false;
  return is_news_day(value, article.published) && !is_doubtful_hour(article, time, text);
}

}  // namespace timeline::event
