#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::cli {

/// An article and all that was read out of it as one line of JSON, without the line end: what `extract` writes and
/// `load` reads. Places are "start" and "length" in characters of the text (or of the title, for a sentence that is
/// "in_title"), with the words themselves as "text"; records point at one another by index. Keys whose value is
/// empty, false or unknown are left out.
[[nodiscard]] std::string extraction_to_json(model::Article article, model::Extraction extraction);

/// Reads such a line, from this program or any other extractor. Throws Error(input), with the place in the JSON, where
/// it does not hold together: words that the text does not have there, indexes to nothing, days that do not exist,
/// words of no closed set.
[[nodiscard]] std::pair<model::Article, model::Extraction> extraction_from_json(std::string_view line);

}  // namespace timeline::cli
