// Runs the transcripts of tests/golden/*.test. A transcript is what a person sees at the shell:
//
//   ; a comment
//   $ timeline query --company nvidai       the line, run in a folder of its own, one after the other
//   …                                       what it writes to standard output
//   ! timeline: no company is called …      what it writes to standard error, after "! "
//   ? 2                                     its exit status, where that is not 0
//
// With TIMELINE_GOLDEN_UPDATE=1 the transcripts are written anew from what the program does: read the difference before
// committing it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "../store/temporary_folder.hpp"
#include "program.hpp"

namespace {

namespace fs = std::filesystem;

std::string prefixed(const std::string& text, const std::string& prefix) {
  std::istringstream lines(text);
  std::string out, line;
  while (std::getline(lines, line)) out += prefix + line + '\n';
  return out;
}

/// The transcript with every line's outcome as the program gives it now.
std::string replay(const fs::path& file, const fs::path& folder) {
  std::ifstream stream(file);
  std::string out, line;
  bool has_command = false;
  while (std::getline(stream, line)) {
    if (line.starts_with("$ ")) {
      const Outcome outcome = shell(line.substr(2), folder);
      out += line + '\n' + outcome.out + prefixed(outcome.err, "! ");
      if (outcome.status != 0) out += "? " + std::to_string(outcome.status) + '\n';
      has_command = true;
    } else if (line.starts_with("; ")) {
      out += (has_command ? "\n" : "") + line + '\n';
      has_command = false;
    }
  }
  return out;
}

std::string content(const fs::path& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("transcripts of the command") {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(TIMELINE_SOURCE_DIR "/tests/golden"))
    if (entry.path().extension() == ".test") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE_FALSE(files.empty());
  const fs::path file = GENERATE_COPY(from_range(files));
  CAPTURE(file.string());
  const TemporaryFolder folder;
  const std::string now = replay(file, folder / "");
  if (std::getenv("TIMELINE_GOLDEN_UPDATE"))
    std::ofstream(file) << now;
  else
    CHECK(now == content(file));
}
