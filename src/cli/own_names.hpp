#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "lexicon/data_set.hpp"
#include "store/database.hpp"

namespace timeline::cli {

/// Puts the names that people have added to this database among the data files, so that articles are read with them.
void add_own_names(lexicon::DataSet& data, const store::Database& database);

/// A name to be added, as `timeline entities --add` has it.
struct NewName {
  std::string name;
  std::string kind;  ///< empty: that of the entity that is called so already
  std::string name_ko, name_en;
  std::vector<std::string> aliases;
  bool common = false;  ///< the names are ordinary words as well
  std::string note;
};

/// Gives an entity names that imports and queries know from now on; says what was done on standard output. Throws
/// Error(usage) where it is not clear whom the name means, or nothing is new.
void add_name(Context& context, const NewName& wanted);
/// Takes a name back that was added. Throws Error(usage) where there is none.
void remove_name(Context& context, const std::string& name, const std::string& kind);

}  // namespace timeline::cli
