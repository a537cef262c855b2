#pragma once

#include <cstdint>
#include <vector>

#include "entity/page.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::entity {

/// Finds who works for whom (젠슨 황 엔비디아 CEO, 엔비디아의 젠슨 황 CEO, Synovus 애널리스트 댄 모건) and who makes
/// what (‘슬럼’의 개발사 스케드MD) and who belongs to whom (삼성전자의 자회사 하만) from names that stand side by side.
class Affiliations {
 public:
  explicit Affiliations(const lexicon::DataSet& data);

  void find(Page& page) const;

 private:
  void by_title(Page& page, Line& line, std::size_t word) const;
  void by_bond(Page& page, Line& line, std::size_t word) const;

  /// What a word between two names says of them.
  enum class Bond : std::uint8_t { makes, belongs_to, owned_by };
  std::vector<Bond> bonds_;
  lexicon::Matcher bond_words_;
};

}  // namespace timeline::entity
