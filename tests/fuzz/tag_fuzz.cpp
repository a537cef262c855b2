#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "temporal/edtf.hpp"
#include "temporal/tagger.hpp"
#include "text/utf8.hpp"

/// Any valid UTF-8 text: spans stand on character boundaries, bounds are in order, EDTF parses back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace timeline;
  static const lexicon::DataSet data = lexicon::DataSet::embedded();
  static const temporal::Tagger tagger(data);
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (!text::is_valid_utf8(text)) return 0;
  temporal::Tagger::Scratch scratch;
  for (const char* language : {"ko", "en"}) {
    std::vector<model::TimeExpression> found;
    tagger.tag_text(text, model::parse_iso("2024-02-29T10:30"), language, found, scratch);
    for (const auto& expression : found) {
      if (!text::is_boundary(text, expression.span.begin) || !text::is_boundary(text, expression.span.end))
        std::abort();
      const auto& value = expression.value;
      if (value.from && value.to && *value.to < *value.from) std::abort();
      if (!value.is_dated()) continue;
      const auto back = temporal::parse_edtf(temporal::to_edtf(value));
      if (!back || back->from != value.from || back->to != value.to) std::abort();
    }
  }
  return 0;
}
