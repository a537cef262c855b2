#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "query/event.hpp"

namespace timeline::cli {

/// Everything about one event, for people: what, when, who, and each article's sentence with the words it rests on
/// and how its date was worked out. `width` 0: lines are not broken.
[[nodiscard]] std::string event_text(const query::Event& event, const std::string& language, std::size_t width,
                                     bool color);

/// The same for programs: to_json() and, for each piece of evidence, how its date was worked out.
[[nodiscard]] nlohmann::ordered_json explained_json(const query::Event& event, const std::string& language);

}  // namespace timeline::cli
