#include "store/event_rows.hpp"

#include <algorithm>

#include "resolve/canonical.hpp"
#include "resolve/hash.hpp"
#include "store/search_terms.hpp"
#include "store/value_text.hpp"
#include "temporal/calendar.hpp"

namespace timeline::store {
namespace {

/// Julian day number of 1970-01-01.
constexpr std::int64_t kJulianEpoch = 2440588;

std::optional<std::int64_t> julian_day(const std::optional<model::TimeValue>& date) {
  if (!date || !date->is_dated()) return std::nullopt;
  return kJulianEpoch + temporal::day_number(date->from ? *date->from : *date->to);
}

std::optional<model::TimeValue> read_date(std::string_view from, std::string_view to, std::string_view granularity,
                                          std::string_view modifier) {
  if (from.empty() && to.empty()) return std::nullopt;
  return model::TimeValue{
      .from = model::parse_iso(from),
      .to = model::parse_iso(to),
      .granularity = base::from_text<model::Granularity>(granularity).value_or(model::Granularity::day),
      .modifier = base::from_text<model::Modifier>(modifier).value_or(model::Modifier::none)};
}

template <typename Enum>
Enum read_enum(std::string_view text) {
  return base::from_text<Enum>(text).value_or(Enum{});
}

}  // namespace

EventRows::EventRows(const SQLite::Database& database, EntityRows& entities)
    : entities_(entities),
      type_find_(database, "SELECT event_type_id FROM event_type WHERE name = ?"),
      type_name_(database, "SELECT name FROM event_type WHERE event_type_id = ?"),
      type_insert_(database, "INSERT INTO event_type (name) VALUES (?)"),
      type_label_(database,
                  "INSERT INTO event_type (name, label_ko, label_en) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
                  "SET label_ko = excluded.label_ko, label_en = excluded.label_en"),
      last_mention_(database, "SELECT coalesce(max(event_mention_id), 0) FROM event_mention"),
      load_(database,
            "SELECT m.event_id, m.article_id, m.event_type_id, m.status, m.date_from, m.date_to, m.granularity, "
            "m.modifier, m.date_basis, m.date_role, m.title, m.title_en, m.attributed_to, m.object_text, m.confidence, "
            "m.anchor, m.trigger_start_char, a.source_key, a.published_on, coalesce(o.source_key, a.source_key), "
            "substr(iif(s.field = 'title', a.title, a.body), m.start_char + 1, m.char_count) "
            "FROM event_mention AS m JOIN article AS a USING (article_id) JOIN sentence AS s USING (sentence_id) "
            "LEFT JOIN article AS o ON o.article_id = a.duplicate_of WHERE m.event_mention_id = ?"),
      load_participants_(database, "SELECT entity_id, role FROM event_mention_participant WHERE event_mention_id = ?"),
      load_blocks_(database, "SELECT block FROM event_block WHERE event_mention_id = ?"),
      in_block_(database, "SELECT event_mention_id FROM event_block WHERE block = ?"),
      of_event_(database, "SELECT event_mention_id FROM event_mention WHERE event_id = ?"),
      of_article_(database, "SELECT event_mention_id FROM event_mention WHERE article_id = ?"),
      insert_(
          database,
          "INSERT INTO event_mention (event_mention_id, event_id, article_id, sentence_id, start_char, char_count, "
          "trigger_start_char, trigger_char_count, event_type_id, status, date_from, date_to, granularity, modifier, "
          "edtf, date_basis, date_role, date_reason, time_expression_id, attributed_to, title, title_en, "
          "object_text, confidence, rule, anchor) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_participant_(database, "INSERT OR IGNORE INTO event_mention_participant VALUES (?, ?, ?)"),
      insert_block_(database, "INSERT INTO event_block VALUES (?, ?)"),
      move_(database, "UPDATE event_mention SET event_id = ?2 WHERE event_mention_id = ?1 AND event_id <> ?2"),
      event_insert_(database,
                    "INSERT INTO event (event_type_id, status, date_from, date_to, granularity, modifier, edtf, "
                    "date_basis, date_role, day_number, title, title_en, attributed_to, confidence, article_count, "
                    "source_count, first_published_on, review) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      event_update_(database,
                    "UPDATE event SET event_type_id = ?, status = ?, date_from = ?, date_to = ?, granularity = ?, "
                    "modifier = ?, edtf = ?, date_basis = ?, date_role = ?, day_number = ?, title = ?, title_en = ?, "
                    "attributed_to = ?, confidence = ?, article_count = ?, source_count = ?, first_published_on = ?, "
                    "review = ? "
                    "WHERE event_id = ?"),
      event_participants_(database, "SELECT entity_id, role FROM event_participant WHERE event_id = ?"),
      event_participant_(database, "INSERT INTO event_participant VALUES (?, ?, ?)"),
      event_participants_clear_(database, "DELETE FROM event_participant WHERE event_id = ?"),
      event_delete_(database, "DELETE FROM event WHERE event_id = ?"),
      search_insert_(database,
                     "INSERT INTO event_search (rowid, title, title_en, names, terms) VALUES (?, ?, ?, ?, ?)"),
      search_delete_(database, "DELETE FROM event_search WHERE rowid = ?") {}

void EventRows::add_event_type(std::string_view name, std::string_view label_ko, std::string_view label_en) {
  type_label_.run(name, OrNull{label_ko}, OrNull{label_en});
}

std::int64_t EventRows::next_mention() {
  return *last_mention_.find() + 1;
}

std::int64_t EventRows::type_id(const std::string& name) {
  const auto [at, fresh] = type_ids_.try_emplace(name, 0);
  if (fresh) {
    const auto stored = type_find_.find(name);
    at->second = stored ? *stored : type_insert_.run(name);
    type_of_hash_[resolve::hash_text(name)] = at->second;
  }
  return at->second;
}

std::uint64_t EventRows::type_hash(std::int64_t id) {
  const auto [at, fresh] = type_hashes_.try_emplace(id, 0);
  if (fresh) {
    type_name_.bind(id);
    if (type_name_.step()) at->second = resolve::hash_text(type_name_.text(0));
    type_name_.reset();
    type_of_hash_[at->second] = id;
  }
  return at->second;
}

std::shared_ptr<MentionNode> EventRows::load(std::int64_t mention_id) {
  load_.bind(mention_id);
  if (!load_.step()) return nullptr;
  auto node = std::make_shared<MentionNode>();
  node->id = mention_id;
  node->event = load_.integer(0);
  node->article = load_.integer(1);
  resolve::Mention& mention = node->prepared.mention;
  mention.type = type_hash(load_.integer(2));
  mention.status = read_enum<model::EventStatus>(load_.text(3));
  mention.date = read_date(load_.text(4), load_.text(5), load_.text(6), load_.text(7));
  mention.date_basis = read_enum<model::DateBasis>(load_.text(8));
  mention.date_role = read_enum<model::DateRole>(load_.text(9));
  mention.title = load_.text(10);
  mention.title_en = load_.text(11);
  mention.attributed_to = load_.text(12);
  mention.object_text = load_.text(13);
  mention.confidence = load_.real(14);
  node->prepared.anchor = load_.integer(15);
  mention.ordinal = static_cast<std::uint32_t>(load_.integer(16));
  mention.article = resolve::hash_text(load_.text(17));
  if (const auto published = model::parse_iso(load_.text(18))) mention.published = temporal::day_number(*published);
  mention.source = resolve::hash_text(load_.text(19));
  mention.telling = load_.text(20);
  load_.reset();
  for (load_participants_.bind(mention_id); load_participants_.step();)
    node->participants.emplace_back(load_participants_.integer(0),
                                    read_enum<model::ParticipantRole>(load_participants_.text(1)));
  for (const auto& [entity, role] : node->participants)
    mention.parties.push_back({entities_.identity_of(entity), role, entities_.is_local(entity)});
  node->prepared.profile = resolve::profile(mention);
  for (load_blocks_.bind(mention_id); load_blocks_.step();)
    node->prepared.blocks.push_back(static_cast<std::uint64_t>(load_blocks_.integer(0)));
  return node;
}

namespace {

std::vector<std::int64_t> all(Statement& statement, std::int64_t value) {
  std::vector<std::int64_t> found;
  for (statement.bind(value); statement.step();) found.push_back(statement.integer(0));
  return found;
}

}  // namespace

std::vector<std::int64_t> EventRows::in_block(std::uint64_t block) {
  return all(in_block_, static_cast<std::int64_t>(block));
}
std::vector<std::int64_t> EventRows::of_event(std::int64_t event_id) {
  return all(of_event_, event_id);
}
std::vector<std::int64_t> EventRows::of_article(std::int64_t article_id) {
  return all(of_article_, article_id);
}

void EventRows::write(const MentionNode& node, const PreparedArticle& article, std::size_t index,
                      std::int64_t article_id, std::int64_t sentence_id, std::optional<std::int64_t> time_id) {
  const model::EventMention& event = article.extraction.events[index];
  const DateText date = date_text(event.date);
  const Characters at = article.events[index], trigger = article.triggers[index];
  const std::string_view none;
  insert_.run(node.id, node.event, article_id, sentence_id, at.start, at.count, trigger.start, trigger.count,
              type_id(event.type), base::to_text(event.status), OrNull{date.from}, OrNull{date.to},
              OrNull{event.date ? base::to_text(event.date->granularity) : none},
              OrNull{event.date ? base::to_text(event.date->modifier) : none}, OrNull{date.edtf},
              base::to_text(event.date_basis), base::to_text(event.date_role), OrNull{event.date_reason}, time_id,
              OrNull{event.attributed_to}, event.title, OrNull{event.title_en}, OrNull{event.object_text},
              event.confidence, event.rule, node.prepared.anchor);
  for (const auto& [entity, role] : node.participants) insert_participant_.run(node.id, entity, base::to_text(role));
  for (const std::uint64_t block : node.prepared.blocks) insert_block_.run(static_cast<std::int64_t>(block), node.id);
}

void EventRows::move(std::int64_t mention_id, std::int64_t event_id) {
  move_.run(mention_id, event_id);
}

std::string EventRows::search_names(const std::vector<std::pair<std::int64_t, model::ParticipantRole>>& participants) {
  std::vector<std::string_view> names;
  for (const auto& [entity, role] : participants) names.push_back(entities_.search_names(entity));
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string joined;
  for (const std::string_view name : names) joined.append(joined.empty() ? "" : ", ").append(name);
  return joined;
}

namespace {

/// An event as it is written: what its mentions say, put right by people.
struct EventText {
  resolve::Event event;
  std::string title, title_en, type;
  std::string_view review;
};

void correct(EventText& text, std::span<const Correction> corrections) {
  for (const Correction& correction : corrections) {
    if (correction.action == "confirm") text.review = "confirmed";
    if (correction.action == "reject") text.review = "rejected";
    if (correction.action != "change") continue;
    if (correction.field == "title") text.title = correction.value;
    if (correction.field == "title_en") text.title_en = correction.value;
    if (correction.field == "attributed_to") text.event.attributed_to = correction.value;
    if (correction.field == "type") text.type = correction.value;
    if (correction.field == "status") text.event.status = read_enum<model::EventStatus>(correction.value);
    if (correction.field == "date") {
      text.event.date = temporal::parse_edtf(correction.value);
      text.event.date_basis = text.event.date ? model::DateBasis::stated : model::DateBasis::unknown;
    }
  }
}

}  // namespace

std::int64_t EventRows::write_event(std::int64_t event_id, std::span<const MentionNode* const> mentions,
                                    std::span<const Correction> corrections) {
  std::vector<resolve::Mention> told;
  std::vector<std::pair<std::int64_t, model::ParticipantRole>> participants;
  for (const MentionNode* node : mentions) {
    told.push_back(node->prepared.mention);
    participants.insert(participants.end(), node->participants.begin(), node->participants.end());
  }
  std::sort(participants.begin(), participants.end());
  participants.erase(std::unique(participants.begin(), participants.end()), participants.end());
  EventText text{.event = resolve::canonical(told), .title = {}, .title_en = {}, .type = {}, .review = {}};
  const resolve::Event& event = text.event;
  text.title = told[event.told_by].title;
  text.title_en = told[event.told_by].title_en;
  correct(text, corrections);
  const std::int64_t type = text.type.empty() ? type_of_hash_.at(told[event.told_by].type) : type_id(text.type);
  const DateText date = date_text(event.date);
  const std::string_view none;
  const std::string first_published =
      event.first_published ? model::to_iso(temporal::moment_of(*event.first_published)) : "";
  const auto put = [&](Statement& statement, const auto&... last) {
    return statement.run(type, base::to_text(event.status), OrNull{date.from}, OrNull{date.to},
                         OrNull{event.date ? base::to_text(event.date->granularity) : none},
                         OrNull{event.date ? base::to_text(event.date->modifier) : none}, OrNull{date.edtf},
                         base::to_text(event.date_basis), base::to_text(event.date_role), julian_day(event.date),
                         text.title, OrNull{text.title_en}, OrNull{event.attributed_to}, event.confidence,
                         event.article_count, event.source_count, OrNull{first_published}, OrNull{text.review},
                         last...);
  };
  bool same_people = false;
  if (event_id == 0) {
    event_id = put(event_insert_);
  } else {
    put(event_update_, event_id);
    std::vector<std::pair<std::int64_t, model::ParticipantRole>> stored;
    for (event_participants_.bind(event_id); event_participants_.step();)
      stored.emplace_back(event_participants_.integer(0),
                          read_enum<model::ParticipantRole>(event_participants_.text(1)));
    std::sort(stored.begin(), stored.end());
    same_people = stored == participants;
    if (!same_people) event_participants_clear_.run(event_id);
    search_delete_.run(event_id);
  }
  if (!same_people)
    for (const auto& [entity, role] : participants) event_participant_.run(event_id, entity, base::to_text(role));
  const std::string names = search_names(participants);
  search_insert_.run(event_id, text.title, OrNull{text.title_en}, names, search_terms(text.title + "\n" + names));
  return event_id;
}

void EventRows::remove_event(std::int64_t event_id) {
  search_delete_.run(event_id);
  event_delete_.run(event_id);
}

void EventRows::forget_cache() {
  type_ids_.clear();
  type_hashes_.clear();
  type_of_hash_.clear();
}

}  // namespace timeline::store
