#pragma once

#include <string>
#include <string_view>

#include "base/span.hpp"
#include "model/entity.hpp"

namespace timeline::event {

// How words of the article become words of a headline.

/// Its Korean name where it has one.
[[nodiscard]] const std::string& name_of(const model::Entity& entity);
/// Quotation marks and brackets with their content go; blanks are single. What follows a bracket that is not closed
/// stays.
[[nodiscard]] std::string cleaned(std::string_view text);
/// The span with the closing bracket right behind it, if one of its own opened: 장관급 회의(AUSMIN|).
[[nodiscard]] base::Span with_bracket(std::string_view text, base::Span span);
/// 되찾았다 → 되찾아, from 되찾았: a verb as headlines end in it. The past is made of this form, so no table is asked.
[[nodiscard]] std::string infinitive_of(std::string_view past);

/// Can it act by itself: 김하늘, 한빛전자, 국회, 일본?
[[nodiscard]] bool is_actor_kind(model::EntityKind kind);

}  // namespace timeline::event
