#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/mention.hpp"
#include "resolve/profile.hpp"
#include "store/writer.hpp"

namespace timeline::store {

/// A place in a text in characters, as it is stored.
struct Characters {
  std::uint32_t start = 0;
  std::uint32_t count = 0;
};

/// An event mention as resolve compares it, and what it is filed under.
struct PreparedMention {
  resolve::Mention mention;
  resolve::Profile profile;
  std::vector<std::uint64_t> blocks;
  std::int64_t anchor = 0;
};

struct PreparedArticle {
  model::Article article;
  model::Extraction extraction;
  std::string source_key;
  std::string body_sha256;
  std::string content_sha256;
  std::string search_terms;
  std::vector<std::uint64_t> bands;
  std::vector<std::uint64_t> identities;  ///< of extraction.entities
  std::vector<PreparedMention> mentions;  ///< of extraction.events
  // Places of the records of the same name in extraction.
  std::vector<Characters> sentences, times, entity_mentions, relations, events, triggers, facts, quotations;
};

/// What makes an article the same one when it comes again: the source's id, else its address, else its text.
[[nodiscard]] std::string source_key(const model::Article& article);
/// What article_search finds an article by besides its words.
[[nodiscard]] std::string article_terms(std::string_view title, std::string_view body);
/// SHA-256 over all that was imported of an article.
[[nodiscard]] std::string content_sha256(const model::Article& article);
/// The same in every database: a hash of the key, or of kind and name, and for a local name of its article's
/// source_key.
[[nodiscard]] std::uint64_t entity_identity(std::string_view data_key, std::string_view kind, std::string_view name,
                                            std::string_view local_to);
/// SQLite knows the days of these years only; others are stored as unknown.
[[nodiscard]] bool is_storable(const model::Moment& moment);

}  // namespace timeline::store
