#include "quantity/units.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::quantity {
namespace {

constexpr std::uint32_t kNear = 60;  // bytes before a number in which a noun still says what is counted

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Units::Units(const lexicon::DataSet& data, std::string_view path, bool fold_case) {
  const lexicon::Table table(data, path);
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  for (const auto& row : table.rows()) {
    Unit unit{.text = std::string(row["text"]), .symbol = std::string(row["unit"])};
    if (unit.symbol.empty()) throw row.fault("has no unit");
    const auto factor = parse_decimal(row["factor"]);
    if (!factor || *factor <= 0) throw row.fault("factor must be a positive number");
    unit.factor = *factor;
    bool bound = false;
    for (const std::string_view word : row.list("bound")) {
      if (word == "native") {
        unit.native_only = true;
        continue;
      }
      const std::pair<std::string_view, bool*> flags[] = {{"fraction", &unit.fraction_only},
                                                          {"measured", &unit.measured_only},
                                                          {"digits", &unit.digits_only},
                                                          {"glued", &unit.glued_only}};
      const auto flag =
          std::find_if(std::begin(flags), std::end(flags), [&](const auto& f) { return f.first == word; });
      if (flag != std::end(flags)) {
        *flag->second = true;
        continue;
      }
      constexpr std::pair<std::string_view, Bound> kBounds[] = {
          {"strong", Bound::strong}, {"weak", Bound::weak}, {"closed", Bound::closed}, {"prefix", Bound::prefix}};
      for (const auto& [name, value] : kBounds)
        if (name == word) {
          unit.bound = value;
          bound = true;
        }
    }
    if (!bound) throw row.fault("bound must be strong, weak, closed or prefix");
    if (const std::string_view cell = row["min"]; !cell.empty()) {
      const auto minimum = parse_decimal(cell);
      if (!minimum) throw row.fault("min must be a number");
      unit.minimum = *minimum;
    }
    for (const std::string_view word : row.list("needs")) unit.needs.emplace_back(word);
    for (const std::string_view word : row.list("not")) unit.not_before.emplace_back(word);
    const auto id = static_cast<std::uint32_t>(units_.size());
    if (unit.text == "-")
      levels_.push_back(id);
    else
      strings.emplace_back(unit.text, id);
    units_.push_back(std::move(unit));
  }
  matcher_ = lexicon::Matcher(std::move(strings), fold_case);
}

bool Units::fits_place(const Unit& unit, std::string_view text, base::Span sentence, std::uint32_t number,
                       std::uint32_t end, std::uint32_t noun) {
  const std::string_view rest = text.substr(end, sentence.end - end);
  for (const std::string& word : unit.not_before)
    if (rest.starts_with(word)) return false;
  if (unit.needs.empty()) return true;
  std::uint32_t from = number > sentence.begin + kNear ? number - kNear : sentence.begin;
  while (from < number && !text::is_boundary(text, from)) ++from;
  const std::string_view before = text.substr(from, number - from);
  for (const std::string& word : unit.needs)
    if (before.find(word) != std::string_view::npos) return true;
  if (noun == 0 || noun >= sentence.end) return false;
  std::uint32_t to = std::min(sentence.end, noun + kNear / 2);
  while (to > noun && !text::is_boundary(text, to)) --to;
  const std::string_view behind = text.substr(noun, to - noun);
  return std::any_of(unit.needs.begin(), unit.needs.end(),
                     [&](const std::string& word) { return behind.find(word) != std::string_view::npos; });
}

const Unit* Units::level(std::string_view before) const {
  for (const std::uint32_t id : levels_)
    for (const std::string& word : units_[id].needs)
      if (before.find(word) != std::string_view::npos) return &units_[id];
  return nullptr;
}

}  // namespace timeline::quantity
