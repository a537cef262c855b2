#include "event/english_verbs.hpp"

#include "event/english_verb_forms.hpp"

namespace timeline::event {
namespace {

using model::EventStatus;
using enum EnglishClass;

/// Reads one group of verbs from a token on.
class GroupReader {
 public:
  GroupReader(const EnglishGrammar& grammar, const EnglishTokens& tokens, std::uint32_t start, std::uint32_t first,
              std::uint32_t end, bool headline)
      : grammar_(grammar),
        tokens_(tokens),
        forms_(grammar, tokens, start, first, end),
        start_(start),
        first_(first),
        end_(end),
        headline_(headline) {}

  /// The group that begins at `at`, or none.
  [[nodiscard]] bool read(std::uint32_t at, VerbGroup& group) {
    group = {};
    group.begin = at;
    std::uint32_t i = at;
    // "Nvidia to supply chips"; behind another verb "to" says what for.
    if (headline_ && first_ == start_ && at > first_ && token(i).lower == "to" && forms_.base_at(i + 1)) {
      group.status = EventStatus::planned;
      return take(i + 1, EnglishForm::base, group) && chain(group);
    }
    // "Google in talks to sell", "chipmaker set to close": a headline leaves out the copula.
    if (headline_ && first_ == start_ && at > first_ && !token(at).auxiliary()) {
      const std::uint32_t governor = token(at).is(preposition) && at + 1 < end_ ? at + 1 : at;
      if (governor + 2 < end_ && governs(token(governor)) && token(governor + 1).lower == "to" &&
          forms_.base_at(governor + 2) && (governor > at || !forms_.finite_at(governor)))
        return govern(at, governor + 1, group);
    }
    // "the will", "its remains": a noun.
    if (at > first_ && (token(at - 1).is(article) || token(at - 1).is(determiner)) && token(at).auxiliary())
      return false;
    bool modal = false, be = false, have = false, done = false;
    for (; i < end_; ++i) {
      const EnglishToken& word = token(i);
      if (word.quoted || word.aside) {
        if (i == at) return false;
        break;
      }
      if (word.is(negation)) {
        if (i == at && !word.auxiliary()) return false;
        group.negated = true;
        if (!word.auxiliary()) continue;
      }
      if (word.is(EnglishClass::be) && !(have && word.lower != "been")) {
        const bool finite = !word.lower.starts_with("be");
        if ((i == at && finite) || modal || have || be) {
          group.past_be = word.lower == "was" || word.lower == "were";
          group.present = !modal && !have && !group.past_be && !word.lower.ends_with("ed");
          be = true;
          continue;
        }
        break;
      }
      if (word.is(EnglishClass::have) && !have && !be && forms_.has_participle_behind(i)) {
        have = true;
        group.perfect = i == at && word.lower != "had";
        continue;
      }
      if (word.is(do_verb) && i == at && forms_.has_base_behind(i)) {
        done = true;
        continue;
      }
      if (i == at && !is_month(i)) {
        if (word.is(future)) {
          modal = true, group.status = EventStatus::planned;
          continue;
        }
        if (word.is(EnglishClass::would)) {
          modal = true, group.would = true, group.status = EventStatus::planned;
          continue;
        }
        if (word.is(may)) {
          modal = true, group.status = EventStatus::possible;
          continue;
        }
        if (word.is(can)) {
          modal = true, group.duty = true;
          continue;
        }
      }
      if (i > at && word.adverb()) continue;
      break;
    }
    if (i >= end_) return finish_copula(i, be, group);
    if (modal && !be && !have) return take(i, EnglishForm::base, group) ? chain(group) : unknown(i, group);
    if (done) return take(i, EnglishForm::base, group) ? chain(group) : unknown(i, group);
    if (be) {
      if (const std::uint32_t to = governor_behind(i); to != kNoToken) return govern(i, to, group);
      if (take(i, EnglishForm::participle, group)) {
        group.passive = true;
        if (group.status == EventStatus::occurred && token(i - 1).lower == "being") group.status = EventStatus::ongoing;
        return chain(group);
      }
      if (take(i, EnglishForm::gerund, group)) {
        if (group.status == EventStatus::occurred) group.status = EventStatus::ongoing;
        return chain(group);
      }
      return finish_copula(i, true, group);
    }
    if (have) return take(i, EnglishForm::participle, group) && chain(group);
    return lexical(i, group);
  }

  /// "Five dead": a headline leaves out the copula.
  [[nodiscard]] bool read_state(std::uint32_t at, VerbGroup& group) const {
    if (at == first_ || tokens_[at].capital || !is_plural(tokens_, first_, at)) return false;
    for (const EnglishEntry& entry : *grammar_.forms("be"))
      if (grammar_.verb(entry.verb).particle == tokens_[at].lower) {
        group = {};
        group.begin = group.token = at;
        group.end = at + 1;
        group.verb = &grammar_.verb(entry.verb);
        return true;
      }
    return false;
  }

 private:
  [[nodiscard]] const EnglishToken& token(std::uint32_t at) const { return tokens_[at]; }

  /// "May": a month, not an auxiliary.
  [[nodiscard]] bool is_month(std::uint32_t at) const { return token(at).time != kNoToken; }

  [[nodiscard]] bool take(std::uint32_t at, EnglishForm form, VerbGroup& group) const {
    std::uint32_t end = at + 1;
    const EnglishVerb* verb = forms_.find(at, form, &end);
    if (!verb) return false;
    group.verb = verb;
    group.token = at;
    group.end = end;
    return true;
  }

  [[nodiscard]] static bool unknown(std::uint32_t at, VerbGroup& group) {
    group.token = at;
    group.end = at + 1;
    return true;
  }

  /// "were dead", "is under arrest" have rows of their own; any other copula only ends the clause.
  [[nodiscard]] bool finish_copula(std::uint32_t at, bool be, VerbGroup& group) const {
    if (!be) return false;
    group.copula = true;
    group.token = at - 1;
    group.end = at;
    std::string words;
    for (std::uint32_t i = at; i < end_ && i < at + 2; ++i) {
      words += (words.empty() ? "" : " ") + token(i).lower;
      for (const EnglishEntry& entry : *grammar_.forms("be"))
        if (grammar_.verb(entry.verb).particle == words) {
          group.verb = &grammar_.verb(entry.verb);
          group.end = i + 1;
          return true;
        }
    }
    return true;
  }

  [[nodiscard]] static bool governs(const EnglishToken& word) {
    return word.is(to_planned) || word.is(to_expected) || word.is(to_possible) || word.is(to_occurred);
  }
  static void apply(const EnglishToken& word, VerbGroup& group, bool passive) {
    if (word.is(to_planned)) group.status = EventStatus::planned;
    // "is expected to": who expects to do something only hopes.
    if (word.is(to_expected)) group.status = passive ? EventStatus::expected : EventStatus::possible;
    if (word.is(to_possible)) group.status = EventStatus::possible;
    if (word.is(to_planned) || word.is(to_expected) || word.is(to_possible)) group.present = false;
  }

  /// "is (in talks|likely|expected|about|—) to sell": the place of the "to", or kNoToken.
  [[nodiscard]] std::uint32_t governor_behind(std::uint32_t at) const {
    for (std::uint32_t to = at; to < end_ && to <= at + 2; ++to)
      if (token(to).lower == "to") {
        if (!forms_.base_at(forms_.past_adverbs(to + 1))) return kNoToken;
        return to == at || governs(token(to - 1)) ? to : kNoToken;
      }
    return kNoToken;
  }
  [[nodiscard]] bool govern(std::uint32_t at, std::uint32_t to, VerbGroup& group) const {
    if (to == at)
      group.status = EventStatus::planned, group.present = false;
    else
      apply(token(to - 1), group, true);
    return passive_or_active(forms_.past_adverbs(to + 1), group) && chain(group);
  }
  /// What follows "to": "sell", "be sold".
  [[nodiscard]] bool passive_or_active(std::uint32_t at, VerbGroup& group) const {
    if (at < end_ && token(at).lower == "be" && take(forms_.past_adverbs(at + 1), EnglishForm::participle, group)) {
      group.passive = true;
      return true;
    }
    return take(at, EnglishForm::base, group);
  }

  /// "plans to sell": what is planned is the event.
  [[nodiscard]] bool chain(VerbGroup& group) const {
    for (int links = 0; links < 3; ++links) {
      const std::uint32_t to = forms_.past_adverbs(group.end);
      if (to >= end_ || token(to).lower != "to" || token(to).quoted || token(group.end - 1).comma) return true;
      const EnglishToken& word = token(group.token);
      const std::uint32_t next = forms_.past_adverbs(to + 1);
      if (!governs(word) || next >= end_ || token(next).quoted || !forms_.base_at(next)) return true;
      // "was told to leave" says what others want; "was expected to" speaks of the future.
      VerbGroup inner = group;
      inner.passive = false;
      if (!passive_or_active(next, inner)) return true;
      // "agreed to pay": what is agreed to tells nothing by itself.
      if (inner.verb->closes() && group.verb && !group.verb->closes() && group.verb->kind == TriggerClass::plain)
        return true;
      apply(word, inner, group.passive);
      group = inner;
    }
    return true;
  }

  [[nodiscard]] bool lexical(std::uint32_t at, VerbGroup& group) const {
    const EnglishToken& word = token(at);
    if (word.is(EnglishClass::have) || word.is(do_verb)) {
      if (!forms_.noun_before(at)) return false;
      group.present = word.lower != "had" && word.lower != "did";
      return take(at, word.lower == "had" || word.lower == "did" ? EnglishForm::past : EnglishForm::third, group) ||
             take(at, EnglishForm::base, group);
    }
    if (!word.forms) return unlisted(at, group);
    if (word.capital && !headline_ && at != first_) return false;
    if (word.mention != kNoToken || word.time != kNoToken || word.possessive) return false;
    if (take(at, EnglishForm::past, group)) {
      const bool participle = forms_.find(at, EnglishForm::participle, nullptr) != nullptr;
      if (!headline_ && participle && forms_.describes_noun(at, group.end)) return false;
      if (headline_ && participle && forms_.bare_participle(at)) {
        group.passive = true;
        return true;
      }
      const bool relative_before = at > first_ && token(at - 1).is(relative);
      if (!forms_.noun_before(at) && !relative_before) {
        // "The driver, who was drunk, died": the main verb right behind that of the relative clause.
        const bool behind_relative = at == first_ && at > start_ && token(at - 1).comma &&
                                     !(participle && forms_.transitive(*forms_.find(at, EnglishForm::past, nullptr)));
        // "She also sold", "Kim on Monday released": adverbs, and times behind prepositions.
        if (behind_relative) return chain(group);
        if (at == first_ || !(token(at - 1).time != kNoToken || token(at - 1).adverb())) return false;
      }
      group.ambiguous = participle;
      return chain(group);
    }
    if (at == first_ || at + 1 > end_ || !forms_.noun_before(at)) return false;
    if (at + 1 < end_ &&
        (token(at + 1).auxiliary() || (!headline_ && forms_.finite_at(at + 1) && !token(at + 1).adverb())))
      return false;
    if (forms_.find(at, EnglishForm::third, nullptr)) {
      if (at + 1 < end_ && forms_.find(at + 1, EnglishForm::gerund, nullptr) && !token(at + 1).comma) return false;
      // "peace talks between …", but "plans to build".
      const bool governs_next = at + 1 < end_ && token(at + 1).lower == "to";
      if (!headline_ && !governs_next && !grammar_.occasion(word.lower).empty()) return false;
      if (!headline_ && token(at - 1).forms && !token(at - 1).capital && token(at - 1).is(determiner)) return false;
      // "a suit brought by U.S. states": a noun, unless it says that something is so.
      const bool says = at + 1 < end_ && (token(at + 1).is(that) || token(at + 1).quoted || token(at + 1).is(pronoun));
      if (!headline_ && word.is(noun_first) && !says) return false;
      group.present = true;
      return take(at, EnglishForm::third, group) && chain(group);
    }
    const EnglishVerb* verb = forms_.find(at, EnglishForm::base, nullptr);
    if (!verb) return false;
    const bool plural = is_plural(tokens_, first_, at) || token(at - 1).is(relative);
    if (!plural || !(headline_ || verb->reports() || verb->closes())) return false;
    group.present = true;
    return take(at, EnglishForm::base, group) && chain(group);
  }

  /// Any other word in -ed behind a noun ends a clause too, where no noun follows that it could describe.
  [[nodiscard]] bool unlisted(std::uint32_t at, VerbGroup& group) const {
    const EnglishToken& word = token(at);
    if (word.capital || word.lower.size() < 5 || !word.lower.ends_with("ed") || word.mention != kNoToken) return false;
    if (at == first_ || !forms_.noun_before(at) || token(at - 1).adverb() || token(at - 1).comma) return false;
    if (at + 1 < end_ && !word.comma) {
      const EnglishToken& next = token(at + 1);
      if (!next.is(preposition) && !next.is(article) && !next.is(determiner) && !next.is(pronoun) && !next.is(that) &&
          next.lower != "to" && !next.is(coordinator) && !next.capital)
        return false;
    }
    group.ambiguous = true;
    return unknown(at, group);
  }

  const EnglishGrammar& grammar_;
  const EnglishTokens& tokens_;
  VerbForms forms_;
  std::uint32_t start_;  // of the sentence
  std::uint32_t first_;  // behind the last verb
  std::uint32_t end_;
  bool headline_;
};

}  // namespace

std::vector<VerbGroup> find_verbs(const EnglishGrammar& grammar, const EnglishTokens& tokens, std::uint32_t begin,
                                  std::uint32_t end, bool headline) {
  std::vector<VerbGroup> found;
  VerbGroup group;
  std::uint32_t first = begin;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (tokens[i].quoted || tokens[i].aside) continue;
    GroupReader reader(grammar, tokens, begin, first, end, headline);
    if (!reader.read(i, group) && !(headline && reader.read_state(i, group))) continue;
    // "leaves five hurt": what becomes of the object is no clause.
    if (!found.empty() && found.back().verb &&
        EnglishGrammar::has(grammar.classes(found.back().verb->base), small_clause) && i - found.back().end < 4 &&
        (group.ambiguous || group.passive))
      continue;
    found.push_back(group);
    i = group.end - 1;
    first = group.end;
  }
  return found;
}

}  // namespace timeline::event
