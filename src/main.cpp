#include "cli/run.hpp"

int main(int argc, char** argv) { return timeline::cli::run(argc, argv); }
