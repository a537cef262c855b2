#include "fact/quotations.hpp"

#include <algorithm>

#include "fact/landmarks.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;
using text::QuotedPassage;
using text::QuoteMark;

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr int kSentencesBack = 5;                // how far a "그는" reaches
constexpr std::size_t kQuotationsBack = 60;      // how far "이 관계자는" reaches
constexpr std::uint32_t kTail = 60;              // bytes behind a quotation in which its noun of saying stands
constexpr std::uint32_t kLongestPassage = 6100;  // as text::find_quotations has it, marks included
constexpr std::uint32_t kReach = 3000;           // bytes of a sentence on either side of a quotation
constexpr std::uint32_t kLongestPhrase = 150;
constexpr std::uint32_t kWeakPhrase = 40;  // a topic that nothing marks as a speaker
constexpr std::uint32_t kHeadline = 400;   // bytes of a line that may be one

/// A character of a name: letters, and what joins them.
bool is_name(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_latin(c) || text::is_digit(c) || text::is_han(c) || c == U'(' ||
         c == U')' || c == U'-' || c == 0xB7;
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

/// One passage and what was found out about it.
struct Candidate {
  QuotedPassage passage;
  base::Span inner;  ///< trimmed
  std::uint32_t sentence = kNone;
  base::Span carrier;                    ///< the sentence around it, from where the words of its speaker may come
  std::uint32_t first_sentence = kNone;  ///< of the carrier
  std::optional<std::pair<QuoteParticle, std::uint32_t>> particle;
  bool speech = false;
  bool row = false;    ///< speech because the next one is: '…', '…'는 질문에
  bool asked = false;  ///< a question put to somebody, or nobody's words in particular
  bool alone = false;  ///< nothing of its sentence stands outside it
};

struct Speaker {
  base::Span text;
  std::optional<std::uint32_t> entity;
  [[nodiscard]] bool known() const { return !text.empty(); }
};

class Finder {
 public:
  Finder(const model::Article& article, model::Extraction& extraction, const SpeechWords& words,
         const lexicon::Particles& particles)
      : text_(article.body), extraction_(extraction), words_(words), particles_(particles) {
    for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i)
      if (extraction.sentences[i].field == model::Field::body) sentences_.push_back(i);
    for (std::uint32_t i = 0; i < extraction.times.size(); ++i)
      if (extraction.sentences[extraction.times[i].sentence].field == model::Field::body) times_.push_back(i);
    std::sort(times_.begin(), times_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return extraction.times[a].span < extraction.times[b].span; });
  }

  void find() {
    collect();
    if (candidates_.empty()) return;
    // From the right, so that '…', '…'는 질문에 can tell the first by the second.
    for (std::size_t i = candidates_.size(); i-- > 0;) candidates_[i].speech = is_speech(i);
    landmarks_ = landmarks_of(extraction_, model::Field::body);
    for (const Candidate& candidate : candidates_) {
      if (candidate.passage.depth > 0) continue;
      (candidate.speech ? landmarks_.speech : landmarks_.quoted).push_back(candidate.passage.outer);
    }
    speakers_.resize(candidates_.size());
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (candidates_[i].speech) speakers_[i] = speaker_of(i);
    for (std::size_t i = candidates_.size(); i-- > 0;)
      if (candidates_[i].row) speakers_[i] = speakers_[i + 1];
    // A passage that opens an article or stands between two sentences belongs to who speaks next.
    for (std::size_t i = candidates_.size(); i-- > 0;)
      if (candidates_[i].speech && candidates_[i].alone && !speakers_[i].known()) speakers_[i] = speaker_behind(i);
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (candidates_[i].speech) write(i);
  }

 private:
  [[nodiscard]] base::Span sentence_span(std::size_t position) const {
    return extraction_.sentences[sentences_[position]].span;
  }

  /// The position in sentences_ of the sentence that holds byte `at`.
  [[nodiscard]] std::size_t sentence_at(std::uint32_t at) const {
    const auto found = std::partition_point(sentences_.begin(), sentences_.end(),
                                            [&](std::uint32_t i) { return extraction_.sentences[i].span.end <= at; });
    return std::min(static_cast<std::size_t>(found - sentences_.begin()), sentences_.size() - 1);
  }

  void collect() {
    if (sentences_.empty()) return;
    const auto passages = text::find_quotations(text_, {0, static_cast<std::uint32_t>(text_.size())});
    for (const QuotedPassage& passage : passages) {
      if (passage.mark == QuoteMark::title_mark) continue;
      const std::size_t position = sentence_at(passage.inner.begin);
      const model::Sentence& sentence = extraction_.sentences[sentences_[position]];
      if (sentence.role == model::SentenceRole::noise || !sentence.span.overlaps(passage.inner)) continue;
      Candidate candidate;
      candidate.passage = passage;
      candidate.inner = trim(passage.inner);
      candidate.sentence = static_cast<std::uint32_t>(position);
      if (candidate.inner.empty()) continue;
      if (passage.closed) candidate.particle = words_.particle(text_, passage.outer.end);
      candidates_.push_back(candidate);
    }
    for (std::size_t i = 0; i < candidates_.size(); ++i) find_carrier(candidates_[i]);
  }

  [[nodiscard]] base::Span trim(base::Span span) const {
    while (span.begin < span.end && is_space(text_[span.begin])) ++span.begin;
    while (span.end > span.begin && is_space(text_[span.end - 1])) --span.end;
    return span;
  }

  [[nodiscard]] std::uint32_t boundary(std::uint32_t at) const {
    while (!text::is_boundary(text_, at)) ++at;
    return at;
  }
  /// The first candidate that may reach to byte `at` or begin behind it.
  [[nodiscard]] std::size_t near(std::uint32_t at) const {
    const std::uint32_t from = at > kLongestPassage ? at - kLongestPassage : 0;
    const auto found = std::partition_point(candidates_.begin(), candidates_.end(),
                                            [&](const Candidate& c) { return c.passage.outer.begin < from; });
    return static_cast<std::size_t>(found - candidates_.begin());
  }

  /// The sentence splitter may cut inside a passage; the carrier reaches over all passages it touches.
  void find_carrier(Candidate& candidate) const {
    std::size_t first = sentence_at(candidate.passage.outer.begin);
    std::size_t last = sentence_at(candidate.passage.outer.end - 1);
    for (bool grown = true; grown;) {
      grown = false;
      for (std::size_t i = near(sentence_span(first).begin); i < candidates_.size(); ++i) {
        const Candidate& other = candidates_[i];
        if (other.passage.outer.begin > sentence_span(last).end) break;
        if (other.passage.outer.begin < sentence_span(first).begin &&
            other.passage.outer.end > sentence_span(first).begin) {
          first = sentence_at(other.passage.outer.begin);
          grown = true;
        }
        if (other.passage.outer.begin < sentence_span(last).end && other.passage.outer.end > sentence_span(last).end) {
          const std::size_t reached = sentence_at(other.passage.outer.end - 1);
          if (reached > last) {
            last = reached;
            grown = true;
          }
        }
      }
    }
    candidate.first_sentence = static_cast<std::uint32_t>(first);
    candidate.carrier = {std::min(sentence_span(first).begin, candidate.passage.outer.begin),
                         std::max(sentence_span(last).end, candidate.passage.outer.end)};
    // A sentence without end, as in text that is no prose, is read only near the words.
    if (candidate.passage.outer.begin - candidate.carrier.begin > kReach)
      candidate.carrier.begin = boundary(candidate.passage.outer.begin - kReach);
    if (candidate.carrier.end - candidate.passage.outer.end > kReach)
      candidate.carrier.end = boundary(candidate.passage.outer.end + kReach);
    candidate.alone = trim({candidate.carrier.begin, candidate.passage.outer.begin}).empty() &&
                      punctuation_only({candidate.passage.outer.end, candidate.carrier.end});
  }
  [[nodiscard]] bool punctuation_only(base::Span span) const {
    for (std::uint32_t at = span.begin; at < span.end;) {
      const text::Decoded c = text::decode(text_, at);
      if (text::is_hangul_syllable(c.code_point) || text::is_latin(c.code_point) || text::is_digit(c.code_point))
        return false;
      at += c.length;
    }
    return true;
  }

  // --- speech or not ---------------------------------------------------------------------------------------------

  [[nodiscard]] std::uint32_t count_words(base::Span span) const {
    return 1 + static_cast<std::uint32_t>(std::count(text_.begin() + span.begin, text_.begin() + span.end, ' '));
  }
  /// The words inside without closing punctuation.
  [[nodiscard]] base::Span bare(base::Span span) const {
    while (span.end > span.begin) {
      const text::Decoded last = text::decode_before(text_, span.end);
      if (text::is_hangul_syllable(last.code_point) || text::is_latin(last.code_point)) break;
      span.end -= last.length;
    }
    return span;
  }
  [[nodiscard]] bool is_final(base::Span inner) const {
    const char last = text_[inner.end - 1];
    return last == '?' || last == '!' || words_.ends(Ending::final, text_, bare(inner));
  }
  [[nodiscard]] base::Span tail_of(const Candidate& candidate, std::uint32_t from) const {
    return {from, std::min({from + kTail, candidate.carrier.end, static_cast<std::uint32_t>(text_.size())})};
  }
  [[nodiscard]] bool names_something(const Candidate& candidate, std::uint32_t from) const {
    std::uint32_t at = from;
    while (at < candidate.carrier.end && is_space(text_[at])) ++at;
    return words_.starts(SpeechWord::naming, text_, at).has_value();
  }

  [[nodiscard]] bool is_speech(std::size_t index) {
    Candidate& candidate = candidates_[index];
    const QuotedPassage& passage = candidate.passage;
    const std::uint32_t words = count_words(candidate.inner);
    const bool final = is_final(candidate.inner);
    const bool clause = final || words_.ends(Ending::nominal, text_, bare(candidate.inner));
    const bool quoting = candidate.particle && candidate.particle->first == QuoteParticle::quote;
    bool describing = candidate.particle && candidate.particle->first == QuoteParticle::adnominal;
    // “…했다”는: the ending asks for it. “한국판 뉴딜”은, “A”는 are topics.
    if (describing && !final &&
        text_.substr(passage.outer.end, candidate.particle->second - passage.outer.end).size() == 3)
      describing = false;
    if (candidate.particle && !clause && names_something(candidate, candidate.particle->second)) return false;
    const auto said = [&](std::uint32_t from) {
      const base::Span tail = tail_of(candidate, from);
      return words_.first(SpeechWord::stance, text_, tail) || words_.first(SpeechWord::question, text_, tail) ||
             words_.first(SpeechWord::voice, text_, tail);
    };
    if (passage.mark == QuoteMark::double_mark) {
      if (passage.depth > 0) return words >= 4 && quoting && final;
      if (!passage.closed) return words >= 3 && candidate.carrier.size() < kHeadline;
      if (quoting) return true;
      if (describing) return clause || (words >= 3 && said(candidate.particle->second));
      const char32_t after =
          passage.outer.end < text_.size() ? text::decode(text_, passage.outer.end).code_point : U'\n';
      if (!text::is_hangul_syllable(after) || !particles_.after(text_, passage.outer.end))
        return words >= 3 || (words >= 2 && final);
      return final && words >= 3;
    }
    // Single marks: speech only where the words and what follows both say so.
    if (!passage.closed) return false;
    if (passage.depth > 0) return words >= 5 && quoting && final;
    if (words >= 3 && quoting && clause) return true;
    if (words >= 2 && quoting && final)
      return words_.first(SpeechWord::verb, text_, tail_of(candidate, candidate.particle->second)).has_value();
    if (words >= 2 && describing && clause) return said(candidate.particle->second);
    // '…', '…'는 질문에: the first of a row.
    if (words >= 2 && final && index + 1 < candidates_.size()) {
      const Candidate& next = candidates_[index + 1];
      candidate.row = next.speech && next.passage.mark == passage.mark && next.passage.depth == passage.depth &&
                      punctuation_only({passage.outer.end, next.passage.outer.begin}) &&
                      next.passage.outer.begin - passage.outer.end <= 3;
      return candidate.row;
    }
    return false;
  }

  // --- who speaks ------------------------------------------------------------------------------------------------

  [[nodiscard]] std::vector<Phrase> phrases(base::Span range) const {
    return split_phrases(text_, range, landmarks_, words_, particles_);
  }

  [[nodiscard]] bool is_pronoun(const Phrase& phrase) const {
    return words_.is(SpeechWord::pronoun, text_, phrase.span);
  }

  /// How much a phrase looks like somebody who can speak.
  [[nodiscard]] int weight(const Phrase& phrase) const {
    if (is_pronoun(phrase)) return 3;
    if (phrase.marked) return 4;
    base::Span noun = phrase.span;
    // 교수(국가AI전략위원회), 여배우(이열음)
    if (noun.end > noun.begin && text_[noun.end - 1] == ')') {
      const std::size_t open = text_.rfind('(', noun.end - 1);
      if (open != std::string_view::npos && open > noun.begin) noun.end = static_cast<std::uint32_t>(open);
    }
    if (phrase.person) return 4;
    if (words_.ends_with(SpeechWord::role, text_, noun)) return 4;
    // 애널리스트 루카스 케, 배우 문성근; a name in Latin letters behind it: 케(Lucas Keh)
    for (std::uint32_t begin = noun.begin; begin < noun.end;) {
      std::uint32_t end = begin;
      while (end < noun.end && text_[end] != ' ') ++end;
      if (end < noun.end && words_.ends_with(SpeechWord::role, text_, {begin, end})) return 3;
      begin = end + 1;
    }
    if (noun.end < phrase.span.end && noun.end + 1 < phrase.span.end &&
        text::is_latin(static_cast<unsigned char>(text_[noun.end + 1])))
      return 4;
    constexpr std::uint32_t kBody = 9;  // bytes: 부는, 당은 alone are no bodies
    if (noun.size() >= kBody && words_.ends_with(SpeechWord::body, text_, noun)) return 3;
    if (phrase.entity && phrase.entity_ends) {
      const model::EntityKind kind = extraction_.entities[*phrase.entity].kind;
      // 검은, 당은: of one syllable more words are adjectives than names.
      if (noun.size() <= 3) return 0;
      if (kind == model::EntityKind::company || kind == model::EntityKind::organization ||
          kind == model::EntityKind::person)
        return 3;
      if (kind == model::EntityKind::place) return 1;
    }
    return 0;
  }

  /// The phrase that speaks among those before (or after) a quotation. `nearest`: an embedded clause, whose subject
  /// stands next to it (김종인 위원장이 ‘…’이라고 비판한 것에 대해).
  [[nodiscard]] const Phrase* choose(const std::vector<Phrase>& phrases, bool nearest, bool topics_only = false,
                                     bool weak = false) const {
    const Phrase* best = nullptr;
    int best_score = 0;
    for (const Phrase& phrase : phrases) {
      int score = weight(phrase);
      if (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::also)
        score = score == 0 ? (weak && phrase.kind == ParticleKind::topic ? 1 : 0) : score * 2 + (nearest ? 0 : 3);
      else if (phrase.kind == ParticleKind::subject)
        score = score == 0 ? 0 : score * 2 + (nearest ? 3 : 0);
      else
        continue;
      if (phrase.kind == ParticleKind::also && weight(phrase) == 0) continue;
      if (weak && weight(phrase) == 0 && !plain_noun(phrase)) continue;
      if (phrase.span.size() > (weak ? kWeakPhrase : kLongestPhrase)) continue;
      if (topics_only && phrase.kind == ParticleKind::subject) continue;
      // The last topic that can speak, whoever was the topic of a clause before it.
      const bool later = best && !nearest && best->kind != ParticleKind::subject &&
                         phrase.kind != ParticleKind::subject && weight(phrase) >= 3;
      // Of subjects the first: 홍 시장이 이 회장이 무죄를 받은 것과 관련해 “…”
      const bool outer =
          best && !nearest && best->kind == ParticleKind::subject && phrase.kind == ParticleKind::subject;
      if (score > 0 && ((score >= best_score && !outer) || later)) {
        best = &phrase;
        best_score = score;
      }
    }
    return best;
  }

  /// One word, neither a number nor the end of a clause (서명했느냐는).
  [[nodiscard]] bool plain_noun(const Phrase& phrase) const {
    const std::string_view words = phrase.span.of(text_);
    const bool digit = std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
    return !digit && words.find(' ') == std::string_view::npos && !words_.ends(Ending::final, text_, phrase.span);
  }

  [[nodiscard]] Speaker made(const Phrase& phrase) const {
    Speaker speaker{.text = phrase.span, .entity = {}};
    if (phrase.person) {
      // 정 교수 측: somebody else than the person named.
      if (!words_.ends_with(SpeechWord::unnamed, text_, phrase.span)) speaker.entity = phrase.person;
    } else if (phrase.entity && phrase.entity_ends) {
      const model::EntityKind kind = extraction_.entities[*phrase.entity].kind;
      if (kind != model::EntityKind::place && kind != model::EntityKind::product && kind != model::EntityKind::occasion)
        speaker.entity = phrase.entity;
    }
    return speaker;
  }

  [[nodiscard]] Speaker speaker_of(std::size_t index) {
    const Candidate& candidate = candidates_[index];
    if (candidate.passage.depth > 0) {
      // Words quoted by a speaker: whoever is the subject just before them.
      const auto inside = phrases({enclosing(index).inner.begin, candidate.passage.outer.begin});
      if (const Phrase* phrase = choose(inside, true, false, true)) return made(*phrase);
      return {};
    }
    if (candidate.alone) return before_alone(index);
    const bool describing = candidate.particle && candidate.particle->first == QuoteParticle::adnominal;
    if (describing) {
      if (const auto asker = asker_of(candidate)) {
        candidates_[index].asked = true;
        if (asker->known()) asker_ = *asker;
        return *asker;
      }
    }
    const base::Span before{candidate.carrier.begin, candidate.passage.outer.begin};
    const auto left = phrases(before);
    if (const auto owner = owner_before(candidate, left)) return *owner;
    // “…”며 “…”고 했다: nobody new between them.
    if (index > 0) {
      std::size_t last = index - 1;
      while (last > 0 && candidates_[last].passage.depth > 0) --last;
      const Candidate& other = candidates_[last];
      const bool joined = other.speech && !other.asked && !other.row &&
                          other.carrier.begin == candidate.carrier.begin && other.particle &&
                          other.particle->first == QuoteParticle::quote;
      if (joined && speakers_[last].known() && !embedded(other)) {
        const auto between = phrases({other.particle->second, candidate.passage.outer.begin});
        if (!choose(between, false)) return speakers_[last];
      }
    }
    // “출마하느냐고 묻는 질문에는 “…”: the subject asks, the topic answers.
    const bool answer = left.size() > 0 && answers(left.back(), before.end);
    if (const Phrase* phrase = choose(left, embedded(candidate), answer)) return resolved(index, *phrase);
    if (const Speaker headline = headline_speaker(candidate); headline.known()) return headline;
    if (is_heading(candidate)) return {};
    // Behind the quotation: “…”라고 … 루카스 케는 언급했다.
    const std::uint32_t from = candidate.particle ? candidate.particle->second : candidate.passage.outer.end;
    const auto right = phrases({from, candidate.carrier.end});
    if (const Phrase* phrase = choose(right, false); phrase && weight(*phrase) > 0) return resolved(index, *phrase);
    if (const Phrase* phrase = candidate.particle ? choose(left, false, true, true) : nullptr)
      return resolved(index, *phrase);
    return carried(index);
  }
  /// Does the phrase right before the words name a question (질문에는)?
  [[nodiscard]] bool answers(const Phrase& phrase, std::uint32_t end) const {
    return trim({phrase.end, end}).empty() && phrase.kind == ParticleKind::locative &&
           words_.ends_with(SpeechWord::question, text_, phrase.span);
  }
  /// A line without an end of a sentence.
  [[nodiscard]] bool is_heading(const Candidate& candidate) const {
    if (candidate.carrier.size() > kHeadline || candidate.particle) return false;
    const char32_t last = text::decode_before(text_, candidate.carrier.end).code_point;
    return last != U'.' && last != U'?' && last != U'!';
  }

  [[nodiscard]] const Candidate& enclosing(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;)
      if (candidates_[i].passage.outer.contains(candidates_[index].passage.outer)) return candidates_[i];
    return candidates_[index];
  }

  /// Is the verb of saying inside a larger clause: “…”라고 비판한 것에 대해?
  [[nodiscard]] bool embedded(const Candidate& candidate) const {
    if (!candidate.particle || candidate.particle->first != QuoteParticle::quote) return false;
    const base::Span tail = tail_of(candidate, candidate.particle->second);
    const auto verb = words_.first(SpeechWord::verb, text_, tail);
    if (!verb) return false;
    const std::string_view gap = text_.substr(tail.begin, verb->begin - tail.begin);
    if (std::count(gap.begin(), gap.end(), ' ') > 2) return false;
    // An adnominal verb ends in ㄴ right before a space: 말한, 밝힌, 지적한.
    const char32_t last = text::decode_before(text_, verb->end).code_point;
    return verb->end < candidate.carrier.end && text_[verb->end] == ' ' && text::is_hangul_syllable(last) &&
           (last - 0xAC00) % 28 == 4;
  }

  /// “…”라는 유상범 의원의 질의에, “…”는 취재진 질문에: the words between particle and noun. “…”는 지적이 나온다:
  /// nobody.
  [[nodiscard]] std::optional<Speaker> asker_of(const Candidate& candidate) const {
    const base::Span tail = tail_of(candidate, candidate.particle->second);
    std::optional<base::Span> noun;
    bool stance = false, voice = false;
    for (const SpeechWord kind : {SpeechWord::question, SpeechWord::voice, SpeechWord::stance}) {
      const auto found = words_.first(kind, text_, tail);
      if (!found || (noun && found->begin >= noun->begin)) continue;
      noun = found;
      stance = kind == SpeechWord::stance;
      voice = kind == SpeechWord::voice;
    }
    if (!noun) return std::nullopt;
    base::Span words = trim({tail.begin, noun->begin});
    if (!words.empty()) {
      // Another sentence part between them: the noun belongs to something else.
      const auto inner = phrases({words.begin, words.end + 0});
      base::Span name = words;
      for (const Phrase& phrase : inner)
        if (phrase.kind == ParticleKind::genitive && phrase.end == words.end) name = phrase.span;
      if (inner.empty() || name.end != words.end || name != words) {
        Phrase phrase{.span = name, .end = words.end, .kind = ParticleKind::genitive, .person = {}, .entity = {}};
        for (const Landmarks::Named& named : landmarks_.names_in(name))
          if (name.contains(named.span)) {
            phrase.entity = named.entity;
            phrase.entity_ends = named.span.end == name.end;
            if (named.person) phrase.person = named.entity;
          }
        if (weight(phrase) > 0) return made(phrase);
      }
    }
    // 사회자의 “…”는 제안에
    const auto left = phrases({candidate.carrier.begin, candidate.passage.outer.begin});
    if (!left.empty() && left.back().kind == ParticleKind::genitive &&
        trim({left.back().end, candidate.passage.outer.begin}).empty())
      return made(left.back());
    if (stance) return std::nullopt;
    if (!voice) return asker_;  // a question asked by those who asked before
    {
      const Phrase* topic = choose(left, false);
      if (topic && topic->kind == ParticleKind::topic && weight(*topic) >= 3 && !is_pronoun(*topic))
        return std::nullopt;
    }
    return Speaker{};
  }

  /// 사회자의 “…”: the words belong to who stands in the genitive right before them.
  [[nodiscard]] std::optional<Speaker> owner_before(const Candidate& candidate, const std::vector<Phrase>& left) const {
    if (left.empty() || left.back().kind != ParticleKind::genitive || weight(left.back()) < 3) return std::nullopt;
    if (!trim({left.back().end, candidate.passage.outer.begin}).empty()) return std::nullopt;
    return made(left.back());
  }

  /// 구윤철 “…”, 엔비디아 CEO, “…”: in headlines the speaker stands bare before the words.
  [[nodiscard]] Speaker headline_speaker(const Candidate& candidate) const {
    if (candidate.particle || candidate.passage.depth > 0) return {};
    std::uint32_t end = candidate.passage.outer.begin;
    while (end > candidate.carrier.begin && (text_[end - 1] == ' ' || text_[end - 1] == ',')) --end;
    std::uint32_t begin = end;
    if (end > candidate.carrier.begin && text_[end - 1] == ')')
      if (const std::size_t open = text_.rfind('(', end - 1);
          open != std::string_view::npos && open > candidate.carrier.begin)
        begin = static_cast<std::uint32_t>(open);
    while (begin > candidate.carrier.begin) {
      const text::Decoded c = text::decode_before(text_, begin);
      if (!is_name(c.code_point)) break;
      begin -= c.length;
    }
    const std::size_t bracket = text_.substr(begin, end - begin).find('(');
    const std::uint32_t head = bracket == std::string_view::npos ? end : begin + static_cast<std::uint32_t>(bracket);
    // 오 시장 “…”: a title alone names nobody.
    if (begin > candidate.carrier.begin && words_.ends_with(SpeechWord::role, text_, {begin, head})) {
      std::uint32_t word = begin - 1;
      while (word > candidate.carrier.begin && !is_space(text_[word - 1]) && !is_quote(word)) --word;
      if (word < begin - 1 && !particles_at_end({word, begin - 1})) begin = word;
    }
    for (const Landmarks::Named& named : landmarks_.names_in({begin, end})) {
      if (named.span.begin < begin && named.span.end > begin) begin = named.span.begin;
    }
    if (begin >= end) return {};
    const base::Span name{begin, end};
    constexpr std::uint32_t kLongestName = 60;
    if (name.size() > kLongestName) return {};
    Phrase phrase{.span = name, .end = end, .kind = ParticleKind::topic, .person = {}, .entity = {}};
    for (const Landmarks::Named& named : landmarks_.names_in(name))
      if (name.contains(named.span)) {
        phrase.entity = named.entity;
        phrase.entity_ends = named.span.end == end;
        if (named.person) phrase.person = named.entity;
      }
    const text::Decoded first = text::decode(text_, begin);
    const bool initial = text::is_han(first.code_point) && begin + first.length == end;  // 尹 “…”
    // A short word between a line's or a quotation's end and the words.
    const bool lone = name.size() <= 15 && is_heading(candidate) &&
                      (begin == candidate.carrier.begin || is_quote(begin)) && !particles_at_end(name);
    if (weight(phrase) == 0 && !initial && !lone) return {};
    // 김 여사는 “…”, 회견에서 “…”: not bare.
    return made(phrase);
  }
  [[nodiscard]] bool particles_at_end(base::Span word) const {
    for (std::uint32_t at = word.begin + text::decode(text_, word.begin).length; at < word.end;
         at += text::decode(text_, at).length)
      if (const auto particle = particles_.after(text_, at); particle && particle->end == word.end) return true;
    return false;
  }
  [[nodiscard]] bool is_quote(std::uint32_t end) const {
    const char32_t c = text::decode_before(text_, end).code_point;
    return c == 0x201D || c == 0x2019 || c == U'"' || c == U'\'';
  }

  /// A phrase as the speaker; a pronoun as whoever it stands for.
  [[nodiscard]] Speaker resolved(std::size_t index, const Phrase& phrase) const {
    if (!is_pronoun(phrase)) return made(phrase);
    const Speaker before = carried(index, phrase.span);
    if (before.known()) return before;
    return made(phrase);
  }

  /// Who speaks on where a sentence names nobody: the last speaker, or the last person that a sentence was about.
  [[nodiscard]] Speaker carried(std::size_t index, base::Span pronoun = {}) const {
    const Candidate& candidate = candidates_[index];
    const std::uint32_t first = candidate.first_sentence;
    // "이 관계자는" goes back to the last 관계자.
    std::string_view noun;
    if (const std::size_t space = pronoun.of(text_).rfind(' '); space != std::string_view::npos)
      noun = pronoun.of(text_).substr(space + 1);
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < kQuotationsBack; ++steps) {
      const Candidate& other = candidates_[i];
      if (!other.speech || other.asked || other.row || other.passage.depth > 0 || !speakers_[i].known()) continue;
      if (first - std::min(first, other.first_sentence) > static_cast<std::uint32_t>(kSentencesBack) && noun.empty())
        break;
      if (!noun.empty() && !speakers_[i].text.of(text_).ends_with(noun)) continue;
      // A sentence in between may have brought in somebody else.
      if (noun.empty())
        for (std::uint32_t s = first; s-- > other.first_sentence + 1;)
          if (const Speaker person = subject_of(s, true); person.known() && !covered(s)) return person;
      return speakers_[i];
    }
    for (int back = 1; back <= kSentencesBack && first >= static_cast<std::uint32_t>(back); ++back)
      if (const Speaker person = subject_of(first - static_cast<std::uint32_t>(back));
          person.known() && (noun.empty() || person.text.of(text_).ends_with(noun)))
        return person;
    return {};
  }
  /// Does a quotation reach into this sentence?
  [[nodiscard]] bool covered(std::uint32_t sentence) const {
    const base::Span span = sentence_span(sentence);
    for (std::size_t i = near(span.begin); i < candidates_.size() && candidates_[i].passage.outer.begin < span.end; ++i)
      if (candidates_[i].speech && candidates_[i].passage.outer.overlaps(span)) return true;
    return false;
  }
  /// The person or body that a sentence is about.
  [[nodiscard]] Speaker subject_of(std::uint32_t sentence, bool topics_only = false) const {
    const model::Sentence& record = extraction_.sentences[sentences_[sentence]];
    if (record.role != model::SentenceRole::body) return {};
    const auto found = phrases({record.span.begin, boundary(std::min(record.span.end, record.span.begin + kReach))});
    const Phrase* best = nullptr;
    for (const Phrase& phrase : found) {
      if (phrase.span.size() > kLongestPhrase || weight(phrase) < 4 || is_pronoun(phrase)) continue;
      if (phrase.kind != ParticleKind::topic && (topics_only || phrase.kind != ParticleKind::subject)) continue;
      if (!best || (phrase.kind == ParticleKind::topic && best->kind != ParticleKind::topic)) best = &phrase;
    }
    return best ? made(*best) : Speaker{};
  }

  /// A passage alone in its sentence: the speaker of the sentence before it, where that one is about a person.
  [[nodiscard]] Speaker before_alone(std::size_t index) const {
    const std::uint32_t first = candidates_[index].first_sentence;
    if (first == 0 || is_heading(candidates_[index])) return {};
    const base::Span before = sentence_span(first - 1);
    // A row of passages has one speaker.
    if (index > 0 && candidates_[index - 1].speech &&
        candidates_[index - 1].carrier.end <= candidates_[index].carrier.begin && candidates_[index - 1].alone &&
        candidates_[index - 1].passage.outer.end + 3 >= candidates_[index].passage.outer.begin)
      return speakers_[index - 1];
    const char last = before.end > before.begin ? text_[before.end - 1] : ' ';
    if (last != '.' && last != ':' && last != ',' && last != ')') return {};
    return subject_of(first - 1);
  }
  [[nodiscard]] Speaker speaker_behind(std::size_t index) const {
    const std::size_t next = sentence_at(candidates_[index].carrier.end);
    for (std::size_t s = next; s < sentences_.size() && s < next + 2; ++s) {
      if (sentence_span(s).begin < candidates_[index].carrier.end) continue;
      // Another passage alone: look behind it.
      for (std::size_t i = index + 1; i < candidates_.size(); ++i)
        if (candidates_[i].speech && candidates_[i].alone && candidates_[i].passage.outer.overlaps(sentence_span(s)))
          return speakers_[i];
      if (const Speaker person = subject_of(static_cast<std::uint32_t>(s)); person.known()) return person;
    }
    if (index + 1 < candidates_.size() && candidates_[index + 1].first_sentence <= next + kSentencesBack)
      return speakers_[index + 1];
    return {};
  }

  // --- the record ------------------------------------------------------------------------------------------------

  void write(std::size_t index) {
    const Candidate& candidate = candidates_[index];
    model::Quotation quotation;
    quotation.sentence = sentences_[candidate.sentence];
    quotation.span = candidate.inner;
    quotation.speaker = speakers_[index].entity;
    quotation.speaker_text = speakers_[index].text.of(text_);
    if (!quotation.speaker) quotation.speaker = person_called(quotation.speaker_text);
    const auto from = std::partition_point(times_.begin(), times_.end(), [&](std::uint32_t i) {
      return extraction_.times[i].span.begin < candidate.carrier.begin;
    });
    for (auto at = from; at != times_.end(); ++at) {
      const std::uint32_t i = *at;
      const model::TimeExpression& time = extraction_.times[i];
      if (!candidate.carrier.contains(time.span)) break;
      if (!time.value.is_dated() || time.value.granularity > model::Granularity::day || quoted(time.span)) continue;
      if (quotation.said && time.span.begin > candidate.passage.outer.begin) break;
      quotation.said = time.value;
      quotation.time_expression = i;
    }
    extraction_.quotations.push_back(std::move(quotation));
  }
  /// The one person of the article whose last name is what a speaker is called: 황 for 젠슨 황, 케(Lucas Keh).
  [[nodiscard]] std::optional<std::uint32_t> person_called(std::string_view name) const {
    name = name.substr(0, name.find('('));
    std::optional<std::uint32_t> found;
    if (name.empty() || name.find(' ') != std::string_view::npos) return found;
    for (std::uint32_t entity = 0; entity < extraction_.entities.size(); ++entity) {
      if (extraction_.entities[entity].kind != model::EntityKind::person) continue;
      const std::string& full = extraction_.entities[entity].name;
      if (full.size() <= name.size() || !full.ends_with(name) || full[full.size() - name.size() - 1] != ' ') continue;
      if (found) return std::nullopt;
      found = entity;
    }
    return found;
  }
  [[nodiscard]] bool quoted(base::Span span) const {
    for (std::size_t i = near(span.begin); i < candidates_.size() && candidates_[i].passage.outer.begin <= span.begin;
         ++i)
      if (candidates_[i].passage.outer.contains(span)) return true;
    return false;
  }

  std::string_view text_;
  model::Extraction& extraction_;
  const SpeechWords& words_;
  const lexicon::Particles& particles_;
  std::vector<std::uint32_t> sentences_;  // of the body, by position
  std::vector<std::uint32_t> times_;      // of the body, by place
  std::vector<Candidate> candidates_;
  std::vector<Speaker> speakers_;
  Speaker asker_;  // who asked the last question whose asker is named
  Landmarks landmarks_;
};

}  // namespace

QuotationFinder::QuotationFinder(const SpeechWords& words, const lexicon::Particles& particles)
    : words_(words), particles_(particles) {}

void QuotationFinder::find(const model::Article& article, model::Extraction& extraction) const {
  Finder(article, extraction, words_, particles_).find();
}

}  // namespace timeline::fact
