#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.hpp"
#include "model/time_expression.hpp"
#include "temporal/calendar.hpp"
#include "temporal/language.hpp"
#include "temporal/resolver.hpp"
#include "temporal/symbolic.hpp"
#include "temporal/vocabulary.hpp"

namespace timeline::temporal {

// What stands around an expression in its sentence, and what it makes of it.

/// "지난해 3월과 5월", "3일, 5일", "오늘(22일)": the second takes over from the first.
[[nodiscard]] bool enumerates(std::string_view between);

/// Does `at` stand inside a quotation that begins in the same sentence?
[[nodiscard]] bool is_quoted(std::string_view text, std::uint32_t begin, std::uint32_t at);

/// "발생일로부터 30일 이내", "사고 후 2년 안에": counted from what the words before it name, not from now.
[[nodiscard]] bool is_counted_from_elsewhere(const Vocabulary& vocabulary, std::string_view text, base::Span sentence,
                                             std::uint32_t begin);

/// "사고 당일", "선거 이틀 전", "부결된 다음 날": counted from an occasion, whose day the text need not have named.
[[nodiscard]] bool is_counted_from_occasion(const Language& language, const Candidate& candidate, std::string_view text,
                                            base::Span sentence);

/// "17일 조합은": does the word behind `at` end in a topic particle?
[[nodiscard]] bool has_topic_behind(std::string_view text, std::uint32_t at, base::Span sentence);

/// "신년회!"
[[nodiscard]] bool ends_in_call(std::string_view text, base::Span sentence);

/// "[2022.11.3]": a whole date that stands in square brackets.
[[nodiscard]] bool is_date_of_caption(const Candidate& candidate, std::string_view text, base::Span sentence);

/// "3일 회견을 하고 있다. 2022.11.3/한빛뉴스": the whole date that stands right behind the sentence of a caption.
[[nodiscard]] std::optional<DayNumber> date_behind(std::string_view text, std::uint32_t end);

/// "올해 들어 10월까지", "이달 들어 10일까지": from the beginning of the year or month.
[[nodiscard]] bool begins_with_unit(const Vocabulary& vocabulary, const model::TimeExpression& before,
                                    std::string_view text, std::uint32_t begin);

/// "SEOUL, Oct. 21, 2025 (Reuters) -": a day before the words of an agency and a dash, at the head of a report.
[[nodiscard]] bool is_head_of_report(std::string_view text, base::Span sentence, base::Span date);

/// Can a time of day belong to what stands before it? To a day, or to the end of a range; not to a month, nor to a day
/// that does not exist.
[[nodiscard]] bool may_hold_time(const model::TimeExpression& before);

/// "3일부터 회원 등록을 받아 10일까지": one stretch, said in two places.
[[nodiscard]] bool goes_on_until(const Candidate& candidate, const model::TimeExpression& since,
                                 const model::TimeExpression& until, std::string_view between);

/// "15일부터 사흘간": the stretch has an end, though no day names it. Gives the last day.
[[nodiscard]] std::optional<DayNumber> end_of_stretch(const model::TimeExpression& since, const Candidate& length,
                                                      std::string_view between, bool marked);

/// "Output doubled in three years", "the first win in 108 years": how long it took. The second tells so without a verb
/// of the past; a question that is nothing else ("in two years") looks ahead.
[[nodiscard]] bool took_as_long(const Candidate& candidate, Tense tense, base::Span sentence);

/// Are the two days not much more than a month apart?
[[nodiscard]] bool is_near(const model::Moment& moment, const model::Moment& reference);

}  // namespace timeline::temporal
