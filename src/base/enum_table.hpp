#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace timeline::base {

/// One row of a closed set: the value, the text stored in the database and JSON, and what it means.
template <typename E>
struct EnumRow {
  E value;
  std::string_view text;
  std::string_view meaning;
};

/// Specialised for each enum of a closed set: `static constexpr std::array<EnumRow<E>, N> rows`, in the order
/// of the enum's values.
template <typename E>
struct EnumTable;

/// True when row i holds value i, so that lookup by index is right. Checked by static_assert beside each table.
template <typename E>
[[nodiscard]] constexpr bool enum_table_is_ordered() {
  for (std::size_t i = 0; i < EnumTable<E>::rows.size(); ++i)
    if (static_cast<std::size_t>(EnumTable<E>::rows[i].value) != i) return false;
  return true;
}

/// The stored text of a value, e.g. `DateBasis::stated` -> "stated".
template <typename E>
[[nodiscard]] constexpr std::string_view to_text(E value) {
  return EnumTable<E>::rows[static_cast<std::size_t>(value)].text;
}

/// The value of a stored text, or nothing where the text is not in the set.
template <typename E>
[[nodiscard]] constexpr std::optional<E> from_text(std::string_view text) {
  for (const auto& row : EnumTable<E>::rows)
    if (row.text == text) return row.value;
  return std::nullopt;
}

}  // namespace timeline::base
