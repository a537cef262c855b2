#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "entity/page.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::entity {

/// Reads a common noun that heads its sentence part as the one body named before whose name ends so: after
/// "개인정보보호위원회", "위원회는 27일 …" is that commission. Two such bodies in the article: neither.
class ShortForms {
 public:
  explicit ShortForms(const lexicon::DataSet& data);

  void find(Page& page) const;

 private:
  std::vector<std::string> words_;
  lexicon::Matcher matcher_;  ///< of words_
};

}  // namespace timeline::entity
