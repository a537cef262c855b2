#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace timeline::query {

/// When an event happened, as the database has it. Empty strings where a column is NULL.
struct When {
  std::string from;
  std::string to;
  std::string granularity;
  std::string edtf;
  std::string modifier;
  std::string basis;
  std::string role;

  [[nodiscard]] bool is_dated() const { return !from.empty() || !to.empty(); }
};

struct Participant {
  std::string name;     ///< canonical
  std::string name_ko;  ///< may be empty
  std::string name_en;  ///< may be empty
  std::string kind;
  std::string role;
};

/// One place in one article that tells the event, with the words it rests on. Offsets are characters.
struct Evidence {
  std::int64_t mention = 0;
  std::int64_t article = 0;
  std::string article_title;
  std::string outlet;
  std::string published_on;
  std::string uri;
  std::string sentence;
  std::string quote;        ///< the clause inside the sentence
  std::int64_t start = -1;  ///< of the quote in article.body; -1: it stands in the title
  std::int64_t length = 0;
  std::string time_text;  ///< the words that date it, may stand in another sentence
  std::int64_t time_start = -1;
  std::int64_t time_length = 0;
  std::string time_rule;  ///< rule that read these words
  When when;              ///< as this article tells it
  std::string status;
  std::string date_reason;
  std::string rule;  ///< rule that found the event
  double confidence = 0;
  std::int64_t duplicate_of = 0;  ///< the article that this one copies; 0: none
};

/// One event with who took part; evidence only where it was asked for.
struct Event {
  std::int64_t id = 0;
  std::string type;
  std::string type_ko;
  std::string type_en;
  std::string status;
  When when;
  std::string title;
  std::string title_en;
  std::string attributed_to;
  std::int64_t article_count = 0;
  std::int64_t source_count = 0;
  std::string first_published_on;
  double confidence = 0;
  std::string review;
  std::vector<Participant> participants;
  std::vector<Evidence> evidence;
};

}  // namespace timeline::query
