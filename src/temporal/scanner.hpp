#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "temporal/vocabulary.hpp"
#include "text/blocks.hpp"

namespace timeline::temporal {

/// What stands between a token and the one before it.
enum class Gap : std::uint8_t { none, space, comma };

/// `extra` of days of the week that are listed and do not follow each other: 화·목요일.
inline constexpr std::int32_t kScattered = -1;

/// A time word or number of the text.
struct Token {
  WordKind kind = WordKind::number;
  Unit unit = Unit::none;
  std::int32_t value = 0;
  std::int32_t extra = 0;  ///< ymd: month * 100 + day; clock_digits: seconds, or -1
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t tail = 0;  ///< after particles and brackets that belong to it
  std::int16_t zone = INT16_MIN;
  std::int16_t thousandths = 0;  ///< of a number: what stands behind its point
  std::int8_t particle = -1;     ///< the first lexicon::ParticleKind after it
  std::uint8_t weekday = 0;      ///< on which the occasion of a month and day falls by law: 4·10 총선
  std::uint8_t digits = 0;       ///< written in that many digits; 0: spelled out
  Gap gap = Gap::none;
  bool weak = false;           ///< one Sino-Korean syllable (이, 일, 사): needs more around it to be a number
  bool some = false;           ///< 몇, 수, 여
  bool apostrophe = false;     ///< '25
  bool local = false;          ///< (현지시간)
  bool native = false;         ///< a native numeral: 한, 두
  bool stands_alone = false;   ///< digits with nothing before or behind that makes them a quantity
  bool zero = false;           ///< written with a leading zero
  bool half = false;           ///< and a half: 1.5
  bool weekday_noted = false;  ///< (금)

  [[nodiscard]] bool has_particle(lexicon::ParticleKind wanted) const {
    return particle == static_cast<std::int8_t>(wanted);
  }
};

/// Finds runs of tokens that may make up time expressions: "지난달 31일(금) 오후 3시부터" is one run.
/// A run begins where a word begins (or at a digit) and goes on over single spaces.
class Scanner {
 public:
  /// Both must outlive the scanner.
  Scanner(const Vocabulary& vocabulary, std::string_view text)
      : vocabulary_(vocabulary), text_(text), places_(text, MaybeTime(vocabulary.beginnings())) {}

  /// Looks for the next run in [at, end) of the text. Fills `run` and returns the place to go on from; the run is empty
  /// and the place is `end` when there is none. What stands before `at` is looked at, too; `at` never goes back.
  [[nodiscard]] std::uint32_t next(std::uint32_t at, std::uint32_t end, std::vector<Token>& run);

 private:
  struct Reading;

  const Vocabulary& vocabulary_;
  std::string_view text_;
  text::Places<MaybeTime> places_;
};

}  // namespace timeline::temporal
