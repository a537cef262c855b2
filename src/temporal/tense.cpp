#include "temporal/tense.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {
namespace {

constexpr std::uint32_t kFarthest = 400;  // bytes; a sign further away belongs to another clause

/// 았, 었, 했, 됐: a syllable that ends in ㅆ. 있 is a verb of its own and 겠 is the future.
bool is_past_syllable(char32_t c) {
  return text::is_hangul_syllable(c) && (c - 0xAC00) % 28 == 20 && c != 0xC788 && c != 0xACA0;
}

constexpr char32_t kWillSyllable = 0xACA0;

}  // namespace

TenseReader::TenseReader(const lexicon::DataSet& data, std::string_view language) {
  std::vector<std::pair<std::string, std::uint32_t>> signs, asking;
  const lexicon::Table table(data, std::string(language) + "/time_tense.tsv");
  for (const auto& row : table.rows()) {
    std::string form(row["form"]);
    std::replace(form.begin(), form.end(), '_', ' ');
    if (row["sign"] == "past")
      signs.emplace_back(form, static_cast<std::uint32_t>(Tense::past));
    else if (row["sign"] == "future")
      signs.emplace_back(form, static_cast<std::uint32_t>(Tense::future));
    else if (row["sign"] == "none")
      signs.emplace_back(form, static_cast<std::uint32_t>(Tense::unknown));
    else if (row["sign"] == "ask")
      asking.emplace_back(form, 0);
    else
      throw row.fault("unknown sign '" + std::string(row["sign"]) + "'");
  }
  signs_ = lexicon::Matcher(std::move(signs));
  asking_ = lexicon::Matcher(std::move(asking));
}

ClauseTense TenseReader::clause(std::string_view text, std::uint32_t at, std::uint32_t end) const {
  const std::uint32_t stop = std::min(end, at + kFarthest);
  const std::uint32_t begin = at;
  bool in_word = false;
  while (at < stop) {
    const auto c = text::decode(text, at);
    if (text::is_hangul_syllable(c.code_point)) {
      if (in_word && is_past_syllable(c.code_point)) return {Tense::past, at - begin};
      if (in_word && c.code_point == kWillSyllable) return {Tense::future, at - begin};
      if (const auto [id, sign_end] = signs_.longest(text.substr(0, end), at); id != lexicon::Matcher::kNone)
        if (in_word || sign_end - at > 4) {
          if (static_cast<Tense>(id) != Tense::unknown) return {static_cast<Tense>(id), at - begin};
          at = sign_end;
          in_word = false;
          continue;
        }
      in_word = true;
    } else {
      in_word = false;
    }
    at += c.length;
  }
  return {};
}

Tense TenseReader::nearest(std::string_view text, base::Span sentence, base::Span words) const {
  const auto letter = [&](std::uint32_t at) {
    return at < sentence.end && text::is_latin(static_cast<unsigned char>(text[at]));
  };
  const auto sign_at = [&](std::uint32_t at) {
    const auto [id, end] = signs_.longest(text.substr(0, sentence.end), at);
    if (id != lexicon::Matcher::kNone && !letter(end)) return static_cast<Tense>(id);
    std::uint32_t stop = at;
    while (letter(stop)) ++stop;
    // announced, launched: regular verbs need no table.
    return stop - at > 4 && text.substr(stop - 2, 2) == "ed" ? Tense::past : Tense::unknown;
  };
  for (std::uint32_t at = words.begin; at > sentence.begin; --at) {
    const std::uint32_t start = at - 1;
    if (!letter(start) || (start > sentence.begin && letter(start - 1))) continue;
    if (const Tense tense = sign_at(start); tense != Tense::unknown) return tense;
  }
  for (std::uint32_t at = words.end; at < sentence.end; ++at) {
    if (!letter(at) || letter(at - 1)) continue;
    if (const Tense tense = sign_at(at); tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

bool TenseReader::ends_in_past(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  // The last few syllables: 밝혔다., 말했다”, 열렸습니다.
  std::uint32_t at = end;
  for (int count = 0; count < 8 && at > begin; ++count) {
    const auto c = text::decode_before(text, at);
    if (c.code_point == U' ') return false;
    if (is_past_syllable(c.code_point)) return true;
    at -= c.length;
  }
  return false;
}

bool TenseReader::asks_for_day(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  bool found = false;
  for (std::uint32_t at = begin; at < end && !found; ++at)
    if (text::is_boundary(text, at))
      asking_.at(text.substr(0, end), at, [&](std::uint32_t, std::uint32_t, std::uint32_t) { found = true; });
  return found;
}

}  // namespace timeline::temporal
