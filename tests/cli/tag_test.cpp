#include "cli/tag.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "cli/tag_input.hpp"

using namespace timeline;

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

File file_of(const std::string& content) {
  File file(std::tmpfile(), &std::fclose);
  REQUIRE(file);
  std::fwrite(content.data(), 1, content.size(), file.get());
  std::rewind(file.get());
  return file;
}

std::string tagged(cli::TagOptions options, std::FILE* input) {
  options.reference = model::parse_iso("2025-11-02");
  const lexicon::DataSet data = lexicon::DataSet::embedded();
  const File written(std::tmpfile(), &std::fclose);
  cli::Output output(fileno(written.get()));
  cli::run_tag(options, data, input, output, [](std::string_view) {});
  output.flush();
  std::fseek(written.get(), 0, SEEK_END);
  std::string text(static_cast<std::size_t>(std::ftell(written.get())), '\0');
  std::rewind(written.get());
  REQUIRE(std::fread(text.data(), 1, text.size(), written.get()) == text.size());
  return text;
}

/// Articles of one long line or of wrapped lines, some with line ends of other machines.
std::string long_text() {
  std::string text = "\xEF\xBB\xBF";
  for (int i = 0; i < 1500; ++i) {
    const std::string day = std::to_string(i % 28 + 1);
    for (int sentence = 0; sentence < 4; ++sentence)
      text += "회사는 지난달 " + day +
              "일 공장을 열었다고 밝혔다. 이날 오후 3시에 열린 행사에는 2030년까지의 계획이 나왔다. ";
    text += i % 5 == 0 ? "\r\n" : "\n";
    if (i % 7 == 0) text += "\n짧은 줄이다.\n내년 3월에 끝난다.\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a long text is tagged in pieces as it is in one") {
  const std::string text = long_text();
  std::size_t pieces = 0;
  std::string joined;
  const File file = file_of(text);
  for (cli::TagInput input(file.get()); const auto piece = input.piece(); ++pieces) joined += *piece;
  CHECK(joined == text);
  CHECK(pieces > text.size() / 200000);

  std::rewind(file.get());
  for (const bool explain : {false, true}) {
    std::rewind(file.get());
    const std::string in_pieces = tagged({.explain = explain}, file.get());
    CHECK(in_pieces.size() > text.size() / 2);
    CHECK(in_pieces == tagged({.explain = explain, .text = text}, nullptr));
  }
}

TEST_CASE("a piece ends somewhere, whatever the text") {
  const File file = file_of(std::string(3 << 20, 'a') + ". " + std::string(3 << 20, 'b') + "\n");
  std::size_t size = 0, pieces = 0;
  for (cli::TagInput input(file.get()); const auto piece = input.piece(); ++pieces) size += piece->size();
  CHECK(size == (6 << 20) + 3);
  CHECK(pieces == 2);
  CHECK_FALSE(cli::TagInput(file_of("").get()).piece());
}
