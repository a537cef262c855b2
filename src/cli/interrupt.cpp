#include "cli/interrupt.hpp"

#include <csignal>

namespace timeline::cli {
namespace {

volatile std::sig_atomic_t noted = 0;

extern "C" void note_signal(int signal) {
  noted = signal;
  std::signal(signal, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
  noted = 0;
  std::signal(SIGINT, &note_signal);
  std::signal(SIGTERM, &note_signal);
}

Interrupt::~Interrupt() {
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

bool Interrupt::requested() {
  return noted != 0;
}

void Interrupt::finish() {
  if (noted != 0) std::raise(noted);
}

}  // namespace timeline::cli
