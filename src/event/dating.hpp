#pragma once

#include <optional>
#include <vector>

#include "event/clauses.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// Where a time stands to the publication.
enum class When : std::uint8_t { unknown, past, around, future };

[[nodiscard]] When when(const model::TimeValue& value, const std::optional<model::Moment>& published);

/// Does it say that something was decided (동결하기로 결정했다)? The decision has a day although the deed is to come.
[[nodiscard]] bool is_decision(const Predicate& predicate);

/// Does the predicate speak of something that has not happened yet?
[[nodiscard]] bool looks_ahead(const Predicate& predicate);

/// One of the three days before the publication, or its own: the days that news is about.
[[nodiscard]] bool is_news_day(const model::TimeValue& value, const std::optional<model::Moment>& published);

/// The predicate whose tense the clause shares: of "이사회를 열고 … 의결할 예정이다" the last.
[[nodiscard]] const Predicate& main_of(const std::vector<Clause>& clauses, std::uint32_t index);

/// The predicate that a purpose serves: of "도입하기 위해 투자를 검토한다" the last.
[[nodiscard]] const Predicate& aim_of(const std::vector<Clause>& clauses, std::uint32_t index);

/// The clause, or the one it runs into, is what somebody is accused of: 전달받아 이를 준 혐의.
[[nodiscard]] bool is_accusation(const Vocabulary& vocabulary, const Phrase& phrase, const std::vector<Clause>& clauses,
                                 std::uint32_t index);

/// Which clause a time belongs to.
struct Attachment {
  std::uint32_t time = 0;  ///< index into Extraction::times
  std::uint32_t clause = 0;
  bool report = false;  ///< it dates a report (17일 로이터통신에 따르면), not what the clause tells
  bool shared = false;  ///< it came with the occasion at which the clause happens (15일 열린 회의에서)
};

/// Ties every dated time of the sentence to the clause that it dates. Times that are only compared with, and times
/// that no clause can have (a past day, a promise), are tied to none. `usable` says which clauses tell an event.
[[nodiscard]] std::vector<Attachment> attach_times(const Vocabulary& vocabulary, const model::Article& article,
                                                   const model::Extraction& extraction, const Phrase& phrase,
                                                   const std::vector<Clause>& clauses, const std::vector<bool>& usable);

}  // namespace timeline::event
