#pragma once

#include "entity/affiliations.hpp"
#include "entity/catalog.hpp"
#include "entity/country_letters.hpp"
#include "entity/cues.hpp"
#include "entity/english_names.hpp"
#include "entity/name_model.hpp"
#include "lexicon/data_set.hpp"
#include "model/article.hpp"
#include "model/extraction.hpp"

namespace timeline::entity {

/// Finds who and what an article names: entries of data/entities by any of their names, and unknown people and
/// companies by how news writes them ("이원태 국민대 특임교수"). Particles are never part of a name, and a name
/// inside another word (메타 in 메타버스) is none. Immutable after construction; thread-safe.
class Recognizer {
 public:
  explicit Recognizer(const lexicon::DataSet& data);

  /// Fills extraction.entities, .mentions and .relations from article, .sentences and .times.
  void recognize(const model::Article& article, model::Extraction& extraction) const;

 private:
  Catalog catalog_;
  Cues cues_;
  NameModel names_;
  CountryLetters letters_;
  Affiliations affiliations_;
  EnglishNames english_;
};

}  // namespace timeline::entity
