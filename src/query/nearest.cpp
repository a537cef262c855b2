#include "query/nearest.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <tuple>

#include "text/utf8.hpp"

namespace timeline::query {
namespace {

/// The letters of a word: Hangul syllables taken apart into their jamo, everything else as it stands.
std::u32string letters(std::string_view word) {
  std::u32string out;
  for (std::size_t at = 0; at < word.size();) {
    const text::Decoded c = text::decode(word, at);
    at += c.length;
    if (!text::is_hangul_syllable(c.code_point)) {
      out += c.code_point;
      continue;
    }
    const char32_t index = c.code_point - 0xAC00;
    out += 0x1100 + index / 588;
    out += 0x1161 + index % 588 / 28;
    if (index % 28 != 0) out += 0x11A7 + index % 28;
  }
  return out;
}

/// Optimal string alignment distance, given up as soon as it must exceed `limit`.
std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    std::size_t best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[b.size()], limit + 1);
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    const text::Decoded c = text::decode(name, at);
    at += c.length;
    const auto code = static_cast<UChar32>(c.code_point);
    if (u_isUWhiteSpace(code) || u_ispunct(code)) continue;
    text::append_utf8(static_cast<char32_t>(u_foldCase(code, U_FOLD_CASE_DEFAULT)), out);
  }
  // A name of nothing but marks ("&") is left as it is: an empty name would be like every other empty one.
  return out.empty() ? std::string(name) : out;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  return distance(letters(a), letters(b), limit);
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates, std::size_t count) {
  const std::string folded = fold_name(word);
  const std::u32string wanted = letters(folded);
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::vector<std::tuple<std::size_t, std::size_t, std::string>> found;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::string candidate = fold_name(candidates[i]);
    std::size_t far = distance(wanted, letters(candidate), limit);
    // Typing only the beginning of a long name is as common as a slip.
    if (far > limit && wanted.size() >= 3 && candidate.starts_with(folded)) far = limit;
    if (far <= limit) found.emplace_back(far, i, candidates[i]);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [far, index, name] : found) {
    if (names.size() == count) break;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace timeline::query
