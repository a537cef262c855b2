#include "input/html_state.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "text/json.hpp"

namespace timeline::input {
namespace {

using text::Json;

constexpr std::size_t kMinScript = 2000;
constexpr std::size_t kMaxScript = std::size_t{8} << 20;
constexpr std::size_t kParagraph = 60;  // bytes; shorter strings are names and labels
constexpr std::size_t kText = 400;      // bytes; shorter texts are summaries

bool is_prose(std::string_view words) {
  if (words.size() < kParagraph || words.find(' ') == std::string_view::npos || words.starts_with("http")) return false;
  return words.find(". ") != std::string_view::npos || words.ends_with('.') || words.ends_with("\"") ||
         words.ends_with("</p>") || words.ends_with("\u201D");
}

/// The end of the JSON value that starts with the brace at `at`; npos where it does not close.
std::size_t value_end(std::string_view script, std::size_t at) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = at; i < script.size(); ++i) {
    const char c = script[i];
    if (quoted) {
      if (c == '\\')
        ++i;
      else if (c == '"')
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

class Finder {
 public:
  void visit(const Json::Value& value, int depth) {
    if (depth > 24) return;
    value.for_each_member([&](std::string_view, const Json::Value& member) {
      if (const auto words = member.string())
        offer(*words);
      else
        visit(member, depth + 1);
    });
    if (value.kind() != Json::Kind::array) return;
    // A list of paragraphs: objects that carry prose under the same key.
    std::map<std::string, std::string, std::less<>> by_key;
    std::map<std::string, std::size_t, std::less<>> count;
    value.for_each_item([&](const Json::Value& item) {
      item.for_each_member([&](std::string_view key, const Json::Value& part) {
        const auto words = part.string();
        if (!words || !is_prose(*words)) return;
        std::string& text = by_key[std::string(key)];
        if (!text.empty()) text += "<br>";
        text += *words;
        ++count[std::string(key)];
      });
      visit(item, depth + 1);
    });
    for (const auto& [key, text] : by_key)
      if (count[key] >= 2 && text.size() > best.size()) best = text;
  }

  std::string best;

 private:
  void offer(std::string_view words) {
    if (words.size() >= kText && words.size() > best.size() && is_prose(words)) best = words;
  }
};

}  // namespace

std::string read_html_state(const HtmlTree& tree) {
  Finder finder;
  Json json;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].is_text || tree[i].tag != GUMBO_TAG_SCRIPT) continue;
    for (std::uint32_t k = i + 1; k < tree[i].end; ++k) {
      if (!tree[k].is_text) continue;
      const std::string_view script = tree[k].text();
      if (script.size() < kMinScript || script.size() > kMaxScript) continue;
      // "name = {…}": every value that starts behind a sign of assignment, or the script that is one value.
      std::size_t at = script.find_first_not_of(" \t\r\n");
      if (at != std::string_view::npos && script[at] != '{') at = script.find("={");
      while (at != std::string_view::npos) {
        at = script.find('{', at);
        const std::size_t end = value_end(script, at);
        if (end == std::string_view::npos) break;
        if (end - at >= kMinScript && json.read(script.substr(at, end - at))) finder.visit(json.root(), 0);
        at = script.find("={", end);
      }
    }
  }
  return std::move(finder.best);
}

}  // namespace timeline::input
