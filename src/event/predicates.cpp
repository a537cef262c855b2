#include "event/predicates.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::event {
namespace {

constexpr std::uint32_t kSyllable = 3;  // bytes

/// Finds the predicate that begins in one word.
class Finder {
 public:
  Finder(const Vocabulary& vocabulary, const Phrase& phrase, std::uint32_t word)
      : vocabulary_(vocabulary), phrase_(phrase), word_(phrase.words[word]), index_(word) {}

  std::optional<Predicate> find() {
    const bool adverb = vocabulary_.is(WordClass::adverb, word_.span.of(phrase_.text));
    const bool quoted = word_.named || word_.aside || word_.hangs || adverb;
    if (!quoted) verbal_noun();
    if (!quoted && !best_) short_noun();
    // 건네받다 is no passive of 건네; 첫 삽을 뜨다 begins with an adverb.
    if (!quoted || (adverb && !word_.named && !word_.aside)) native_verb(adverb);
    if (!best_) bare_noun();
    if (!best_ && !quoted) unknown_verb();
    return best_;
  }

 private:
  void offer(base::Span stem, const Trigger* trigger, std::string noun, Voice voice, const Reading& reading,
             Base base) {
    // Of two readings that end together the longer stem is the verb: 알려지다, not 알리다. 지었다 is 짓다, since 지다
    // contracts (졌다).
    const bool changes = trigger && trigger->irregular && best_ && best_->trigger && !best_->trigger->irregular;
    if (best_ && (reading.end < best_->end ||
                  (reading.end == best_->end && stem.size() + (changes ? 1 : 0) <= best_->stem.size())))
      return;
    if (reading.receiving) voice = Voice::receiving;
    best_ = Predicate{index_, index_, stem, reading.end, trigger, std::move(noun), voice, reading, base, word_.passage};
  }

  /// 출시 + 하다, in one word. The noun is two syllables or more.
  void verbal_noun() {
    const std::string_view text = phrase_.text;
    for (std::uint32_t at = word_.span.begin + 2 * kSyllable; at < word_.span.end && !best_;
         at += text::decode(text, at).length) {
      if (!text::is_boundary(text, at)) return;
      const base::Span noun{noun_begin(at), at};
      if (noun.size() < 2 * kSyllable || !text::is_hangul(noun.of(text))) continue;
      if (vocabulary_.is(WordClass::state, noun.of(text))) {
        stative(at);
        continue;
      }
      vocabulary_.light_verbs_at(text, at, [&](Voice voice, Base base, std::uint32_t end) {
        const auto reading = vocabulary_.endings().read(text, end, base);
        if (!reading) return;
        const Trigger* trigger = known_noun(noun);
        // After a noun without a row, "…해" and "…한" are as often no verb of doing (지난해, 특이한).
        const bool bare = reading->end == end;
        if (!trigger && bare && base == Base::infinitive) return;
        // 생생하다: at the end of a sentence a verb has 한다.
        const bool ends = index_ + 1 == phrase_.words.size() || phrase_.words[index_ + 1].passage != word_.passage;
        const bool says_how = ends && base == Base::plain && reading->link == Link::final &&
                              reading->end - end == kSyllable && reading->tense != Tense::past;
        const bool adjective = !trigger && ((bare && reading->link == Link::adnominal) || says_how);
        offer(noun, trigger, adjective ? std::string() : std::string(noun.of(text)), voice, *reading, base);
      });
    }
    if (!best_) spaced_verbal_noun();
  }

  /// 출시 됐다: a verbal noun that has a row, and its verb in the next word.
  void spaced_verbal_noun() {
    const std::string_view text = phrase_.text;
    const base::Span noun{noun_begin(word_.span.end), word_.span.end};
    if (index_ + 1 >= phrase_.words.size() || phrase_.words[index_ + 1].span.begin != noun.end + 1 ||
        phrase_.words[index_ + 1].passage != word_.passage || noun.size() < 2 * kSyllable)
      return;
    const Trigger* trigger = known_noun(noun);
    if (!trigger) return;
    vocabulary_.light_verbs_at(text, noun.end + 1, [&](Voice voice, Base base, std::uint32_t end) {
      // 인수 한 기업: one syllable is as often a numeral.
      if (const auto reading = vocabulary_.endings().read(text, end, base);
          reading && reading->end > noun.end + 1 + kSyllable)
        offer(noun, trigger, std::string(noun.of(text)), voice, *reading, base);
    });
  }

  /// 일하는, 말하던: a noun of one syllable with 하다 closes a clause, and no particle ends it.
  void short_noun() {
    if (word_.in_name || word_.time != kNone) return;
    const std::uint32_t at = word_.span.begin + kSyllable;
    if (at >= word_.span.end || !text::is_hangul({phrase_.text.substr(word_.span.begin, kSyllable)})) return;
    vocabulary_.light_verbs_at(phrase_.text, at, [&](Voice voice, Base base, std::uint32_t end) {
      const auto reading = vocabulary_.endings().read(phrase_.text, end, base);
      if (reading && reading->link == Link::adnominal && reading->end == word_.span.end && reading->end > end)
        offer({word_.span.begin, at}, nullptr, {}, voice, *reading, base);
    });
  }

  /// A predicate that says how something is: it closes a clause, and tells nothing.
  void stative(std::uint32_t at) {
    vocabulary_.light_verbs_at(phrase_.text, at, [&](Voice voice, Base base, std::uint32_t end) {
      if (const auto reading = vocabulary_.endings().read(phrase_.text, end, base))
        offer({word_.span.begin, at}, nullptr, {}, voice, *reading, base);
    });
  }

  /// The part of the word before `end` that is Hangul: of GPU공급 only 공급.
  [[nodiscard]] std::uint32_t noun_begin(std::uint32_t end) const {
    std::uint32_t at = end;
    while (at > word_.span.begin) {
      const text::Decoded c = text::decode_before(phrase_.text, at);
      if (!text::is_hangul_syllable(c.code_point)) break;
      at -= c.length;
    }
    return at;
  }

  /// The row of a verbal noun, or of the noun that a compound ends in (피의자조사).
  [[nodiscard]] const Trigger* known_noun(base::Span noun) const {
    for (std::uint32_t at = noun.begin; at + 2 * kSyllable <= noun.end; at += kSyllable)
      if (const Trigger* found = vocabulary_.noun_trigger(base::Span{at, noun.end}.of(phrase_.text))) return found;
    return nullptr;
  }

  void native_verb(bool of_many_words) {
    // 안 위원장, 나은: a name, and no 알다 or 낫다; but 검찰에 넘기다.
    of_many_words = of_many_words || word_.mention != kNone;
    vocabulary_.verbs_at(phrase_.text, word_.span.begin, [&](std::uint32_t id, Base base, std::uint32_t end) {
      if (of_many_words && end <= word_.span.end) return;
      if (const auto reading = vocabulary_.endings().read(phrase_.text, end, base)) {
        const Trigger& trigger = vocabulary_.trigger(id);
        // One syllable is a verb only where something before it can belong to it (기자회견을 연 뒤).
        const bool short_form = end - word_.span.begin <= kSyllable && reading->end <= word_.span.end;
        if (short_form && (index_ == 0 || !carries(phrase_.words[index_ - 1]))) return;
        offer({word_.span.begin, end}, &trigger, {}, Voice::active, *reading, base);
      }
    });
  }

  /// May the word before a verb of one syllable belong to it: a noun with a particle, or what was said?
  [[nodiscard]] bool carries(const Word& before) const {
    return before.particle || before.hangs || before.passage != word_.passage;
  }

  /// A verbal noun by itself before a verb that carries it, or before 중, 예정, 뒤: 인수에 나섰다, 검토 중이다.
  void bare_noun() {
    const base::Span noun = word_.core;
    if (noun.size() < 2 * kSyllable) return;
    const base::Span hangul{noun_begin(noun.end), noun.end};
    // 한지훈 전 시장(55·수감 중): what is added in brackets tells nothing.
    const std::string_view before = base::Span{noun.begin, hangul.begin}.of(phrase_.text);
    if (const auto bracket = before.find_last_of("()"); bracket != std::string_view::npos && before[bracket] == '(')
      return;
    const Trigger* trigger = hangul.size() < 2 * kSyllable ? nullptr : known_noun(hangul);
    if (!trigger) {
      going_on();
      return;
    }
    // …기간을 운영, …에 나선다: a verbal noun and a comma are a verb that runs on.
    const bool has_object = index_ > 0 && phrase_.words[index_ - 1].particle == lexicon::ParticleKind::object;
    if (word_.comma && has_object && !word_.particle && word_.passage == 0)
      offer(noun, trigger, std::string(noun.of(phrase_.text)), Voice::active,
            {word_.span.end, Link::connective, Tense::present, {}, false, true}, Base::plain);
    // 13일 개봉.: a sentence may end without its verb.
    const bool last = index_ + 1 == phrase_.words.size() && index_ > 0 && !word_.particle && word_.passage == 0 &&
                      phrase_.text.substr(0, phrase_.span.end).ends_with('.');
    if (last && phrase_.words[index_ - 1].time != kNone && trigger->kind == TriggerClass::plain)
      offer(noun, trigger, std::string(noun.of(phrase_.text)), Voice::active,
            {word_.span.end, Link::final, Tense::none, {}, false, true}, Base::plain);
    if (const auto reading = vocabulary_.endings().read(phrase_.text, noun.end, Base::noun))
      offer(noun, trigger, std::string(noun.of(phrase_.text)), Voice::active, *reading, Base::noun);
  }

  /// 공급중이다: the noun and what makes it go on in one word.
  void going_on() {
    const std::string_view text = phrase_.text;
    for (std::uint32_t at = word_.span.begin + 2 * kSyllable; at < word_.span.end;
         at += static_cast<std::uint32_t>(text::decode(text, at).length)) {
      if (!text::is_boundary(text, at) || !text::is_hangul({text.substr(word_.span.begin, at - word_.span.begin)}))
        return;
      const base::Span noun{word_.span.begin, at};
      const auto reading = vocabulary_.endings().read(text, at, Base::noun);
      if (!reading || reading->end != word_.span.end || reading->status != model::EventStatus::ongoing) continue;
      if (const Trigger* trigger = known_noun(noun))
        offer(noun, trigger, std::string(noun.of(text)), Voice::active, *reading, Base::noun);
    }
  }

  /// A verb without a row: known by its past suffix (…었다), or by 는 after a consonant, where the particle were 은, or
  /// right behind an object.
  void unknown_verb() {
    if (word_.in_name || word_.time != kNone) return;
    const std::string_view text = phrase_.text;
    for (std::uint32_t at = word_.span.begin; at < word_.span.end;) {
      const text::Decoded c = text::decode(text, at);
      at += c.length;
      if (!text::is_hangul_syllable(c.code_point)) continue;
      const auto tail = text::final_consonant(c.code_point);
      if (at >= word_.span.end && tail != text::kFinalL) continue;
      // …던 is no particle.
      if (word_.span.end - at == kSyllable && tail != text::kFinalSs)
        if (const auto reading = vocabulary_.endings().read(text, at, Base::plain);
            reading && reading->link == Link::adnominal && reading->end == word_.span.end)
          offer({word_.span.begin, at}, nullptr, {}, Voice::active, *reading, Base::plain);
      std::optional<Reading> reading;
      Base base = Base::past;
      if (tail == text::kFinalSs) {
        // …겠다 closes with the same letter as the past.
        const std::uint32_t before = at - static_cast<std::uint32_t>(c.length);
        if (before > word_.span.begin) reading = vocabulary_.endings().read(text, before, base = Base::plain);
        if (!reading || reading->tense != Tense::future)
          reading = vocabulary_.endings().read(text, at, base = Base::past);
      } else if (tail == text::kFinalL && at == word_.span.end && !word_.particle) {
        // 갖출 예정이다, 넓힐 계획이다: the future, where the ending goes on in the next word.
        reading = vocabulary_.endings().read(text, at, base = Base::adn_future);
        if (reading && (reading->end <= word_.span.end || !ends_word(reading->end))) reading.reset();
      } else if (tail != text::kFinalL && word_.span.end - at == kSyllable && (tail != 0 || is_verbal(c.code_point)))
        reading = vocabulary_.endings().read(text, at, base = Base::drop);
      else if (tail != 0 && word_.span.end - at >= 3 * kSyllable) {
        // 들여놓는다는
        reading = vocabulary_.endings().read(text, at, base = Base::plain);
        if (reading && (reading->link != Link::quote_adnominal || reading->end != word_.span.end)) reading.reset();
      }
      if (reading && !(base == Base::drop && reading->link != Link::adnominal && reading->end <= word_.span.end))
        offer({word_.span.begin, at}, nullptr, {}, Voice::active, *reading, base);
    }
  }

  /// Is the word no name, and the one before it an object? 천막을 모두 치우는: an adverb may stand between.
  [[nodiscard]] bool follows_object() const {
    if (word_.mention != kNone || word_.person) return false;
    std::uint32_t at = index_;
    while (at > 0 && vocabulary_.is(WordClass::adverb, phrase_.words[at - 1].span.of(phrase_.text))) --at;
    if (at == 0) return false;
    const Word& before = phrase_.words[at - 1];
    return before.particle == lexicon::ParticleKind::object && !before.comma && before.passage == word_.passage;
  }

  /// 그림을 그리는: right behind an object, what ends in the vowels in which verbs end is a verb, and 는 no particle;
  /// but 이를 총리는.
  [[nodiscard]] bool is_verbal(char32_t last) const {
    constexpr std::size_t kLongest = 4 * kSyllable;
    const int vowel = text::vowel(last);
    const bool ends = vowel == text::kVowelI || vowel == text::kVowelU || vowel == text::kVowelEu;
    if (!ends || !follows_object()) return false;
    const std::string_view stem = word_.core.of(phrase_.text);
    // One syllable at the end says little: 지 is a paper (일간지), and ends verbs.
    const bool agent = stem.size() > 2 * kSyllable ? vocabulary_.ends_as(WordClass::agent, stem)
                                                   : vocabulary_.is(WordClass::agent, stem);
    return stem.size() > kSyllable && stem.size() <= kLongest && !agent && !vocabulary_.is(WordClass::pronoun, stem);
  }

  /// 풀 계획은 없다: the ending is a noun with a particle of its own.
  [[nodiscard]] bool ends_word(std::uint32_t at) const {
    return at >= phrase_.text.size() || !text::is_hangul_syllable(text::decode(phrase_.text, at).code_point);
  }

  const Vocabulary& vocabulary_;
  const Phrase& phrase_;
  const Word& word_;
  std::uint32_t index_;
  std::optional<Predicate> best_;
};

}  // namespace

std::vector<Predicate> find_predicates(const Vocabulary& vocabulary, const Phrase& phrase) {
  std::vector<Predicate> predicates;
  for (std::uint32_t i = 0; i < phrase.words.size(); ++i) {
    auto found = Finder(vocabulary, phrase, i).find();
    if (!found) continue;
    while (i + 1 < phrase.words.size() && phrase.words[i + 1].span.begin < found->end) ++i;
    found->last_word = i;
    // 회의를 마치고 나오다 말했다, 방치하다 훼손한: within a sentence 다 is 다가.
    constexpr char32_t kPlainEnding = 0xB2E4;
    const Reading& reading = found->reading;
    if (reading.link == Link::final && found->base == Base::plain && reading.tense == Tense::present &&
        i + 1 < phrase.words.size() && phrase.words[i + 1].passage == found->passage &&
        found->end == phrase.words[i].span.end &&
        text::decode_before(phrase.text, found->end).code_point == kPlainEnding)
      found->reading.link = Link::connective, found->reading.tense = Tense::none;
    predicates.push_back(std::move(*found));
  }
  return predicates;
}

}  // namespace timeline::event
