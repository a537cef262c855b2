#pragma once

#include <string_view>

#include "fact/english_words.hpp"
#include "model/extraction.hpp"

namespace timeline::fact {

/// Finds what people are quoted to have said in an English article and who said it: “…,” said Ms. Lee; Ms. Lee said:
/// “…”; “…,” the ministry's spokesman, a man of few words, said. Words held at a distance (a “smart” city) are no
/// quotations. Fills extraction.quotations.
void find_english_quotations(std::string_view body, model::Extraction& extraction, const EnglishWords& words);

}  // namespace timeline::fact
