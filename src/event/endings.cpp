#include "event/endings.hpp"

#include <algorithm>
#include <map>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::event {
namespace {

constexpr std::uint32_t kBases = static_cast<std::uint32_t>(base::EnumTable<Base>::rows.size());
constexpr int kDeepest = 4;  // auxiliaries in a row: 하지 않기로 한 것으로 알려졌다

template <typename E>
E wanted(const lexicon::Table::Row& row, std::string_view column) {
  const auto value = base::from_text<E>(row[column]);
  if (!value) throw row.fault("unknown " + std::string(column) + " '" + std::string(row[column]) + "'");
  return *value;
}

bool ends_word(std::string_view text, std::uint32_t at) {
  return at >= text.size() || !text::is_hangul_syllable(text::decode(text, at).code_point);
}

}  // namespace

Endings::Endings(const lexicon::DataSet& data) : particles_(data) {
  const lexicon::Table table(data, "events/endings.tsv");
  std::array<std::vector<std::pair<std::string, std::uint32_t>>, kBases> suffixes;
  std::map<std::string_view, std::uint32_t> auxiliaries;
  for (const lexicon::Table::Row& row : table.rows()) {
    Row parsed{wanted<Link>(row, "link"), wanted<Tense>(row, "tense"), std::nullopt, row["negated"] == "yes", {}};
    if (row["status"] != "-") parsed.status = wanted<model::EventStatus>(row, "status");
    if (row["next"] != "-")
      for (const std::string_view verb : row.list("next"))
        parsed.next.push_back(auxiliaries.emplace(verb, static_cast<std::uint32_t>(auxiliaries.size())).first->second);
    const auto base = static_cast<std::size_t>(wanted<Base>(row, "base"));
    // "_" stands for a space, so that no cell begins or ends with one; "-" for no letter at all.
    std::string suffix(row["ending"]);
    std::replace(suffix.begin(), suffix.end(), '_', ' ');
    if (suffix == "-") suffix = "\n";
    suffixes[base].emplace_back(std::move(suffix), static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back(std::move(parsed));
  }
  for (std::size_t base = 0; base < kBases; ++base) suffixes_[base] = lexicon::Matcher(std::move(suffixes[base]));

  const lexicon::Table light(data, "events/light_verbs.tsv");
  for (const lexicon::Table::Row& row : light.rows())
    if (const auto found = auxiliaries.find(row["stem"]); row["voice"] == "receiving" && found != auxiliaries.end())
      receiving_.push_back(found->second);

  std::vector<std::pair<std::string, std::uint32_t>> shapes;
  for (const auto& [stem, id] : auxiliaries) {
    const auto last = text::decode_before(stem, stem.size()).code_point;
    // 돕, 짓 and their kin are no auxiliaries; only 르 needs a word here.
    const Irregular irregular = last == U'\uB974' && stem.size() > 3 ? Irregular::r : Irregular::none;
    for (auto& [shape, base] : bases_of(stem, irregular))
      shapes.emplace_back(std::move(shape), id * kBases + static_cast<std::uint32_t>(base));
  }
  auxiliaries_ = lexicon::Matcher(std::move(shapes));
}

std::optional<Reading> Endings::read(std::string_view text, std::uint32_t at, Base base, int depth) const {
  if (depth > kDeepest) return std::nullopt;
  const lexicon::Matcher& matcher = suffixes_[static_cast<std::size_t>(base)];
  std::array<std::pair<std::uint32_t, std::uint32_t>, 64> found;  // end, row
  std::size_t count = 0;
  const auto collect = [&](std::uint32_t end, std::uint32_t id) {
    if (count < found.size()) found[count++] = {end, id};
  };
  constexpr std::string_view kNothing = "\n";
  matcher.at(kNothing, 0, [&](std::uint32_t, std::uint32_t, std::uint32_t id) { collect(at, id); });
  matcher.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) { collect(end, id); });
  std::stable_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::optional<Reading> best;
  for (std::size_t i = 0; i < count; ++i) {
    const auto [end, id] = found[i];
    const Row& row = rows_[id];
    if (row.next.empty()) {
      // A noun at the end of an ending (예정, 전망) may carry a particle or the copula.
      const bool open = text.substr(at, end - at).find(' ') != std::string_view::npos;
      if (!ends_word(text, end) && !(open && particles_.noun_may_end(text, end))) continue;
      if (!best || end > best->end) best = Reading{end, row.link, row.tense, row.status, row.negated, depth > 0};
      continue;
    }
    auxiliaries_.at(text, end, [&](std::uint32_t, std::uint32_t shape_end, std::uint32_t shape) {
      const std::uint32_t verb = shape / kBases;
      if (std::find(row.next.begin(), row.next.end(), verb) == row.next.end()) return;
      auto rest = read(text, shape_end, static_cast<Base>(shape % kBases), depth + 1);
      if (!rest || (best && rest->end <= best->end)) return;
      if (row.tense != Tense::none) rest->tense = row.tense;
      // What is said last decides, except that a plan that is given up is given up.
      if (row.status && !(rest->status && *rest->status == model::EventStatus::cancelled)) rest->status = row.status;
      rest->negated = rest->negated != row.negated;
      rest->receiving = base == Base::noun && std::find(receiving_.begin(), receiving_.end(), verb) != receiving_.end();
      best = rest;
    });
  }
  return best;
}

}  // namespace timeline::event
