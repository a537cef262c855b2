#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/enum_table.hpp"

namespace timeline::event {

/// The shapes that a Korean verb stem takes before its endings, and two that are no verb stems: `noun`, a verbal
/// noun standing by itself, and `copula`, what follows a noun.
enum class Base : std::uint8_t { plain, drop, eu, adn_past, adn_future, infinitive, past, polite, noun, copula };

/// How a stem differs from the rule; the letters are those of the column `irregular` in data/events/verbs.tsv.
enum class Irregular : std::uint8_t { none, b, d, s, r };

/// Every shape of a stem with its base: 열 gives 열 (plain), 여 (drop), 열 (eu), 연, 열 (adn_future), 열어, 열었, 엽.
/// Contracted and full forms both stand (되어, 돼). Empty where the stem does not end in a Hangul syllable.
[[nodiscard]] std::vector<std::pair<std::string, Base>> bases_of(std::string_view stem, Irregular irregular);

}  // namespace timeline::event

template <>
struct timeline::base::EnumTable<timeline::event::Base> {
  using enum timeline::event::Base;
  static constexpr std::array<EnumRow<timeline::event::Base>, 10> rows{{
      {plain, "plain", "the stem"},
      {drop, "drop", "the stem before endings that drop a final rieul"},
      {eu, "eu", "the stem with its linking vowel"},
      {adn_past, "adn_past", "the stem closed with n"},
      {adn_future, "adn_future", "the stem closed with l"},
      {infinitive, "infinitive", "the stem with a or eo"},
      {past, "past", "the stem with the past suffix"},
      {polite, "polite", "the stem closed with b"},
      {noun, "noun", "a verbal noun by itself"},
      {copula, "copula", "a noun before the copula"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::event::Base>());

template <>
struct timeline::base::EnumTable<timeline::event::Irregular> {
  using enum timeline::event::Irregular;
  static constexpr std::array<EnumRow<timeline::event::Irregular>, 5> rows{{
      {none, "-", "regular"},
      {b, "b", "final b turns into u before vowels"},
      {d, "d", "final d turns into l before vowels"},
      {s, "s", "final s falls out before vowels"},
      {r, "r", "reu turns into double l before a vowel"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::event::Irregular>());
