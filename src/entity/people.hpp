#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entity/cues.hpp"
#include "entity/name_model.hpp"
#include "entity/page.hpp"

namespace timeline::entity {

/// Finds people that the catalog does not know, by how news writes them: name and title (이원태 국민대 특임교수), title
/// and name (배우 김영호), name and age in brackets (김영호(45)), masked names (A씨, 김모 씨); then their short forms
/// (이 교수, 황 CEO) and their name wherever it stands again.
class People {
 public:
  People(const Cues& cues, const NameModel& names) : cues_(cues), names_(names) {}

  void find(Page& page) const;

 private:
  /// Somebody with a full name in this article.
  struct Person {
    std::uint32_t entity = 0;
    std::string name;                 ///< as written
    std::string family;               ///< 이 of 이원태, 황 of 젠슨 황
    std::vector<std::string> titles;  ///< the words that stood as titles by the name: 국무위원장
    bool former = false;              ///< 전 stood between the name and a title
    std::string given_free;           ///< a part of a foreign name that stands for it alone: 모건 of 댄 모건
    std::string first;                ///< its first part: where the text calls him so, 패통탄 of 패통탄 친나왓
  };
  using Persons = std::vector<Person>;
  /// 이 전 대표
  struct ShortForm {
    std::string_view family;
    std::string_view title;
    bool former = false;  ///< 전 stands between
    std::uint32_t at = 0;
  };
  using ShortForms = std::map<std::string, std::uint32_t>;  ///< who was called so before

  void by_title_after(Page& page, Line& line, std::size_t word, Persons& persons) const;
  void by_title_before(Page& page, Line& line, std::size_t word, Persons& persons) const;
  /// 솔지 씨, 재국씨: whatever stands before 씨 is a name. True where it is one.
  bool by_courtesy(Page& page, Line& line, base::Span span, const Title& title, Persons& persons) const;
  /// 가수 별무리가: a name that does not look like one.
  void by_stage_name(Page& page, Line& line, std::size_t index, Persons& persons) const;
  void by_bracket(Page& page, Line& line, std::size_t word, Persons& persons) const;
  void in_brackets(Page& page, Line& line, std::size_t word, Persons& persons) const;
  void by_team(Page& page, Line& line, std::size_t word, Persons& persons) const;
  /// 댄 모건(Dan Morgan): as many words as the Latin name in brackets has, beginning with the same sounds.
  void by_romanisation(Page& page, Line& line, std::size_t word, Persons& persons) const;
  void by_itself(Page& page, Line& line, std::size_t word, Persons& persons) const;
  /// 톰 크루즈: a usual foreign given name and a word that may be the rest.
  void by_given_name(Page& page, Line& line, std::size_t word, Persons& persons) const;
  /// 에밀리의 남편: a given name, or what may be a Korean one, with what only people have.
  void by_owned(Page& page, Line& line, std::size_t word, Persons& persons) const;
  /// 에릭에게: somebody to whom something is done.
  void by_dative(Page& page, Line& line, std::size_t word, Persons& persons) const;
  /// 이원태 국민대·한영호 서해대 총장: a name before a body that a list goes on behind.
  void by_body(Page& page, Line& line, std::size_t word, Persons& persons) const;
  void by_courtesy_list(Page& page, Line& line, Persons& persons) const;
  /// Names in a list with a person: 유승민, 주호영, 윤상현 의원.
  void by_list(Page& page, Line& line, Persons& persons) const;
  /// `masked`: the family names of those who are not to be named (조모씨), whom 조씨 may mean.
  void short_form(Page& page, Line& line, std::size_t word, const Persons& persons,
                  const std::set<std::string_view>& masked, ShortForms& forms) const;
  void families_before(Page& page, Line& line, const Persons& persons, ShortForm form) const;
  void short_form_of_body(Page& page, Line& line, std::size_t word, const Persons& persons) const;
  void join_halves(Page& page, Persons& persons) const;
  void family_alone(Page& page, const Persons& persons) const;
  static bool called_by_first(const Page& page, const Person& person);
  void again(Page& page, const Persons& persons) const;

  /// The words of a foreign name that ends with `last`: the first of them.
  [[nodiscard]] std::optional<std::size_t> foreign_from(const Line& line, std::size_t last, int& points) const;
  /// Is it the first or the last part of a foreign name that the article gives in full?
  [[nodiscard]] static bool is_part(const Persons& persons, std::string_view name);
  /// Does a word that may be a part of a foreign name stand right before?
  [[nodiscard]] bool behind_foreign(const Line& line, std::size_t word) const;
  /// The end of a foreign name whose last word this is, without its particles.
  [[nodiscard]] std::uint32_t foreign_end(const Line& line, const Word& word) const;
  /// May the word stand between a name and its title: a name of an organization, a part of one, 전?
  [[nodiscard]] bool may_stand_between(const Line& line, std::size_t word) const;
  /// Does a body stand right before the word?
  [[nodiscard]] static bool has_body_before(const Page& page, const Line& line, std::size_t word);
  /// Can the word be read as a noun with a particle that a bare word in a name would not end in (는, 의, 에서)?
  [[nodiscard]] bool has_particle(const Line& line, const Word& word) const;
  /// 김영호 전 …: does somebody's name stand before the word?
  [[nodiscard]] bool has_name_before(const Page& page, const Line& line, std::size_t word) const;
  /// 서메트로 대표 이모씨: does the title stand before the name it belongs to?
  [[nodiscard]] bool is_of_next(const Page& page, const Line& line, std::size_t title) const;
  /// 최모씨(서메트로 대표): a body and what somebody is there fill a bracket.
  [[nodiscard]] bool is_affiliation(const Line& line, base::Span name, std::uint32_t title_end) const;
  /// 댄 모건이 떠났다: the last syllable of the last part of a foreign name is a particle.
  [[nodiscard]] bool ends_as_subject(const Line& line, const Word& word, std::size_t least) const;
  /// 차관, 차관은: a title itself.
  [[nodiscard]] bool is_title(const Line& line, const Word& word) const;
  /// 사건은
  [[nodiscard]] bool is_noun_with_particle(const Line& line, const Word& word) const;
  /// The end of the word without its particles.
  [[nodiscard]] std::uint32_t stem_end(const Line& line, const Word& word) const;

  std::uint32_t add(Page& page, Line& line, base::Span span, std::string_view description, Persons& persons) const;
  /// Adds somebody whom the article names no further: A씨, 김모 씨, 김 위원장.
  static std::uint32_t add_unnamed(Page& page, Line& line, base::Span name, std::string_view shown,
                                   std::string_view description);
  static void remember(Persons& persons, std::uint32_t entity, std::string_view name, const NameModel& names);
  /// Does a title other than 씨 stand by the name: 조 장관 is not called 조씨 where there is a 조모씨?
  static bool has_office(const Person& person);
  /// The person of that family name to whom the title was given, in these words or as the end of a longer title.
  static const Person* with_family(const Page& page, const Line& line, const Persons& persons, const ShortForm& form);
  static const Person* meant(const Page& page, const Line& line, std::uint32_t at,
                             const std::vector<const Person*>& candidates);
  /// Notes the titles that stand by the names of known persons.
  void read_titles(const Page& page, const Line& line, Persons& persons) const;

  const Cues& cues_;
  const NameModel& names_;
};

}  // namespace timeline::entity
