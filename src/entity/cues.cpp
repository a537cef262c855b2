#include "entity/cues.hpp"

#include <map>
#include <utility>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using lexicon::Table;
using Strings = std::vector<std::pair<std::string, std::uint32_t>>;

Kinds read_kinds(const Table::Row& row) {
  Kinds kinds;
  for (const std::string_view text : row.list("kinds")) {
    const auto kind = base::from_text<model::EntityKind>(text);
    if (!kind) throw row.fault("unknown kind '" + std::string(text) + "'");
    kinds.add(*kind);
  }
  return kinds;
}

bool read_choice(const Table::Row& row, std::string_view column, std::string_view yes, std::string_view no) {
  if (row[column] != yes && row[column] != no)
    throw row.fault(std::string(column) + " must be " + std::string(yes) + " or " + std::string(no));
  return row[column] == yes;
}

}  // namespace

bool is_word_character(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c) ||
         (c >= 0xC0 && c < 0x250) || (c >= 0x3040 && c < 0x3100);
}

Cues::Cues(const lexicon::DataSet& data) : particles_(data) {
  const Table titles(data, "ko/titles.tsv");
  titles_.reserve(titles.rows().size());
  std::map<std::string_view, Ending> endings;
  for (const Table::Row& row : titles.rows()) {
    Title title;
    for (const std::string_view use : row.list("use")) {
      title.after = title.after || use == "after" || use == "courtesy";
      title.before = title.before || use == "before" || use == "stage" || use == "real";
      title.between = title.between || use == "between";
      title.real_name = title.real_name || use == "real";
      title.courtesy = title.courtesy || use == "courtesy";
      title.stage = title.stage || use == "stage";
      if (use != "after" && use != "before" && use != "between" && use != "courtesy" && use != "stage" &&
          use != "real" && use != "none")
        throw row.fault("use must be of after, before, between, courtesy, stage, real, or none");
    }
    title.strong = read_choice(row, "weight", "strong", "weak");
    title.attached = read_choice(row, "attached", "yes", "no");
    titles_.push_back(title);
    endings[row["title"]].title = &titles_.back();
  }
  const Table neighbours(data, "ko/name_neighbours.tsv");
  for (const Table::Row& row : neighbours.rows()) {
    Ending& ending = endings[row["word"]];
    (read_choice(row, "side", "after", "before") ? ending.after : ending.before) = read_kinds(row);
  }
  const Table owned(data, "ko/name_owned.tsv");
  for (const Table::Row& row : owned.rows()) endings[row["word"]].owned = true;
  const Table suffixes(data, "ko/name_suffixes.tsv");
  for (const Table::Row& row : suffixes.rows()) {
    const auto kind = base::from_text<model::EntityKind>(row["kind"]);
    if (!kind) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
    if (row["least"].size() != 1 || row["least"][0] < '0' || row["least"][0] > '9')
      throw row.fault("least must be a digit");
    const std::string_view where = row["where"];
    if (where != "any" && where != "attached" && where != "guarded" && where != "place" && where != "title")
      throw row.fault("where must be any, attached, guarded, place or title");
    endings[row["suffix"]].suffixes.push_back({*kind, static_cast<std::size_t>(row["least"][0] - '0'),
                                               read_choice(row, "part", "yes", "no"),
                                               where == "any"        ? Suffix::Where::any
                                               : where == "attached" ? Suffix::Where::attached
                                               : where == "guarded"  ? Suffix::Where::guarded
                                               : where == "place"    ? Suffix::Where::place
                                                                     : Suffix::Where::title});
  }
  Strings strings;
  for (auto& [word, ending] : endings) {
    strings.emplace_back(word, static_cast<std::uint32_t>(endings_.size()));
    endings_.push_back(std::move(ending));
  }
  ending_matcher_ = lexicon::Matcher(std::move(strings));

  strings.clear();
  const Table tails(data, "ko/name_tails.tsv");
  for (const Table::Row& row : tails.rows()) {
    strings.emplace_back(row["tail"], static_cast<std::uint32_t>(tails_.size()));
    tails_.push_back({read_kinds(row), read_choice(row, "keeps", "yes", "no")});
  }
  tail_matcher_ = lexicon::Matcher(std::move(strings));

  strings.clear();
  const Table prefixes(data, "ko/name_prefixes.tsv");
  for (const Table::Row& row : prefixes.rows()) strings.emplace_back(row["prefix"], 0);
  prefixes_ = lexicon::Matcher(std::move(strings));

  strings.clear();
  const Table no_names(data, "ko/name_not.tsv");
  for (const Table::Row& row : no_names.rows()) strings.emplace_back(row["words"], 0);
  no_names_ = lexicon::Matcher(std::move(strings));

  strings.clear();
  const Table heads(data, "ko/name_heads.tsv");
  for (const Table::Row& row : heads.rows()) strings.emplace_back(row["head"], 0);
  heads_ = lexicon::Matcher(std::move(strings));

  const Table marks(data, "ko/name_company_marks.tsv");
  for (const Table::Row& row : marks.rows()) company_marks_.emplace_back(row["mark"]);
}

void Cues::mark(std::string_view text, Word& word) const {
  for (std::uint32_t at = word.begin; at < word.end; ++at) {
    if (!text::is_boundary(text, at)) continue;
    ending_matcher_.at(text, at, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
      if (end > word.end) return;
      if (end < word.end) {
        const auto particle = particles_.after(text, end);
        if (!particle || particle->end < word.end) return;
      }
      const Ending& ending = endings_[id];
      // The longest ending counts: 부장판사, not 판사; a weak one counts only as a word of its own or on a name.
      if (ending.title != nullptr && word.title == nullptr && (!ending.title->between || begin == word.begin)) {
        word.title = ending.title;
        word.title_begin = begin;
        word.title_end = end;
      }
      if (!ending.suffixes.empty() && word.suffix == nullptr) {
        word.suffix = &ending.suffixes;
        word.suffix_begin = begin;
        word.suffix_end = end;
      }
      word.owned_by_person = word.owned_by_person || (ending.owned && begin == word.begin);
      word.neighbour_after.merge(ending.after);
      if (end == word.end) word.neighbour_before.merge(ending.before);
    });
  }
}

std::vector<Word> Cues::words(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  std::vector<Word> words;
  for (std::uint32_t at = begin; at < end;) {
    const text::Decoded c = text::decode(text, at);
    if (!is_word_character(c.code_point)) {
      at += c.length;
      continue;
    }
    Word word;
    word.begin = at;
    while (at < end) {
      const text::Decoded more = text::decode(text, at);
      const bool ampersand =
          more.code_point == U'&' && at + 1 < end && text::is_latin(static_cast<unsigned char>(text[at + 1]));
      if (!is_word_character(more.code_point) && !ampersand) break;
      at += more.length;
    }
    word.end = at;
    word.spaced = !words.empty() && words.back().end + 1 == word.begin && text[words.back().end] == ' ';
    mark(text, word);
    words.push_back(word);
  }
  return words;
}

bool Cues::may_end(std::string_view text, std::uint32_t at, model::EntityKind kind) const {
  bool ends = particles_.noun_may_end(text, at);
  tail_matcher_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    if (tails_[id].kinds.has(kind) && particles_.noun_may_end(text, end)) ends = tails_[id].keeps;
  });
  return ends;
}

std::uint32_t Cues::company_mark_before(std::string_view text, std::uint32_t at) const {
  const std::uint32_t space = at > 0 && text[at - 1] == ' ' ? 1 : 0;
  const std::string_view before = text.substr(0, at - space);
  for (const std::string& mark : company_marks_)
    if (before.ends_with(mark)) return static_cast<std::uint32_t>(mark.size()) + space;
  return 0;
}

bool Cues::attached_title(std::string_view text, std::uint32_t at) const {
  bool found = false;
  ending_matcher_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    const Title* title = endings_[id].title;
    if (title != nullptr && title->after && (title->strong || title->attached) && particles_.noun_may_end(text, end))
      found = true;
  });
  return found;
}

}  // namespace timeline::entity
