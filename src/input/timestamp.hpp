#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "model/time_value.hpp"

namespace timeline::input {

/// A point in time as it was written somewhere, with the zone if one was named.
struct Stamp {
  model::Moment moment;             ///< as written, not shifted
  std::optional<int> utc_offset{};  ///< minutes east of UTC
  base::Span span;                  ///< the words in the text it was found in
};

/// What the words beside a stamp say it is the time of.
enum class StampRole : std::uint8_t { none, published, updated };

struct LabelledStamp {
  Stamp stamp;
  StampRole role = StampRole::none;
  base::Span words;         ///< stamp and label
  bool label_first = true;  ///< "입력 2025.11.02" (else "2025.11.02 입력")
};

/// Reads dates with times as outlets print them: "2025.11.02 22:51", "2025. 2. 28. 오후 1:54", "2025년 2월 28일 13시
/// 54분", "입력 2025-12-22", "Published April 5, 2023 at 10:11 AM", "Tue, 21 Apr 2023 16:27:00 +0900", ISO 8601. Only
/// whole dates with a year of four digits. Words come from data/{ko,en}/dateline.tsv.
class TimestampReader {
 public:
  explicit TimestampReader(const lexicon::DataSet& data);

  /// Every stamp of the line, in order, with the label that stands right beside it.
  [[nodiscard]] std::vector<LabelledStamp> scan(std::string_view line) const;

  /// A metadata value that is a time and nothing else: all of the above, "20230421162700" and seconds since 1970.
  [[nodiscard]] std::optional<Stamp> parse(std::string_view value) const;

 private:
  enum class Kind : std::uint8_t {
    number,
    mark,
    word,
    published,
    updated,
    year,
    month,
    day,
    hour,
    minute,
    second,
    am,
    pm,
    weekday,
    month_name,
    filler,
    zone
  };
  struct Token {
    Kind kind;
    int value = 0;  // number, month name, zone offset
    char32_t mark = 0;
    std::uint8_t digits = 0;
    bool space_before = false;
    base::Span span;
  };
  struct Word {
    Kind kind;
    int value;
  };

  [[nodiscard]] std::vector<Token> tokens(std::string_view line) const;
  [[nodiscard]] static std::optional<std::pair<Stamp, std::size_t>> stamp_at(const std::vector<Token>& tokens,
                                                                             std::size_t at);
  static std::size_t read_time(const std::vector<Token>& tokens, std::size_t at, Stamp& stamp);
  static std::size_t read_zone(const std::vector<Token>& tokens, std::size_t at, Stamp& stamp);
  static bool read_clock_before(const std::vector<Token>& tokens, std::size_t at, Stamp& stamp);

  lexicon::Matcher matcher_;
  std::vector<Word> words_;
};

/// The stamp in the outlet's own time: taken to `home_offset` (minutes) where it names another zone and
/// `home_offset` is given; else as written. To the minute: seconds are dropped.
[[nodiscard]] model::Moment in_zone(const Stamp& stamp, std::optional<int> home_offset);

}  // namespace timeline::input
