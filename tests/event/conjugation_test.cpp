#include "event/conjugation.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using timeline::event::Base;
using timeline::event::bases_of;
using timeline::event::Irregular;

namespace {

bool has(std::string_view stem, Irregular irregular, std::string_view shape, Base base) {
  const auto bases = bases_of(stem, irregular);
  return std::find(bases.begin(), bases.end(), std::pair<std::string, Base>{std::string(shape), base}) != bases.end();
}

}  // namespace

TEST_CASE("a stem that ends in rieul loses it before n and b") {
  CHECK(has("열", Irregular::none, "연", Base::adn_past));
  CHECK(has("열", Irregular::none, "열", Base::adn_future));
  CHECK(has("열", Irregular::none, "여", Base::drop));
  CHECK(has("열", Irregular::none, "엽", Base::polite));
  CHECK(has("열", Irregular::none, "열었", Base::past));
}

TEST_CASE("a stem that ends in a vowel contracts with the ending, and stands in full as well") {
  CHECK(has("하", Irregular::none, "했", Base::past));
  CHECK(has("하", Irregular::none, "하였", Base::past));
  CHECK(has("되", Irregular::none, "돼", Base::infinitive));
  CHECK(has("되", Irregular::none, "되었", Base::past));
  CHECK(has("나서", Irregular::none, "나섰", Base::past));
  CHECK(has("내", Irregular::none, "냈", Base::past));
  CHECK(has("나오", Irregular::none, "나왔", Base::past));
  CHECK(has("늘리", Irregular::none, "늘렸", Base::past));
  CHECK(has("미루", Irregular::none, "미뤘", Base::past));
}

TEST_CASE("irregular stems") {
  CHECK(has("짓", Irregular::s, "지었", Base::past));
  CHECK(has("짓", Irregular::s, "지을", Base::adn_future));
  CHECK(has("싣", Irregular::d, "실었", Base::past));
  CHECK(has("돕", Irregular::b, "도왔", Base::past));
  CHECK(has("돕", Irregular::b, "도운", Base::adn_past));
  CHECK(has("오르", Irregular::r, "올랐", Base::past));
  CHECK(has("부르", Irregular::r, "불러", Base::infinitive));
}

TEST_CASE("a stem without a Hangul syllable at its end has no shapes") {
  CHECK(bases_of("", Irregular::none).empty());
  CHECK(bases_of("run", Irregular::none).empty());
}
