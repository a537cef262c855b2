#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "input/source.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::input {

struct Rules;

/// What the columns, keys and elements of exports say of an article.
enum class Field : std::uint8_t { id, title, text, published, updated, url, outlet, author };

using FieldValues = std::array<std::string, 8>;

[[nodiscard]] inline std::string& value_of(FieldValues& values, Field field) {
  return values[static_cast<std::size_t>(field)];
}

/// Which field a column of that name holds ("본문", "pub_date"), by data/ko/layout_columns.tsv.
class FieldNames {
 public:
  explicit FieldNames(const lexicon::DataSet& data);
  [[nodiscard]] std::optional<Field> of(std::string_view name) const;

 private:
  std::map<std::string, Field, std::less<>> fields_;
};

/// Makes the article of the values (valid UTF-8) and hands it to the sink, or an issue where they make none.
/// Markup in the text is read as HTML. Returns false when the sink has had enough.
bool take_fields(FieldValues values, const std::string& source, std::uint32_t line, const Rules& rules,
                 const Options& options, const Sink& sink);

}  // namespace timeline::input
