#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace timeline::base {

/// The whole content of a file, opened read-only. Throws Error(input) that names the file when it cannot be
/// read or holds more than `limit` bytes.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 30);

}  // namespace timeline::base
