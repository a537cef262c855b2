#include "cli/standard_input.hpp"

#include <cstdio>

#include "base/error.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {

std::string read_standard_input() {
  std::string text;
  char buffer[65536];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, stdin)) text.append(buffer, count);
  if (std::ferror(stdin)) throw base::Error(base::ExitStatus::input, "standard input: cannot be read");
  if (!text::is_valid_utf8(text))
    throw base::Error(base::ExitStatus::input, "standard input: is not valid UTF-8", "convert it first");
  return text;
}

}  // namespace timeline::cli
