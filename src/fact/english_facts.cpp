#include "fact/english_facts.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "fact/by_sentence.hpp"
#include "fact/fact_words.hpp"
#include "fact/landmarks.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::uint32_t kPhrase = 60;   // bytes of a noun phrase that is measured
constexpr std::uint32_t kNear = 400;    // bytes around a number that are read
constexpr std::uint32_t kOpening = 12;  // bytes at the start of a sentence in which its time stands before a comma
constexpr std::uint32_t kClose = 25;    // bytes between a verb of saying and its own time
constexpr std::uint32_t kObject = 40;   // bytes between a verb and the number that counts its object

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
    name(fact, quantity, scope, clause);
    lower(fact.attribute);
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

  // --- what is measured ------------------------------------------------------------------------------------------

  void name(model::Fact& fact, const model::Quantity& quantity, base::Span scope, base::Span clause) const {
    const base::Span before{clause.begin, quantity.span.begin};
    if (!quantity.counter.empty()) {
      fact.attribute = quantity.counter;
      fact.rule = "english-counted";
      const auto after = words_.action(EnglishAction::after, text_, next_words(quantity.span.end, clause.end));
      const auto done = words_.action(EnglishAction::before, text_, before);
      if (after)
        fact.attribute += ' ' + std::string(after->attribute);
      else if (done && quantity.span.begin - done->span.end <= kObject && !has_name(done->span.end, before.end))
        fact.attribute += ' ' + std::string(done->attribute);
      return;
    }
    const bool share = quantity.unit == "%" || (quantity.unit == "x" && quantity.high.value_or(2) <= 1);
    const bool level = text_.substr(0, quantity.span.begin).ends_with(" to ");
    base::Span changed;
    std::string change;
    if ((share || is_currency(quantity.unit)) && !level)
      if (const auto found = words_.action(EnglishAction::change, text_, before)) {
        changed = found->span;
        change = ' ' + std::string(found->attribute);
      }
    // 18 percent of the votes
    if (share && text_.substr(quantity.span.end).starts_with(" of ")) {
      const base::Span whole = phrase_after(quantity.span.end + 4, scope.end);
      if (!whole.empty()) {
        fact.attribute = "share of " + std::string(whole.of(text_));
        fact.rule = "english-share";
        return;
      }
    }
    if (text_.substr(0, quantity.span.begin).ends_with(" of ")) {
      base::Span phrase = phrase_before(clause.begin, quantity.span.begin - 4);
      if (!phrase.empty()) {
        fact.attribute = phrase.of(text_);
        fact.rule = "english-of";
        return;
      }
    }
    const auto measures = words_.all(EnglishWord::measure, text_, before);
    const auto money = is_currency(quantity.unit) ? words_.action(EnglishAction::money, text_, before) : std::nullopt;
    if (!measures.empty() && !(money && money->span.begin > measures.back().end)) {
      // "revenue rose 12%": the last noun before it that numbers measure.
      fact.attribute = phrase_before(clause.begin, measures.back().end).of(text_);
      fact.rule = "english-measure";
      if (changed.begin >= measures.back().end) fact.attribute += change;
      return;
    }
    fact.rule = "english-default";
    if (money) {
      fact.attribute = money->attribute;
      fact.rule = "english-action";
      return;
    }
    // 40 metres deep
    const base::Span next{quantity.span.end, std::min<std::uint32_t>(quantity.span.end + 12, clause.end)};
    if (const auto size = words_.action(EnglishAction::size, text_, next); size && size->span.begin <= next.begin + 1) {
      fact.attribute = size->attribute;
      return;
    }
    fact.attribute = words_.default_attribute(quantity);
    fact.attribute += change;
  }
  /// Sales at the start of a sentence are sales; a name stays one.
  void lower(std::string& attribute) const {
    const bool word = attribute.size() > 1 && attribute[0] >= 'A' && attribute[0] <= 'Z' && attribute[1] >= 'a';
    if (!word) return;
    std::string first = attribute.substr(0, attribute.find(' '));
    first[0] = static_cast<char>(first[0] - 'A' + 'a');
    if (words_.is(EnglishWord::measure, first, {0, static_cast<std::uint32_t>(first.size())}) ||
        words_.is(EnglishWord::plain, first, {0, static_cast<std::uint32_t>(first.size())}))
      attribute[0] = first[0];
  }
  /// The words behind a number in which its verb may stand: to the end of its clause, not far.
  [[nodiscard]] base::Span next_words(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t kVerb = 45;  // bytes
    std::uint32_t stop = std::min(end, at + kVerb);
    for (std::uint32_t i = at; i < stop; ++i)
      if (text_[i] == ',' || text_[i] == '.' || text_.substr(i).starts_with(" and ")) stop = i;
    return {at, stop};
  }
  [[nodiscard]] bool has_name(std::uint32_t begin, std::uint32_t end) const {
    return begin < end && !marks_.names_in({begin, end}).empty();
  }
  /// The noun phrase that ends at `end`, back to a word that ends one, a comma or `begin`.
  [[nodiscard]] base::Span phrase_before(std::uint32_t begin, std::uint32_t end) const {
    while (end > begin && text_[end - 1] == ' ') --end;
    std::uint32_t at = end;
    while (at > begin) {
      std::uint32_t word = at;
      while (word > begin && text_[word - 1] != ' ' && text_[word - 1] != ',' && text_[word - 1] != '(') --word;
      // Nvidia's revenue: whose it is, is the subject.
      const bool possessive = text_.substr(word, at - word).ends_with("'s");
      const bool other = has_name(word, at) || words_.status(text_, {word, at}).has_value();
      if (word == at || possessive || other || words_.is(EnglishWord::stop, text_, {word, at}) || end - word > kPhrase)
        break;
      at = word;
      if (at > begin && text_[at - 1] != ' ') break;
      while (at > begin && text_[at - 1] == ' ') --at;
      if (at > begin && (text_[at - 1] == ',' || text_[at - 1] == '.')) break;
    }
    while (at < end && text_[at] == ' ') ++at;
    return {at, end};
  }
  /// The noun phrase that begins at `at`, without its article, to a word that ends one.
  [[nodiscard]] base::Span phrase_after(std::uint32_t at, std::uint32_t limit) const {
    std::uint32_t begin = at, end = at;
    while (end < limit) {
      std::uint32_t word_end = end;
      while (word_end < limit && (is_letter(text_[word_end]) || text_[word_end] == '-' || text_[word_end] == '\'' ||
                                  (text_[word_end] & 0x80) != 0))
        ++word_end;
      if (word_end == end || word_end - begin > kPhrase) break;
      // A verb ends it: half of the systems use it, 18 percent of the voters stayed.
      const bool verb = text_.substr(end, word_end - end).ends_with("ed") || is_action({end, word_end});
      if (verb && end != begin) break;
      if (words_.is(EnglishWord::stop, text_, {end, word_end})) {
        if (end != begin) break;
        begin = word_end + 1;  // the votes, all its sites
      }
      end = word_end;
      if (end >= limit || text_[end] != ' ') break;
      ++end;
    }
    while (end > begin && text_[end - 1] == ' ') --end;
    return begin < end ? base::Span{begin, end} : base::Span{at, at};
  }

  [[nodiscard]] bool is_action(base::Span word) const {
    for (const EnglishAction place :
         {EnglishAction::before, EnglishAction::after, EnglishAction::money, EnglishAction::change})
      if (const auto found = words_.action(place, text_, word); found && found->span == word) return true;
    return false;
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
