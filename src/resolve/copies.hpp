#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace timeline::resolve {

/// The text by its letters alone, as sorted hashes of every four neighbouring ones: what copies of one text share,
/// whatever their line ends, quotation marks and spaces.
using Shingles = std::vector<std::uint32_t>;

[[nodiscard]] Shingles shingles(std::string_view text);

/// Hashes under which a text is filed: two texts that share none are not compared. One stands for the whole text,
/// the others are bands of a MinHash signature, so that copies with a tenth of their words changed still meet.
/// Texts of a few words have the first alone.
[[nodiscard]] std::vector<std::uint64_t> bands(std::string_view text, const Shingles& shingles);

/// Is one of the two texts a copy of the other, whole or nearly so?
[[nodiscard]] bool are_copies(const Shingles& a, const Shingles& b);

}  // namespace timeline::resolve
