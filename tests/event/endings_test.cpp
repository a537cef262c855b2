#include "event/endings.hpp"

#include <catch2/catch.hpp>

using namespace timeline;
using event::Base;
using event::Link;
using event::Tense;
using model::EventStatus;

namespace {

const event::Endings& endings() {
  static const event::Endings all(lexicon::DataSet::embedded());
  return all;
}

/// Reads what follows `stem` at the beginning of the text.
std::optional<event::Reading> read(std::string_view text, std::string_view stem, Base base) {
  return endings().read(text, static_cast<std::uint32_t>(stem.size()), base);
}

}  // namespace

TEST_CASE("endings say how a verb joins what follows, and when") {
  CHECK(read("했다", "했", Base::past)->tense == Tense::past);
  CHECK(read("했다", "했", Base::past)->link == Link::final);
  CHECK(read("했다고 밝혔다", "했", Base::past)->link == Link::quote);
  CHECK(read("한 회사", "한", Base::adn_past)->link == Link::adnominal);
  CHECK(read("하기 위해", "하", Base::plain)->link == Link::purpose);
}

TEST_CASE("auxiliaries decide what becomes of it") {
  CHECK(read("하기로 했다", "하", Base::plain)->status == EventStatus::planned);
  CHECK(read("할 예정이다", "할", Base::adn_future)->status == EventStatus::planned);
  CHECK(read("될 것으로 예상된다", "될", Base::adn_future)->status == EventStatus::expected);
  CHECK(read("될 것으로 예상된다.", "될", Base::adn_future)->end == std::string_view("될 것으로 예상된다").size());
  CHECK(read("하고 있다", "하", Base::plain)->status == EventStatus::ongoing);
  CHECK(read("하지 않기로 했다", "하", Base::plain)->status == EventStatus::cancelled);
  CHECK(read("하지 않았다", "하", Base::plain)->negated);
  CHECK(read("하는 방안을 검토하고 있다", "하", Base::drop)->status == EventStatus::possible);
  CHECK(read(" 중이다", "", Base::noun)->status == EventStatus::ongoing);
  CHECK(read("를 포기했다", "", Base::noun)->status == EventStatus::cancelled);
}

TEST_CASE("what is no ending is none") {
  CHECK(!read("했던가방", "했", Base::past));
  CHECK(!read("하늘", "하", Base::plain));
}
