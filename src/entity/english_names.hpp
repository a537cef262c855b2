#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entity/page.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/word_map.hpp"

namespace timeline::entity {

/// Finds names of English articles that the catalog does not know, by how English news writes them: a title or a first
/// name and capital words (Mayor Mina Harlow, Danny Auble), an age or a trade behind a comma (Ondra Vask, 43,), words
/// that end names of bodies (Veltane Harbour Police, University of Veltane) and places (Addlestrop Road), an acronym
/// in brackets behind one; then people by their last name alone. Refuses words that are capital only because they begin
/// a sentence, and headlines, where all words are. Immutable after construction; thread-safe.
class EnglishNames {
 public:
  explicit EnglishNames(const lexicon::DataSet& data);

  void find(Page& page, const model::Article& article, const model::Extraction& extraction) const;

 private:
  enum class Class : std::uint8_t {
    courtesy,
    office,
    role,
    given,
    company_end,
    org_end,
    org_head,
    place_end,
    adjective,
    never,
    calling
  };
  struct Token {
    base::Span span;
    bool capital = false;
    bool joined = false;  ///< one space, or the point of an abbreviation and one, stands before it
  };
  struct Person {
    std::string first;
    std::string last;
    std::uint32_t entity = 0;
  };

  [[nodiscard]] bool is(Class wanted, std::string_view word) const;
  [[nodiscard]] static std::vector<Token> tokens(const Line& line);
  void read_run(Page& page, Line& line, const std::vector<Token>& words, std::size_t first, std::size_t last, bool full,
                std::vector<Person>& people) const;
  bool read_body(Page& page, Line& line, const std::vector<Token>& words, std::size_t first, std::size_t last) const;
  [[nodiscard]] bool described(const Line& line, const std::vector<Token>& words, std::size_t last) const;
  void read_again(Page& page, Line& line, const std::vector<Person>& people) const;

  lexicon::WordMap<std::uint32_t> words_;  // a bit for each class
};

}  // namespace timeline::entity
