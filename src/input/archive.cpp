#include "input/archive.hpp"

#include <array>
#include <memory>

#include "base/error.hpp"
#include "input/archive_library.hpp"
#include "text/encoding.hpp"

namespace timeline::input {
namespace {

const ArchiveLibrary& library() {
  return ArchiveLibrary::loaded();
}

struct Input {
  ByteStream& stream;
  std::array<char, 65536> buffer{};
  std::string fault;
};

la_ssize_t on_read(archive* handle, void* data, const void** buffer) {
  auto& input = *static_cast<Input*>(data);
  try {
    *buffer = input.buffer.data();
    return static_cast<la_ssize_t>(input.stream.read(input.buffer.data(), input.buffer.size()));
  } catch (const base::Error& error) {  // must not cross the C library
    input.fault = error.what();
    library().archive_set_error(handle, -1, "%s", error.what());
    return -1;
  }
}

/// One member's bytes. Counts against what the whole archive may unpack to.
class MemberStream final : public ByteStream {
 public:
  MemberStream(archive* handle, std::string name, std::size_t& left)
      : handle_(handle), name_(std::move(name)), left_(left) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const la_ssize_t count = library().archive_read_data(handle_, buffer, size);
    if (count < 0) {
      const char* why = library().archive_error_string(handle_);
      throw base::Error(base::ExitStatus::input, name_ + ": cannot be unpacked: " + (why == nullptr ? "damaged" : why));
    }
    if (static_cast<std::size_t>(count) > left_) {
      left_ = 0;
      throw base::Error(base::ExitStatus::input, name_ + ": the archive unpacks to more than is allowed",
                        "unpack it yourself and import the folder");
    }
    left_ -= static_cast<std::size_t>(count);
    return static_cast<std::size_t>(count);
  }

 private:
  archive* handle_;
  std::string name_;
  std::size_t& left_;
};

bool climbs_out(const std::string& path) {
  if (path.starts_with('/') || path.starts_with('\\') || (path.size() > 1 && path[1] == ':')) return true;
  for (std::size_t from = 0; from <= path.size();) {
    std::size_t to = path.find_first_of("/\\", from);
    if (to == std::string::npos) to = path.size();
    if (path.compare(from, to - from, "..") == 0 && to - from == 2) return true;
    from = to + 1;
  }
  return false;
}

/// The name in UTF-8, without control characters.
std::string name_of(archive_entry* entry) {
  const char* raw = library().archive_entry_pathname(entry);
  if (raw == nullptr) raw = library().archive_entry_pathname_utf8(entry);
  if (raw == nullptr) return {};
  const std::string_view bytes(raw);
  std::string name = text::decode_as(bytes, text::detect_encoding(bytes));
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  return name;
}

}  // namespace

void read_archive(ByteStream& bytes, const std::string& source, bool gzip, const Options& options,
                  const std::function<bool(const std::string&, ByteStream&)>& member, const Sink& sink) {
  const std::unique_ptr<archive, int (*)(archive*)> handle(library().archive_read_new(), library().archive_read_free);
  if (gzip) {
    library().archive_read_support_filter_gzip(handle.get());
    library().archive_read_support_format_raw(handle.get());
  } else {
    library().archive_read_support_format_zip_streamable(handle.get());
  }
  library().archive_read_support_format_tar(handle.get());
  Input input{.stream = bytes, .buffer = {}, .fault = {}};
  const auto fault = [&](const std::string& what) { sink.issue({.source = source, .message = what}); };
  const auto why = [&] {
    const char* words = library().archive_error_string(handle.get());
    return std::string(words == nullptr ? "damaged" : words);
  };
  if (library().archive_read_open(handle.get(), &input, nullptr, &on_read, nullptr) != ARCHIVE_OK) {
    fault("cannot be unpacked: " + why());
    return;
  }
  std::size_t left = options.max_unpacked;
  for (std::size_t count = 0;; ++count) {
    archive_entry* entry = nullptr;
    const int state = library().archive_read_next_header(handle.get(), &entry);
    if (state == ARCHIVE_EOF) return;
    if (state != ARCHIVE_OK && state != ARCHIVE_WARN) {
      fault("cannot be unpacked: " + why());
      return;
    }
    if (count == options.max_members) {
      fault("holds more than " + std::to_string(options.max_members) + " files; the rest was not read");
      return;
    }
    const bool raw = library().archive_format(handle.get()) == ARCHIVE_FORMAT_RAW;
    if (!raw && library().archive_entry_filetype(entry) != AE_IFREG) continue;  // folders, links, devices
    std::string name = raw ? std::string() : name_of(entry);
    const std::string full = raw ? source : source + "/" + name;
    if (climbs_out(name)) {
      sink.issue({.source = full, .message = "has a path that climbs out of the archive; passed over"});
      continue;
    }
    if (library().archive_entry_is_encrypted(entry) != 0) {
      sink.issue({.source = full, .message = "is locked with a password; passed over"});
      continue;
    }
    MemberStream stream(handle.get(), full, left);
    if (!member(name, stream) || left == 0) return;
  }
}

}  // namespace timeline::input
