#include "fact/english_quotations.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "fact/by_sentence.hpp"
#include "fact/english_speakers.hpp"
#include "fact/landmarks.hpp"
#include "text/quotes.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

constexpr std::uint32_t kReach = 220;  // bytes on either side of a quotation in which its speaker is named
constexpr std::uint32_t kNoSentence = 0xFFFFFFFF;

bool is_letter(char c) {
  return text::is_latin(static_cast<unsigned char>(c));
}

base::Span trim(std::string_view text, base::Span span) {
  while (span.begin < span.end && (text[span.begin] == ' ' || text[span.begin] == '\n')) ++span.begin;
  while (span.end > span.begin && (text[span.end - 1] == ' ' || text[span.end - 1] == '\n')) --span.end;
  return span;
}

std::uint32_t count_words(std::string_view text, base::Span span) {
  return 1 + static_cast<std::uint32_t>(std::count(text.begin() + span.begin, text.begin() + span.end, ' '));
}

class EnglishQuotations {
  using Speaker = EnglishSpeakers::Speaker;

 public:
  EnglishQuotations(std::string_view text, model::Extraction& extraction, const EnglishWords& words)
      : text_(text),
        extraction_(extraction),
        words_(words),
        marks_(landmarks_of(extraction, model::Field::body)),
        speakers_(text, extraction, words, marks_),
        passages_(text::find_quotations(text, {0, static_cast<std::uint32_t>(text.size())})) {
    std::erase_if(passages_, [](const text::QuotedPassage& p) {
      return p.depth > 0 || !p.closed || p.mark != text::QuoteMark::double_mark;
    });
    for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i)
      if (extraction.sentences[i].field == model::Field::body) sentences_.push_back(i);
    times_ = BySentence(extraction.times);
  }

  void find() {
    for (std::size_t i = 0; i < passages_.size(); ++i) {
      const text::QuotedPassage& passage = passages_[i];
      const base::Span inner = trim(text_, passage.inner);
      const std::uint32_t sentence = sentence_of(inner.begin);
      if (inner.empty() || sentence == kNoSentence ||
          extraction_.sentences[sentence].role == model::SentenceRole::noise)
        continue;
      const auto speaker = speaker_of(i);
      const char last = text_[inner.end - 1];
      const bool stops = last == ',' || last == '.' || last == '?' || last == '!';
      // A few words without a verb of saying beside them are held at a distance, not quoted: the "Curse of the Goat."
      if (!speaker && held(passage.outer.begin)) continue;
      if (!(speaker && count_words(text_, inner) >= 2) && !(stops && count_words(text_, inner) >= 4)) continue;
      model::Quotation quotation;
      quotation.sentence = sentence;
      quotation.span = inner;
      Speaker named = speaker && !speaker->text.empty() ? *speaker : last_;
      // "She said" after somebody else was named: not the last speaker.
      if (speaker && speaker->text.empty()) {
        if (const auto other = named_since(passage.outer.begin, speaker->kind)) named = *other;
        if (speaker->kind == EnglishSpeakers::Kind::nobody) named = {};
      }
      last_end_ = passage.outer.end;
      quotation.speaker_text = named.text;
      quotation.speaker = named.entity;
      if (!named.text.empty()) last_ = named;
      const base::Span around = extraction_.sentences[sentence].span;
      for (const std::uint32_t t : times_.of(sentence)) {
        const model::TimeExpression& time = extraction_.times[t];
        if (quotation.said || !around.contains(time.span) || passage.outer.contains(time.span)) continue;
        if (time.kind == model::TimeKind::vague) continue;  // "now" is no day on which anything was said
        if (!time.value.is_dated() || time.value.granularity > model::Granularity::day) continue;
        quotation.said = time.value;
        quotation.time_expression = t;
      }
      extraction_.quotations.push_back(std::move(quotation));
    }
  }

 private:
  /// Does an article or a word of naming stand right before the mark?
  [[nodiscard]] bool held(std::uint32_t at) const {
    while (at > 0 && text_[at - 1] == ' ') --at;
    std::uint32_t word = at;
    while (word > 0 && (is_letter(text_[word - 1]) || text_[word - 1] == '-')) --word;
    return word < at && words_.is(EnglishWord::naming, text_, {word, at});
  }
  /// The last person named between the last quotation and this one.
  [[nodiscard]] std::optional<Speaker> named_since(std::uint32_t at, EnglishSpeakers::Kind kind) const {
    std::optional<Speaker> found;
    constexpr std::uint32_t kBack = 600;  // bytes
    const std::uint32_t from = std::max(last_end_, at > kBack ? at - kBack : 0);
    if (from >= at) return found;
    // Who begins the sentence before is who it goes on to speak of.
    if (const std::uint32_t before = sentence_before(at); kind == EnglishSpeakers::Kind::person &&
                                                          before != kNoSentence &&
                                                          extraction_.sentences[before].span.begin >= last_end_)
      if (auto person = speakers_.opening_person(extraction_.sentences[before].span)) return person;
    for (const Landmarks::Named& name : marks_.names_in({from, at}))
      if (name.person && name.span.begin >= from) found = Speaker{std::string(name.span.of(text_)), name.entity};
    return found;
  }
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t at) const {
    const auto found = std::partition_point(sentences_.begin(), sentences_.end(),
                                            [&](std::uint32_t i) { return extraction_.sentences[i].span.end <= at; });
    return found != sentences_.end() && extraction_.sentences[*found].span.begin <= at ? *found : kNoSentence;
  }

  /// The sentence of the body before the one that holds `at`.
  [[nodiscard]] std::uint32_t sentence_before(std::uint32_t at) const {
    const auto here = std::partition_point(sentences_.begin(), sentences_.end(),
                                           [&](std::uint32_t i) { return extraction_.sentences[i].span.end <= at; });
    return here != sentences_.begin() ? *std::prev(here) : kNoSentence;
  }

  /// The range behind (or before) passage i, up to the next passage, the end of a sentence or kReach.
  [[nodiscard]] base::Span behind(std::size_t i) const {
    const std::uint32_t begin = passages_[i].outer.end;
    std::uint32_t end = std::min(begin + kReach, static_cast<std::uint32_t>(text_.size()));
    // A full stop inside the marks ends the sentence: what follows is another.
    const base::Span inner = trim(text_, passages_[i].inner);
    if (!inner.empty() && text_[inner.end - 1] == '.') return {begin, begin};
    if (i + 1 < passages_.size()) end = std::min(end, passages_[i + 1].outer.begin);
    for (std::uint32_t at = begin; at < end; ++at)
      if (text_[at] == '\n' || ends_sentence(at)) end = at;
    return {begin, end};
  }
  [[nodiscard]] base::Span before(std::size_t i) const {
    const std::uint32_t end = passages_[i].outer.begin;
    std::uint32_t begin = end > kReach ? end - kReach : 0;
    if (i > 0) begin = std::max(begin, std::min(passages_[i - 1].outer.end, end));
    for (std::uint32_t at = end; at > begin; --at)
      if (text_[at - 1] == '\n' || (ends_sentence(at - 1) && at < end)) begin = at;
    return {begin, end};
  }
  /// A full stop before a space and a capital, unless it closes a title or an initial (Mr. Lee, J. Lee).
  [[nodiscard]] bool ends_sentence(std::uint32_t at) const {
    if (text_[at] != '.' && text_[at] != '?' && text_[at] != '!') return false;
    if (at + 2 >= text_.size() || text_[at + 1] != ' ') return at + 1 >= text_.size();
    std::uint32_t word = at;
    while (word > 0 && is_letter(text_[word - 1])) --word;
    return at - word != 1 && !words_.is(EnglishWord::title, text_, {word, at + 1});
  }

  /// Nothing: no verb of saying stands by. An empty speaker: somebody speaks, but the words do not name him.
  [[nodiscard]] std::optional<Speaker> speaker_of(std::size_t i) const {
    const base::Span right = behind(i);
    // "…," and both sources told the paper: another clause, not who speaks.
    const base::Span next = trim(text_, right);
    const std::size_t blank = text_.find(' ', next.begin);
    const bool goes_on =
        blank < next.end && words_.is(EnglishWord::also, text_, {next.begin, static_cast<std::uint32_t>(blank)});
    const auto behind_marks = goes_on ? std::vector<base::Span>{} : words_.all(EnglishWord::verb, text_, right);
    for (const base::Span verb : behind_marks) {
      // “…,” said Lee; “…,” Lee, a farmer, said.
      if (auto named = speakers_.before_verb({right.begin, verb.begin})) return named;
      // "told the paper": that is who hears it.
      if (!words_.is(EnglishWord::hearer, text_, verb))
        if (auto named = speakers_.behind_verb({verb.end, right.end})) return named;
      return Speaker{{}, {}, EnglishSpeakers::Kind::other};
    }
    const base::Span left = before(i);
    const auto verbs = words_.all(EnglishWord::verb, text_, left);
    std::optional<Speaker> found;
    for (std::size_t verb = verbs.size(); verb-- > 0;) {
      found = speakers_.before_verb({left.begin, verbs[verb].begin});
      if (!found) found = Speaker{{}, {}, EnglishSpeakers::Kind::other};
      if (found->kind != EnglishSpeakers::Kind::earlier) break;
    }
    return found;
  }

  std::string_view text_;
  model::Extraction& extraction_;
  const EnglishWords& words_;
  Landmarks marks_;
  EnglishSpeakers speakers_;
  std::vector<text::QuotedPassage> passages_;
  std::vector<std::uint32_t> sentences_;
  BySentence times_;
  Speaker last_;
  std::uint32_t last_end_ = 0;  // of the last quotation
};

}  // namespace

void find_english_quotations(std::string_view body, model::Extraction& extraction, const EnglishWords& words) {
  EnglishQuotations(body, extraction, words).find();
}

}  // namespace timeline::fact
