#include "cli/extraction_pool.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace timeline::cli {

std::size_t thread_count(std::int64_t jobs) {
  constexpr std::int64_t kMost = 256;
  if (jobs < 0 || jobs > kMost)
    throw base::Error(base::ExitStatus::usage, "--jobs: must be between 1 and " + std::to_string(kMost),
                      "leave it out to use all cores");
  return jobs > 0 ? static_cast<std::size_t>(jobs) : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace timeline::cli
