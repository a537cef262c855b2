#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

/// What a run of the program (or of any shell line) gave.
struct Outcome {
  int status = -1;
  std::string out;
  std::string err;
};

/// Runs a line in a POSIX shell inside `folder`, with `timeline` meaning the program that was built. The environment is
/// plain: no colour settings, no TIMELINE_DB, a fixed locale.
inline Outcome shell(const std::string& line, const std::filesystem::path& folder) {
  const std::filesystem::path errors = folder / ".stderr";
  const std::string script = folder / ".script";
  std::ofstream(script) << "cd '" << folder.string()
                        << "' || exit 99\nunset TIMELINE_DB NO_COLOR COLUMNS\nexport LC_ALL=C.UTF-8"
                        << "\nsource_dir='" << TIMELINE_SOURCE_DIR << "'\ntimeline() { '" << TIMELINE_PROGRAM
                        << "' \"$@\"; }\n"
                        << line << '\n';
  const std::string command = "sh '" + script + "' 2>'" + errors.string() + "' </dev/null";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), [](std::FILE*) { return 0; });
  Outcome outcome;
  std::array<char, 4096> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    outcome.out.append(buffer.data(), count);
  outcome.status = WEXITSTATUS(pclose(pipe.get()));
  std::ifstream stream(errors);
  std::ostringstream text;
  text << stream.rdbuf();
  outcome.err = text.str();
  return outcome;
}
