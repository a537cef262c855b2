#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "entity/cues.hpp"
#include "entity/name_model.hpp"
#include "entity/page.hpp"

namespace timeline::entity {

/// Finds companies, bodies and places that the catalog does not know, by what their names end in (서해전자,
/// 부산 기장경찰서, 부산 사하구 하단동), by the mark of a company (㈜서해), by a country before a body (미국 의회), and
/// by what stands before their quoted names (개발자 도구 ‘슬럼’). Endings on common words (시중은행) are none.
class Bodies {
 public:
  Bodies(const Cues& cues, const NameModel& names) : cues_(cues), names_(names) {}

  void find(Page& page) const;

 private:
  bool by_suffix(Page& page, Line& line, std::size_t word) const;
  void by_repetition(Page& page) const;
  /// 외교부는, in a text that has just spoken of 러시아 외교부.
  void by_country(Page& page) const;
  void by_company_mark(Page& page, Line& line, std::size_t word) const;
  /// A name without marks behind the word for a company. True where there is one.
  bool by_sound(Page& page, Line& line, const Word& word) const;
  /// The same before its former name in brackets.
  bool by_former_name(Page& page, Line& line, const Word& word) const;
  void by_quotation(Page& page, Line& line, std::size_t word) const;
  /// The mention of that kind right before the word, a space between them.
  [[nodiscard]] static std::optional<Mention> before(const Page& page, const Line& line, std::size_t word,
                                                     model::EntityKind kind);
  /// Does the word with this suffix make a name where it stands?
  [[nodiscard]] bool ends_name(const Page& page, const Suffix& suffix, const Line& line, std::size_t word,
                               bool behind_place, bool behind_body) const;
  /// Where a name begins whose ending is this word by itself (타흐리르 광장, 알아사드 공군기지, ITV 방송).
  [[nodiscard]] std::optional<std::uint32_t> names_before(const Page& page, const Line& line, std::size_t index,
                                                          const Suffix& suffix) const;
  /// 용산경찰서: what stands before the ending is a known place.
  [[nodiscard]] static bool names_place(const Page& page, const Line& line, const Word& word);
  /// 면목동: a part of a town, which does not belong to the name of a body behind it.
  [[nodiscard]] static bool is_quarter(const Line& line, std::size_t word);
  /// 흑석동에서: a particle that stands on places.
  [[nodiscard]] bool is_somewhere(const Line& line, const Word& word) const;
  /// 타흐리르: a word that only foreign names look like, without particles.
  [[nodiscard]] bool is_foreign(const Line& line, const Word& word) const;
  /// Is it of three syllables and more, no title, and without particles?
  [[nodiscard]] bool stands_bare(const Line& line, const Word& word) const;
  /// Is the word made of common words only?
  [[nodiscard]] bool is_common(std::string_view word) const;

  const Cues& cues_;
  const NameModel& names_;
};

}  // namespace timeline::entity
