#pragma once

#include <cstdio>
#include <functional>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "cli/output.hpp"
#include "lexicon/data_set.hpp"
#include "model/time_value.hpp"

namespace timeline::cli {

/// `timeline tag`: time expressions only, no database.
struct TagOptions {
  bool jsonl = false;                        ///< one {"id", "text", "ref", "lang"} a line in, one answer a line out
  bool explain = false;                      ///< plain text: how each value was worked out, for people
  std::optional<std::string> text{};         ///< plain text; read from `input` where it is not given
  std::optional<model::Moment> reference{};  ///< plain text: the day that "오늘" is
  std::string language{};                    ///< "ko", "en", or empty: told by the text
};

/// Reads `input` (or options.text), writes to `output`. Builds only the time tables. `partial` where lines were
/// refused; each of them is told to `note` with its number.
base::ExitStatus run_tag(const TagOptions& options, const lexicon::DataSet& data, std::FILE* input, Output& output,
                         const std::function<void(std::string_view)>& note);

}  // namespace timeline::cli
