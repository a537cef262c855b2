#include "temporal/spellings.hpp"

#include <array>
#include <utility>

namespace timeline::temporal {
namespace {

constexpr std::string_view kCurly = "\xE2\x80\x99";

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string made(text);
  for (std::size_t at = made.find(what); at != std::string::npos; at = made.find(what, at + by.size()))
    made.replace(at, what.size(), by);
  return made;
}

}  // namespace

std::vector<std::string> spellings_of_word(std::string_view word) {
  if (word.find('\'') == std::string_view::npos) return {};
  return {replaced(word, "'", kCurly)};
}

std::vector<std::string> spellings_of_day(std::string_view name) {
  std::vector<std::string> made{std::string(name)};
  const auto add = [&](std::string text) {
    for (const std::string& known : made)
      if (known == text) return;
    made.push_back(std::move(text));
  };
  for (const std::string_view saint : {"saint ", "st. ", "st "})
    if (name.starts_with(saint)) {
      for (const std::string_view other : {"saint ", "st. ", "st "})
        add(std::string(other) + std::string(name.substr(saint.size())));
      break;
    }
  for (std::size_t i = 0, count = made.size(); i < count; ++i) {
    const std::string text = made[i];
    add(replaced(text, "'s ", "s "));
    add(replaced(text, "s' ", "s "));
    add(replaced(text, "'s ", "s' "));
    add(replaced(text, "s' ", "'s "));
  }
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kDays{{{"monday", "mon"},
                                                                                {"tuesday", "tue"},
                                                                                {"wednesday", "wed"},
                                                                                {"thursday", "thu"},
                                                                                {"friday", "fri"},
                                                                                {"saturday", "sat"},
                                                                                {"sunday", "sun"}}};
  for (const auto& [day, shorter] : kDays)
    if (name.size() > day.size() && name.ends_with(day)) {
      add(replaced(name, day, shorter));
      add(replaced(name, day, shorter) + ".");
    }
  for (std::size_t i = 0, count = made.size(); i < count; ++i)
    for (std::string& text : spellings_of_word(std::string(made[i]))) add(std::move(text));
  made.erase(made.begin());
  return made;
}

}  // namespace timeline::temporal
