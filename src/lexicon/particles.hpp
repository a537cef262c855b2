#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/enum_table.hpp"
#include "lexicon/data_set.hpp"
#include "lexicon/matcher.hpp"

namespace timeline::lexicon {

/// What a Korean particle says of the noun before it.
enum class ParticleKind : std::uint8_t {
  topic,      ///< 은/는
  subject,    ///< 이/가, 께서
  object,     ///< 을/를
  genitive,   ///< 의
  dative,     ///< 에게, 한테, 께
  locative,   ///< 에
  in,         ///< 에서: where it happens, or a body that acts (정부에서)
  direction,  ///< 으로/로
  source,     ///< 에게서, 로부터
  with,       ///< 와/과, 하고, 랑
  from,       ///< 부터
  until,      ///< 까지
  also,       ///< 도
  only,       ///< 만, 뿐, 밖에
  than,       ///< 보다
  like,       ///< 처럼, 만큼
  even,       ///< 조차, 마저, 라도
  each,       ///< 마다, 씩
  choice,     ///< 나, 든지, 며
  as,         ///< 로서
  means,      ///< 로써
  quote,      ///< 라고, 라는, 라며
  copula,     ///< 이다, 인, 였다
};

/// The particles after one noun: 에서는 is {in, topic}, 의 is {genitive, genitive}.
struct Particle {
  std::uint32_t end = 0;                    ///< byte after the last of them
  ParticleKind kind = ParticleKind::topic;  ///< the first: the noun's part in the sentence
  ParticleKind last = ParticleKind::topic;  ///< the last of the chain
};

/// Reads the particles of data/ko/particles.tsv. Immutable after construction; thread-safe.
///
///   particles.after("구글은", 6)  // {9, topic, topic}
///   particles.after("구글는", 6)  // nothing: 는 follows a vowel
///   particles.after("구글링", 6)  // nothing: 링 is no particle
class Particles {
 public:
  explicit Particles(const DataSet& data);

  /// The longest chain of particles that starts at byte `at`, right behind a noun, agrees with the noun's last
  /// character (the one before `at`; not the start of the text) and ends a word (no Hangul syllable follows).
  [[nodiscard]] std::optional<Particle> after(std::string_view text, std::uint32_t at) const;

  /// A noun may end at `at`: nothing that belongs to the same word follows, or only particles do.
  [[nodiscard]] bool noun_may_end(std::string_view text, std::uint32_t at) const;

 private:
  enum class After : std::uint8_t { any, consonant, vowel, consonant_not_l, vowel_or_l };
  struct Row {
    After after;
    std::uint8_t slot;
    ParticleKind kind;
  };

  [[nodiscard]] std::optional<Particle> chain(std::string_view text, std::uint32_t at, std::uint8_t slot) const;
  [[nodiscard]] static bool agrees(After after, char32_t before);

  std::vector<Row> rows_;
  Matcher matcher_;
};

}  // namespace timeline::lexicon

template <>
struct timeline::base::EnumTable<timeline::lexicon::ParticleKind> {
  using enum timeline::lexicon::ParticleKind;
  static constexpr std::array<EnumRow<timeline::lexicon::ParticleKind>, 23> rows{{
      {topic, "topic", "what the sentence is about"},
      {subject, "subject", "does or is"},
      {object, "object", "it is done to"},
      {genitive, "genitive", "owns or holds the next noun"},
      {dative, "dative", "receives"},
      {locative, "locative", "where or to what"},
      {in, "in", "where it happens"},
      {direction, "direction", "to where, as what, by what"},
      {source, "source", "from whom"},
      {with, "with", "together with"},
      {from, "from", "beginning with"},
      {until, "until", "up to"},
      {also, "also", "as well"},
      {only, "only", "nothing else"},
      {than, "than", "compared with"},
      {like, "like", "in the manner of"},
      {even, "even", "even"},
      {each, "each", "every one"},
      {choice, "or", "or"},
      {as, "as", "in the capacity of"},
      {means, "means", "by means of"},
      {quote, "quote", "so called or so said"},
      {copula, "copula", "is"},
  }};
};
static_assert(timeline::base::enum_table_is_ordered<timeline::lexicon::ParticleKind>());
