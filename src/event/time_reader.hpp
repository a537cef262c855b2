#pragma once

#include <string_view>
#include <vector>

#include "event/sentence_parts.hpp"

namespace timeline::event {

/// What a time is there for in its sentence, before it is tied to a clause: to date, to compare with, to date a report.
class TimeReader : SentenceParts {
 public:
  explicit TimeReader(const SentenceParts& parts) : SentenceParts(parts) {}

  /// The time, whose last word is `word`, dates nothing: it is vague, compared with, wider than a day before it, or
  /// said twice.
  [[nodiscard]] bool says_nothing(std::uint32_t time, std::uint32_t word) const {
    return is_vague(extraction_.times[time]) || is_compared(word) || is_wider(time, word) || is_scope(time, word) ||
           is_object(word) || is_birth_year(word) || is_elided(word) || is_of_due_day(word) || is_repeated(time) ||
           is_in_label(time) || is_of_awaited(time, word) || is_year_of_thing(time, word) || is_of_noun_before(word) ||
           is_age(time, word);
  }
  /// 지난해와 달리: what follows the time is of another one.
  [[nodiscard]] bool is_likened(std::uint32_t last) const;
  /// 17일 로이터통신에 따르면: it dates the report.
  [[nodiscard]] bool is_report(std::uint32_t last) const;
  /// 공장이 문을 연 것은 지난 3일이다: the clause that the time says the day of, or kNone.
  [[nodiscard]] std::uint32_t cleft_before(std::uint32_t first, std::uint32_t last) const;

 private:
  [[nodiscard]] bool is_compared(std::uint32_t last) const;
  [[nodiscard]] bool is_figure_before(std::uint32_t last) const;
  [[nodiscard]] bool is_scope(std::uint32_t time, std::uint32_t last) const;
  [[nodiscard]] bool is_amount(std::uint32_t word) const;
  [[nodiscard]] bool is_wider(std::uint32_t time, std::uint32_t word) const;
  [[nodiscard]] bool is_told(std::uint32_t word) const;
  [[nodiscard]] bool is_birth_year(std::uint32_t last) const;
  [[nodiscard]] bool is_object(std::uint32_t last) const;
  [[nodiscard]] bool is_of_due_day(std::uint32_t last) const;
  [[nodiscard]] bool is_elided(std::uint32_t last) const;
  [[nodiscard]] bool is_repeated(std::uint32_t time) const;
  [[nodiscard]] bool is_in_label(std::uint32_t time) const;
  [[nodiscard]] bool is_of_awaited(std::uint32_t time, std::uint32_t last) const;
  [[nodiscard]] bool is_year_of_thing(std::uint32_t time, std::uint32_t last) const;
  [[nodiscard]] bool is_of_noun_before(std::uint32_t last) const;
  [[nodiscard]] bool is_age(std::uint32_t time, std::uint32_t last) const;
  [[nodiscard]] static bool is_vague(const model::TimeExpression& time);
  [[nodiscard]] std::string_view core(std::uint32_t word) const { return phrase_.words[word].core.of(phrase_.text); }
};

}  // namespace timeline::event
