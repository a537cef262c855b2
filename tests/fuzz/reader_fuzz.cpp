// Whatever the bytes, reading ends without a fault, and every article is clean: valid UTF-8 in NFC, no NUL, its
// sentences hold every letter once. The first byte chooses the format.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extract/layout.hpp"
#include "input/reader.hpp"
#include "text/normalize.hpp"
#include "text/sentence_ends.hpp"
#include "text/utf8.hpp"

namespace {

using namespace timeline;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_clean(const std::string& text) {
  require(text::is_valid_utf8(text));
  require(text.find('\0') == std::string::npos);
}

void require_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = text::space_at(text, at);
    require(space > 0);
    at += space;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const lexicon::DataSet rules = lexicon::DataSet::embedded();
  static const input::Reader reader(
      rules, {.published = {}, .max_document = 1 << 20, .max_unpacked = 4 << 20, .max_members = 50});
  static const extract::Layout layout(rules);
  if (size == 0) return 0;
  const auto format = static_cast<input::Format>(data[0] % 11);
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  reader.read_bytes(bytes, "fuzz", format,
                    {.article =
                         [&](model::Article&& article) {
                           for (const std::string* text :
                                {&article.body, &article.title, &article.byline, &article.outlet, &article.uri})
                             require_clean(*text);
                           require(text::normalize(article.body) == article.body);
                           std::uint32_t at = 0;
                           for (const model::Sentence& sentence : layout.sentences(article)) {
                             if (sentence.field == model::Field::title) continue;
                             require(at <= sentence.span.begin && sentence.span.begin < sentence.span.end);
                             require_blank(std::string_view(article.body).substr(at, sentence.span.begin - at));
                             at = sentence.span.end;
                           }
                           require_blank(std::string_view(article.body).substr(at));
                           return true;
                         },
                     .issue = [](input::Issue&& issue) { require_clean(input::to_string(issue)); }});
  return 0;
}
