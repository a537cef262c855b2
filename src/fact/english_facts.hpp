#pragma once

#include <string_view>

#include "fact/english_words.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Makes a fact of every quantity of one field of an English article, at the level of main clauses: revenue of $5
/// billion; sales rose 12%. Fills extraction.facts.
void build_english_facts(std::string_view text, model::Field field, model::Extraction& extraction,
                         const EnglishWords& words);

}  // namespace timeline::fact
