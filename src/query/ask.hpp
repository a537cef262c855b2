#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/event.hpp"

namespace timeline::query {

/// The words that answer when something happened, and where they stand.
struct Answer {
  std::int64_t article = 0;
  std::string external_id;
  std::string article_title;
  std::string outlet;
  std::string published_on;
  std::string sentence;
  std::string time_text;
  std::int64_t start = 0;  ///< of time_text in article.body, in characters
  std::int64_t length = 0;
  When when;
  std::int64_t event = 0;  ///< the event that these words date; 0: none
  std::string event_title;
};

/// Looks for the sentence that tells most of what the words of a question tell and that names a time, and takes the
/// time next to them. `words` are those that carry meaning; `question` is the whole of it: a time that it names itself
/// is no answer. Nothing where no sentence tells enough of it.
[[nodiscard]] std::optional<Answer> answer_question(SQLite::Database& database, const std::string& question,
                                                    const std::vector<std::string>& words);

}  // namespace timeline::query
