#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/time_expression.hpp"

namespace timeline::cli {

/// Appends `{"id", "expressions": […]}` and a line end. `id` is JSON already (empty: null).
void append_answer(std::string_view id, std::string_view text, const std::vector<model::TimeExpression>& found,
                   std::string& out);

/// Appends the expressions of a piece of a plain text, a JSON line each; so many `characters` stand before the piece.
void append_lines(std::string_view piece, std::uint64_t characters, std::span<const model::TimeExpression> found,
                  std::string& out);

/// Appends, for people: the words, their value, the rule, and each step from the anchor to the value.
void append_explanation(std::string_view text, const model::TimeExpression& found,
                        const std::vector<std::string>& steps, std::string& out);

}  // namespace timeline::cli
