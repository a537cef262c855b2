#include "quantity/korean_numbers.hpp"

#include <string>
#include <utility>

#include "lexicon/table.hpp"
#include "quantity/digits.hpp"
#include "quantity/units.hpp"

namespace timeline::quantity {

KoreanNumbers::KoreanNumbers(const lexicon::DataSet& data) {
  const lexicon::Table table(data, "ko/numbers.tsv");
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  for (const auto& row : table.rows()) {
    constexpr std::pair<std::string_view, Kind> kKinds[] = {
        {"digit", Kind::digit},   {"place", Kind::place},       {"group", Kind::group},
        {"native", Kind::native}, {"vague", Kind::vague},       {"share", Kind::share},
        {"some", Kind::some},     {"fraction", Kind::fraction}, {"range", Kind::range}};
    Word word;
    bool known = false;
    for (const auto& [name, kind] : kKinds)
      if (name == row["kind"]) {
        word.kind = kind;
        known = true;
      }
    if (!known) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
    const auto low = parse_decimal(row["low"]), high = parse_decimal(row["high"]);
    if (!low || !high || *high < *low) throw row.fault("low and high must be numbers, low first");
    word.low = *low;
    word.high = *high;
    strings.emplace_back(row["text"], static_cast<std::uint32_t>(words_.size()));
    words_.push_back(word);
  }
  matcher_ = lexicon::Matcher(std::move(strings));
}

std::optional<KoreanNumbers::Word> KoreanNumbers::word(std::string_view text, std::uint32_t at, Kind kind) const {
  std::optional<Word> longest;
  matcher_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    if (words_[id].kind != kind) return;
    longest = words_[id];
    longest->end = end;
  });
  return longest;
}

std::optional<KoreanNumbers::Section> KoreanNumbers::section(std::string_view text, std::uint32_t at,
                                                             std::uint32_t limit, bool words) const {
  Section section{.end = at};
  double last_place = 1e20;
  bool any = false;
  while (section.end < limit) {
    double low = 1, high = 1, step = 1;
    std::uint32_t end = section.end;
    bool vague = false;
    bool stated = true;
    // 1천 400명
    if (any && end + 1 < limit && text[end] == ' ' && text[end + 1] >= '0' && text[end + 1] <= '9') ++end;
    if (const auto digits = read_digits(text, end, limit)) {
      low = high = digits->value;
      step = digits->step;
      end = digits->end;
      section.digits = section.digits || !any;
      words = false;  // 10억이나: behind digits 이 is a particle
    } else if (const auto digit = word(text, end, Kind::digit);
               digit && words && (word(text, digit->end, Kind::place) || word(text, digit->end, Kind::group))) {
      low = high = digit->low;
      end = digit->end;
      ++section.words;
    } else if (const auto some = word(text, end, Kind::vague); some && !any) {
      low = some->low;
      high = some->high;
      end = some->end;
      vague = true;
    } else {
      stated = false;
    }
    if (low >= last_place) break;
    const auto place = word(text, end, Kind::place);
    if (!stated && !place) break;
    if (place && place->low >= last_place) break;
    if (vague && !place && !word(text, end, Kind::group)) break;
    const double scale = place ? place->low : 1;
    if (place) {
      end = place->end;
      ++section.words;
    }
    if (!any) {
      section.head = low;
      section.head_scale = scale;
    }
    section.low += low * scale;
    section.high += vague && place ? (high + 1) * scale - 1 : high * scale;
    section.step = step * scale;
    section.vague = section.vague || vague;
    section.end = end;
    any = true;
    if (!place || vague) break;
    last_place = scale;
  }
  if (!any || section.end > limit) return std::nullopt;
  return section;
}

}  // namespace timeline::quantity
