#include "temporal/tagger.hpp"

#include "temporal/english.hpp"
#include "temporal/even_spaces.hpp"
#include "temporal/grammar.hpp"
#include "text/sentences.hpp"

namespace timeline::temporal {

using model::TimeExpression;
namespace {

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); ++at)
    if (const auto lead = static_cast<unsigned char>(text[at]); lead >= 0xEA && lead <= 0xED) return true;
  return false;
}

/// "27일과 28일 이틀간 열리는": the clause of the first goes on behind the last.
void find_clauses(std::vector<Candidate>& candidates) {
  constexpr std::uint32_t kBeside = 4;  // bytes: a particle and a space
  for (std::size_t i = candidates.size(); i-- > 0;) {
    Candidate& candidate = candidates[i];
    candidate.clause_at = candidate.span.end;
    if (i + 1 < candidates.size() && candidates[i + 1].span.begin >= candidate.span.end &&
        candidates[i + 1].span.begin - candidate.span.end <= kBeside)
      candidate.clause_at = candidates[i + 1].clause_at;
  }
}

}  // namespace

Tagger::Tagger(const lexicon::DataSet& data, Words words) : data_(data) {
  if (words == Words::when_needed) return;
  static_cast<void>(korean());
  static_cast<void>(english());
}

const Language& Tagger::korean() const {
  std::call_once(korean_read_, [this] { korean_.emplace(data_, "ko"); });
  return *korean_;
}

const Language& Tagger::english() const {
  std::call_once(english_read_, [this] { english_.emplace(data_, "en"); });
  return *english_;
}

void Tagger::tag_sentence(Scanner* scanner, std::string_view text, base::Span sentence, bool sets_anchors,
                          Anchors& anchors, std::vector<TimeExpression>& found, Scratch& scratch, Trace* trace) const {
  if (scanner == nullptr) {
    const EvenSpaces spaces(text.substr(sentence.begin, sentence.end - sentence.begin));
    if (!spaces.even()) {
      const std::size_t first = found.size();
      const base::Span all{0, static_cast<std::uint32_t>(spaces.text().size())};
      tag_evenly(nullptr, spaces.text(), all, sets_anchors, anchors, found, scratch, trace);
      for (std::size_t i = first; i < found.size(); ++i)
        found[i].span = {sentence.begin + spaces.place(found[i].span.begin),
                         sentence.begin + spaces.place(found[i].span.end - 1) + 1};
      return;
    }
  }
  tag_evenly(scanner, text, sentence, sets_anchors, anchors, found, scratch, trace);
}

void Tagger::tag_evenly(Scanner* scanner, std::string_view text, base::Span sentence, bool sets_anchors,
                        Anchors& anchors, std::vector<TimeExpression>& found, Scratch& scratch, Trace* trace) const {
  const Language& language = scanner ? korean() : english();
  const EnglishScanner english_scanner(language.words);
  SentenceTagger tagger(language, text, sentence, sets_anchors, anchors, found, trace);
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    at = scanner ? scanner->next(at, sentence.end, scratch.run)
                 : english_scanner.next(text, at, sentence.end, scratch.run);
    if (scratch.run.empty()) break;
    scratch.candidates.clear();
    if (scanner)
      read_korean(scratch.run, text, scratch.candidates);
    else
      read_english(language.words, scratch.run, text, scratch.candidates);
    find_clauses(scratch.candidates);
    for (Candidate& candidate : scratch.candidates) tagger.take(candidate);
  }
}

void Tagger::tag(const model::Article& article, model::Extraction& extraction) const {
  Scratch scratch;
  Anchors anchors;
  anchors.reference = article.published;
  const bool korean = article.language != "en";
  std::optional<Scanner> title, body;
  if (korean) {
    title.emplace(this->korean().words, model::text_of(article, model::Field::title));
    body.emplace(this->korean().words, model::text_of(article, model::Field::body));
  }
  std::uint32_t index = 0;
  for (const model::Sentence& sentence : extraction.sentences) {
    const std::uint32_t number = index++;
    if (sentence.role == model::SentenceRole::noise) continue;
    const std::size_t first = extraction.times.size();
    auto& scanner = sentence.field == model::Field::title ? title : body;
    tag_sentence(scanner ? &*scanner : nullptr, model::text_of(article, sentence.field), sentence.span,
                 sentence.role == model::SentenceRole::body, anchors, extraction.times, scratch, nullptr);
    for (std::size_t i = first; i < extraction.times.size(); ++i) extraction.times[i].sentence = number;
  }
}

Tagger::Progress Tagger::start(const std::optional<model::Moment>& reference) {
  Progress progress;
  progress.anchors.reference = reference;
  progress.anchors.spoken_then = true;
  return progress;
}

void Tagger::tag_piece(std::string_view piece, Progress& progress, std::string_view language,
                       std::vector<TimeExpression>& found, Scratch& scratch, Trace* trace) const {
  if (language.empty()) progress.korean = progress.korean || has_hangul(piece);
  const bool korean = language.empty() ? progress.korean : language != "en";
  scratch.sentences = text::split_sentences(piece);
  std::optional<Scanner> scanner;
  if (korean) scanner.emplace(this->korean().words, piece);
  std::uint32_t index = 0;
  for (const base::Span sentence : scratch.sentences) {
    const std::size_t first = found.size();
    tag_sentence(scanner ? &*scanner : nullptr, piece, sentence, true, progress.anchors, found, scratch, trace);
    for (std::size_t i = first; i < found.size(); ++i) found[i].sentence = index;
    ++index;
  }
}

void Tagger::tag_text(std::string_view text, const std::optional<model::Moment>& reference, std::string_view language,
                      std::vector<TimeExpression>& found, Scratch& scratch, Trace* trace) const {
  Progress progress = start(reference);
  tag_piece(text, progress, language, found, scratch, trace);
}

}  // namespace timeline::temporal
