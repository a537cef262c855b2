// The program as a user meets it: a process that starts cold, does one thing and ends.
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace {

/// Runs the program with its output thrown away; the exit status, or -1 where it did not end by itself.
int run(const std::vector<std::string>& arguments) {
  std::vector<char*> argv;
  std::string program = TIMELINE_PROGRAM;
  argv.push_back(program.data());
  std::vector<std::string> copies = arguments;
  for (auto& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int spawned = posix_spawn(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  if (spawned != 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

std::string fresh_database() {
  const auto path = std::filesystem::temp_directory_path() / ("timeline_bench_" + std::to_string(getpid()) + ".db");
  std::filesystem::remove(path);
  return path.string();
}

void repeat(benchmark::State& state, const std::vector<std::string>& arguments) {
  for ([[maybe_unused]] auto _ : state)
    if (run(arguments) != 0) return state.SkipWithError("the program failed");
}

void import_samples(benchmark::State& state) {
  const std::string database = fresh_database();
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    std::filesystem::remove(database);
    state.ResumeTiming();
    if (run({"--db", database, "import", TIMELINE_SOURCE_DIR "/data/samples"}) != 0)
      return state.SkipWithError("the import failed");
  }
  std::filesystem::remove(database);
}
BENCHMARK(import_samples)->Unit(benchmark::kMillisecond)->UseRealTime();

void import_samples_again(benchmark::State& state) {
  const std::string database = fresh_database();
  run({"--db", database, "import", TIMELINE_SOURCE_DIR "/data/samples"});
  repeat(state, {"--db", database, "import", TIMELINE_SOURCE_DIR "/data/samples"});
  std::filesystem::remove(database);
}
BENCHMARK(import_samples_again)->Unit(benchmark::kMillisecond)->UseRealTime();

void query_from_cold_start(benchmark::State& state) {
  const std::string database = fresh_database();
  run({"--db", database, "import", TIMELINE_SOURCE_DIR "/data/samples"});
  repeat(state, {"--db", database, "query", "--company", "nvidia"});
  std::filesystem::remove(database);
}
BENCHMARK(query_from_cold_start)->Unit(benchmark::kMillisecond)->UseRealTime();

void version(benchmark::State& state) {
  repeat(state, {"--version"});
}
BENCHMARK(version)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
