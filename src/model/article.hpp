#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_table.hpp"
#include "model/time_value.hpp"

namespace timeline::model {

/// How the publication date of an article is known.
enum class PublishedBasis : std::uint8_t { unknown, metadata, text, option };

/// One document as it came through the import door: valid UTF-8, NFC, line ends "\n".
struct Article {
  std::string external_id;  ///< id given by the source, may be empty
  std::string uri;          ///< file path or URL it came from
  std::string title;
  bool title_in_body = false;  ///< plain text: the title is a line of the body as well
  std::string byline;
  std::string outlet;
  std::string language = "ko";  ///< BCP 47
  /// When it was published, in the outlet's own time; with a time of day where that is known.
  std::optional<Moment> published;
  PublishedBasis published_basis = PublishedBasis::unknown;
  std::optional<Moment> updated;
  std::string body;
};

}  // namespace timeline::model

template <>
struct timeline::base::EnumTable<timeline::model::PublishedBasis> {
  using enum timeline::model::PublishedBasis;
  static constexpr std::array<EnumRow<timeline::model::PublishedBasis>, 4> rows{{
      {unknown, "unknown", "no publication date is known"},
      {metadata, "metadata", "given with the article (a JSONL key, page metadata, a feed)"},
      {text, "text", "found in the text itself"},
      {option, "option", "given on the command line for articles that carry none"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::PublishedBasis>());
