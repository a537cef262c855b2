#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"
#include "lexicon/particles.hpp"

namespace timeline::extract {

/// The kinds of word in data/*/layout_noise.tsv, as bits.
enum class NoiseWord : std::uint16_t {
  copyright = 1,
  tip = 2,
  menu = 4,
  comments = 8,
  related = 16,
  agency = 32,
  photo = 64,
  caption = 128,
  crew = 256,
  file = 512,
  contact = 1024,
  source = 2048,
  speaker = 4096,
  code = 8192,
  role = 16384,  ///< data/ko/layout_byline.tsv: 기자, 특파원
};

/// What a stretch of text (a line or a sentence) looks like, found in one pass.
struct Shape {
  std::uint16_t words = 0;   ///< kinds of noise words in it
  std::uint16_t begins = 0;  ///< kinds of the noise word that it begins with
  std::uint32_t characters = 0;
  std::uint32_t letters = 0;  ///< Hangul, Latin, Han
  std::uint32_t numbers = 0;  ///< runs of digits
  bool statement = false;     ///< ends as sentences do
  bool closed = false;        ///< does so in Korean
  bool code = false;          ///< plain characters with the marks of scripts and style sheets
  bool stopped = false;       ///< does so with a full stop; headlines end in verbs, too
  bool address = false;       ///< holds an e-mail address
  bool link = false;          ///< holds a web address
  bool domain = false;        ///< is a host name and nothing else
  bool phone = false;         ///< holds a telephone number
  bool date_only = false;     ///< a date or time and hardly a letter
  bool row = false;           ///< ends in two fields of numbers, as rows of lists do
  bool tags = false;          ///< every word begins with '#'
  bool menu_only = false;     ///< menu words and numbers, nothing else

  /// The shape of this stretch and the next one together, as far as sums tell it.
  void add(const Shape& next) {
    words |= next.words;
    characters += next.characters;
    letters += next.letters;
    numbers += next.numbers;
    statement = next.statement;
    closed = next.closed;
    stopped = next.stopped;
    address = address || next.address;
    link = link || next.link;
    phone = phone || next.phone;
    row = next.row;
  }

  [[nodiscard]] bool has(NoiseWord word) const { return (words & static_cast<std::uint16_t>(word)) != 0; }
  [[nodiscard]] bool begins_with(NoiseWord word) const { return (begins & static_cast<std::uint16_t>(word)) != 0; }
};

/// The words and measures by which Layout judges. Built once, read by any number of threads.
class LayoutRules {
 public:
  explicit LayoutRules(const lexicon::DataSet& data);

  [[nodiscard]] Shape shape(std::string_view words) const;

  /// Is the stretch who wrote it and nothing more: "홍길동 기자 hong@example.com", "[이향휘 선임기자]", "워싱턴=홍길동
  /// 특파원"?
  [[nodiscard]] bool is_reporter(std::string_view words, const Shape& shape) const;
  /// Is it where a picture comes from and nothing more: "[사진=한빛전자]", "연합뉴스", "한빛전자 제공"?
  [[nodiscard]] bool is_credit(std::string_view words, const Shape& shape) const;

  /// Bytes of a reporter's opening before a sentence: "(서울=연합뉴스) 홍길동 기자 = ", "[디지털한빛 홍길동기자] ", the
  /// outlet's name in brackets; 0 for none.
  [[nodiscard]] std::size_t opening(std::string_view words, std::string_view outlet) const;
  /// Where inside the sentence another reporter's opening begins, its name or role in it; 0 for none.
  [[nodiscard]] std::size_t inner_opening(std::string_view words) const;
  /// Bytes of a credit before a sentence: "연합뉴스" glued to "서울중앙지법은", "(사진=한빛전자) ", "홍길동 기자
  /// hong@example.com "; 0 for none.
  [[nodiscard]] std::size_t leading_credit(std::string_view words) const;
  /// Where at its end the sentence has a photo credit: "행사장 모습 [사진=한빛전자]", "… 하고 있다./연합뉴스"; 0 for
  /// none.
  [[nodiscard]] std::size_t trailing_credit(std::string_view words) const;

  /// Scripts and style sheets left in the text, in order.
  [[nodiscard]] std::vector<base::Span> code_spans(std::string_view text) const;

 private:
  [[nodiscard]] std::size_t mark_of_origin(std::string_view words, std::size_t at, bool& certain) const;
  [[nodiscard]] std::size_t name_and_role(std::string_view words, std::size_t at) const;

  lexicon::Matcher matcher_;
  std::vector<NoiseWord> kinds_;
  lexicon::Particles particles_;
};

}  // namespace timeline::extract
