#include "quantity/modifiers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::quantity {
namespace {

constexpr std::array<std::pair<std::string_view, Meaning>, 11> kMeanings{{{"exact", Meaning::exact},
                                                                          {"about", Meaning::about},
                                                                          {"at_least", Meaning::at_least},
                                                                          {"at_most", Meaning::at_most},
                                                                          {"more_than", Meaning::more_than},
                                                                          {"less_than", Meaning::less_than},
                                                                          {"peak", Meaning::peak},
                                                                          {"band", Meaning::band},
                                                                          {"minus", Meaning::minus},
                                                                          {"currency", Meaning::currency},
                                                                          {"drop", Meaning::drop}}};

bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c);
}

}  // namespace

void widen(model::Quantity& quantity, Meaning meaning, double step) {
  using model::Exactness;
  switch (meaning) {
    case Meaning::exact:
    case Meaning::currency:
    case Meaning::drop:
      return;
    case Meaning::minus:
      for (std::optional<double>* bound : {&quantity.low, &quantity.high})
        if (*bound) *bound = -**bound;
      if (quantity.low && quantity.high && *quantity.low > *quantity.high) std::swap(quantity.low, quantity.high);
      return;
    case Meaning::about:
      if (quantity.exactness == Exactness::exact) quantity.exactness = Exactness::about;
      return;
    case Meaning::peak:
      quantity.exactness = Exactness::at_most;
      return;
    case Meaning::band:
      if (quantity.low && quantity.low == quantity.high)
        quantity.high = *quantity.low + (step >= 1 && quantity.unit != "%" ? step - 1 : step * 0.99);
      if (quantity.exactness == Exactness::exact) quantity.exactness = Exactness::about;
      return;
    case Meaning::at_least:
    case Meaning::more_than:
      // A range keeps its upper bound: 최소 5만~6만.
      if (!quantity.low) quantity.low = quantity.high;
      if (quantity.low == quantity.high || quantity.exactness == Exactness::about) quantity.high.reset();
      quantity.exactness = meaning == Meaning::at_least ? Exactness::at_least : Exactness::more_than;
      return;
    case Meaning::at_most:
    case Meaning::less_than:
      if (quantity.low == quantity.high || quantity.exactness == Exactness::about) {
        if (meaning == Meaning::less_than && quantity.low) quantity.high = quantity.low;
        quantity.low.reset();
      }
      quantity.exactness = meaning == Meaning::at_most ? Exactness::at_most : Exactness::less_than;
      return;
  }
}

Modifiers::Modifiers(const lexicon::DataSet& data, std::string_view path) {
  const lexicon::Table table(data, path);
  std::vector<std::pair<std::string, std::uint32_t>> before, after;
  for (const auto& row : table.rows()) {
    const auto known =
        std::find_if(kMeanings.begin(), kMeanings.end(), [&](const auto& m) { return m.first == row["means"]; });
    if (known == kMeanings.end()) throw row.fault("unknown meaning '" + std::string(row["means"]) + "'");
    const auto meaning = static_cast<std::uint32_t>(known->second);
    if (row["place"] == "before") {
      before.emplace_back(row["text"], meaning);
      longest_before_ = std::max(longest_before_, row["text"].size());
    } else if (row["place"] == "after") {
      after.emplace_back(row["text"], meaning);
    } else {
      throw row.fault("place must be before or after");
    }
  }
  before_ = lexicon::Matcher(std::move(before), true);
  after_ = lexicon::Matcher(std::move(after), true);
}

std::optional<Modifiers::Found> Modifiers::before(std::string_view text, base::Span sentence,
                                                  std::uint32_t number) const {
  std::uint32_t end = number;
  if (end > sentence.begin && text[end - 1] == ' ') --end;
  std::optional<Found> found;
  // Words are few and short: look for one that starts at any word start within reach and ends exactly here.
  const auto reach = static_cast<std::uint32_t>(std::min<std::size_t>(longest_before_, end - sentence.begin));
  for (std::uint32_t at = end; at > end - reach;) {
    at -= text::decode_before(text, at).length;
    if (at < sentence.begin) break;
    if (at > sentence.begin && is_letter(text::decode_before(text, at).code_point)) continue;
    before_.at(text, at, [&](std::uint32_t begin, std::uint32_t word_end, std::uint32_t meaning) {
      if (word_end == end) found = Found{static_cast<Meaning>(meaning), begin};
    });
  }
  return found;
}

std::optional<Modifiers::Found> Modifiers::after(std::string_view text, base::Span sentence, std::uint32_t at) const {
  std::optional<Found> found;
  // A single syllable (여, 대, 당) belongs to the number only where it is glued to it.
  constexpr std::uint32_t kSyllable = 3;
  const auto look = [&](std::uint32_t from, std::uint32_t shortest) {
    after_.at(text, from, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t meaning) {
      if (end <= sentence.end && end - begin > shortest) found = Found{static_cast<Meaning>(meaning), end};
    });
  };
  look(at, 0);
  if (!found && at < sentence.end && text[at] == ' ') look(at + 1, kSyllable);
  return found;
}

}  // namespace timeline::quantity
