#include "event/english_lead.hpp"

#include <algorithm>
#include <limits>

#include "event/tense.hpp"
#include "temporal/calendar.hpp"

namespace timeline::event {
namespace {

using model::EventStatus;

constexpr std::uint32_t kDateline = 2;      // sentences of the body that may begin with it
constexpr std::uint32_t kHappening = 4;     // that tell of what happened itself
constexpr std::uint32_t kTopSentences = 8;  // where the day of the news is looked for; "today" counts further down

/// "Boy falls into well" has the noun "boy".
bool has_noun(std::string_view title, std::string_view noun) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return std::search(title.begin(), title.end(), noun.begin(), noun.end(),
                     [&](char a, char b) { return lower(a) == lower(b); }) != title.end();
}

/// What happens in one go, so that the first sentences all tell of it; a charge or an appointment may follow days
/// later.
bool happens_at_once(std::string_view type) {
  for (const std::string_view one : {"protest", "accident", "disaster", "death", "attack", "sports", "crime", "outage",
                                     "birth", "release", "cancellation", "resignation", "visit", "meeting"})
    if (type == one) return true;
  return false;
}

}  // namespace

void EnglishLead::add(const EnglishReader& reader, std::uint32_t body) {
  for (const NominalTime& nominal : reader.nominal()) add(nominal.time, nominal.type, body, nominal.noun);
  for (const std::uint32_t time : reader.times()) add(time, {}, body);
  if (body < kDateline && dateline_ == kNoToken) dateline_ = reader.dateline();
  posts_.insert(posts_.end(), reader.posts().begin(), reader.posts().end());
}

void EnglishLead::add(const EnglishReader::Told& told, std::uint32_t body) {
  if (!told.event.time_expression || told.event.status != EventStatus::occurred) return;
  add(*told.event.time_expression, told.event.type, body);
}

void EnglishLead::add(std::uint32_t time, std::string_view type, std::uint32_t body, std::string_view noun) {
  const model::TimeExpression& expression = extraction_.times[time];
  const std::string_view text = model::text_of(article_, extraction_.sentences[expression.sentence].field);
  if (is_day_of_news(article_, expression, text)) days_.push_back({time, std::string(type), body, std::string(noun)});
}

std::uint32_t EnglishLead::day(const EnglishReader::Told& told, bool first) const {
  // What was over before the news, and what still goes on, has no part in its day.
  if (told.earlier) return kNoToken;
  std::uint32_t day = stated_day(told.event, first);
  if (const std::uint32_t post = first ? last_post() : kNoToken; post != kNoToken) {
    // Anger is what the posts show; "a protest after the vote" is younger than the day of the vote.
    const bool later = told.follows && day != kNoToken && age(post) < age(day);
    if (later || (told.reaction && day == kNoToken)) day = post;
  }
  // Where the news names no other day, it is of the day on which it was sent.
  if (first && day == kNoToken && dateline_ != kNoToken && age(dateline_) >= 0 && age(dateline_) <= 1) day = dateline_;
  if (told.event.status == EventStatus::ongoing && day != kNoToken && age(day) != 0) return kNoToken;
  return day;
}

/// The day of an event of this type: that of another one of the type; what the headline or the first sentence tell has
/// else the first day of the news on which something happened, else the first one at all.
std::uint32_t EnglishLead::stated_day(const model::EventMention& event, bool first) const {
  // What rose says nothing of the day on which something else fell.
  for (const Day& day : days_)
    if (day.type == event.type && day.type != "change" && (day.noun.empty() || has_noun(event.title, day.noun)))
      return day.time;
  if (!first) return kNoToken;
  if (const std::uint32_t only = only_day(); only != kNoToken) return only;
  // What happened otherwise may be what the news followed on, days before.
  for (const bool typed : {true, false})
    for (const Day& day : days_)
      if (day.noun.empty() && day.type.empty() != typed && age(day.time) <= (day.body < kTopSentences ? 1 : 0))
        return day.time;
  if (happens_at_once(event.type)) return day_of_happening();
  return kNoToken;
}

/// "Hundreds have marched … They blocked a bridge on Saturday": the one day of the last week that the first sentences
/// name, or kNoToken.
std::uint32_t EnglishLead::day_of_happening() const {
  std::uint32_t only = kNoToken;
  for (const Day& day : days_) {
    // "a boy who fell into a well on Saturday": the day is that of the noun.
    const bool of_noun = std::any_of(days_.begin(), days_.end(),
                                     [&](const Day& other) { return other.time == day.time && !other.noun.empty(); });
    if (day.body >= kHappening || of_noun) continue;
    if (only != kNoToken && age(only) != age(day.time)) return kNoToken;
    only = day.time;
  }
  return only;
}

/// The one day that the article names of the publication's and the one before, or kNoToken where there are two.
std::uint32_t EnglishLead::only_day() const {
  std::uint32_t only = kNoToken;
  for (const Day& day : days_) {
    if (age(day.time) > 1) continue;
    if (only == kNoToken) only = day.time;
    if (age(only) != age(day.time)) return kNoToken;
  }
  return only;
}

/// When the youngest of the posts was written, if that was not long before the publication.
std::uint32_t EnglishLead::last_post() const {
  std::uint32_t last = kNoToken;
  for (const std::uint32_t time : posts_)
    if (age(time) <= 1 && (last == kNoToken || age(time) < age(last))) last = time;
  return last;
}

bool EnglishLead::is_newer_than_publication() const {
  const std::uint32_t last = last_post();
  return last != kNoToken && age(last) < 0;
}

/// Days from the time to the publication.
int EnglishLead::age(std::uint32_t time) const {
  const std::optional<model::Moment>& from = extraction_.times[time].value.from;
  if (!from || !article_.published) return std::numeric_limits<int>::max();
  return static_cast<int>(temporal::day_number(*article_.published) - temporal::day_number(*from));
}

}  // namespace timeline::event
