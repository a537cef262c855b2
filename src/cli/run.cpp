#include "cli/run.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/parse.hpp"
#include "cli/safe_text.hpp"
#include "store/database.hpp"

namespace timeline::cli {
namespace {

base::ExitStatus perform(const std::vector<std::string>& arguments, Output& out, std::string& database) {
  const Request request = parse(arguments);
  database = request.global.database;
  if (request.version) {
    out.write(version_text());
  } else if (request.help) {
    out.write(request.command ? command_help(*request.command) : program_help());
  } else if (!request.command) {
    throw base::Error(base::ExitStatus::usage, "which command?", "timeline --help lists them, with examples");
  } else {
    Context context{.global = request.global, .out = out};
    const base::ExitStatus status = request.action(context);
    out.flush();
    return status;
  }
  out.flush();
  return base::ExitStatus::done;
}

int fail(base::ExitStatus status, const std::string& message, const std::string& hint) {
  const std::string line = visible("timeline: " + message + (hint.empty() ? "" : "; " + hint)) + '\n';
  std::fputs(line.c_str(), stderr);
  return static_cast<int>(status);
}

}  // namespace

bool Context::color() const {
  if (global.color != "auto") return global.color == "always";
  const char* refused = std::getenv("NO_COLOR");
  return out.is_terminal() && !(refused && *refused);
}

void Context::note(std::string_view line) const {
  out.flush();
  std::fputs(("timeline: " + visible(line) + '\n').c_str(), stderr);
}

int run(int argc, char** argv) {
  // A reader that goes away is noticed where we write (Output), so that an import is not killed half-way.
  std::signal(SIGPIPE, SIG_IGN);
  Output out(STDOUT_FILENO);
  std::string database;  // named in what goes wrong with it
  try {
    return static_cast<int>(perform({argv + (argc > 0 ? 1 : 0), argv + argc}, out, database));
  } catch (const base::Error& error) {
    return fail(error.status(), error.what(), error.hint());
  } catch (const SQLite::Exception& error) {
    const base::Error failure = store::failure(error, database);
    return fail(failure.status(), failure.what(), failure.hint());
  } catch (const std::bad_alloc&) {
    return fail(base::ExitStatus::input, "not enough memory", "import fewer or smaller files at a time");
  } catch (const std::exception& error) {
    return fail(base::ExitStatus::database, error.what(), {});
  }
}

}  // namespace timeline::cli
