#pragma once

#include "entity/page.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::entity {

/// Finds who works for whom (젠슨 황 엔비디아 CEO, 엔비디아의 젠슨 황 CEO, Synovus 애널리스트 댄 모건) and who makes
/// what (‘슬럼’의 개발사 스케드MD) from names that stand side by side.
class Affiliations {
 public:
  explicit Affiliations(const lexicon::DataSet& data);

  void find(Page& page) const;

 private:
  void by_title(Page& page, Line& line, std::size_t word) const;
  void by_maker(Page& page, Line& line, std::size_t word) const;

  lexicon::Matcher makers_;
};

}  // namespace timeline::entity
