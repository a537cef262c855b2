#include "entity/countries.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cctype>

namespace timeline::entity {
namespace {

std::string display_name(const icu::Locale& country, const icu::Locale& language) {
  icu::UnicodeString name;
  country.getDisplayCountry(language, name);
  if (const auto bracket = name.indexOf(u'('); bracket > 0) name.truncate(bracket);
  name.trim();
  std::string utf8;
  return name.toUTF8String(utf8);
}

}  // namespace

std::vector<Country> icu_countries() {
  std::vector<Country> countries;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const icu::Locale country("", *code);
    Country entry;
    for (const char* c = *code; *c != '\0'; ++c)
      entry.key += static_cast<char>(std::tolower(static_cast<unsigned char>(*c)));
    entry.name_ko = display_name(country, icu::Locale::getKorean());
    entry.name_en = display_name(country, icu::Locale::getEnglish());
    countries.push_back(std::move(entry));
  }
  std::sort(countries.begin(), countries.end(), [](const Country& a, const Country& b) { return a.key < b.key; });
  return countries;
}

}  // namespace timeline::entity
