#pragma once

#include <vector>

#include "event/clauses.hpp"

namespace timeline::event {

/// A noun that an adnominal clause belongs to takes part in more than that clause: 속았다고 주장한 김씨를 (it is he who
/// was taken in), 적자를 내며 구조조정 중인 한빛으로서는 (it makes the loss), 체포해 압송했던 김씨를 (he was arrested).
/// Gives such clauses the subject or object that they do not name themselves.
void lend_heads(const Phrase& phrase, std::vector<Clause>& clauses);

}  // namespace timeline::event
