/* Preloaded into the program by tests/durability/run: from the FAIL_AFTER-th write to a database file or its journal on, the disk
   answers EIO. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static long remaining = -1;

static int fails(void) {
  if (remaining < 0) {
    const char* after = getenv("FAIL_AFTER");
    remaining = after ? atol(after) : 0x7fffffff;
  }
  if (remaining > 0 && --remaining > 0) return 0;
  remaining = 0;
  errno = EIO;
  return 1;
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t offset) {
  static ssize_t (*real)(int, const void*, size_t, off64_t);
  if (!real) real = (ssize_t(*)(int, const void*, size_t, off64_t))dlsym(RTLD_NEXT, "pwrite64");
  return fails() ? -1 : real(file, bytes, count, offset);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t offset) {
  static ssize_t (*real)(int, const void*, size_t, off_t);
  if (!real) real = (ssize_t(*)(int, const void*, size_t, off_t))dlsym(RTLD_NEXT, "pwrite");
  return fails() ? -1 : real(file, bytes, count, offset);
}
