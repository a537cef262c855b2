#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "quantity/number.hpp"

namespace timeline::quantity {

/// The number words of data/ko/numbers.tsv and how they make numbers: 1조2000억, 3만7천, 6천여, 수십억, 열두.
/// Immutable after construction; thread-safe.
class KoreanNumbers {
 public:
  enum class Kind : std::uint8_t { digit, place, group, native, vague, share, fraction, some, range };
  struct Word {
    Kind kind = Kind::digit;
    double low = 0;
    double high = 0;
    std::uint32_t end = 0;
  };

  explicit KoreanNumbers(const lexicon::DataSet& data);

  /// The number that starts at `at`. Goes on over one space only where `counts` says that what follows the second
  /// part is counted ("1억 2,000만 달러", not "3억 2024년").
  template <typename Counts>
  [[nodiscard]] std::optional<Number> read(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                           Counts&& counts) const;

  /// The longest word of this kind at `at`.
  [[nodiscard]] std::optional<Word> word(std::string_view text, std::uint32_t at, Kind kind) const;

 private:
  struct Section {
    double low = 0, high = 0, step = 1, head = 0, head_scale = 1;
    std::uint32_t end = 0;
    std::uint32_t words = 0;  // number words without digits before them
    bool digits = false, vague = false;
  };
  [[nodiscard]] std::optional<Section> section(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                               bool words) const;

  std::vector<Word> words_;
  lexicon::Matcher matcher_;
};

template <typename Counts>
std::optional<Number> KoreanNumbers::read(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                          Counts&& counts) const {
  if (const auto native = word(text, at, Kind::native))
    return Number{
        .begin = at, .end = native->end, .low = native->low, .high = native->high, .head = native->low, .native = true};
  Number number{.begin = at, .end = at};
  double last_group = 1e20;
  std::uint32_t position = at;
  for (bool first = true;; first = false) {
    const auto part = section(text, position, limit, !number.digits);
    if (!part) {
      if (first) return std::nullopt;
      break;
    }
    std::uint32_t end = part->end;
    bool some = false;
    if (const auto infix = word(text, end, Kind::some)) {
      some = true;
      end = infix->end;
    }
    std::uint32_t group_at = end;
    if (some && group_at < limit && text[group_at] == ' ') ++group_at;
    auto group = word(text, group_at, Kind::group);
    if (group && (group->low >= last_group || group->end > limit)) group.reset();
    if (!first && !group && part->low >= last_group) break;
    const double scale = group ? group->low : 1;
    if (!first && text[position - 1] == ' ' && (part->low * scale >= last_group || !counts(group ? group->end : end)))
      break;
    if (first) {
      number.digits = part->digits;
      number.native = part->vague;
      number.head = part->head;
      number.head_scale = part->head_scale * scale;
      number.glued_word = !part->digits && !part->vague && part->words < 2 && !group;
    }
    number.low += part->low * scale;
    number.high += part->high * scale;
    number.step = part->step * scale;
    number.about = number.about || some;
    number.end = group ? group->end : end;
    if (!group) break;
    number.grouped = true;
    last_group = group->low;
    if (const auto infix = word(text, number.end, Kind::some)) {
      number.about = true;
      number.end = infix->end;
      break;
    }
    position = number.end;
    if (position < limit && text[position] == ' ') ++position;
  }
  if (number.end == at) return std::nullopt;
  return number;
}

}  // namespace timeline::quantity
