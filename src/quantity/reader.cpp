#include "quantity/reader.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "quantity/digits.hpp"
#include "text/utf8.hpp"

namespace timeline::quantity {
namespace {

bool is_word(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c);
}

bool is_currency(std::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
/// Do two units measure the same: money, lengths, areas, weights, temperatures?
bool alike(std::string_view a, std::string_view b) {
  constexpr std::array<std::string_view, 5> kLike{" m km mi yd ft in nmi ", " m2 km2 ha pyeong acre ft2 mi2 ",
                                                  " g kg t oz lb ", " L mL gal m3 ", " °C °F "};
  if (a == b) return false;
  if (is_currency(a) && is_currency(b)) return true;
  const auto in = [](std::string_view list, std::string_view unit) {
    return list.find(" " + std::string(unit) + " ") != std::string_view::npos;
  };
  return std::any_of(kLike.begin(), kLike.end(), [&](std::string_view list) { return in(list, a) && in(list, b); });
}

/// "1000억 달러(약 139조 원)", "42마일(약 67㎞)": the second amount only converts the first.
bool converts(std::string_view text, const model::Quantity& first, const model::Quantity& second) {
  if (!alike(first.unit, second.unit) || second.span.begin < first.span.end) return false;
  std::uint32_t at = first.span.end;
  const auto skip_space = [&] {
    while (at < second.span.begin && text[at] == ' ') ++at;
  };
  skip_space();
  if (at >= second.span.begin) return false;
  const char32_t mark = text::decode(text, at).code_point;
  if (mark != U'(' && mark != 0xFF08 && mark != U',' && mark != U'[' && mark != U'=') return false;
  at += text::decode(text, at).length;
  skip_space();
  if (at != second.span.begin) return false;
  std::uint32_t end = second.span.end;
  while (end < text.size() && text[end] == ' ') ++end;
  if (end >= text.size()) return false;
  const char32_t close = text::decode(text, end).code_point;
  return mark == U',' ? close == U')'
                      : close == U')' || close == 0xFF09 || close == U']' || close == U',' || mark == U'=';
}

}  // namespace

Reader::Reader(const lexicon::DataSet& data) : korean_(data), english_(data) {}

void Reader::read(const model::Article& article, model::Extraction& extraction) const {
  for (const model::Field field : {model::Field::title, model::Field::body}) {
    // Numbers inside these are dates, or belong to names.
    std::vector<base::Span> taken;
    const auto take = [&](std::uint32_t sentence, base::Span span) {
      if (extraction.sentences[sentence].field == field) taken.push_back(span);
    };
    for (const model::TimeExpression& time : extraction.times) take(time.sentence, time.span);
    for (const model::EntityMention& mention : extraction.mentions) take(mention.sentence, mention.span);
    std::sort(taken.begin(), taken.end());
    const std::string_view text = model::text_of(article, field);
    for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i)
      if (extraction.sentences[i].field == field && extraction.sentences[i].role != model::SentenceRole::noise)
        read_sentence(text, i, taken, article.language.starts_with("en"), extraction);
  }
}

void Reader::read_sentence(std::string_view text, std::uint32_t index, const std::vector<base::Span>& taken,
                           bool english, model::Extraction& extraction) const {
  const base::Span sentence = extraction.sentences[index].span;
  auto next_taken = std::lower_bound(taken.begin(), taken.end(), sentence.begin,
                                     [](base::Span span, std::uint32_t at) { return span.end <= at; });
  char32_t before = U'\n';
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    while (next_taken != taken.end() && next_taken->end <= at) ++next_taken;
    const auto byte = static_cast<unsigned char>(text[at]);
    const text::Decoded c = text::decode(text, at);
    const bool digit = text::is_digit(byte);
    if (!digit && (c.code_point == U' ' || (is_word(c.code_point) && is_word(before)))) {
      before = c.code_point;
      at += c.length;
      continue;
    }
    const bool in_taken = next_taken != taken.end() && next_taken->begin <= at;
    if (in_taken && next_taken->begin < at) {
      at = std::min(next_taken->end, sentence.end);
      before = U'0';
      continue;
    }
    // A longer number that starts like a time is none: 3분의 1.
    const auto found = english ? english_.read(text, sentence, at) : korean_.read(text, sentence, at);
    if (in_taken && !(found && found->span.end > next_taken->end)) {
      at = std::min(next_taken->end, sentence.end);
      before = U'0';
      continue;
    }
    if (found && (in_taken || next_taken == taken.end() || next_taken->begin >= found->span.end)) {
      model::Quantity quantity = *found;
      quantity.sentence = index;
      if (!extraction.quantities.empty()) {
        const model::Quantity& last = extraction.quantities.back();
        if (last.sentence == index && last.converts == model::Quantity{}.converts && converts(text, last, quantity))
          quantity.converts = static_cast<std::uint32_t>(extraction.quantities.size() - 1);
      }
      at = quantity.span.end;
      before = text::decode_before(text, at).code_point;
      extraction.quantities.push_back(std::move(quantity));
      continue;
    }
    const std::uint32_t end = digit ? skip_digits(text, at, sentence.end) : at + c.length;
    before = digit ? U'0' : c.code_point;
    at = end;
  }
}

}  // namespace timeline::quantity
