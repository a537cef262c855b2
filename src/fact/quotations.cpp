#include "fact/quotations.hpp"

#include <algorithm>

#include "fact/interviews.hpp"
#include "fact/passages.hpp"
#include "fact/sayings.hpp"
#include "fact/speakers.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

constexpr int kSentencesBack = 5;            // how far a "그는" reaches
constexpr std::size_t kQuotationsBack = 60;  // how far "이 관계자는" reaches
constexpr std::uint32_t kReach = 3000;       // bytes of a sentence that are read for its subject

class Finder {
 public:
  Finder(const model::Article& article, model::Extraction& extraction, const SpeechWords& words,
         const lexicon::Particles& particles)
      : extraction_(extraction), in_(article.body, extraction, words, particles), who_(in_), clause_(in_, who_) {
    for (std::uint32_t i = 0; i < extraction.times.size(); ++i)
      if (extraction.sentences[extraction.times[i].sentence].field == model::Field::body) times_.push_back(i);
    std::sort(times_.begin(), times_.end(),
              [&](std::uint32_t a, std::uint32_t b) { return extraction.times[a].span < extraction.times[b].span; });
  }
  Finder(const Finder&) = delete;  // its parts refer to one another
  Finder& operator=(const Finder&) = delete;

  void find() {
    speakers_.resize(in_.candidates.size());
    for (std::size_t i = 0; i < in_.candidates.size(); ++i)
      if (in_.candidates[i].speech) speakers_[i] = speaker_of(i);
    for (std::size_t i = in_.candidates.size(); i-- > 0;)
      if (in_.candidates[i].row) speakers_[i] = speakers_[i + 1];
    answer_interview(in_, who_, speakers_);
    // A passage that opens an article or stands between two sentences belongs to who speaks next.
    for (std::size_t i = in_.candidates.size(); i-- > 0;)
      if (in_.candidates[i].speech && in_.candidates[i].alone && !in_.candidates[i].answer && !speakers_[i].known())
        speakers_[i] = speaker_behind(i);
    for (std::size_t i = 0; i < in_.candidates.size(); ++i)
      if (in_.candidates[i].speech) write(i);
  }

 private:
  [[nodiscard]] Speaker speaker_of(std::size_t index) {
    const Candidate& candidate = in_.candidates[index];
    if (candidate.passage.depth > 0) {
      // Words quoted by a speaker: whoever is the subject just before them.
      const auto inside = who_.phrases({enclosing(index).inner.begin, candidate.passage.outer.begin});
      if (const Phrase* phrase = who_.choose(inside, true, false, true)) return who_.made(*phrase);
      return {};
    }
    if (is_answer(in_, candidate)) {
      in_.candidates[index].answer = true;
      return {};
    }
    if (candidate.alone) return before_alone(index);
    const base::Span before{candidate.carrier.begin, candidate.passage.outer.begin};
    const auto left = who_.phrases(before, true);
    if (!left.empty() && left.back().kind != ParticleKind::genitive)
      if (const auto source = who_.owner_before(candidate, left)) return *source;
    // 문에 “…”라고 적혀 있다: nobody says it.
    if (candidate.particle &&
        in_.words.first(SpeechWord::sign, in_.text, in_.tail_of(candidate, candidate.particle->second)))
      return {};
    const bool describing = candidate.particle && candidate.particle->first == QuoteParticle::adnominal;
    if (describing) {
      if (const auto asker = who_.asker_of(candidate, asker_)) {
        in_.candidates[index].asked = true;
        if (asker->known()) asker_ = *asker;
        return *asker;
      }
    }
    if (const auto owner = who_.owner_before(candidate, left)) return *owner;
    // “…”며 “…”고 했다: nobody new between them.
    if (index > 0) {
      std::size_t last = index - 1;
      while (last > 0 && in_.candidates[last].passage.depth > 0) --last;
      const Candidate& other = in_.candidates[last];
      const bool joined = other.speech && !other.asked && !other.row &&
                          other.carrier.begin == candidate.carrier.begin && other.particle &&
                          other.particle->first == QuoteParticle::quote;
      const bool turned = joined && clause_.turns(other);
      if (joined && speakers_[last].known() && (turned || !clause_.embedded(other))) {
        const auto between = who_.phrases({other.particle->second, candidate.passage.outer.begin});
        const bool somebody = who_.choose(between, false) != nullptr;
        if (!somebody && !turned) return speakers_[last];
        if (!somebody) {
          // 김 회장은 기자가 “…”고 묻자 “…”고 답했다
          const auto asked = who_.phrases({candidate.carrier.begin, other.passage.outer.begin});
          const Phrase* topic = who_.choose(asked, false, true);
          if (topic && who_.made(*topic).text != speakers_[last].text) return resolved(index, *topic);
          in_.candidates[last].asked = true;
          return carried(index);
        }
      }
    }
    if (const auto described = who_.described_behind(candidate)) return resolved(index, *described);
    // “출마하느냐고 묻는 질문에는 “…”: the subject asks, the topic answers.
    const bool answer = left.size() > 0 && clause_.answers(left.back(), before.end);
    if (const Phrase* phrase = who_.choose(left, clause_.embedded(candidate), answer)) return resolved(index, *phrase);
    if (const Speaker headline = who_.headline_speaker(candidate); headline.known()) return headline;
    if (in_.is_heading(candidate)) return {};
    // Behind the quotation: “…”라고 … 루카스 케는 언급했다.
    const std::uint32_t from = candidate.particle ? candidate.particle->second : candidate.passage.outer.end;
    const auto right = who_.phrases({from, candidate.carrier.end});
    // “…”라고 말했다고 왕 주석은 전했다: who tells of it did not say it.
    const Phrase* behind = who_.choose(right, false);
    if (behind && clause_.relays({from, behind->span.begin})) behind = nullptr;
    // “관세도 가능” 협상을 앞둔 중국이 왔다: words that nothing joins are of who says something.
    if (behind && !candidate.particle) {
      const base::Span rest{behind->end, candidate.carrier.end};
      if (!in_.words.first(SpeechWord::verb, in_.text, rest) && !in_.words.first(SpeechWord::stance, in_.text, rest))
        behind = nullptr;
    }
    if (behind && who_.weight(*behind) > 0) return resolved(index, *behind);
    if (const Phrase* phrase = candidate.particle ? who_.choose(left, false, true, true) : nullptr)
      return resolved(index, *phrase);
    if (const Phrase* phrase = candidate.particle ? who_.circle(left) : nullptr) return who_.made(*phrase);
    if (clause_.describes_other(candidate)) return {};
    return carried(index);
  }
  [[nodiscard]] const Candidate& enclosing(std::size_t index) const {
    for (std::size_t i = index; i-- > 0;)
      if (in_.candidates[i].passage.outer.contains(in_.candidates[index].passage.outer)) return in_.candidates[i];
    return in_.candidates[index];
  }

  /// A phrase as the speaker; a pronoun as whoever it stands for.
  [[nodiscard]] Speaker resolved(std::size_t index, const Phrase& phrase) const {
    if (!who_.is_pronoun(phrase)) return who_.made(phrase);
    Speaker before = carried(index, phrase.span);
    if (before.entity) before.text = last_called(*before.entity, before.text, phrase.span.begin);
    if (before.known()) return before;
    return who_.made(phrase);
  }

  /// What the text calls somebody nearest before a pronoun: 윤 원장 for 윤가람.
  [[nodiscard]] base::Span last_called(std::uint32_t entity, base::Span called, std::uint32_t before) const {
    for (const model::EntityMention& mention : in_.extraction.mentions) {
      if (mention.entity != entity || mention.span.end > before || mention.span.begin < called.begin) continue;
      if (in_.extraction.sentences[mention.sentence].field != model::Field::body) continue;
      if (mention.span.begin < called.end) continue;
      if (const std::uint32_t end = title_end(mention.span); end > mention.span.end && end <= before)
        called = {mention.span.begin, end};
    }
    return called;
  }
  /// Behind the title that a name carries: 윤 원장의, 한 전 장관은.
  [[nodiscard]] std::uint32_t title_end(base::Span name) const {
    constexpr int kWords = 2;  // 전 장관
    std::uint32_t at = name.end;
    for (int i = 0; i < kWords && at < in_.text.size() && in_.text[at] == ' '; ++i) {
      if (const auto end = in_.words.starts(SpeechWord::role, in_.text, at + 1)) return *end;
      ++at;
      while (at < in_.text.size() && text::is_hangul_syllable(text::decode(in_.text, at).code_point))
        at += text::decode(in_.text, at).length;
    }
    return name.end;
  }
  /// Who speaks on where a sentence names nobody: the last speaker, or the last person that a sentence was about.
  [[nodiscard]] Speaker carried(std::size_t index, base::Span pronoun = {}) const {
    const Candidate& candidate = in_.candidates[index];
    const std::uint32_t first = candidate.first_sentence;
    // "이 관계자는" goes back to the last 관계자.
    std::string_view noun;
    if (const std::size_t space = pronoun.of(in_.text).rfind(' '); space != std::string_view::npos)
      noun = pronoun.of(in_.text).substr(space + 1);
    for (std::size_t i = index, steps = 0; i-- > 0 && steps < kQuotationsBack; ++steps) {
      const Candidate& other = in_.candidates[i];
      if (!other.speech || other.asked || other.row || other.passage.depth > 0 || !speakers_[i].known()) continue;
      if (first - std::min(first, other.first_sentence) > static_cast<std::uint32_t>(kSentencesBack) && noun.empty())
        break;
      if (!noun.empty() && !speakers_[i].text.of(in_.text).ends_with(noun)) continue;
      if (noun.empty() && !pronoun.empty() && !who_.is_somebody(speakers_[i])) continue;  // 그는: no ministry
      // A sentence in between may have brought in somebody else.
      if (noun.empty())
        for (std::uint32_t s = first; s-- > other.first_sentence + 1;)
          if (const Speaker person = subject_of(s, true, pronoun.empty()); person.known() && !in_.covered(s))
            return person;
      return speakers_[i];
    }
    for (int back = 1; back <= kSentencesBack && first >= static_cast<std::uint32_t>(back); ++back)
      if (const Speaker person = subject_of(first - static_cast<std::uint32_t>(back), false, pronoun.empty());
          person.known() && (noun.empty() || person.text.of(in_.text).ends_with(noun)))
        return person;
    return {};
  }
  /// The person that a sentence is about; with `bodies` also the body that it quotes (재무부는 … 밝혔다).
  [[nodiscard]] Speaker subject_of(std::uint32_t sentence, bool topics_only = false, bool bodies = false) const {
    const model::Sentence& record = in_.extraction.sentences[in_.sentences[sentence]];
    if (record.role != model::SentenceRole::body) return {};
    const auto found =
        who_.phrases({record.span.begin, in_.boundary(std::min(record.span.end, record.span.begin + kReach))});
    constexpr std::uint32_t kLastWords = 30;  // bytes
    const std::uint32_t tail = record.span.size() > kLastWords ? record.span.end - kLastWords : record.span.begin;
    const bool says =
        bodies && in_.words.first(SpeechWord::verb, in_.text, {in_.boundary(tail), record.span.end}).has_value();
    const Phrase* best = nullptr;
    for (const Phrase& phrase : found) {
      if (phrase.span.size() > kLongestPhrase || who_.is_pronoun(phrase)) continue;
      if (who_.weight(phrase) < (says && phrase.kind == ParticleKind::topic ? 3 : 4)) continue;
      if (phrase.kind != ParticleKind::topic && (topics_only || phrase.kind != ParticleKind::subject)) continue;
      if (!best || (phrase.kind == ParticleKind::topic && best->kind != ParticleKind::topic)) best = &phrase;
    }
    return best ? who_.made(*best) : Speaker{};
  }

  /// A passage alone in its sentence: the speaker of the sentence before it, where that one is about a person.
  [[nodiscard]] Speaker before_alone(std::size_t index) const {
    const std::uint32_t first = in_.candidates[index].first_sentence;
    if (first == 0 || in_.is_heading(in_.candidates[index])) return {};
    const base::Span before = in_.sentence_span(first - 1);
    // A row of passages has one speaker.
    if (index > 0 && in_.candidates[index - 1].speech &&
        in_.candidates[index - 1].carrier.end <= in_.candidates[index].carrier.begin &&
        in_.candidates[index - 1].alone &&
        in_.candidates[index - 1].passage.outer.end + 3 >= in_.candidates[index].passage.outer.begin)
      return speakers_[index - 1];
    const char last = before.end > before.begin ? in_.text[before.end - 1] : ' ';
    if (last != '.' && last != ':' && last != ',' && last != ')') return {};
    return subject_of(first - 1);
  }
  [[nodiscard]] Speaker speaker_behind(std::size_t index) const {
    const std::size_t next = in_.sentence_at(in_.candidates[index].carrier.end);
    for (std::size_t s = next; s < in_.sentences.size() && s < next + 2; ++s) {
      if (in_.sentence_span(s).begin < in_.candidates[index].carrier.end) continue;
      // Another passage alone: look behind it.
      for (std::size_t i = index + 1; i < in_.candidates.size(); ++i)
        if (in_.candidates[i].speech && in_.candidates[i].alone &&
            in_.candidates[i].passage.outer.overlaps(in_.sentence_span(s)))
          return speakers_[i];
      if (const Speaker person = subject_of(static_cast<std::uint32_t>(s)); person.known()) return person;
    }
    if (index + 1 < in_.candidates.size() && in_.candidates[index + 1].first_sentence <= next + kSentencesBack)
      return speakers_[index + 1];
    return {};
  }

  void write(std::size_t index) {
    const Candidate& candidate = in_.candidates[index];
    model::Quotation quotation;
    quotation.sentence = in_.sentences[candidate.sentence];
    quotation.span = candidate.inner;
    // Marks that are paired wrongly (”…“) reach over the end of the sentence: what stands in it was said, unless it is
    // the tail of the text that they hold.
    const base::Span sentence = in_.sentence_span(candidate.sentence);
    if (candidate.inner.end > sentence.end) {
      const std::size_t last = in_.sentence_at(candidate.inner.end - 1);
      if (in_.extraction.sentences[in_.sentences[last]].role == model::SentenceRole::noise) return;
      quotation.span = in_.trim({candidate.inner.begin, sentence.end});
    }
    quotation.speaker = speakers_[index].entity;
    quotation.speaker_text = speakers_[index].text.of(in_.text);
    if (!quotation.speaker) quotation.speaker = person_called(quotation.speaker_text);
    const auto from = std::partition_point(times_.begin(), times_.end(), [&](std::uint32_t i) {
      return in_.extraction.times[i].span.begin < candidate.carrier.begin;
    });
    for (auto at = from; at != times_.end(); ++at) {
      const std::uint32_t i = *at;
      const model::TimeExpression& time = in_.extraction.times[i];
      if (!candidate.carrier.contains(time.span)) break;
      if (!time.value.is_dated() || time.value.granularity > model::Granularity::day || in_.quoted(time.span)) continue;
      if (quotation.said && time.span.begin > candidate.passage.outer.begin) break;
      if (dates_what_is_spoken_of(time.span, candidate, quotation.said.has_value())) continue;
      quotation.said = time.value;
      quotation.time_expression = i;
    }
    extraction_.quotations.push_back(std::move(quotation));
  }
  /// 18일에 있었던 회담에 대해 “…”: the time of something else.
  [[nodiscard]] bool dates_what_is_spoken_of(base::Span time, const Candidate& candidate, bool dated) const {
    if (time.end > candidate.passage.outer.begin) return false;
    // 18일 기자들이 16일 만남에 대해 묻자 “…”: the second of two days.
    if (dated && in_.words.first(SpeechWord::about, in_.text, {time.end, candidate.passage.outer.begin})) return true;
    const Split between = who_.split({time.end, candidate.passage.outer.begin});
    if (between.verbs.empty() || !between.verbs.front().adnominal) return false;
    const std::uint32_t verb = between.verbs.front().span.begin;
    for (const Phrase& phrase : between.phrases)
      if (phrase.end <= verb && (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject))
        return false;
    return in_.words.first(SpeechWord::about, in_.text, {verb, candidate.passage.outer.begin}).has_value();
  }
  /// The one person of the article whose last name is what a speaker is called: 황 for 젠슨 황, 케(Lucas Keh).
  [[nodiscard]] std::optional<std::uint32_t> person_called(std::string_view name) const {
    name = name.substr(0, name.find('('));
    std::optional<std::uint32_t> found;
    // 나오 교수 for 모리 나오
    if (const std::size_t space = name.find(' '); space != std::string_view::npos) {
      const base::Span title{static_cast<std::uint32_t>(space) + 1, static_cast<std::uint32_t>(name.size())};
      if (in_.words.is(SpeechWord::role, name, title)) name = name.substr(0, space);
    }
    if (name.empty() || name.find(' ') != std::string_view::npos) return found;
    for (std::uint32_t entity = 0; entity < in_.extraction.entities.size(); ++entity) {
      if (in_.extraction.entities[entity].kind != model::EntityKind::person) continue;
      const std::string& full = in_.extraction.entities[entity].name;
      if (full.size() <= name.size() || !full.ends_with(name) || full[full.size() - name.size() - 1] != ' ') continue;
      if (found) return std::nullopt;
      found = entity;
    }
    return found;
  }

  model::Extraction& extraction_;
  Passages in_;
  Speakers who_;
  Sayings clause_;
  std::vector<std::uint32_t> times_;  // of the body, by place
  std::vector<Speaker> speakers_;
  Speaker asker_;  // who asked the last question whose asker is named
};

}  // namespace

QuotationFinder::QuotationFinder(const SpeechWords& words, const lexicon::Particles& particles)
    : words_(words), particles_(particles) {}

void QuotationFinder::find(const model::Article& article, model::Extraction& extraction) const {
  Finder(article, extraction, words_, particles_).find();
}

}  // namespace timeline::fact
