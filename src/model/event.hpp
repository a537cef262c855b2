#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_table.hpp"
#include "base/span.hpp"
#include "model/time_value.hpp"

namespace timeline::model {

enum class EventStatus : std::uint8_t { occurred, ongoing, planned, expected, possible, denied, cancelled };
/// Where an event's date comes from. `merged` is only ever set by resolve.
enum class DateBasis : std::uint8_t { stated, context, merged, published, unknown };
/// What the date is the date of.
enum class DateRole : std::uint8_t { happened, announced, reported };
enum class ParticipantRole : std::uint8_t { agent, object, counterpart, recipient, place, occasion, source };

struct Participant {
  std::uint32_t entity = 0;  ///< index into Extraction::entities
  ParticipantRole role = ParticipantRole::agent;
};

/// One place in one article that tells an event: the event as this article tells it there.
struct EventMention {
  std::string type;  ///< id of data/events/types.tsv: "release", "acquisition" …
  std::uint32_t sentence = 0;
  base::Span trigger;   ///< the word that tells it ("출시했다")
  base::Span evidence;  ///< the clause it rests on, inside its sentence
  EventStatus status = EventStatus::occurred;
  std::optional<TimeValue> date;
  std::optional<std::uint32_t> time_expression;  ///< index into Extraction::times: the words that date it
  DateBasis date_basis = DateBasis::unknown;
  DateRole date_role = DateRole::happened;
  std::string date_reason;  ///< why there is no date, or how a context date was carried over
  std::vector<Participant> participants;
  std::string attributed_to;  ///< who says so ("로이터통신"), empty where the article itself does
  std::string title;          ///< headline in the article's language
  std::string title_en;       ///< the same in English, empty where a part has no English name
  std::string object_text;    ///< what the action was done to, as written, where it is no entity ("GPU 26만장")
  double confidence = 0;      ///< 0..1
  std::string rule;           ///< name of the rule that found it
};

}  // namespace timeline::model

template <>
struct timeline::base::EnumTable<timeline::model::EventStatus> {
  using enum timeline::model::EventStatus;
  static constexpr std::array<EnumRow<timeline::model::EventStatus>, 7> rows{{
      {occurred, "occurred", "it happened"},
      {ongoing, "ongoing", "it is happening"},
      {planned, "planned", "somebody has decided or promised to do it"},
      {expected, "expected", "it is forecast"},
      {possible, "possible", "it is considered, rumoured or may happen"},
      {denied, "denied", "somebody concerned says it is not so"},
      {cancelled, "cancelled", "it was given up or called off"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::EventStatus>());

template <>
struct timeline::base::EnumTable<timeline::model::DateBasis> {
  using enum timeline::model::DateBasis;
  static constexpr std::array<EnumRow<timeline::model::DateBasis>, 5> rows{{
      {stated, "stated", "a time expression in the event's own clause or sentence"},
      {context, "context", "carried over from another sentence or the title"},
      {merged, "merged", "taken from another article that tells the same event"},
      {published, "published", "known only not to be later than the publication"},
      {unknown, "unknown", "no date is known"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::DateBasis>());

template <>
struct timeline::base::EnumTable<timeline::model::DateRole> {
  using enum timeline::model::DateRole;
  static constexpr std::array<EnumRow<timeline::model::DateRole>, 3> rows{{
      {happened, "happened", "the date is the date of the event"},
      {announced, "announced", "the date is the date of its announcement"},
      {reported, "reported", "the date is the date of a report; the event is not after it"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::DateRole>());

template <>
struct timeline::base::EnumTable<timeline::model::ParticipantRole> {
  using enum timeline::model::ParticipantRole;
  static constexpr std::array<EnumRow<timeline::model::ParticipantRole>, 7> rows{{
      {agent, "agent", "does it"},
      {object, "object", "it is done to, or made, bought, released"},
      {counterpart, "counterpart",
       "does it with the agent, is the other party, or is only named in the words that tell it"},
      {recipient, "recipient", "receives it"},
      {place, "place", "where it happens"},
      {occasion, "occasion", "the occasion at which it happens"},
      {source, "source", "says so"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::ParticipantRole>());
