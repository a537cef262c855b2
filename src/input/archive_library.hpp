#pragma once

#include <archive.h>
#include <archive_entry.h>

// The functions of libarchive that are used.
#define TIMELINE_ARCHIVE_FUNCTIONS(use)            \
  use(archive_read_new);                           \
  use(archive_read_free);                          \
  use(archive_read_support_filter_gzip);           \
  use(archive_read_support_format_raw);            \
  use(archive_read_support_format_tar);            \
  use(archive_read_support_format_zip_streamable); \
  use(archive_read_open);                          \
  use(archive_read_next_header);                   \
  use(archive_read_data);                          \
  use(archive_error_string);                       \
  use(archive_set_error);                          \
  use(archive_format);                             \
  use(archive_entry_pathname);                     \
  use(archive_entry_pathname_utf8);                \
  use(archive_entry_filetype);                     \
  use(archive_entry_is_encrypted)

namespace timeline::input {

/// libarchive, loaded when the first archive is read. It brings seven more libraries with it, which would be a third of
/// the start of every run, and few runs meet an archive.
struct ArchiveLibrary {
  /// Throws Error(input) where the library is not there.
  [[nodiscard]] static const ArchiveLibrary& loaded();

#define TIMELINE_POINTER(function) decltype(&::function) function
  TIMELINE_ARCHIVE_FUNCTIONS(TIMELINE_POINTER);
#undef TIMELINE_POINTER
};

}  // namespace timeline::input
