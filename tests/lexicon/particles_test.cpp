#include "lexicon/particles.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lexicon/table.hpp"

using timeline::lexicon::DataSet;
using timeline::lexicon::Particle;
using timeline::lexicon::ParticleKind;
using timeline::lexicon::Particles;
using timeline::lexicon::Table;

namespace {

/// The particles of `word` behind its first `noun` bytes.
std::optional<Particle> read(std::string_view noun, std::string_view rest) {
  static const DataSet data = DataSet::embedded();
  static const Particles particles(data);
  return particles.after(std::string(noun) + std::string(rest), static_cast<std::uint32_t>(noun.size()));
}

}  // namespace

TEST_CASE("reads one particle and chains") {
  REQUIRE(read("구글", "은"));
  CHECK(read("구글", "은")->kind == ParticleKind::topic);
  CHECK(read("경주", "에서는")->kind == ParticleKind::in);
  CHECK(read("경주", "에서는")->last == ParticleKind::topic);
  CHECK(read("메타", "와의")->kind == ParticleKind::with);
  CHECK(read("메타", "와의")->last == ParticleKind::genitive);
  CHECK(read("서울", "까지만")->kind == ParticleKind::until);
  CHECK(read("엔비디아", "로서도")->kind == ParticleKind::as);
  CHECK(read("구글", "이라는")->kind == ParticleKind::quote);
  CHECK(read("메타", "였다")->kind == ParticleKind::copula);
  CHECK(read("구글", "은, 메타")->end == 9);
}

TEST_CASE("a particle agrees with the sound before it") {
  CHECK_FALSE(read("구글", "는"));
  CHECK_FALSE(read("메타", "은"));
  CHECK_FALSE(read("메타", "을"));
  CHECK(read("서울", "로"));
  CHECK_FALSE(read("서울", "으로"));
  CHECK(read("미국", "으로"));
  CHECK_FALSE(read("미국", "로"));
  CHECK(read("DeepSeek", "은"));
  CHECK(read("DeepSeek", "는"));
  CHECK(read("5G", "를"));
  CHECK(read("R1", "은"));
  CHECK_FALSE(read("R1", "는"));
  CHECK(read("(CEO)", "는"));
}

TEST_CASE("the rest of another word is no particle") {
  CHECK_FALSE(read("구글", "링"));
  CHECK_FALSE(read("메타", "버스"));
  CHECK_FALSE(read("네이버", "후드"));
  CHECK_FALSE(read("한국", "인은"));
  CHECK_FALSE(read("애플", "리케이션"));
  CHECK_FALSE(read("이마트", ""));
}

TEST_CASE("every example of data/ko/particles.tsv is read") {
  const DataSet data = DataSet::embedded();
  const Particles particles(data);
  const Table table(data, "ko/particles.tsv");
  for (const Table::Row& row : table.rows()) {
    const std::string_view example = row["example"];
    INFO(example << " line " << row.line());
    REQUIRE(example.ends_with(row["text"]));
    const auto read = particles.after(example, static_cast<std::uint32_t>(example.size() - row["text"].size()));
    REQUIRE(read);
    CHECK(read->end == example.size());
  }
}
