#pragma once

#include "input/byline.hpp"
#include "input/outlets.hpp"
#include "input/timestamp.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::input {

/// Everything that the readers take from data/, read once.
struct Rules {
  explicit Rules(const lexicon::DataSet& data) : timestamps(data), bylines(data), outlets(data) {}

  TimestampReader timestamps;
  BylineReader bylines;
  Outlets outlets;
};

}  // namespace timeline::input
