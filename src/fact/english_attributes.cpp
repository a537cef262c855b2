#include "fact/english_attributes.hpp"

#include <algorithm>
#include <string>

#include "fact/fact_words.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::uint32_t kPhrase = 60;  // bytes of a noun phrase that is measured
constexpr std::uint32_t kObject = 40;  // bytes between a verb and the number that counts its object

bool is_letter(char c) {
  return text::is_latin(static_cast<unsigned char>(c));
}

class Namer {
 public:
  Namer(std::string_view text, const EnglishWords& words, const Landmarks& marks)
      : text_(text), words_(words), marks_(marks) {}

  void name(model::Fact& fact, const model::Quantity& quantity, base::Span scope, base::Span clause) const {
    const base::Span before{clause.begin, quantity.span.begin};
    if (!quantity.counter.empty()) {
      fact.attribute = quantity.counter;
      fact.rule = "english-counted";
      const auto after = words_.action(EnglishAction::after, text_, next_words(quantity.span.end, clause.end));
      const auto done = words_.action(EnglishAction::before, text_, before);
      if (after)
        fact.attribute += ' ' + std::string(after->attribute);
      else if (done && quantity.span.begin - done->span.end <= kObject && !has_name(done->span.end, before.end) &&
               !describes(done->span, quantity.span.begin))
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

 private:
  /// "an open model with 30 billion parameters": an adjective, and a number that counts no object of it.
  [[nodiscard]] bool describes(base::Span verb, std::uint32_t number) const {
    const std::string_view ahead = text_.substr(0, verb.begin);
    if (ahead.ends_with(" a ") || ahead.ends_with(" an ") || ahead.ends_with(" the ")) return true;
    return base::Span{verb.end, number}.of(text_).find(" with ") != std::string_view::npos;
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

  std::string_view text_;
  const EnglishWords& words_;
  const Landmarks& marks_;
};

}  // namespace

void name_attribute(std::string_view text, const EnglishWords& words, const Landmarks& marks, base::Span scope,
                    base::Span clause, const model::Quantity& quantity, model::Fact& fact) {
  const Namer namer(text, words, marks);
  namer.name(fact, quantity, scope, clause);
  namer.lower(fact.attribute);
}

}  // namespace timeline::fact
