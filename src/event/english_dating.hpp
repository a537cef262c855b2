#pragma once

#include <cstdint>
#include <optional>

#include "event/english_clauses.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::event {

/// The time that dates a clause: index into Extraction::times, or kNoToken. Passed over are times that belong to a
/// noun ("the March 3 attack"), that other words measure from ("since 2010"), and that the verb contradicts.
[[nodiscard]] std::uint32_t time_of(const EnglishGrammar& grammar, const model::Article& article,
                                    const model::Extraction& extraction, const EnglishTokens& tokens,
                                    const EnglishClause& clause);

/// The day of "before dawn Wednesday", "after 3 p.m. on Tuesday": what happened then happened on that day.
[[nodiscard]] std::optional<model::TimeValue> day_of_hour(const model::TimeValue& value);

/// The time that belongs to a noun naming an event ("Sunday's shooting", "the bombing late Thursday"), with the type
/// of that event.
struct NominalTime {
  std::uint32_t time = kNoToken;
  std::string_view type;
  std::string_view noun = {};  ///< of which a clause says it: "a boy who fell into a well on Sunday"
};
[[nodiscard]] std::vector<NominalTime> nominal_times(const EnglishGrammar& grammar, const EnglishTokens& tokens);

/// The day of the news, within a week before the publication; a bare hour of the evening says no day.
[[nodiscard]] bool is_day_of_news(const model::Article& article, const model::TimeExpression& time,
                                  std::string_view text);

}  // namespace timeline::event
