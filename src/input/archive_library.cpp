#include "input/archive_library.hpp"

#include <dlfcn.h>

#include "base/error.hpp"

namespace timeline::input {
namespace {

// Its name with the version it was built against, from cmake/Dependencies.cmake.
constexpr const char* kLibrary = TIMELINE_ARCHIVE_LIBRARY;

ArchiveLibrary load() {
  void* const handle = dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL);
  const auto require = [&](void* found) {
    if (found != nullptr) return found;
    const char* const why = dlerror();
    throw base::Error(base::ExitStatus::input, "archives cannot be read: " + std::string(why ? why : kLibrary),
                      "install libarchive");
  };
  require(handle);
  ArchiveLibrary library;
#define TIMELINE_FIND(function) \
  library.function = reinterpret_cast<decltype(library.function)>(require(dlsym(handle, #function)))
  TIMELINE_ARCHIVE_FUNCTIONS(TIMELINE_FIND);
#undef TIMELINE_FIND
  return library;
}

}  // namespace

const ArchiveLibrary& ArchiveLibrary::loaded() {
  static const ArchiveLibrary library = load();
  return library;
}

}  // namespace timeline::input
