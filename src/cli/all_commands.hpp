#pragma once

#include "cli/command.hpp"

/// Every command, each defined in the file of its name (import_command.cpp, …).
namespace timeline::cli {

extern const Command kImport;
extern const Command kQuery;
extern const Command kAsk;
extern const Command kShow;
extern const Command kFacts;
extern const Command kQuotes;
extern const Command kEntities;
extern const Command kArticles;
extern const Command kSql;
extern const Command kExport;
extern const Command kTag;
extern const Command kExtract;
extern const Command kLoad;
extern const Command kCorrect;
extern const Command kForget;
extern const Command kCheck;
extern const Command kStats;
extern const Command kMigrate;
extern const Command kCompletions;

}  // namespace timeline::cli
