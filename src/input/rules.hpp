#pragma once

#include "extract/layout_rules.hpp"
#include "input/byline.hpp"
#include "input/fields.hpp"
#include "input/html_content.hpp"
#include "input/masthead.hpp"
#include "input/outlets.hpp"
#include "input/timestamp.hpp"
#include "lexicon/data_set.hpp"

namespace timeline::input {

/// Everything that the readers take from data/, read once.
struct Rules {
  explicit Rules(const lexicon::DataSet& data)
      : timestamps(data),
        bylines(data),
        masthead(data),
        outlets(data),
        layout(data),
        html_hints(data),
        field_names(data) {}

  TimestampReader timestamps;
  BylineReader bylines;
  MastheadReader masthead;
  Outlets outlets;
  extract::LayoutRules layout;
  HtmlHints html_hints;
  FieldNames field_names;
};

}  // namespace timeline::input
