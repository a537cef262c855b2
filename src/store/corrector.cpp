#include "store/corrector.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "model/event.hpp"
#include "store/correction_rows.hpp"
#include "store/entity_rows.hpp"
#include "store/event_merge.hpp"
#include "store/event_rows.hpp"
#include "store/statement.hpp"
#include "temporal/edtf.hpp"

namespace timeline::store {
namespace {

constexpr std::array<std::string_view, 6> kFields{"title", "title_en", "status", "type", "attributed_to", "date"};

base::Error refuse(const std::string& what, std::string hint = {}) {
  return {base::ExitStatus::usage, what, std::move(hint)};
}

std::string joined_fields() {
  std::string all;
  for (const std::string_view field : kFields) all.append(all.empty() ? "" : ", ").append(field);
  return all;
}

}  // namespace

class Corrector::Impl {
 public:
  Impl(const Database& database, std::string made_at)
      : database_(database),
        sqlite_(database.sqlite()),
        made_at_(std::move(made_at)),
        entities_(sqlite_),
        events_(sqlite_, entities_),
        corrections_(sqlite_),
        merge_(events_, corrections_),
        anchor_of_event_(
            sqlite_, "SELECT anchor FROM event_mention WHERE event_id = ? ORDER BY confidence DESC, event_mention_id"),
        anchor_(sqlite_, "SELECT anchor FROM event_mention WHERE event_mention_id = ?"),
        event_of_mention_(sqlite_, "SELECT event_id FROM event_mention WHERE event_mention_id = ?"),
        event_of_anchor_(sqlite_, "SELECT event_id FROM event_mention WHERE anchor = ?"),
        insert_(sqlite_,
                "INSERT INTO correction (made_at, action, event_id, anchor, other_anchor, field, old_value, new_value, "
                "note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        undo_(sqlite_, "UPDATE correction SET undone_at = ? WHERE correction_id = ? AND undone_at IS NULL"),
        read_(sqlite_,
              "SELECT coalesce(event_id, 0), coalesce(anchor, 0), coalesce(other_anchor, 0) FROM correction "
              "WHERE correction_id = ? AND undone_at IS NULL") {}

  std::int64_t anchor_of_event(std::int64_t event_id) {
    const auto anchor = anchor_of_event_.find(event_id);
    if (!anchor) throw refuse("there is no event " + std::to_string(event_id), "timeline query shows the ids");
    return *anchor;
  }

  std::int64_t change(std::int64_t event_id, std::string_view field, std::string_view value, std::string_view note) {
    check(field, value);
    const std::int64_t anchor = anchor_of_event(event_id);
    // The field is one of kFields, so it may stand in the statement.
    const std::string column(field == "date" ? "edtf" : field == "type" ? "name" : field);
    Statement old(sqlite_, "SELECT " + column + " FROM event JOIN event_type USING (event_type_id) WHERE event_id = ?");
    old.bind(event_id);
    old.step();
    const std::string before(old.text(0));
    old.reset();
    return apply({event_id}, [&] {
      return insert_.run(OrNull{made_at_}, "change", event_id, anchor, std::nullopt, field, OrNull{before},
                         OrNull{value}, OrNull{note});
    });
  }

  std::int64_t simple(std::string_view action, std::int64_t event_id, std::string_view note) {
    const std::int64_t anchor = anchor_of_event(event_id);
    return apply({event_id}, [&] {
      return insert_.run(OrNull{made_at_}, action, event_id, anchor, std::nullopt, std::nullopt, std::nullopt,
                         std::nullopt, OrNull{note});
    });
  }

  std::int64_t merge(std::int64_t event_id, std::int64_t other, std::string_view note) {
    if (event_id == other) throw refuse("an event cannot be merged with itself");
    const std::int64_t anchor = anchor_of_event(event_id), other_anchor = anchor_of_event(other);
    return apply({event_id, other}, [&] {
      return insert_.run(OrNull{made_at_}, "merge", event_id, anchor, other_anchor, std::nullopt, std::nullopt,
                         std::nullopt, OrNull{note});
    });
  }

  std::int64_t split(std::int64_t mention_id, std::string_view note) {
    const auto event_id = event_of_mention_.find(mention_id);
    if (!event_id) throw refuse("there is no event mention " + std::to_string(mention_id));
    const std::int64_t anchor = *anchor_.find(mention_id);
    return apply({*event_id}, [&] {
      return insert_.run(OrNull{made_at_}, "split", *event_id, anchor, std::nullopt, std::nullopt, std::nullopt,
                         std::nullopt, OrNull{note});
    });
  }

  bool undo(std::int64_t correction_id) {
    read_.bind(correction_id);
    if (!read_.step()) return false;
    std::vector<std::int64_t> events{read_.integer(0)};
    const std::int64_t anchors[] = {read_.integer(1), read_.integer(2)};
    read_.reset();
    for (const std::int64_t anchor : anchors)
      if (const auto event = event_of_anchor_.find(anchor)) events.push_back(*event);
    // undone_at is what takes a correction out of force, so it is set even where no time is given.
    apply(events, [&] { return undo_.run(made_at_, correction_id); });
    return true;
  }

  [[nodiscard]] const std::filesystem::path& path() const { return database_.path(); }

 private:
  static void check(std::string_view field, std::string_view value) {
    if (std::find(kFields.begin(), kFields.end(), field) == kFields.end())
      throw refuse("an event has no field '" + std::string(field) + "'", "fields: " + joined_fields());
    if (field == "title" && value.empty()) throw refuse("an event needs a title");
    if (field == "type" && value.empty()) throw refuse("an event needs a type");
    if (field == "status" && !base::from_text<model::EventStatus>(value)) {
      std::string all;
      for (const auto& row : base::EnumTable<model::EventStatus>::rows)
        all.append(all.empty() ? "" : ", ").append(row.text);
      throw refuse("there is no status '" + std::string(value) + "'", "statuses: " + all);
    }
    if (field == "date" && !value.empty() && !temporal::parse_edtf(value))
      throw refuse("'" + std::string(value) + "' is no date", "EDTF: 2025-10-31, 2025-10, 2026/2030");
  }

  template <typename Write>
  std::int64_t apply(const std::vector<std::int64_t>& events, Write write) {
    sqlite_.exec("BEGIN IMMEDIATE");
    try {
      const std::int64_t id = write();
      for (const std::int64_t event : events)
        if (event != 0) merge_.reconsider(event);
      merge_.settle();
      sqlite_.exec("COMMIT");
      return id;
    } catch (const SQLite::Exception&) {
      merge_.clear();
      if (sqlite3_get_autocommit(sqlite_.getHandle()) == 0) sqlite_.tryExec("ROLLBACK");
      throw;
    }
  }

  const Database& database_;
  SQLite::Database& sqlite_;
  std::string made_at_;
  EntityRows entities_;
  EventRows events_;
  CorrectionRows corrections_;
  EventMerge merge_;
  Statement anchor_of_event_, anchor_, event_of_mention_, event_of_anchor_, insert_, undo_, read_;
};

namespace {

template <typename Work>
auto guarded(const std::filesystem::path& path, Work work) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    throw failure(exception, path);
  }
}

}  // namespace

Corrector::Corrector(const Database& database, std::string made_at)
    : impl_(guarded(database.path(), [&] { return std::make_unique<Impl>(database, std::move(made_at)); })) {}
Corrector::~Corrector() = default;

std::int64_t Corrector::change(std::int64_t event_id, std::string_view field, std::string_view value,
                               std::string_view note) {
  return guarded(impl_->path(), [&] { return impl_->change(event_id, field, value, note); });
}
std::int64_t Corrector::merge(std::int64_t event_id, std::int64_t other_event_id, std::string_view note) {
  return guarded(impl_->path(), [&] { return impl_->merge(event_id, other_event_id, note); });
}
std::int64_t Corrector::split(std::int64_t event_mention_id, std::string_view note) {
  return guarded(impl_->path(), [&] { return impl_->split(event_mention_id, note); });
}
std::int64_t Corrector::confirm(std::int64_t event_id, std::string_view note) {
  return guarded(impl_->path(), [&] { return impl_->simple("confirm", event_id, note); });
}
std::int64_t Corrector::reject(std::int64_t event_id, std::string_view note) {
  return guarded(impl_->path(), [&] { return impl_->simple("reject", event_id, note); });
}
bool Corrector::undo(std::int64_t correction_id) {
  return guarded(impl_->path(), [&] { return impl_->undo(correction_id); });
}

}  // namespace timeline::store
