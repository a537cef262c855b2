#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace timeline::store {

/// Puts events right by hand. A correction is a row of `correction`; it holds when articles are imported again or read
/// with new rules, and can be taken back. Each call is one transaction and gives the id of its correction.
/// Throws Error(usage) for an event or value that does not exist, Error(database) for the file's own troubles.
class Corrector {
 public:
  /// `made_at`: ISO 8601, UTC, or empty.
  Corrector(const Database& database, std::string made_at);
  ~Corrector();
  Corrector(const Corrector&) = delete;
  Corrector& operator=(const Corrector&) = delete;

  /// Sets one of title, title_en, status, type, attributed_to, date (EDTF; empty: unknown).
  std::int64_t change(std::int64_t event_id, std::string_view field, std::string_view value,
                      std::string_view note = {});
  /// Two events are one; it keeps the first one's id.
  std::int64_t merge(std::int64_t event_id, std::int64_t other_event_id, std::string_view note = {});
  /// A mention tells an event of its own.
  std::int64_t split(std::int64_t event_mention_id, std::string_view note = {});
  /// Somebody has looked: it is right.
  std::int64_t confirm(std::int64_t event_id, std::string_view note = {});
  /// It is wrong, and no longer shown.
  std::int64_t reject(std::int64_t event_id, std::string_view note = {});
  /// Takes a correction back; false where there is none with this id in force.
  bool undo(std::int64_t correction_id);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace timeline::store
