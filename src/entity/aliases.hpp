#pragma once

#include "entity/page.hpp"

namespace timeline::entity {

/// Reads other names in brackets right behind a name (시진핑(習近平), 국제축구연맹(FIFA), 댄 모건(Dan Morgan)) as names
/// of the same entity, there and wherever they stand again in the article.
void find_aliases(Page& page);

}  // namespace timeline::entity
