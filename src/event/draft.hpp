#pragma once

#include <string>
#include <vector>

#include "event/headline.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// A clause read as an event, before it is dated.
struct Draft {
  std::string type;
  HeadlineParts parts;
  std::vector<model::Participant> participants;
  std::string object_text;
  std::string attributed_to;
  bool specific = false;  ///< the trigger has a row of its own
  bool knows_agent = false;
  bool from_discourse = false;  ///< who acts was carried over from an earlier sentence
  bool speech = false;
  bool reported = false;  ///< told on the word of a news outlet

  /// Each entity takes part once, in the role that was found first.
  void add_participant(std::uint32_t entity, model::ParticipantRole role);
};

}  // namespace timeline::event
