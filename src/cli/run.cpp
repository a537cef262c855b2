#include "cli/run.hpp"

#include <cstdio>

#include "cli/version.hpp"

namespace timeline::cli {

int run(int, char**) {
  std::printf("timeline %s\n", kVersion);
  return 0;
}

}  // namespace timeline::cli
