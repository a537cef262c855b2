#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace timeline::base {

/// What the process reports to its caller. The numbers are part of the contract.
enum class ExitStatus : int {
  done = 0,      ///< also when nothing matched
  usage = 2,     ///< the command line cannot be understood
  input = 3,     ///< input could not be read
  database = 4,  ///< the database cannot be used: not ours, newer, damaged, locked, read-only
  partial = 5,   ///< finished, but some articles were refused
};

/// The one exception type of the program, caught in main and printed there as a single line.
/// `message` says what is wrong and where (file, line); `hint` says what to do and may be empty.
class Error : public std::runtime_error {
 public:
  Error(ExitStatus status, const std::string& message, std::string hint = {})
      : std::runtime_error(message), status_(status), hint_(std::move(hint)) {}

  [[nodiscard]] ExitStatus status() const { return status_; }
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  ExitStatus status_;
  std::string hint_;
};

}  // namespace timeline::base
