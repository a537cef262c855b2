#pragma once

namespace timeline::cli {

/// The whole program: reads the command line, runs one command, returns the exit status. Prints every failure as
/// one line on stderr and never throws.
int run(int argc, char** argv);

}  // namespace timeline::cli
