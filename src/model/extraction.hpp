#pragma once

#include <string>
#include <vector>

#include "model/article.hpp"
#include "model/entity.hpp"
#include "model/event.hpp"
#include "model/fact.hpp"
#include "model/quantity.hpp"
#include "model/sentence.hpp"
#include "model/time_expression.hpp"

namespace timeline::model {

/// All that was read out of one article. Records point at one another by index; every span is in the field of
/// its record's sentence. `extract` makes it, `store` and the JSON writers read it; nothing in it depends on a
/// database, a clock or another article.
struct Extraction {
  std::vector<Sentence> sentences;
  std::vector<TimeExpression> times;
  std::vector<Entity> entities;
  std::vector<EntityMention> mentions;
  std::vector<EntityRelation> relations;
  std::vector<Quantity> quantities;
  std::vector<EventMention> events;
  std::vector<Fact> facts;
  std::vector<Quotation> quotations;
};

}  // namespace timeline::model
