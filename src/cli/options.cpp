#include "cli/options.hpp"

#include <utility>

namespace timeline::cli {
namespace {

std::string join(const std::vector<std::string>& words, char separator) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += separator;
    joined += word;
  }
  return joined;
}

}  // namespace

void OptionList::flag(std::string name, bool& target, std::string help) {
  specs_.push_back({.name = std::move(name), .value = {}, .help = std::move(help), .target = &target, .choices = {}});
}

void OptionList::text(std::string name, std::string value, std::string& target, std::string help) {
  specs_.push_back(
      {.name = std::move(name), .value = std::move(value), .help = std::move(help), .target = &target, .choices = {}});
}

void OptionList::texts(std::string name, std::string value, std::vector<std::string>& target, std::string help) {
  specs_.push_back(
      {.name = std::move(name), .value = std::move(value), .help = std::move(help), .target = &target, .choices = {}});
}

void OptionList::number(std::string name, std::string value, std::int64_t& target, std::string help) {
  specs_.push_back(
      {.name = std::move(name), .value = std::move(value), .help = std::move(help), .target = &target, .choices = {}});
}

void OptionList::choice(std::string name, std::string& target, std::vector<std::string> choices, std::string help) {
  std::string value = join(choices, '|');
  specs_.push_back({.name = std::move(name),
                    .value = std::move(value),
                    .help = std::move(help),
                    .target = &target,
                    .choices = std::move(choices)});
}

void OptionList::choices(std::string name, std::string value, std::vector<std::string>& target,
                         std::vector<std::string> choices, std::string help) {
  specs_.push_back({.name = std::move(name),
                    .value = std::move(value),
                    .help = std::move(help),
                    .target = &target,
                    .choices = std::move(choices)});
}

void OptionList::argument(std::string name, std::string& target, std::string help, bool required,
                          std::vector<std::string> choices) {
  specs_.push_back({.name = std::move(name),
                    .value = {},
                    .help = std::move(help),
                    .target = &target,
                    .choices = std::move(choices),
                    .required = required});
}

void OptionList::arguments(std::string name, std::vector<std::string>& target, std::string help, bool required) {
  specs_.push_back({.name = std::move(name),
                    .value = {},
                    .help = std::move(help),
                    .target = &target,
                    .choices = {},
                    .required = required});
}

}  // namespace timeline::cli
