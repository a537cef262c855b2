#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/enum_table.hpp"
#include "base/span.hpp"
#include "model/event.hpp"
#include "model/quantity.hpp"
#include "model/time_value.hpp"

namespace timeline::model {

/// A statement with a subject, an attribute and a value: a quantity, or another entity.
struct Fact {
  std::uint32_t sentence = 0;
  base::Span span;                         ///< the value's own words
  std::optional<std::uint32_t> subject;    ///< index into Extraction::entities
  std::string subject_text;                ///< where the subject is no entity
  std::string attribute;                   ///< what is measured: "투자 규모", "시장 점유율"
  std::optional<std::uint32_t> quantity;   ///< index into Extraction::quantities
  std::optional<std::uint32_t> converted;  ///< the quantity that gives the same value in another currency
  std::optional<std::uint32_t> object;     ///< index into Extraction::entities
  std::string object_text;
  std::optional<TimeValue> valid;              ///< the time it holds for
  EventStatus status = EventStatus::occurred;  ///< occurred: measured or stated as so; planned; expected; possible
  std::string attributed_to;
  std::optional<std::uint32_t> event;  ///< index into Extraction::events
  std::string rule;
};

/// Somebody's words.
struct Quotation {
  std::uint32_t sentence = 0;
  base::Span span;                       ///< the words between the quotation marks
  std::optional<std::uint32_t> speaker;  ///< index into Extraction::entities
  std::string speaker_text;              ///< as written: "카카오페이 관계자"; empty where unknown
  std::optional<TimeValue> said;
  std::optional<std::uint32_t> time_expression;
};

}  // namespace timeline::model
