#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/correction_rows.hpp"
#include "store/entity_rows.hpp"
#include "store/prepared.hpp"
#include "store/statement.hpp"

namespace timeline::store {

/// A mention that takes part in finding events: one of this batch, or one that is stored already.
struct MentionNode {
  std::int64_t id = 0;
  std::int64_t event = 0;  ///< the event it belongs to, or belonged to before its article was read again; 0: none
  std::int64_t article = 0;
  bool is_new = false;
  PreparedMention prepared;
  std::vector<std::pair<std::int64_t, model::ParticipantRole>> participants;  ///< entity ids
};

/// Reads and writes the rows of event mentions and of events.
class EventRows {
 public:
  EventRows(const SQLite::Database& database, EntityRows& entities);

  /// The row of an event type; every type is asked for before an event of it is written.
  std::int64_t type_id(const std::string& name);
  void add_event_type(std::string_view name, std::string_view label_ko, std::string_view label_en);

  /// Event mentions get their ids before they are written, so that facts can refer to them.
  std::int64_t next_mention();

  /// A stored mention with everything that is compared.
  [[nodiscard]] std::shared_ptr<MentionNode> load(std::int64_t mention_id);
  [[nodiscard]] std::vector<std::int64_t> in_block(std::uint64_t block);
  [[nodiscard]] std::vector<std::int64_t> of_event(std::int64_t event_id);
  [[nodiscard]] std::vector<std::int64_t> of_article(std::int64_t article_id);

  /// Writes a mention of a new article, with its participants and blocks.
  void write(const MentionNode& node, const PreparedArticle& article, std::size_t index, std::int64_t article_id,
             std::int64_t sentence_id, std::optional<std::int64_t> time_id);
  void move(std::int64_t mention_id, std::int64_t event_id);

  /// Writes what the mentions say together as this event; a new one where `event_id` is 0. Gives its id.
  std::int64_t write_event(std::int64_t event_id, std::span<const MentionNode* const> mentions,
                           std::span<const Correction> corrections);
  void remove_event(std::int64_t event_id);

  void forget_cache();

 private:
  std::uint64_t type_hash(std::int64_t id);
  std::string search_names(const std::vector<std::pair<std::int64_t, model::ParticipantRole>>& participants);

  EntityRows& entities_;
  Statement type_find_, type_name_, type_insert_, type_label_, last_mention_, load_, load_participants_, load_blocks_,
      in_block_, of_event_, of_article_, insert_, insert_participant_, insert_block_, move_, event_insert_,
      event_update_, event_participants_, event_participant_, event_participants_clear_, event_delete_, search_insert_,
      search_delete_;
  std::unordered_map<std::string, std::int64_t> type_ids_;
  std::unordered_map<std::int64_t, std::uint64_t> type_hashes_;
  std::unordered_map<std::uint64_t, std::int64_t> type_of_hash_;
};

}  // namespace timeline::store
