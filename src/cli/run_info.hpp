#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "lexicon/data_set.hpp"
#include "store/writer.hpp"

namespace timeline::cli {

/// What the database keeps about a run: this program, these rules, now. `options` is JSON.
[[nodiscard]] store::RunInfo run_info(const lexicon::DataSet& data, const std::string& options);
/// The clock in UTC, ISO 8601.
[[nodiscard]] std::string utc_now();
/// Event types with their labels, from data/events/types.tsv.
[[nodiscard]] std::vector<store::EventTypeLabel> event_types(const lexicon::DataSet& data);
/// The day or moment of --published. Throws Error(usage) where it is none.
[[nodiscard]] std::optional<model::Moment> published_option(const std::string& text);

}  // namespace timeline::cli
