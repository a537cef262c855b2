#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/sha256.hpp"
#include "base/span.hpp"

using namespace timeline::base;

TEST_CASE("SHA-256 of the standard's own examples") {
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("spans are half-open") {
  constexpr Span span{2, 5};
  CHECK(span.of("0123456") == "234");
  CHECK(span.contains(2));
  CHECK_FALSE(span.contains(5));
  CHECK_FALSE(span.overlaps({5, 6}));
  CHECK(span.overlaps({4, 9}));
  CHECK(join(span, {7, 9}) == Span{2, 9});
}

TEST_CASE("a file that cannot be read is named with its reason") {
  const auto message = [](const std::filesystem::path& path, std::size_t limit) -> std::string {
    try {
      return "read " + read_file(path, limit);
    } catch (const Error& error) {
      CHECK(error.status() == ExitStatus::input);
      return error.what();
    }
  };
  const auto folder = std::filesystem::temp_directory_path() / "timeline_base_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "small.txt") << "가나";
  CHECK(message(folder / "small.txt", 100) == "read 가나");
  CHECK(message(folder / "small.txt", 3) == (folder / "small.txt").string() + ": is larger than the limit of 3 bytes");
  CHECK(message(folder, 100) == folder.string() + ": is a folder, not a file");
  CHECK(message(folder / "none.txt", 100) ==
        (folder / "none.txt").string() + ": cannot be read: No such file or directory");
  std::filesystem::remove_all(folder);
}
