#include "input/html_hints.hpp"

#include "lexicon/table.hpp"

namespace timeline::input {

HtmlHints::HtmlHints(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "en/layout_html.tsv");
  for (const auto& row : table.rows()) {
    if (row["effect"] != "drop" && row["effect"] != "body") throw row.fault("effect is not 'drop' or 'body'");
    words_.push_back({std::string(row["hint"]), row["effect"] == "drop", row["match"] == "whole"});
  }
}

/// One class: "article-body" is "articlebody" with the last part "body".
void HtmlHints::read_name(std::string_view name, Hint& hint) const {
  // Blog engines write an article's tags into its class; they are its subject, not its place.
  if (name.empty() || name.starts_with("tag-") || name.starts_with("category-")) return;
  std::string inner;
  std::size_t last = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool upper = c >= 'A' && c <= 'Z';
    if (c == '-' || c == '_' || c == ':' || (c >= '0' && c <= '9')) {
      if (i + 1 < name.size() && !(name[i + 1] >= '0' && name[i + 1] <= '9')) last = inner.size();
    } else {
      if (upper && i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z') last = inner.size();
      inner += upper ? static_cast<char>(c | 0x20) : c;
    }
  }
  const std::string_view part = std::string_view(inner).substr(last);
  for (const Word& word : words_)
    if (word.whole ? part == word.text || inner == word.text : inner.find(word.text) != std::string::npos)
      (word.drop ? hint.drop : hint.body) = true;
}

HtmlHints::Hint HtmlHints::of(const HtmlNode& node) const {
  Hint hint;
  for (const char* name : {"class", "id", "itemprop", "role", "data-testid", "data-component"}) {
    const std::string_view value = node.attribute(name);
    if (value.empty() || value.size() > 400) continue;
    for (std::size_t from = 0; from < value.size();) {
      std::size_t to = value.find_first_of(" \t\n", from);
      if (to == std::string_view::npos) to = value.size();
      read_name(value.substr(from, to - from), hint);
      from = to + 1;
    }
  }
  return hint;
}

}  // namespace timeline::input
