#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace timeline::cli {

/// One option or argument of a command: what help, the manual page, completions and the parser know of it.
struct OptionSpec {
  /// Where the value goes. A list may be given several times; a flag takes no value.
  using Target = std::variant<bool*, std::string*, std::int64_t*, std::vector<std::string>*>;

  std::string name;   ///< "--company", "-h,--help"; an argument has a bare name: "PATH"
  std::string value;  ///< what stands for the value in help: "NAME"; empty for flags
  std::string help;   ///< one line, small letter first, no full stop
  Target target;
  std::vector<std::string> choices;  ///< the only values allowed; empty: any
  bool required = false;

  [[nodiscard]] bool is_argument() const { return !name.starts_with('-'); }
  [[nodiscard]] bool is_flag() const { return std::holds_alternative<bool*>(target); }
  [[nodiscard]] bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(target); }
};

/// The options of one command, in the order in which help shows them. Targets must outlive the list.
class OptionList {
 public:
  void flag(std::string name, bool& target, std::string help);
  void text(std::string name, std::string value, std::string& target, std::string help);
  void texts(std::string name, std::string value, std::vector<std::string>& target, std::string help);
  void number(std::string name, std::string value, std::int64_t& target, std::string help);
  void choice(std::string name, std::string& target, std::vector<std::string> choices, std::string help);
  void choices(std::string name, std::string value, std::vector<std::string>& target, std::vector<std::string> choices,
               std::string help);
  void argument(std::string name, std::string& target, std::string help, bool required,
                std::vector<std::string> choices = {});
  void arguments(std::string name, std::vector<std::string>& target, std::string help, bool required);

  [[nodiscard]] const std::vector<OptionSpec>& all() const { return specs_; }

 private:
  std::vector<OptionSpec> specs_;
};

}  // namespace timeline::cli
