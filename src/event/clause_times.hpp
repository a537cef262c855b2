#pragma once

#include <optional>
#include <vector>

#include "event/sentence_parts.hpp"
#include "event/tense.hpp"

namespace timeline::event {

/// Which times the clauses of a sentence can have: what a clause tells has happened, is said or is to come, and a time
/// that lies on the other side of the publication is not its own.
class ClauseTimes : SentenceParts {
 public:
  explicit ClauseTimes(const SentenceParts& parts) : SentenceParts(parts) {}

  /// Can the clause have happened, or be going to happen, at the time whose last word is `last`?
  [[nodiscard]] bool agrees(std::uint32_t time, std::uint32_t last, std::uint32_t index) const;
  /// A day of the news, not a stretch that begins or ends with it: the day on which people say things.
  [[nodiscard]] bool is_day_of_telling(std::uint32_t time) const;
  /// Another clause that tells something reports this one.
  [[nodiscard]] bool governed(std::uint32_t index) const;
  /// The clause, or the one that it runs into, is what another clause says.
  [[nodiscard]] bool is_reported(std::uint32_t index) const;
  /// 2012년 9월 7일로 기재된 혐의를 심리했다, 19세기 황제였던 김하늘, 지난해부터 파행을 빚어 온 위원회: the clause
  /// tells nothing, but the time is its own.
  [[nodiscard]] bool keeps(std::uint32_t time, std::uint32_t last, std::uint32_t index) const;
  /// 법이 시행되면 3개월 안에 의뢰한다: a length that runs from the case, and not from the publication.
  [[nodiscard]] bool counts_from_case(std::uint32_t time, std::uint32_t first, std::uint32_t passage) const;
  /// 그는 2021년 1월 돈을 빼돌린 혐의로 기소됐다: a day of old is that of the deed, even of one that is told in no
  /// event, and not of what came of it. The clause of the deed behind the time, kNone where the time is no event's, and
  /// nothing where there is no such deed. 2021년 1월 횡령 혐의로 기소됐다: a noun is none.
  [[nodiscard]] std::optional<std::uint32_t> deed_of_accused(std::uint32_t time, std::uint32_t last) const;

 private:
  [[nodiscard]] bool is_in_report(std::uint32_t last, std::uint32_t index) const;
  /// 지난달 실적을 채우면 적립률이 오른다: the time is that of the case.
  [[nodiscard]] bool is_of_condition(std::uint32_t time, std::uint32_t last, std::uint32_t index) const;
  [[nodiscard]] bool is_deadline(std::uint32_t time) const;
  [[nodiscard]] bool is_claimed(std::uint32_t index) const;
};

}  // namespace timeline::event
