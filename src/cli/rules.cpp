#include "cli/rules.hpp"

namespace timeline::cli {

lexicon::DataSet data_set(const Context& context) {
  return context.global.data.empty() ? lexicon::DataSet::embedded()
                                     : lexicon::DataSet::from_directory(context.global.data);
}

}  // namespace timeline::cli
