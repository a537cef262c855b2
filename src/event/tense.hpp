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

/// The day of a moment.
[[nodiscard]] model::Moment day_of(model::Moment moment);

/// 금리가 오를 것으로 내다봤다: somebody has foretold it.
[[nodiscard]] bool is_forecast(const Vocabulary& vocabulary, std::string_view text, const Predicate& predicate);

/// Does it say that something was decided (동결하기로 결정했다)? The decision has a day although the deed is to come.
[[nodiscard]] bool is_decision(const Predicate& predicate);

/// Does the predicate speak of something that has not happened yet?
[[nodiscard]] bool looks_ahead(const Predicate& predicate);

/// It is past, or the day of the publication.
[[nodiscard]] bool has_come(const model::TimeValue& value, const std::optional<model::Moment>& published);

/// One of the `days` before the publication, or its own day. News is about three of them.
[[nodiscard]] bool is_news_day(const model::TimeValue& value, const std::optional<model::Moment>& published,
                               int days = 3);

/// 기소를 비판하며 고발하겠다고 밝혔다: who says something at the same time says the rest; 회견을 열고 사과하라고
/// 요구했다: who demands what others should do has done what stands before. The clause that tells what `said` is, where
/// `index` speaks as well and has the same subject, or kNone.
[[nodiscard]] std::uint32_t teller_beside(const std::vector<Clause>& clauses, std::uint32_t index, std::uint32_t said);

/// 도피한 지 3년 만에 붙잡혔다: do days or more pass between the two words?
[[nodiscard]] bool lapses(const Vocabulary& vocabulary, const model::Extraction& extraction, const Phrase& phrase,
                          std::uint32_t first, std::uint32_t last);

/// The predicate whose tense the clause shares: of "이사회를 열고 … 의결할 예정이다" the last.
[[nodiscard]] const Predicate& main_of(const std::vector<Clause>& clauses, std::uint32_t index);

/// The predicate that a purpose serves: of "도입하기 위해 투자를 검토한다" the last.
[[nodiscard]] const Predicate& aim_of(const std::vector<Clause>& clauses, std::uint32_t index);

/// The clause with which the sentence ends, outside of what is quoted in it, or kNone.
[[nodiscard]] std::uint32_t closing_clause(const std::vector<Clause>& clauses);

/// The predicate that decides whether the clause has happened.
[[nodiscard]] const Predicate& governing(const std::vector<Clause>& clauses, std::uint32_t index);

/// The clause says what is done with a suspicion: 의원이 제기한 의혹. Who raises one is not under it.
[[nodiscard]] bool is_about_suspicion(const Vocabulary& vocabulary, const Phrase& phrase, const Clause& clause);
/// The clause, or the one it runs into, is what somebody is accused of: 전달받아 이를 준 혐의.
[[nodiscard]] bool is_accusation(const Vocabulary& vocabulary, const Phrase& phrase, const std::vector<Clause>& clauses,
                                 std::uint32_t index);

/// The clause, or the one it runs into, is what somebody claims: 그가 때렸다고 주장했다.
[[nodiscard]] bool is_claim(const Vocabulary& vocabulary, const std::vector<Clause>& clauses, std::uint32_t index);

/// It tells of a plan, whose content stands before it: 끌어올리겠다는 비전을 내놨다.
[[nodiscard]] bool presents_plan(const std::vector<Clause>& clauses, const Clause& clause);

/// The clause is a plan of which nothing came: 합병하려던 계획이 무산됐다, 시작하겠다는 계산은 물거품이 됐다.
[[nodiscard]] bool is_foiled(const Vocabulary& vocabulary, const Phrase& phrase, const std::vector<Clause>& clauses,
                             std::uint32_t index);

/// The clause belongs to a noun and is of now, and the sentence looks ahead: 오후 6시 시작되는 회의에서 … 논의할
/// 예정이다.
[[nodiscard]] bool is_set_ahead(const std::vector<Clause>& clauses, std::uint32_t index);

/// What its ending, and the date beside the publication, say of an event. `as_of`: the date says when it is seen to go
/// on (16일 현재 조사하고 있다), not when it took place.
[[nodiscard]] model::EventStatus status_of(const Predicate& predicate, const model::TimeValue* date,
                                           const std::optional<model::Moment>& published, bool as_of = false);

}  // namespace timeline::event
