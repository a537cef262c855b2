// Any text may stand in an article: extraction must not crash, and every row must point at whole characters inside
// its own sentence. The last byte chooses what is known about the article; a line end, as files have it, gives a date
// and a title.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include "extract/extractor.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace {

using timeline::model::Article;
using timeline::model::Extraction;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_span(const Article& article, const Extraction& extraction, std::uint32_t sentence,
                timeline::base::Span span) {
  require(sentence < extraction.sentences.size());
  const auto& home = extraction.sentences[sentence];
  const auto text = text_of(article, home.field);
  require(span.begin <= span.end && home.span.contains(span));
  require(timeline::text::is_boundary(text, span.begin) && timeline::text::is_boundary(text, span.end));
}

void check(const Article& article, const Extraction& extraction) {
  for (const auto& sentence : extraction.sentences)
    require(sentence.span.begin <= sentence.span.end && sentence.span.end <= text_of(article, sentence.field).size());
  for (const auto& time : extraction.times) {
    check_span(article, extraction, time.sentence, time.span);
    require(!time.value.from || !time.value.to || *time.value.from <= *time.value.to);
  }
  for (const auto& mention : extraction.mentions) {
    check_span(article, extraction, mention.sentence, mention.span);
    require(mention.entity < extraction.entities.size());
  }
  for (const auto& quantity : extraction.quantities) check_span(article, extraction, quantity.sentence, quantity.span);
  for (const auto& event : extraction.events) {
    check_span(article, extraction, event.sentence, event.evidence);
    check_span(article, extraction, event.sentence, event.trigger);
    require(!event.title.empty() && timeline::text::is_valid_utf8(event.title));
    require(!event.time_expression || *event.time_expression < extraction.times.size());
    for (const auto& participant : event.participants) require(participant.entity < extraction.entities.size());
  }
  for (const auto& fact : extraction.facts) check_span(article, extraction, fact.sentence, fact.span);
  // Somebody may say several sentences: a quotation stays in the text of its sentence, not in the sentence.
  for (const auto& quotation : extraction.quotations) {
    require(quotation.sentence < extraction.sentences.size());
    const auto text = text_of(article, extraction.sentences[quotation.sentence].field);
    require(quotation.span.begin <= quotation.span.end && quotation.span.end <= text.size());
    require(timeline::text::is_boundary(text, quotation.span.begin) &&
            timeline::text::is_boundary(text, quotation.span.end));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto data_set = timeline::lexicon::DataSet::embedded();
  static const timeline::extract::Extractor extractor(data_set);
  if (size < 2) return 0;
  const std::uint8_t known = data[size - 1];
  std::string body(reinterpret_cast<const char*>(data), size - 1);
  if (!timeline::text::is_valid_utf8(body)) return 0;
  Article article;
  article.body = timeline::text::normalize(std::move(body));
  if ((known & 8) != 0) article.published = timeline::model::Moment{.year = 2025, .month = 11, .day = 2};
  if ((known & 2) != 0) {
    const auto line_end = article.body.find('\n');
    article.title = article.body.substr(0, line_end);
    article.title_in_body = (known & 4) != 0;
  }
  if ((known & 16) != 0) article.language = "en";
  check(article, extractor.extract(article));
  return 0;
}
