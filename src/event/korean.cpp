#include "event/korean.hpp"

#include "event/assembler.hpp"

namespace timeline::event {

KoreanDetector::KoreanDetector(const lexicon::DataSet& data, const EnglishWords& english)
    : vocabulary_(data), headlines_(vocabulary_, english) {}

void KoreanDetector::detect(const model::Article& article, model::Extraction& extraction) const {
  const WordReader reader(vocabulary_, article, extraction);
  Assembler assembler(vocabulary_, headlines_, article, extraction, reader);
  for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) {
    const model::SentenceRole role = extraction.sentences[i].role;
    if (role != model::SentenceRole::body && role != model::SentenceRole::caption) continue;
    const Phrase phrase = reader.read(i);
    const std::vector<Clause> clauses = build_clauses(vocabulary_, phrase);
    assembler.add(phrase, clauses);
  }
  extraction.events = assembler.take();
}

}  // namespace timeline::event
