#include "fact/same_values.hpp"

#include <optional>

namespace timeline::fact {
namespace {

constexpr double kMoney = 1e6;   // the smallest amount that is told again rather than by chance
constexpr double kLarge = 1000;  // the smallest count

bool is_distinct(const model::Quantity& quantity) {
  if (!quantity.low || quantity.unit == "%" || quantity.unit == "x" || quantity.unit == "%p") return false;
  if (is_currency(quantity.unit)) return *quantity.low >= kMoney;
  if (quantity.unit == "unit" || quantity.unit == "person") return *quantity.low >= kLarge;
  return quantity.unit == "MW" || quantity.unit == "GW";
}
bool same(const model::Quantity& a, const model::Quantity& b) {
  return a.low == b.low && a.high == b.high && a.unit == b.unit && a.counter == b.counter;
}

}  // namespace

void tell_same_values(model::Extraction& extraction, const FactWords& words) {
  const auto& quantities = extraction.quantities;
  for (model::Fact& fact : extraction.facts) {
    if (!fact.quantity || !is_distinct(quantities[*fact.quantity])) continue;
    const bool thin = fact.attribute == words.default_attribute(quantities[*fact.quantity]);
    const bool ownerless = !fact.subject && fact.subject_text.empty();
    if (!thin && !ownerless) continue;
    const model::Fact* told = nullptr;
    for (const model::Fact& other : extraction.facts) {
      if (&other == &fact || !other.quantity || other.rule == "share" ||
          other.attribute == words.default_attribute(quantities[*other.quantity]))
        continue;
      const bool equal = same(quantities[*other.quantity], quantities[*fact.quantity]) ||
                         (other.converted && same(quantities[*other.converted], quantities[*fact.quantity]));
      if (!equal || (!thin && !other.attribute.ends_with(fact.attribute))) continue;
      if (!told || (!told->subject && other.subject)) told = &other;
    }
    if (!told) continue;
    const bool otherwise = !ownerless && fact.subject != told->subject;
    if (otherwise) continue;  // somebody else's
    fact.attribute = told->attribute;
    // The bare mention is as sure as what it stands for, and holds as long.
    if (fact.status == model::EventStatus::occurred) fact.status = told->status;
    if (!fact.valid) fact.valid = told->valid;
    if (!ownerless) continue;
    fact.subject = told->subject;
    fact.subject_text = told->subject_text;
    if (!fact.object && fact.object_text.empty() && told->object != fact.subject) fact.object = told->object;
  }
}

}  // namespace timeline::fact
