#include "fact/facts.hpp"

#include <algorithm>

#include "fact/landmarks.hpp"
#include "fact/phrases.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

constexpr std::size_t kLongestAttribute = 90;  // bytes
constexpr std::uint32_t kLongestSubject = 60;  // bytes of a subject that is no name
constexpr std::uint32_t kReach = 2000;         // bytes of a sentence on either side of a number
constexpr std::ptrdiff_t kNested = 4;          // quotations that may begin before a number that stands in an outer one
constexpr std::uint32_t kSentencesBack = 2;    // how far the topic of a sentence is carried on

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}
bool is_mark(char32_t c) {
  return c == U'\'' || c == U'"' || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x300C ||
         c == 0x300D;
}

bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c) || c == U'(';
}

bool can_own(model::EntityKind kind) {
  return kind != model::EntityKind::occasion;
}
bool can_receive(model::EntityKind kind) {
  return kind == model::EntityKind::company || kind == model::EntityKind::organization ||
         kind == model::EntityKind::person;
}

class Builder {
 public:
  Builder(std::string_view text, model::Field field, model::Extraction& extraction, const FactWords& facts,
          const SpeechWords& words, const lexicon::Particles& particles)
      : text_(text),
        field_(field),
        extraction_(extraction),
        facts_(facts),
        words_(words),
        particles_(particles),
        marks_(landmarks_of(extraction, field)) {
    // Other numbers part phrases as times do, a converted one together with its bracket.
    for (const model::Quantity& quantity : extraction.quantities) {
      if (extraction.sentences[quantity.sentence].field != field) continue;
      base::Span span = quantity.span;
      if (quantity.converts < extraction.quantities.size())
        span = {extraction.quantities[quantity.converts].span.end, bracket_end(span.end)};
      marks_.times.push_back(span);
      numbers_.push_back(span.begin);
    }
    std::sort(marks_.times.begin(), marks_.times.end());
    std::sort(numbers_.begin(), numbers_.end());
    for (const model::Quotation& quotation : extraction.quotations)
      if (extraction.sentences[quotation.sentence].field == field) quotations_.push_back(&quotation);
    for (const model::TimeExpression& time : extraction.times)
      if (extraction.sentences[time.sentence].field == field) times_.push_back(&time);
    std::sort(times_.begin(), times_.end(), [](const auto* a, const auto* b) { return a->span < b->span; });
    for (std::uint32_t i = 0; i < extraction.events.size(); ++i) events_.push_back(i);
    std::stable_sort(events_.begin(), events_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return extraction.events[a].sentence < extraction.events[b].sentence;
    });
  }

  void build() {
    const auto count = static_cast<std::uint32_t>(extraction_.quantities.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const model::Quantity& quantity = extraction_.quantities[i];
      if (extraction_.sentences[quantity.sentence].field != field_ || quantity.converts < count) continue;
      make(i);
    }
  }

 private:
  struct Measure {
    base::Span words;                    ///< what is measured
    std::optional<std::uint32_t> owner;  ///< an entity named with it
    std::string_view rule;
    base::Span holder{};  ///< the words for who has it, where they are no entity
  };

  [[nodiscard]] std::uint32_t boundary(std::uint32_t at) const {
    while (!text::is_boundary(text_, at)) ++at;
    return at;
  }
  [[nodiscard]] base::Span trim(base::Span span) const {
    while (span.begin < span.end && is_space(text_[span.begin])) ++span.begin;
    while (span.end > span.begin && is_space(text_[span.end - 1])) --span.end;
    return span;
  }
  /// Behind the bracket that closes at `at`, if one does.
  [[nodiscard]] std::uint32_t bracket_end(std::uint32_t at) const {
    std::uint32_t end = at;
    while (end < text_.size() && is_space(text_[end])) ++end;
    return end < text_.size() && text_[end] == ')' ? end + 1 : at;
  }
  [[nodiscard]] model::EntityKind kind_of(std::uint32_t entity) const { return extraction_.entities[entity].kind; }

  void make(std::uint32_t index) {
    const model::Quantity& quantity = extraction_.quantities[index];
    const base::Span sentence = extraction_.sentences[quantity.sentence].span;
    model::Fact fact;
    fact.sentence = quantity.sentence;
    fact.span = quantity.span;
    fact.quantity = index;
    for (std::uint32_t i = index + 1; i < extraction_.quantities.size() && i <= index + 1; ++i)
      if (extraction_.quantities[i].converts == index) {
        fact.converted = i;
        fact.span.end = std::min(bracket_end(extraction_.quantities[i].span.end), sentence.end);
      }

    // What belongs to it: the quotation it stands in, or the sentence; a bracket inside that.
    base::Span scope = sentence;
    const model::Quotation* quotation = nullptr;
    const auto behind = std::partition_point(quotations_.begin(), quotations_.end(), [&](const model::Quotation* q) {
      return q->span.begin <= quantity.span.begin;
    });
    for (auto at = behind; at != quotations_.begin() && behind - at < kNested && !quotation;)
      if ((*--at)->span.contains(quantity.span)) quotation = *at;
    if (quotation) scope = quotation->span;
    // A sentence without end, as in text that is no prose, is read only near the number.
    if (quantity.span.begin - scope.begin > kReach) scope.begin = boundary(quantity.span.begin - kReach);
    if (scope.end > quantity.span.end + kReach) scope.end = boundary(quantity.span.end + kReach);
    const base::Span left_scope{scope.begin, quantity.span.begin};
    Phrase rest;
    std::vector<Phrase> left = split(left_scope, &rest);

    const Measure measure = measured(quantity, scope, left, rest);
    fact.attribute = attribute_text(measure.words);
    if (const std::string_view change = facts_.change(text_, skip_to_word(quantity.span.end, scope.end));
        !change.empty() && ((quantity.unit != "unit" && quantity.unit != "person") || measure.rule == "part")) {
      if (!fact.attribute.empty()) fact.attribute += ' ';
      fact.attribute += change;
    }
    fact.rule = measure.rule;
    if (fact.attribute.empty()) {
      fact.attribute = facts_.action(text_, skip_to_word(fact.span.end, scope.end));
      if (!fact.attribute.empty()) fact.attribute += ' ';
      fact.attribute += facts_.default_attribute(quantity);
      fact.rule = "default";
    }
    set_subject(fact, measure, left, quotation);
    set_time(fact, quantity, scope);
    set_status(fact, quantity, scope);
    set_source(fact, quantity, sentence, left, quotation);

    const std::vector<Recipient> recipients = shared_among(left, rest, quantity);
    if (recipients.empty()) {
      set_object(fact, left);
      add(fact);
      return;
    }
    for (const Recipient& recipient : recipients) {
      model::Fact share = fact;
      share.object = recipient.entity;
      if (!recipient.entity) share.object_text = recipient.text.of(text_);
      if (share.object == share.subject) share.subject.reset();
      share.rule = "share";
      // The shares are as sure as the whole they are shares of.
      if (!extraction_.facts.empty() && extraction_.facts.back().sentence == fact.sentence &&
          fact.status == model::EventStatus::occurred)
        share.status = extraction_.facts.back().status;
      add(share);
    }
  }

  void add(const model::Fact& fact) { extraction_.facts.push_back(fact); }

  [[nodiscard]] std::vector<Phrase> split(base::Span range, Phrase* rest) const {
    return split_phrases(text_, range, marks_, words_, particles_, rest);
  }

  [[nodiscard]] std::uint32_t skip_to_word(std::uint32_t at, std::uint32_t end) const {
    // Behind a particle of the number: 12%를 줄인, 38.6%나 축소.
    if (at < end)
      if (const auto particle = particles_.after(text_, at); particle && particle->end < end) at = particle->end;
    while (at < end && is_space(text_[at])) ++at;
    return at;
  }

  // --- what is measured ------------------------------------------------------------------------------------------

  /// Without words that say nothing of it (무려, 총, 각) and what it is compared with (전년 대비).
  [[nodiscard]] base::Span core(base::Span words) const {
    words = trim(words);
    // 슈퍼컴퓨터 중 상위 10개: what stands before 중 is the whole.
    for (std::uint32_t at = words.begin; at < words.end; ++at)
      if (is_space(text_[at]))
        if (const auto end = facts_.starts(FactWord::among, text_, at + 1);
            end && *end < words.end && is_space(text_[*end]))
          words.begin = *end;
    words = trim(words);
    while (!words.empty() && !is_letter(text::decode(text_, words.begin).code_point) &&
           !is_mark(text::decode(text_, words.begin).code_point))
      words.begin += text::decode(text_, words.begin).length;
    for (bool cut = true; cut && !words.empty();) {
      cut = false;
      // The last word.
      std::uint32_t begin = words.end;
      while (begin > words.begin && !is_space(text_[begin - 1])) --begin;
      const base::Span last{begin, words.end};
      if (facts_.is(FactWord::compare, text_, last)) return {words.begin, words.begin};
      if (facts_.is(FactWord::among, text_, last)) return {words.end, words.end};
      if (facts_.is(FactWord::skip, text_, last) || facts_.is(FactWord::each, text_, last) ||
          words_.ends(Ending::adverbial, text_, last)) {
        words = trim({words.begin, begin});
        cut = true;
        continue;
      }
      std::uint32_t end = words.begin;
      while (end < words.end && !is_space(text_[end])) ++end;
      if (facts_.is(FactWord::skip, text_, {words.begin, end}) ||
          words_.is(SpeechWord::adverb, text_, {words.begin, end})) {
        words = trim({end, words.end});
        cut = true;
      }
    }
    return words;
  }

  /// A particle that only nouns have in a clause of news.
  [[nodiscard]] static bool is_part(ParticleKind kind) {
    switch (kind) {
      case ParticleKind::topic:
      case ParticleKind::subject:
      case ParticleKind::object:
      case ParticleKind::genitive:
      case ParticleKind::locative:
      case ParticleKind::in:
      case ParticleKind::direction:
      case ParticleKind::with:
        return true;
      default:
        return false;
    }
  }

  /// The noun right behind the number: "27개 회원국과", "4000억원 규모 블라인드 펀드를", "13명의 차관급 인사".
  [[nodiscard]] std::optional<Phrase> right_noun(const model::Quantity& quantity, base::Span scope) const {
    std::uint32_t at = quantity.span.end;
    if (const auto particle = particles_.after(text_, at); particle) {
      // 13명의 인사; 300억원이던 자금: a copula that describes what follows ends in ㄴ.
      constexpr char32_t kFinalN = 4;
      const char32_t last = text::decode_before(text_, particle->end).code_point;
      const bool describes = particle->kind == ParticleKind::copula && (last - 0xAC00) % 28 == kFinalN;
      if (particle->kind != ParticleKind::genitive && !describes) return std::nullopt;
      at = particle->end;
    }
    if (at >= scope.end || text_[at] != ' ') return std::nullopt;
    std::uint32_t end = at + 1;
    while (end < scope.end && text_[end] != ',' && text_[end] != '.' && text_[end] != '?' && text_[end] != ')' &&
           text_[end] != '\n')
      ++end;
    const auto next = std::lower_bound(marks_.times.begin(), marks_.times.end(), base::Span{at, at});
    if (next != marks_.times.end()) end = std::max(at + 1, std::min(end, next->begin));
    Phrase rest;
    const auto right = split({at + 1, end}, &rest);
    Phrase noun;
    if (!right.empty() && right.front().span.begin == at + 1) {
      if (!is_part(right.front().kind)) return std::nullopt;
      noun = right.front();
    } else if (right.empty() && rest.span.begin == at + 1 && (at != quantity.span.end || quantity.unit == "unit")) {
      noun = rest;
    } else {
      return std::nullopt;
    }
    // 9명 중 김 위원: the number is the whole; 10개 시스템 중: the noun ends there.
    std::uint32_t word = noun.span.begin;
    while (word < noun.span.end) {
      std::uint32_t word_end = word;
      while (word_end < noun.span.end && !is_space(text_[word_end])) ++word_end;
      if (facts_.is(FactWord::among, text_, {word, word_end}) || facts_.is(FactWord::skip, text_, {word, word_end})) {
        noun.span.end = word;
        break;
      }
      word = word_end + 1;
    }
    noun.span = trim(noun.span);
    if (noun.span.empty() || noun.span.size() > kLongestAttribute || !facts_.change(text_, noun.span.begin).empty() ||
        words_.ends(Ending::adverbial, text_, noun.span))
      return std::nullopt;
    return noun;
  }

  [[nodiscard]] Measure measured(const model::Quantity& quantity, base::Span scope, const std::vector<Phrase>& left,
                                 const Phrase& rest) const {
    const bool counts = quantity.unit == "unit" || quantity.unit == "person";
    // A label: "기온 : 26℃"
    if (const base::Span label = label_before(quantity.span.begin, scope.begin); !label.empty())
      return {label, {}, "label"};
    // In a bracket: 시가총액(630조원); 전년(매출 239조원).
    if (const auto open = bracket_before(quantity.span.begin, scope.begin)) {
      Phrase inside;
      static_cast<void>(split({*open + 1, quantity.span.begin}, &inside));
      if (const base::Span words = core(inside.span); !words.empty()) return {words, {}, "bracket"};
      if (const auto noun = right_noun(quantity, scope)) return {noun->span, {}, "bracket"};
      Phrase outside;
      static_cast<void>(split({scope.begin, *open}, &outside));
      if (const base::Span words = core(outside.span); !words.empty()) return {words, outside.entity, "bracket"};
    }
    const base::Span near = core(rest.span);
    const bool bare_name = rest.entity && rest.entity_ends && near.size() <= longest_name(*rest.entity, near);
    const bool touches = !near.empty();
    // "유해 성분은 일반 담배 44종": the topic is measured, what touches the number has it.
    if (touches && !facts_.ends_with(FactWord::measure, text_, near))
      for (std::size_t i = left.size(); i-- > 0;) {
        const Phrase& phrase = left[i];
        if (phrase.kind != ParticleKind::topic && phrase.kind != ParticleKind::subject) continue;
        const base::Span words = core(phrase.span);
        if (phrase.entity_ends || words.size() > kLongestAttribute ||
            !facts_.ends_with(FactWord::measure, text_, words))
          continue;
        return {words, rest.entity, "topic-and-noun", near};
      }
    if (quantity.unit == "unit" && touches)
      if (const auto noun = right_noun(quantity, scope)) return {noun->span, rest.entity, "noun-behind"};
    if (counts) {
      if (touches && !bare_name) return {near, rest.entity, "noun-before"};
      if (const auto noun = right_noun(quantity, scope))
        return {noun->span, touches ? rest.entity : std::nullopt, "noun-behind"};
    } else {
      if (touches && !bare_name) return {near, rest.entity, "noun-before"};
      if (quantity.unit != "%")
        if (const auto noun = right_noun(quantity, scope)) return {noun->span, std::nullopt, "noun-behind"};
    }
    // The nearest part of the sentence that can be what is measured.
    for (std::size_t i = left.size(); i-- > 0;) {
      const Phrase& phrase = left[i];
      if (is_clause(phrase.span)) continue;
      const bool named = phrase.entity && (phrase.entity_ends || (counts && phrase.person));
      switch (phrase.kind) {
        case ParticleKind::topic:
        case ParticleKind::subject:
        case ParticleKind::also:
          if (named || words_.ends_with(SpeechWord::role, text_, phrase.span)) continue;
          break;
        case ParticleKind::object:
        case ParticleKind::genitive:
          if (named || i + 1 != left.size()) continue;
          break;
        case ParticleKind::locative:
        case ParticleKind::direction:
        case ParticleKind::in:
          if (named || counts || i + 1 != left.size() ||
              !facts_.action(text_, skip_to_word(quantity.span.end, scope.end)).empty() ||
              words_.ends(Ending::adverbial, text_, phrase.span) ||
              facts_.starts(FactWord::compare, text_, skip_space(phrase.end)))
            continue;
          break;
        default:
          continue;
      }
      base::Span words = core(phrase.span);
      if (words.empty()) {
        // 전체 규모는 is measured; 것은, 기준으로 say nothing.
        if (!facts_.ends_with(FactWord::measure, text_, phrase.span)) continue;
        words = phrase.span;
      }
      if (words.size() > kLongestAttribute) continue;
      return {words, phrase.entity, "part"};
    }
    // The same as the number before it: 2021년 203억원, 2022년 389억원.
    if (!extraction_.facts.empty()) {
      const model::Fact& last = extraction_.facts.back();
      if (last.sentence == quantity.sentence && last.quantity &&
          extraction_.quantities[*last.quantity].unit == quantity.unit &&
          extraction_.quantities[*last.quantity].counter == quantity.counter)
        return {last_words_, bare_name ? rest.entity : std::nullopt, "repeated"};
    }
    return {{}, bare_name ? rest.entity : std::nullopt, "default"};
  }
  /// The words before a colon right before `at`, back to the mark that parts them from what stands before.
  [[nodiscard]] base::Span label_before(std::uint32_t at, std::uint32_t begin) const {
    while (at > begin && is_space(text_[at - 1])) --at;
    if (at == begin || text_[at - 1] != ':') return {};
    const std::uint32_t end = at - 1;
    std::uint32_t from = end;
    while (from > begin) {
      const text::Decoded c = text::decode_before(text_, from);
      if (!is_letter(c.code_point) && c.code_point != U' ' && c.code_point != 0xB7) break;
      if (c.code_point == U'(') break;
      from -= c.length;
    }
    const base::Span label = trim({from, end});
    return label.size() <= kLongestSubject ? label : base::Span{};
  }
  /// A verb form that only looks like a noun with a particle: 내렸다가.
  [[nodiscard]] bool is_clause(base::Span span) const {
    if (words_.ends(Ending::connective, text_, span)) return true;
    if (!words_.ends(Ending::final, text_, span)) return false;
    const text::Decoded last = text::decode_before(text_, span.end);
    if (span.end - last.length <= span.begin) return false;
    const char32_t before = text::decode_before(text_, span.end - last.length).code_point;
    constexpr char32_t kFinalSs = 20;  // ㅆ다
    return text::is_hangul_syllable(before) && (before - 0xAC00) % 28 == kFinalSs;
  }
  /// Does the name take up the whole of `words`?
  [[nodiscard]] std::uint32_t longest_name(std::uint32_t entity, base::Span words) const {
    for (const Landmarks::Named& named : marks_.names_in(words))
      if (named.entity == entity && words.contains(named.span) && named.span.end == words.end) return named.span.size();
    return 0;
  }
  [[nodiscard]] std::optional<std::uint32_t> bracket_before(std::uint32_t at, std::uint32_t begin) const {
    for (std::uint32_t i = at; i > begin; --i) {
      if (text_[i - 1] == ')') return std::nullopt;
      if (text_[i - 1] == '(') return i - 1;
    }
    return std::nullopt;
  }

  /// The words as an attribute: without quotation marks, not longer than a name.
  [[nodiscard]] std::string attribute_text(base::Span span) {
    last_words_ = span;
    std::string attribute;
    for (std::uint32_t at = span.begin; at < span.end;) {
      const text::Decoded c = text::decode(text_, at);
      if (!is_mark(c.code_point)) {
        if (attribute.size() + c.length > kLongestAttribute) break;
        if (c.code_point == U'\n')
          attribute += ' ';
        else
          attribute.append(text_.substr(at, c.length));
      }
      at += c.length;
    }
    return attribute;
  }

  // --- whose, to whom --------------------------------------------------------------------------------------------

  void set_subject(model::Fact& fact, const Measure& measure, const std::vector<Phrase>& left,
                   const model::Quotation* quotation) {
    // 블랙웰 GPU 26만장: a product is what is counted; whose it is the topic says.
    if (measure.owner && can_own(kind_of(*measure.owner)) && kind_of(*measure.owner) != model::EntityKind::product) {
      fact.subject = measure.owner;
      return;
    }
    if (!measure.holder.empty()) {
      fact.subject_text = attribute_of(measure.holder);
      return;
    }
    const Phrase* topic = nullptr;
    const Phrase* plain = nullptr;
    for (const Phrase& phrase : left) {
      if (!measure.words.empty() && phrase.span.overlaps(measure.words)) continue;
      const bool named = phrase.entity && phrase.entity_ends && can_own(kind_of(*phrase.entity));
      const bool owner = phrase.kind == ParticleKind::genitive && named && phrase.end <= measure.words.begin &&
                         trim({phrase.end, measure.words.begin}).empty();
      if (owner) {
        fact.subject = phrase.entity;
        return;
      }
      if (phrase.kind != ParticleKind::topic && phrase.kind != ParticleKind::subject &&
          phrase.kind != ParticleKind::also)
        continue;
      if (facts_.ends_with(FactWord::measure, text_, phrase.span)) continue;
      if (named) {
        if (!topic || phrase.kind == ParticleKind::topic || phrase.marked) topic = &phrase;
      } else if (phrase.marked) {
        topic = nullptr;  // Etched 또한: a new clause with a new topic
        plain = &phrase;
      } else if (phrase.person && !topic) {
        topic = &phrase;
      } else if (phrase.kind == ParticleKind::topic && phrase.span.size() <= kLongestSubject && !plain &&
                 (words_.ends_with(SpeechWord::role, text_, phrase.span) ||
                  words_.ends_with(SpeechWord::body, text_, phrase.span) ||
                  text::is_latin(text::decode(text_, phrase.span.begin).code_point))) {
        plain = &phrase;
      }
    }
    if (topic) {
      fact.subject = topic->person ? topic->person : topic->entity;
    } else if (plain) {
      fact.subject_text = attribute_of(core(plain->span));
    } else if (!quotation) {
      fact.subject = subject_behind(fact);
      if (!fact.subject) fact.subject = carried_subject(fact.sentence);
    }
    if (!fact.subject && fact.subject_text.empty() && measure.owner) fact.subject = measure.owner;
  }
  [[nodiscard]] std::string attribute_of(base::Span span) {
    const base::Span kept = last_words_;
    std::string words = attribute_text(span);
    last_words_ = kept;
    return words;
  }
  /// "점유율 90%로 독점 지위에 있는 엔비디아 입장에서는": the topic that stands behind the number.
  [[nodiscard]] std::optional<std::uint32_t> subject_behind(const model::Fact& fact) const {
    for (const Phrase& phrase : split(
             {fact.span.end, boundary(std::min(extraction_.sentences[fact.sentence].span.end, fact.span.end + kReach))},
             nullptr))
      if (phrase.last == ParticleKind::topic && phrase.entity && can_receive(kind_of(*phrase.entity)))
        return phrase.entity;
    return std::nullopt;
  }
  /// The entity that a sentence close before this one is about.
  [[nodiscard]] std::optional<std::uint32_t> carried_subject(std::uint32_t sentence) {
    if (carried_.first == sentence) return carried_.second;
    carried_ = {sentence, std::nullopt};
    for (std::uint32_t back = 1; back <= kSentencesBack && back <= sentence; ++back) {
      const model::Sentence& before = extraction_.sentences[sentence - back];
      if (before.field != field_ || before.role != model::SentenceRole::body) break;
      const base::Span near{before.span.begin, boundary(std::min(before.span.end, before.span.begin + kReach))};
      for (const Phrase& phrase : split(near, nullptr))
        if (phrase.kind == ParticleKind::topic && phrase.entity && phrase.entity_ends &&
            can_own(kind_of(*phrase.entity))) {
          carried_.second = phrase.entity;
          return phrase.entity;
        }
    }
    return std::nullopt;
  }

  void set_object(model::Fact& fact, const std::vector<Phrase>& left) const {
    for (std::size_t i = left.size(); i-- > 0;) {
      const Phrase& phrase = left[i];
      if (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject) break;
      const bool to = phrase.kind == ParticleKind::dative || phrase.kind == ParticleKind::locative;
      if (!to || !phrase.entity || !phrase.entity_ends || !can_receive(kind_of(*phrase.entity)) ||
          phrase.entity == fact.subject)
        continue;
      fact.object = phrase.entity;
      break;
    }
  }

  struct Recipient {
    base::Span text;
    std::optional<std::uint32_t> entity;
  };

  /// "정부와 삼성전자·현대차에 각 5만장, 네이버클라우드에 6만장": who each gets the number. Empty where it is not
  /// shared out.
  [[nodiscard]] std::vector<Recipient> shared_among(const std::vector<Phrase>& left, const Phrase& rest,
                                                    const model::Quantity& quantity) {
    std::vector<Recipient> recipients;
    if (left.empty() || !core(rest.span).empty()) return recipients;
    const Phrase& last = left.back();
    if (last.kind != ParticleKind::locative && last.kind != ParticleKind::dative) return recipients;
    // Nothing but a word such as 각 may stand between them and the number.
    const base::Span gap = trim({last.end, quantity.span.begin});
    const bool each = (!gap.empty() && facts_.is(FactWord::each, text_, gap)) ||
                      facts_.starts(FactWord::each_after, text_, quantity.span.end);
    if (!gap.empty() && !each) return recipients;
    if (!each && !(shared_sentence_ == quantity.sentence)) return recipients;
    std::size_t first = left.size() - 1;
    while (first > 0 && left[first - 1].kind == ParticleKind::with &&
           trim({left[first - 1].end, left[first].span.begin}).empty())
      --first;
    for (std::size_t i = first; i < left.size(); ++i) part(left[i], recipients);
    if (recipients.size() < 2 && shared_sentence_ != quantity.sentence) recipients.clear();
    if (!recipients.empty()) shared_sentence_ = quantity.sentence;
    return recipients;
  }
  /// The names of a phrase that are joined by · and the like.
  void part(const Phrase& phrase, std::vector<Recipient>& recipients) const {
    const base::Span whole = trim(phrase.span);
    std::uint32_t begin = whole.begin;
    const auto take = [&](std::uint32_t end) {
      const base::Span words = trim({begin, end});
      if (words.empty() || words.size() > kLongestAttribute) return;
      Recipient recipient{words, {}};
      for (const Landmarks::Named& named : marks_.names_in(words))
        if (words.contains(named.span) && named.span.end == words.end && named.span.begin == words.begin)
          recipient.entity = named.entity;
      recipients.push_back(recipient);
    };
    for (std::uint32_t at = whole.begin; at < whole.end;) {
      const text::Decoded c = text::decode(text_, at);
      const bool dot =
          c.code_point == 0xB7 || c.code_point == 0x30FB || c.code_point == 0x2027 || c.code_point == 0x318D;
      const auto around = marks_.names_in({at, at + 1});
      const bool inside = !around.empty() && around.front().span.begin < at;
      if (dot && !inside) {
        take(at);
        begin = at + c.length;
      }
      at += c.length;
    }
    take(whole.end);
  }

  // --- when, how sure, who says so -------------------------------------------------------------------------------

  [[nodiscard]] bool says_between(std::uint32_t from, std::uint32_t to) const {
    return from < to && words_.first(SpeechWord::verb, text_, {from, to}).has_value();
  }

  [[nodiscard]] bool is_number(base::Span mark) const {
    return std::binary_search(numbers_.begin(), numbers_.end(), mark.begin);
  }
  /// The time the value holds for: the nearest one before it that dates no act of saying; else a period behind it.
  void set_time(model::Fact& fact, const model::Quantity& quantity, base::Span scope) const {
    // A time behind another number, or in the next clause, belongs there.
    const std::uint32_t end = fact.span.end;
    const auto next = std::partition_point(marks_.times.begin(), marks_.times.end(),
                                           [&](base::Span mark) { return mark.begin < end; });
    std::uint32_t next_number = clause_end(fact.span.end, scope.end);
    const std::uint32_t clause = next_number;
    for (auto at = next; at != marks_.times.end() && at->begin < clause && next_number == clause; ++at)
      if (is_number(*at)) next_number = at->begin;
    const model::TimeExpression* best = nullptr;
    const model::TimeExpression* behind = nullptr;
    const auto from = std::partition_point(times_.begin(), times_.end(),
                                           [&](const model::TimeExpression* t) { return t->span.begin < scope.begin; });
    for (auto at = from; at != times_.end() && (*at)->span.begin < scope.end; ++at) {
      const model::TimeExpression& time = **at;
      if (!scope.contains(time.span) || !time.value.is_dated()) continue;
      if (time.kind != model::TimeKind::date) continue;
      if (time.span.end <= quantity.span.begin) {
        if (!says_between(time.span.end, quantity.span.begin)) best = &time;
      } else if (time.span.begin >= quantity.span.end && time.span.begin < next_number && !behind &&
                 time.value.granularity > model::Granularity::week) {
        behind = &time;
      }
    }
    if (!best) best = behind;
    if (best) fact.valid = best->value;
  }

  void set_status(model::Fact& fact, const model::Quantity& quantity, base::Span scope) const {
    const model::EventMention* event = nullptr;
    const auto first = std::partition_point(events_.begin(), events_.end(), [&](std::uint32_t i) {
      return extraction_.events[i].sentence < quantity.sentence;
    });
    for (auto at = first; at != events_.end() && extraction_.events[*at].sentence == quantity.sentence; ++at) {
      const std::uint32_t i = *at;
      const model::EventMention& mention = extraction_.events[i];
      if (!mention.evidence.contains(quantity.span)) continue;
      if (event && event->evidence.size() <= mention.evidence.size()) continue;
      event = &mention;
      fact.event = i;
    }
    const std::uint32_t end = clause_end(quantity.span.end, scope.end);
    const auto stated = facts_.status(text_, {quantity.span.end, end});
    if (stated)
      fact.status = *stated;
    else if (event)
      fact.status = event->status;
    else if (const auto said = facts_.status(text_, {near_left(quantity.span.begin, scope.begin), quantity.span.begin}))
      fact.status = *said;  // 공급하겠다고 발표한 26만장
  }
  /// The words right before a number that may describe it, in its own clause.
  [[nodiscard]] std::uint32_t near_left(std::uint32_t at, std::uint32_t begin) const {
    constexpr std::uint32_t kDescription = 70;  // bytes
    std::uint32_t from = boundary(std::max(begin, at > kDescription ? at - kDescription : 0));
    for (std::uint32_t i = from; i < at; ++i)
      if (text_[i] == ',' || text_[i] == '.') from = i + 1;
    return from;
  }
  /// The clause goes on to a comma behind a past form (벌었고, …); so does what its verb says of the number.
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t at, std::uint32_t limit) const {
    std::uint32_t end = at;
    for (; end < limit; end += text::decode(text_, end).length)
      if (text_[end] == ',' && past_before(at, end)) break;
    return end;
  }
  [[nodiscard]] bool past_before(std::uint32_t begin, std::uint32_t at) const {
    for (int i = 0; i < 3 && at > begin; ++i) {
      const text::Decoded c = text::decode_before(text_, at);
      constexpr char32_t kFinalSs = 20;  // ㅆ
      if (text::is_hangul_syllable(c.code_point) && (c.code_point - 0xAC00) % 28 == kFinalSs) return true;
      at -= c.length;
    }
    return false;
  }

  void set_source(model::Fact& fact, const model::Quantity& quantity, base::Span sentence,
                  const std::vector<Phrase>& left, const model::Quotation* quotation) const {
    if (quotation) {
      fact.attributed_to = quotation->speaker_text;
      return;
    }
    // 통계청에 따르면
    for (const Phrase& phrase : left)
      if (phrase.kind == ParticleKind::locative && phrase.span.size() <= kLongestAttribute &&
          facts_.starts(FactWord::source, text_, skip_space(phrase.end))) {
        fact.attributed_to = attribute_plain(phrase.span);
        return;
      }
    // … 기록했다고 31일 밝혔다: the topic says so.
    const auto verb = last_verb({quantity.span.end, sentence.end});
    if (!verb) return;
    for (const Phrase& phrase : left)
      if (phrase.kind == ParticleKind::topic && phrase.span.size() <= kLongestAttribute &&
          (phrase.entity_ends || phrase.person || words_.ends_with(SpeechWord::role, text_, phrase.span))) {
        fact.attributed_to = attribute_plain(phrase.span);
        return;
      }
  }
  [[nodiscard]] std::uint32_t skip_space(std::uint32_t at) const {
    while (at < text_.size() && is_space(text_[at])) ++at;
    return at;
  }
  [[nodiscard]] std::string attribute_plain(base::Span span) const { return std::string(trim(span).of(text_)); }

  /// A verb of saying that ends the sentence, with a quoting -고 before it.
  [[nodiscard]] std::optional<base::Span> last_verb(base::Span range) const {
    constexpr std::uint32_t kLastWords = 70;  // bytes before the end of the sentence
    if (range.size() > kLastWords) {
      range.begin = range.end - kLastWords;
      while (!text::is_boundary(text_, range.begin)) ++range.begin;
    }
    std::optional<base::Span> quoting;
    for (std::uint32_t at = range.begin; at < range.end; at += text::decode(text_, at).length) {
      if (at == range.begin || !is_space(text_[at])) continue;
      // 다고, 라고, 자고 before the verb: the particle table knows 고 behind the closing of speech.
      std::uint32_t word = at - text::decode_before(text_, at).length;
      if (const auto particle = words_.particle(text_, word);
          particle && particle->first == QuoteParticle::quote && particle->second == at)
        quoting = base::Span{word, at};
    }
    if (!quoting) return std::nullopt;
    return words_.first(SpeechWord::verb, text_, {quoting->end, range.end});
  }

  std::string_view text_;
  model::Field field_;
  model::Extraction& extraction_;
  const FactWords& facts_;
  const SpeechWords& words_;
  const lexicon::Particles& particles_;
  Landmarks marks_;
  std::vector<const model::Quotation*> quotations_;                                 // by place
  std::vector<const model::TimeExpression*> times_;                                 // by place
  std::vector<std::uint32_t> numbers_;                                              // where quantities begin
  std::vector<std::uint32_t> events_;                                               // by sentence
  std::pair<std::uint32_t, std::optional<std::uint32_t>> carried_{0xFFFFFFFF, {}};  // of the last sentence asked
  base::Span last_words_;
  std::uint32_t shared_sentence_ = 0xFFFFFFFF;
};

}  // namespace

FactBuilder::FactBuilder(const FactWords& facts, const SpeechWords& words, const lexicon::Particles& particles)
    : facts_(facts), words_(words), particles_(particles) {}

void FactBuilder::build(const model::Article& article, model::Extraction& extraction) const {
  for (const model::Field field : {model::Field::title, model::Field::body})
    Builder(model::text_of(article, field), field, extraction, facts_, words_, particles_).build();
}

}  // namespace timeline::fact
