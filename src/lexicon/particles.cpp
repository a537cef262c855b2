#include "lexicon/particles.hpp"

#include <string>
#include <utility>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::lexicon {
namespace {

constexpr std::uint8_t kCaseSlot = 1;   // 에서, 에게, 로 …
constexpr std::uint8_t kLimitSlot = 2;  // 까지, 만 …: may follow one another (까지만)
constexpr std::uint8_t kLastSlot = 3;   // from here on nothing may follow

/// How the noun's last character sounds; nothing where the letter does not tell (Latin words, brackets, 漢字).
enum class Sound : std::uint8_t { vowel, l, consonant, unknown };

Sound sound_of(char32_t c) {
  if (text::is_hangul_syllable(c)) {
    const int final = text::final_consonant(c);
    return final == 0 ? Sound::vowel : final == text::kFinalL ? Sound::l : Sound::consonant;
  }
  if (text::is_digit(c)) {
    // As the digits are read: 영 일 이 삼 사 오 육 칠 팔 구.
    using enum Sound;
    constexpr Sound kDigits[] = {consonant, l, vowel, consonant, vowel, vowel, consonant, l, l, vowel};
    return kDigits[c - U'0'];
  }
  return Sound::unknown;
}

}  // namespace

Particles::Particles(const DataSet& data) {
  const Table table(data, "ko/particles.tsv");
  std::vector<std::pair<std::string, std::uint32_t>> strings;
  for (const Table::Row& row : table.rows()) {
    const auto kind = base::from_text<ParticleKind>(row["kind"]);
    if (!kind) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
    constexpr std::pair<std::string_view, After> kAfter[] = {{"any", After::any},
                                                             {"consonant", After::consonant},
                                                             {"vowel", After::vowel},
                                                             {"consonant-not-l", After::consonant_not_l},
                                                             {"vowel-or-l", After::vowel_or_l}};
    std::optional<After> after;
    for (const auto& [name, value] : kAfter)
      if (name == row["after"]) after = value;
    if (!after) throw row.fault("unknown sound '" + std::string(row["after"]) + "' in column after");
    const std::string_view slot = row["slot"];
    if (slot.size() != 1 || slot[0] < '1' || slot[0] > '4') throw row.fault("slot must be 1, 2, 3 or 4");
    strings.emplace_back(row["text"], static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back({*after, static_cast<std::uint8_t>(slot[0] - '0'), *kind});
  }
  matcher_ = Matcher(std::move(strings));
}

bool Particles::agrees(After after, char32_t before) {
  const Sound sound = sound_of(before);
  if (sound == Sound::unknown) return true;
  switch (after) {
    case After::any:
      return true;
    case After::consonant:
      return sound != Sound::vowel;
    case After::vowel:
      return sound == Sound::vowel;
    case After::consonant_not_l:
      return sound == Sound::consonant;
    case After::vowel_or_l:
      return sound != Sound::consonant;
  }
  return false;
}

std::optional<Particle> Particles::chain(std::string_view text, std::uint32_t at, std::uint8_t slot) const {
  std::optional<Particle> best;
  const char32_t before = text::decode_before(text, at).code_point;
  matcher_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    const Row& row = rows_[id];
    // 에서, 로 and their kin take no subject or object particle: 여비서를 is no 여비 + 서 + 를.
    if (slot == kCaseSlot && (row.kind == ParticleKind::subject || row.kind == ParticleKind::object)) return;
    if (row.slot < slot || (row.slot == slot && slot != kLimitSlot) || !agrees(row.after, before)) return;
    if (end >= text.size() || !text::is_hangul_syllable(text::decode(text, end).code_point)) {
      if (!best || end >= best->end) best = Particle{end, row.kind, row.kind};
      return;
    }
    if (row.slot >= kLastSlot) return;
    if (const auto rest = chain(text, end, row.slot); rest && (!best || rest->end >= best->end))
      best = Particle{rest->end, row.kind, rest->last};
  });
  return best;
}

std::optional<Particle> Particles::after(std::string_view text, std::uint32_t at) const {
  if (at == 0 || at >= text.size()) return std::nullopt;
  return chain(text, at, 0);
}

bool Particles::noun_may_end(std::string_view text, std::uint32_t at) const {
  return at >= text.size() || !text::is_hangul_syllable(text::decode(text, at).code_point) ||
         after(text, at).has_value();
}

}  // namespace timeline::lexicon
