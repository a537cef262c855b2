#include "fact/english_facts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "fact/by_sentence.hpp"
#include "fact/english_attributes.hpp"
#include "fact/landmarks.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::uint32_t kNear = 400;    // bytes around a number that are read
constexpr std::uint32_t kOpening = 12;  // bytes at the start of a sentence in which its time stands before a comma
constexpr std::uint32_t kClose = 25;    // bytes between a verb of saying and its own time

bool is_letter(char c) {
  return text::is_latin(static_cast<unsigned char>(c));
}

class Builder {
 public:
  Builder(std::string_view text, model::Field field, model::Extraction& extraction, const EnglishWords& words)
      : text_(text),
        field_(field),
        extraction_(extraction),
        words_(words),
        marks_(landmarks_of(extraction, field)),
        times_(extraction.times),
        events_(extraction.events),
        quotations_(extraction.quotations) {}

  void build() {
    for (std::uint32_t i = 0; i < extraction_.quantities.size(); ++i) {
      const model::Quantity& quantity = extraction_.quantities[i];
      if (extraction_.sentences[quantity.sentence].field != field_ || quantity.converts < extraction_.quantities.size())
        continue;
      make(i);
    }
  }

 private:
  void make(std::uint32_t index) {
    const model::Quantity& quantity = extraction_.quantities[index];
    const base::Span sentence = extraction_.sentences[quantity.sentence].span;
    model::Fact fact;
    fact.sentence = quantity.sentence;
    fact.span = quantity.span;
    fact.quantity = index;
    if (index + 1 < extraction_.quantities.size() && extraction_.quantities[index + 1].converts == index)
      fact.converted = index + 1;
    for (const std::uint32_t q : quotations_.of(quantity.sentence))
      if (extraction_.quotations[q].span.contains(quantity.span)) {
        fact.attributed_to = extraction_.quotations[q].speaker_text;
      }
    // Only near the number, so that a sentence without end costs no more.
    base::Span scope{std::max(sentence.begin, quantity.span.begin > kNear ? quantity.span.begin - kNear : 0),
                     std::min(sentence.end, quantity.span.end + kNear)};
    while (!text::is_boundary(text_, scope.begin)) ++scope.begin;
    while (!text::is_boundary(text_, scope.end)) --scope.end;
    const base::Span clause = clause_around(quantity.span, scope);
    name_attribute(text_, words_, marks_, scope, clause, quantity, fact);
    fact.subject = subject(quantity, clause);
    set_time(fact, quantity, sentence, clause);
    for (const std::uint32_t e : events_.of(quantity.sentence))
      if (extraction_.events[e].evidence.contains(quantity.span) && !fact.event) {
        fact.event = e;
        fact.status = extraction_.events[e].status;
      }
    if (const auto status = words_.status(text_, clause)) fact.status = *status;
    if (fact.attributed_to.empty()) fact.attributed_to = source(scope);
    extraction_.facts.push_back(std::move(fact));
  }

  /// The words around a number up to where another clause begins: a semicolon, or a comma before and, but, which.
  [[nodiscard]] base::Span clause_around(base::Span number, base::Span scope) const {
    base::Span clause = scope;
    for (std::uint32_t at = scope.begin; at < number.begin; ++at)
      if (parts(at)) clause.begin = at + 1;
    for (std::uint32_t at = number.end; at < scope.end; ++at)
      if (parts(at)) {
        clause.end = at;
        break;
      }
    return clause;
  }
  [[nodiscard]] bool parts(std::uint32_t at) const {
    const char c = text_[at];
    if (c == ';' || c == ':' || c == '(' || c == ')') return true;
    constexpr std::array<std::string_view, 9> kAfterComma{" and ",   " but ",   " while ",   " which ", " who ",
                                                          " where ", " after ", " because ", " as "};
    constexpr std::array<std::string_view, 3> kBare{" while ", " but ", " because "};
    const auto begins = [&](std::string_view word, std::uint32_t from) { return text_.substr(from).starts_with(word); };
    if (c == ',') return std::any_of(kAfterComma.begin(), kAfterComma.end(), [&](auto w) { return begins(w, at + 1); });
    return c == ' ' && std::any_of(kBare.begin(), kBare.end(), [&](auto w) { return begins(w, at); });
  }

  // --- whose, when, who says so ----------------------------------------------------------------------------------

  /// The name that begins the number's clause, or owns what is measured; none behind a preposition.
  [[nodiscard]] std::optional<std::uint32_t> subject(const model::Quantity& quantity, base::Span clause) const {
    std::optional<std::uint32_t> found;
    for (const Landmarks::Named& name : marks_.names_in({clause.begin, quantity.span.begin})) {
      const model::EntityKind kind = extraction_.entities[name.entity].kind;
      if (name.span.begin < clause.begin || name.span.end > quantity.span.begin) continue;
      const bool owns = text_.substr(name.span.end).starts_with("'s ");
      if (kind != model::EntityKind::company && kind != model::EntityKind::organization &&
          kind != model::EntityKind::person && !(owns && kind == model::EntityKind::place))
        continue;
      if (owns) {
        found = name.entity;
        continue;
      }
      if (!found && begins_clause(name.span.begin, clause.begin) && !says(name.span.end)) found = name.entity;
    }
    return found;
  }
  /// Do only capitalised words, an article or a connecting word stand before the name?
  [[nodiscard]] bool begins_clause(std::uint32_t at, std::uint32_t begin) const {
    std::uint32_t from = begin;
    while (from < at && !is_letter(text_[from])) ++from;
    constexpr std::uint32_t kTitle = 45;  // bytes: U.S. chip maker Nvidia
    if (at - from > kTitle) return false;
    for (std::uint32_t word = from; word < at;) {
      std::uint32_t end = word;
      while (end < at && text_[end] != ' ') ++end;
      constexpr std::array<std::string_view, 14> kPrepositions{
          "of", "from", "by", "to", "with", "for", "against", "at", "in", "than", "between", "among", "on", "after"};
      const std::string_view found = text_.substr(word, end - word);
      if (std::find(kPrepositions.begin(), kPrepositions.end(), found) != kPrepositions.end()) return false;
      word = end + 1;
    }
    return true;
  }
  /// Does a verb of saying follow: Nvidia said that …?
  [[nodiscard]] bool says(std::uint32_t at) const {
    const base::Span near{at, std::min(at + kClose, static_cast<std::uint32_t>(text_.size()))};
    const auto verbs = words_.all(EnglishWord::verb, text_, near);
    return !verbs.empty() && verbs.front().begin <= at + 2 && text_.substr(verbs.front().end).starts_with(" that ");
  }

  void set_time(model::Fact& fact, const model::Quantity& quantity, base::Span sentence, base::Span clause) const {
    for (const std::uint32_t t : times_.of(quantity.sentence)) {
      const model::TimeExpression& time = extraction_.times[t];
      if (time.kind != model::TimeKind::date || !time.value.is_dated()) continue;
      const bool opens = time.span.begin < sentence.begin + kOpening && time.span.end <= quantity.span.begin;
      if (!clause.contains(time.span) && !opens) continue;
      if (dates_saying(time.span) || text_.substr(time.span.end).starts_with("'s ")) continue;
      // A comma parts it from the number, unless the sentence opens with it.
      const base::Span gap = time.span.end <= quantity.span.begin
                                 ? base::Span{time.span.end, quantity.span.begin}
                                 : base::Span{quantity.span.end, std::max(quantity.span.end, time.span.begin)};
      const auto commas = std::count(text_.begin() + gap.begin, text_.begin() + gap.end, ',');
      if (commas > (opens ? 1 : 0)) continue;
      if (!fact.valid || time.span.end <= quantity.span.begin) fact.valid = time.value;
    }
  }
  /// said on Monday; on Monday said
  [[nodiscard]] bool dates_saying(base::Span time) const {
    const std::uint32_t from = time.begin > kClose ? time.begin - kClose : 0;
    const auto before = words_.all(EnglishWord::verb, text_, {from, time.begin});
    if (!before.empty() && count_words({before.back().end, time.begin}) <= 2) return true;
    const auto after = words_.all(EnglishWord::verb, text_, {time.end, std::min<std::uint32_t>(time.end + 12, size())});
    return !after.empty() && after.front().begin <= time.end + 2;
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  [[nodiscard]] int count_words(base::Span span) const {
    return static_cast<int>(std::count(text_.begin() + span.begin, text_.begin() + span.end, ' '));
  }

  /// "…, according to Gartner"; "Gartner said …": who gives the number, outside quotation marks.
  [[nodiscard]] std::string source(base::Span scope) const {
    for (const base::Span verb : words_.all(EnglishWord::verb, text_, scope)) {
      for (const Landmarks::Named& name : marks_.names_in(scope)) {
        const model::EntityKind kind = extraction_.entities[name.entity].kind;
        if (kind == model::EntityKind::place || kind == model::EntityKind::product ||
            kind == model::EntityKind::occasion)
          continue;
        const bool to = verb.of(text_).ends_with(" to") || verb.of(text_) == "said";
        if (name.span.end <= verb.begin && verb.begin - name.span.end <= 2 && !verb.of(text_).ends_with(" to"))
          return std::string(name.span.of(text_));
        if (to && name.span.begin >= verb.end && name.span.begin - verb.end <= 6)
          return std::string(name.span.of(text_));
      }
    }
    return {};
  }

  std::string_view text_;
  model::Field field_;
  model::Extraction& extraction_;
  const EnglishWords& words_;
  Landmarks marks_;
  BySentence times_, events_, quotations_;
};

}  // namespace

void build_english_facts(std::string_view text, model::Field field, model::Extraction& extraction,
                         const EnglishWords& words) {
  Builder(text, field, extraction, words).build();
}

}  // namespace timeline::fact
