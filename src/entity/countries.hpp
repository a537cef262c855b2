#pragma once

#include <string>
#include <utility>
#include <vector>

namespace timeline::entity {

/// A country or territory with an ISO 3166 code.
struct Country {
  std::string key;  ///< the code in small letters: "kr"
  std::string name_ko;
  std::string name_en;
  std::vector<std::pair<std::string, std::string>> aliases;  ///< text, language
  std::string wikidata;
};

/// All of them by ICU's locale data, sorted by key. Remarks in brackets that ICU adds to a name ("홍콩(중국
/// 특별행정구)") are cut off.
[[nodiscard]] std::vector<Country> icu_countries();

}  // namespace timeline::entity
