#pragma once

namespace timeline::cli {

/// While one lives, the first Ctrl-C (or SIGTERM) is only noted, so that what is under way can be brought to its end;
/// a second one ends the program as always.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  [[nodiscard]] static bool requested();
  /// Ends the program by the signal that was noted, as its parent expects; returns where there was none.
  static void finish();
};

}  // namespace timeline::cli
