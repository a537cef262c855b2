#pragma once

#include <cstdint>
#include <string_view>

#include "base/enum_table.hpp"
#include "base/span.hpp"
#include "model/article.hpp"

namespace timeline::model {

/// Which text of the article a span points into.
enum class Field : std::uint8_t { body, title };

/// What a sentence is in its article. Nothing is extracted from noise: menus, other headlines, comments,
/// copyright lines, a second copy of the same text.
enum class SentenceRole : std::uint8_t { title, body, caption, noise };

struct Sentence {
  Field field = Field::body;
  base::Span span;
  SentenceRole role = SentenceRole::body;
  std::uint32_t paragraph = 0;  ///< counts lines of the field, so that neighbours can be told from strangers
};

/// The text that a sentence's spans point into.
[[nodiscard]] inline std::string_view text_of(const Article& article, Field field) {
  return field == Field::title ? std::string_view(article.title) : std::string_view(article.body);
}

}  // namespace timeline::model

template <>
struct timeline::base::EnumTable<timeline::model::SentenceRole> {
  using enum timeline::model::SentenceRole;
  static constexpr std::array<EnumRow<timeline::model::SentenceRole>, 4> rows{{
      {title, "title", "the article's headline, or a headline inside it"},
      {body, "body", "the article itself"},
      {caption, "caption", "the words under a picture"},
      {noise, "noise", "not the article: menus, comments, copyright lines, a second copy"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::model::SentenceRole>());
