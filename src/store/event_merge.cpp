#include "store/event_merge.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "resolve/cluster.hpp"

namespace timeline::store {

void EventMerge::add(std::shared_ptr<MentionNode> node) {
  if (node->event != 0) dirty_.insert(node->event);
  nodes_.push_back(std::move(node));
}

EventMerge::Node EventMerge::stored(std::int64_t mention_id) {
  Node& node = loaded_[mention_id];
  if (!node) node = rows_.load(mention_id);
  return node;
}

void EventMerge::will_remove(std::int64_t article_id) {
  std::vector<Node> going;
  for (const std::int64_t id : rows_.of_article(article_id)) {
    if (!removed_.insert(id).second) continue;
    going.push_back(stored(id));
    dirty_.insert(going.back()->event);
  }
  for (const Node& node : going) {
    for (const std::int64_t sibling : rows_.of_event(node->event)) pending_.push_back(sibling);
    for (const std::uint64_t block : node->prepared.blocks)
      for (const std::int64_t id : rows_.in_block(block)) {
        const Node other = stored(id);
        if (resolve::may_meet(node->prepared.mention, node->prepared.profile, other->prepared.mention,
                              other->prepared.profile))
          pending_.push_back(id);
      }
  }
}

void EventMerge::recount(std::int64_t article_id) {
  for (const std::int64_t id : rows_.of_article(article_id)) {
    // What was read before the change names the wrong source.
    loaded_.erase(id);
    dirty_.insert(stored(id)->event);
    pending_.push_back(id);
  }
}

void EventMerge::reconsider(std::int64_t event_id) {
  dirty_.insert(event_id);
  for (const std::int64_t id : rows_.of_event(event_id)) pending_.push_back(id);
}

void EventMerge::include(const Node& node) {
  if (removed_.contains(node->id) || !included_.insert(node->id).second) return;
  nodes_.push_back(node);
}

void EventMerge::include_event(std::int64_t event_id) {
  for (const std::int64_t id : rows_.of_event(event_id))
    if (!removed_.contains(id) && !included_.contains(id)) include(stored(id));
}

void EventMerge::spread() {
  for (const std::int64_t id : pending_)
    if (!removed_.contains(id)) include(stored(id));
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node node = nodes_[i];
    if (!node->is_new) include_event(node->event);
    for (const std::int64_t id : corrections_.partners(node->prepared.anchor))
      if (!removed_.contains(id)) include(stored(id));
    for (const std::uint64_t block : node->prepared.blocks)
      for (const std::int64_t id : rows_.in_block(block)) {
        if (included_.contains(id) || removed_.contains(id)) continue;
        const Node other = stored(id);
        if (resolve::may_meet(node->prepared.mention, node->prepared.profile, other->prepared.mention,
                              other->prepared.profile))
          include(other);
      }
  }
}

/// People have the last word on which mentions belong together.
void EventMerge::correct(std::vector<std::uint32_t>& clusters) const {
  if (corrections_.all().empty()) return;
  std::uint32_t fresh = static_cast<std::uint32_t>(nodes_.size());
  std::unordered_map<std::int64_t, std::uint32_t> place;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    const std::int64_t anchor = nodes_[i]->prepared.anchor;
    if (corrections_.splits(anchor)) clusters[i] = fresh++;
    place[anchor] = i;
  }
  for (const Correction& correction : corrections_.all()) {
    const auto a = place.find(correction.anchor), b = place.find(correction.other_anchor);
    if (correction.action != "merge" || a == place.end() || b == place.end()) continue;
    const std::uint32_t into = clusters[a->second], from = clusters[b->second];
    std::replace(clusters.begin(), clusters.end(), from, into);
  }
}

std::vector<Correction> EventMerge::corrections_of(std::int64_t event_id, const std::vector<Node>& mentions) const {
  std::vector<Correction> found;
  for (const Correction& correction : corrections_.all())
    if ((event_id != 0 && correction.event == event_id) ||
        std::any_of(mentions.begin(), mentions.end(),
                    [&](const Node& node) { return node->prepared.anchor == correction.anchor; }))
      found.push_back(correction);
  return found;
}

void EventMerge::settle() {
  corrections_.reload();
  spread();
  std::vector<std::pair<std::uint64_t, std::uint32_t>> filed;
  std::vector<resolve::Mention> mentions;
  std::vector<resolve::Profile> profiles;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    for (const std::uint64_t block : nodes_[i]->prepared.blocks) filed.emplace_back(block, i);
    mentions.push_back(nodes_[i]->prepared.mention);
    profiles.push_back(nodes_[i]->prepared.profile);
  }
  std::sort(filed.begin(), filed.end());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::size_t begin = 0, end = 0; begin < filed.size(); begin = end) {
    while (end < filed.size() && filed[end].first == filed[begin].first) ++end;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t j = i + 1; j < end; ++j) pairs.emplace_back(filed[i].second, filed[j].second);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());

  std::vector<std::uint32_t> clusters = resolve::cluster(mentions, profiles, pairs);
  correct(clusters);
  std::map<std::uint32_t, std::vector<Node>> grouped;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) grouped[clusters[i]].push_back(nodes_[i]);
  std::vector<std::vector<Node>> events;
  for (auto& [root, members] : grouped) events.push_back(std::move(members));
  write(events);
  clear();
}

void EventMerge::clear() {
  nodes_.clear();
  loaded_.clear();
  included_.clear();
  removed_.clear();
  dirty_.clear();
  pending_.clear();
}

void EventMerge::write(std::vector<std::vector<Node>>& events) {
  // An id goes to the event that has most of its mentions; what is left over is a new event.
  std::map<std::pair<std::int64_t, std::size_t>, int> votes;  // (event id, place in events)
  std::map<std::int64_t, std::size_t> members;
  for (std::size_t i = 0; i < events.size(); ++i)
    for (const Node& node : events[i])
      if (node->event != 0) ++votes[{node->event, i}], ++members[node->event];
  std::vector<std::tuple<int, std::int64_t, std::size_t>> ranked;
  const auto keeps_id = [&](std::int64_t id) {
    return std::any_of(corrections_.all().begin(), corrections_.all().end(),
                       [&](const Correction& c) { return c.action == "merge" && c.event == id; });
  };
  for (const auto& [choice, count] : votes)
    ranked.emplace_back(keeps_id(choice.first) ? -1'000'000 : -count, choice.first, choice.second);
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::int64_t> ids(events.size());
  std::unordered_set<std::int64_t> used;
  for (const auto& [count, id, place] : ranked)
    if (ids[place] == 0 && used.insert(id).second) ids[place] = id;

  for (std::size_t i = 0; i < events.size(); ++i) {
    const bool unchanged = ids[i] != 0 && !dirty_.contains(ids[i]) && members[ids[i]] == events[i].size() &&
                           std::all_of(events[i].begin(), events[i].end(),
                                       [&](const Node& node) { return !node->is_new && node->event == ids[i]; });
    if (unchanged) continue;
    std::vector<const MentionNode*> told;
    for (const Node& node : events[i]) told.push_back(node.get());
    const std::int64_t id = rows_.write_event(ids[i], told, corrections_of(ids[i], events[i]));
    for (const Node& node : events[i]) {
      if (!node->is_new && node->event != id) rows_.move(node->id, id);
      node->event = id;
    }
  }
  for (const auto& [id, count] : members) dirty_.insert(id);
  for (const std::int64_t id : dirty_)
    if (!used.contains(id)) rows_.remove_event(id);
}

}  // namespace timeline::store
