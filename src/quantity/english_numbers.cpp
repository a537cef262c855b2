// English numbers: digits, and words that make one up.
#include "quantity/digits.hpp"
#include "quantity/english.hpp"
#include "text/utf8.hpp"

namespace timeline::quantity {

bool letter_at(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  return at < limit &&
         (text::is_latin(static_cast<unsigned char>(text[at])) || text::is_digit(static_cast<unsigned char>(text[at])));
}
std::uint32_t skip_joint(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  return at < limit && (text[at] == ' ' || text[at] == '-') ? at + 1 : at;
}

std::optional<EnglishReader::Word> EnglishReader::word(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                                       Kind kind) const {
  std::optional<Word> found;
  matcher_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    if (words_[id].kind != kind || end > limit || letter_at(text, end, limit)) return;
    found = words_[id];
    found->end = end;
  });
  return found;
}

/// "two hundred and five", "twenty-five thousand", "a million", "a dozen".
std::optional<Number> EnglishReader::words_at(std::string_view text, std::uint32_t at, std::uint32_t limit) const {
  if (const auto vague = word(text, at, limit, Kind::vague))
    return Number{
        .begin = at, .end = vague->end, .low = vague->low, .high = vague->high, .native = true, .grouped = true};
  double total = 0, section = 0;
  std::uint32_t position = at, end = at;
  bool any = false, scaled = false;
  while (position < limit) {
    if (const auto scale = any ? word(text, position, limit, Kind::scale) : std::nullopt) {
      section = (section > 0 ? section : 1) * scale->low;
      if (scale->low >= 1000) {
        total += section;
        section = 0;
      }
      scaled = true;
      end = scale->end;
    } else if (const auto ten = word(text, position, limit, Kind::ten)) {
      section += ten->low;
      end = ten->end;
    } else if (const auto unit = word(text, position, limit, Kind::unit)) {
      section += unit->low;
      end = unit->end;
    } else if (const auto article = any ? std::nullopt : word(text, position, limit, Kind::article)) {
      const std::uint32_t next = skip_joint(text, article->end, limit);
      if (!word(text, next, limit, Kind::scale)) return std::nullopt;
      section = 1;
      end = article->end;
    } else if (const auto conjunction = scaled ? word(text, position, limit, Kind::conjunction) : std::nullopt) {
      const std::uint32_t next = skip_joint(text, conjunction->end, limit);
      if (!word(text, next, limit, Kind::ten) && !word(text, next, limit, Kind::unit)) break;
      position = next;
      continue;
    } else {
      break;
    }
    any = true;
    const std::uint32_t next = skip_joint(text, end, limit);
    if (next == end) break;
    position = next;
  }
  if (!any) return std::nullopt;
  total += section;
  return Number{.begin = at, .end = end, .low = total, .high = total, .grouped = scaled};
}

std::optional<Number> EnglishReader::number_at(std::string_view text, std::uint32_t at, std::uint32_t limit,
                                               bool money) const {
  const auto digits = read_digits(text, at, limit);
  if (!digits) return words_at(text, at, limit);
  Number number{.begin = at,
                .end = digits->end,
                .low = digits->value,
                .high = digits->value,
                .step = digits->step,
                .digits = true};
  std::optional<Word> scale = word(text, skip_joint(text, number.end, limit), limit, Kind::scale);
  if (!scale && money) scale = word(text, number.end, limit, Kind::suffix);
  if (scale) {
    number.low *= scale->low;
    number.high = number.low;
    number.head = digits->value;
    number.head_scale = scale->low;
    number.step *= scale->low;
    number.end = scale->end;
    number.grouped = true;
  }
  return number;
}

}  // namespace timeline::quantity
