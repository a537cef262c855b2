#pragma once

#include <cstdint>
#include <vector>

#include "entity/catalog.hpp"
#include "entity/cues.hpp"
#include "entity/name_model.hpp"
#include "entity/page.hpp"

namespace timeline::entity {

/// Marks the names of the catalog on a page. A name begins where a word begins (or after 탈, 대(對) and their kin) and
/// what follows it is no part of its word but particles or a tail (측, 산). Names that are also other words count only
/// with the evidence that their entry asks for.
class KnownNames {
 public:
  KnownNames(const Catalog& catalog, const Cues& cues, const NameModel& names)
      : catalog_(catalog), cues_(cues), names_(names) {}

  void mark(Page& page) const;

 private:
  /// A name that stands in the text and may be one.
  struct Hit {
    std::size_t line = 0;
    base::Span span;
    std::uint32_t name = 0;
    bool accepted = false;
  };

  void collect(const Line& line, std::size_t index, std::uint32_t circles, std::vector<Hit>& hits) const;
  /// The circles that each line speaks of, as bits.
  [[nodiscard]] std::vector<std::uint32_t> circles(const std::vector<Line>& lines) const;
  /// The longest name at `at` that ends where a name may end; false where there is none.
  bool longest(const Line& line, std::uint32_t at, std::uint32_t circles, Hit& hit) const;
  /// 사진김영호 대통령: a known name whose word a crawler has glued to the caption before it, with a title to tell it.
  bool is_glued(const Line& line, const Word& word, std::uint32_t at, std::uint32_t circles, Hit& hit) const;
  [[nodiscard]] bool may_end(std::string_view text, std::uint32_t end, const KnownName& name) const;
  /// May the name stand behind a prefix that ends in this character (반중국)?
  [[nodiscard]] bool may_follow_prefix(char32_t prefix, const Hit& hit) const;
  /// Does a closing quotation mark stand right before `at`?
  [[nodiscard]] static bool behind_quotation(const Line& line, std::uint32_t at);
  /// Is the name introduced where it stands: by a title, its maker, another of its names in brackets?
  [[nodiscard]] bool introduced(const Line& line, const std::vector<Hit>& hits, std::size_t hit) const;
  /// Does another country (or its leader, or a prefix: 트럼프 정부, 반정부) stand right before a body that every
  /// country has?
  [[nodiscard]] bool another_country(const Line& line, const std::vector<Hit>& hits, std::size_t hit) const;
  /// 서울시 in 서울시장: the title 시장 of the place 서울, and no mention of the body 서울시.
  [[nodiscard]] bool is_office(const Line& line, const Hit& hit) const;
  /// 세라 샌더스 is not Bernie Sanders, 힐러리 벤 의원 not Hillary Clinton: half of a foreign name beside another half.
  [[nodiscard]] bool is_namesake(const Line& line, const Hit& hit) const;
  [[nodiscard]] bool has_own_title(const Line& line, const Hit& hit) const;
  void drop_namesakes(const std::vector<Line>& lines, std::vector<Hit>& hits) const;
  [[nodiscard]] bool among_its_like(const std::vector<Hit>& hits, std::size_t hit) const;

  const Catalog& catalog_;
  const Cues& cues_;
  const NameModel& names_;
};

}  // namespace timeline::entity
