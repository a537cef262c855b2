#include "cli/run_info.hpp"

#include <ctime>

#include "cli/version.hpp"
#include "lexicon/table.hpp"

namespace timeline::cli {

std::string utc_now() {
  const std::time_t clock = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&clock, &utc);
  char buffer[32];
  return {buffer, std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &utc)};
}

store::RunInfo run_info(const lexicon::DataSet& data, const std::string& options) {
  return {.program_version = kVersion, .data_digest = data.digest(), .options = options, .started_at = utc_now()};
}

std::vector<store::EventTypeLabel> event_types(const lexicon::DataSet& data) {
  std::vector<store::EventTypeLabel> types;
  const lexicon::Table table(data, "events/types.tsv");
  for (const auto& row : table.rows())
    types.push_back({std::string(row["type"]), std::string(row["label_ko"]), std::string(row["label_en"])});
  return types;
}

std::optional<model::Moment> published_option(const std::string& text) {
  if (text.empty()) return std::nullopt;
  auto moment = model::parse_timestamp(text);
  if (!moment)
    throw base::Error(base::ExitStatus::usage, "--published: '" + text + "' is no date",
                      "write 2025-10-31 or 2025-10-31T09:30");
  return moment;
}

}  // namespace timeline::cli
