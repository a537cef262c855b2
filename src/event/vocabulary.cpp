#include "event/vocabulary.hpp"

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::event {
namespace {

std::string cell_or_empty(std::string_view cell) {
  return cell == "-" ? std::string() : std::string(cell);
}

template <typename E>
E wanted(const lexicon::Table::Row& row, std::string_view column) {
  const auto value = base::from_text<E>(row[column]);
  if (!value) throw row.fault("unknown " + std::string(column) + " '" + std::string(row[column]) + "'");
  return *value;
}

}  // namespace

Vocabulary::Vocabulary(const lexicon::DataSet& data) : endings_(data), particles_(data) {
  read_triggers(data);
  read_words(data);
  read_objects(data);
}

void Vocabulary::read_triggers(const lexicon::DataSet& data) {
  std::map<std::string_view, bool> types;
  const lexicon::Table type_table(data, "events/types.tsv");
  for (const lexicon::Table::Row& row : type_table.rows()) types.emplace(row["type"], true);
  const auto add = [&](const lexicon::Table::Row& row, std::string_view word, bool native) {
    if (!types.contains(row["type"])) throw row.fault("unknown type '" + std::string(row["type"]) + "'");
    triggers_.push_back({std::string(word),
                         std::string(row["type"]),
                         wanted<TriggerClass>(row, "class"),
                         cell_or_empty(row["title"]),
                         cell_or_empty(row["english"]),
                         native,
                         false,
                         {},
                         {},
                         {}});
    return static_cast<std::uint32_t>(triggers_.size() - 1);
  };
  const lexicon::Table nouns(data, "events/triggers.tsv");
  for (const lexicon::Table::Row& row : nouns.rows()) nouns_.add(row["word"], add(row, row["word"], false));

  std::vector<std::pair<std::string, std::uint32_t>> shapes;
  const lexicon::Table verbs(data, "events/verbs.tsv");
  for (const lexicon::Table::Row& row : verbs.rows()) {
    const std::uint32_t id = add(row, row["stem"], true);
    const auto irregular = wanted<Irregular>(row, "irregular");
    triggers_[id].irregular = irregular != Irregular::none;
    for (auto& [shape, base] : bases_of(row["stem"], irregular)) {
      if (base == Base::infinitive) triggers_[id].infinitive = shape;  // the contracted one comes last
      if (base == Base::adn_future) triggers_[id].ahead = shape;
      if (base == Base::adn_past) triggers_[id].behind = shape;
      shapes.emplace_back(std::move(shape), id * kBases + static_cast<std::uint32_t>(base));
    }
  }
  verbs_ = lexicon::Matcher(std::move(shapes));

  shapes.clear();
  const lexicon::Table light(data, "events/light_verbs.tsv");
  for (const lexicon::Table::Row& row : light.rows())
    for (auto& [shape, base] : bases_of(row["stem"], Irregular::none))
      shapes.emplace_back(std::move(shape), static_cast<std::uint32_t>(wanted<Voice>(row, "voice")) * kBases +
                                                static_cast<std::uint32_t>(base));
  light_ = lexicon::Matcher(std::move(shapes));
}

void Vocabulary::read_words(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "events/words.tsv");
  for (const lexicon::Table::Row& row : table.rows())
    words_[row["word"]].set(static_cast<std::size_t>(wanted<WordClass>(row, "class")));
  const lexicon::Table headlines(data, "events/headline_words.tsv");
  for (const lexicon::Table::Row& row : headlines.rows()) {
    if (row["when"] == "announced")
      announced_word_ = row["word"];
    else if (row["when"] == "stated")
      statement_word_ = row["word"];
    else if (row["when"] == "considered")
      considered_word_ = row["word"];
    else if (row["when"] == "decided")
      decided_word_ = row["word"];
    else if (row["when"] == "accused")
      accused_word_ = row["word"];
    else if (row["when"] == "required")
      required_word_ = row["word"];
    else
      status_words_[static_cast<std::size_t>(wanted<model::EventStatus>(row, "when"))] = row["word"];
  }
}

void Vocabulary::read_objects(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "events/objects.tsv");
  for (const lexicon::Table::Row& row : table.rows())
    senses_[std::string(row["word"])].emplace(
        row["object"], Sense{cell_or_empty(row["type"]), cell_or_empty(row["title"]), cell_or_empty(row["english"]),
                             row["whole"] == "yes", row["object"] == "!" || row["object"] == "?"});
}

const Sense* Vocabulary::sense(const Trigger& trigger, std::string_view noun, std::string_view mark) const {
  const auto known = senses_.find(trigger.word);
  if (known == senses_.end()) return nullptr;
  // The longest ending that is known: 헌법소원 before 소원.
  for (std::size_t at = 0; at < noun.size(); at += text::decode(noun, at).length)
    if (const auto found = known->second.find(noun.substr(at)); found != known->second.end()) return &found->second;
  const auto kind = known->second.find(mark);
  return kind == known->second.end() ? nullptr : &kind->second;
}

const Trigger* Vocabulary::noun_trigger(std::string_view word) const {
  const std::uint32_t* const found = nouns_.find(word);
  return found == nullptr ? nullptr : &triggers_[*found];
}

bool Vocabulary::is(WordClass wanted, std::string_view word) const {
  const WordClasses* const found = words_.find(word);
  return found != nullptr && (*found)[static_cast<std::size_t>(wanted)];
}

bool Vocabulary::holds(WordClass wanted, std::string_view ending) const {
  for (std::size_t at = 0; at < ending.size(); at += text::decode(ending, at).length)
    for (std::size_t end = at + 1; end <= ending.size(); ++end)
      if (text::is_boundary(ending, end) && is(wanted, ending.substr(at, end - at))) return true;
  return false;
}

const Trigger* Vocabulary::carrying_noun(std::string_view ending) const {
  for (std::size_t at = ending.find(' '); at != std::string_view::npos; at = ending.find(' ', at + 1))
    for (std::size_t end = ending.size(); end > at + 1; --end)
      if (const Trigger* trigger =
              text::is_boundary(ending, end) ? noun_trigger(ending.substr(at + 1, end - at - 1)) : nullptr;
          trigger && !trigger->title.empty())
        return trigger;
  return nullptr;
}

bool Vocabulary::ends_as(WordClass wanted, std::string_view word) const {
  for (std::size_t at = 0; at < word.size(); at += text::decode(word, at).length)
    if (is(wanted, word.substr(at))) return true;
  return false;
}

}  // namespace timeline::event
