#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "store/correction_rows.hpp"
#include "store/event_rows.hpp"

namespace timeline::store {

/// Finds out, at the end of a batch, which mentions are one event, and writes the events. Looks only at the new
/// mentions and at the stored ones that they can meet, so its cost does not grow with the file.
class EventMerge {
 public:
  EventMerge(EventRows& rows, CorrectionRows& corrections) : rows_(rows), corrections_(corrections) {}

  /// A mention of this batch. Where it stood in an event before its article was read again, node.event says so.
  void add(std::shared_ptr<MentionNode> node);

  /// Call before the mentions of an article are removed: what stood near them is looked at again.
  void will_remove(std::int64_t article_id);
  /// The article has become a copy, or no longer is one: its events count their sources again.
  void recount(std::int64_t article_id);
  /// A person has put something right about this event.
  void reconsider(std::int64_t event_id);

  /// Settles which mentions are one event; new ones have their event in node->event and must be written then, with
  /// foreign keys deferred. Ids of events that go on keep theirs.
  void settle();

  /// Drops what was added since settle().
  void clear();

 private:
  using Node = std::shared_ptr<MentionNode>;
  Node stored(std::int64_t mention_id);
  void include(const Node& node);
  void include_event(std::int64_t event_id);
  void spread();
  void write(std::vector<std::vector<Node>>& events);

  void correct(std::vector<std::uint32_t>& clusters) const;
  [[nodiscard]] std::vector<Correction> corrections_of(std::int64_t event_id, const std::vector<Node>& mentions) const;

  EventRows& rows_;
  CorrectionRows& corrections_;
  std::vector<Node> nodes_;                              // what takes part, in the order it was reached
  std::unordered_map<std::int64_t, Node> loaded_;        // stored mentions looked at
  std::unordered_set<std::int64_t> included_, removed_;  // stored mentions that take part; that are going
  std::unordered_set<std::int64_t> dirty_;               // events to be written whatever comes out
  std::vector<std::int64_t> pending_;                    // stored mentions to be looked at again
};

}  // namespace timeline::store
