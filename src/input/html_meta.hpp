#pragma once

#include <string>
#include <vector>

#include "input/html_tree.hpp"

namespace timeline::input {

/// What a page says of itself to machines: JSON-LD, Open Graph, article: and other meta elements, <time>.
struct HtmlMeta {
  std::string title;      ///< best of headline, og:title, h1, title
  std::string published;  ///< as written
  std::string updated;
  std::string outlet;
  std::string author;
  std::string url;  ///< canonical address
  std::string description;
  std::string article_body;  ///< JSON-LD articleBody
};

[[nodiscard]] HtmlMeta read_html_meta(const HtmlTree& tree);

/// "https://x.example/2023/04/21/story" carries its day: "2023-04-21"; else empty.
[[nodiscard]] std::string day_in_url(std::string_view url);

}  // namespace timeline::input
