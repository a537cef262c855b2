#include "resolve/profile.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "resolve/hash.hpp"
#include "resolve/letters.hpp"
#include "temporal/calendar.hpp"
#include "text/utf8.hpp"

namespace timeline::resolve {
namespace {

/// Publications closer than this may tell an event without saying when; half of the width of a block's window.
constexpr Day kWindow = 8;
/// Fewer pairs of letters ("9시께 숨진") are alike by chance.
constexpr std::size_t kFewPairs = 12;
/// Two tellings with half of their pairs in common share a band nine times in ten, two others of the day one time in
/// fifty. Stored in databases, so it must never change.
constexpr std::uint64_t kBands = 6;

template <typename Value>
void sort_unique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<std::uint32_t> letter_pairs(std::string_view text) {
  std::vector<std::uint32_t> pairs;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode(text, at);
    at += next.length;
    const char32_t c = letter(next.code_point);
    if (c == 0) continue;
    if (before != 0) pairs.push_back(static_cast<std::uint32_t>(combine(before, c)));
    before = c;
  }
  sort_unique(pairs);
  return pairs;
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded next = text::decode(text, at);
    if (text::is_hangul_syllable(next.code_point)) return true;
    at += next.length;
  }
  return false;
}

/// MinHash bands of two rows.
std::array<std::uint64_t, kBands> bands(std::span<const std::uint32_t> pairs) {
  std::array<std::uint64_t, kBands * 2> least;
  least.fill(~std::uint64_t{0});
  for (const std::uint32_t pair : pairs)
    for (std::uint64_t i = 0; i < least.size(); ++i) least[i] = std::min(least[i], mix(pair * (2 * mix(i) | 1)));
  std::array<std::uint64_t, kBands> found;
  for (std::uint64_t i = 0; i < kBands; ++i) found[i] = combine(combine(i, least[2 * i]), least[2 * i + 1]);
  return found;
}

std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t word = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const text::Decoded next = at < text.size() ? text::decode(text, at) : text::Decoded{0, 1};
    at += next.length;
    const char32_t c = letter(next.code_point);
    if (c != 0) {
      word = combine(word, c);
    } else if (word != 0) {
      words.push_back(word);
      word = 0;
    }
  }
  sort_unique(words);
  return words;
}

Day floor_divide(Day value, Day by) {
  return (value >= 0 ? value : value - by + 1) / by;
}

bool is_doer(model::ParticipantRole role) {
  return role == model::ParticipantRole::agent || role == model::ParticipantRole::counterpart;
}

bool is_object(model::ParticipantRole role) {
  return role == model::ParticipantRole::object || role == model::ParticipantRole::recipient;
}

}  // namespace

Day Profile::width() const {
  constexpr Day kOpen = 100'000;
  return from && to ? *to - *from : kOpen;
}

Profile profile(const Mention& mention) {
  Profile made;
  for (const Party& party : mention.parties) {
    if (party.role == model::ParticipantRole::source) continue;
    made.names.push_back(party.identity);
    made.local |= party.local;
    if (is_doer(party.role)) made.doers.push_back(party.identity);
    if (is_object(party.role)) made.objects.push_back(party.identity);
  }
  sort_unique(made.doers);
  sort_unique(made.objects);
  sort_unique(made.names);
  made.words = words_of(mention.object_text);
  made.title = letter_pairs(mention.title);
  made.telling = letter_pairs(mention.telling);
  if (made.telling.size() < kFewPairs) made.telling.clear();
  made.korean = has_hangul(mention.title);
  made.realis = mention.status == model::EventStatus::occurred || mention.status == model::EventStatus::ongoing;
  made.dated = mention.is_dated();
  if (made.dated) {
    if (mention.date->from) made.from = temporal::day_number(*mention.date->from);
    if (mention.date->to) made.to = temporal::day_number(*mention.date->to);
    const auto bound = [](const std::optional<Day>& day) {
      return day ? static_cast<std::uint64_t>(*day) + 1'000'000'000 : 0;
    };
    made.interval = combine(bound(made.from), bound(made.to));
  }
  return made;
}

std::vector<std::uint64_t> blocks(const Mention& mention, const Profile& profile) {
  enum Kind : std::uint64_t { same_date = 1, near_publication, same_object, same_telling };
  std::vector<std::uint64_t> found;
  const std::vector<std::uint64_t>& identifying = !profile.doers.empty() ? profile.doers : profile.names;
  const auto add = [&](std::uint64_t name) {
    const std::uint64_t base = combine(mention.type, name);
    if (profile.dated) found.push_back(combine(combine(base, same_date), profile.interval));
    if (mention.published)
      for (const Day shift : {0, kWindow / 2})
        found.push_back(combine(
            combine(base, near_publication),
            static_cast<std::uint64_t>(floor_divide(*mention.published + shift, kWindow)) * 2 + (shift ? 1 : 0)));
    else
      found.push_back(combine(combine(base, near_publication), mention.article));
    if (profile.dated)
      for (const std::uint64_t object : profile.objects) found.push_back(combine(combine(base, same_object), object));
  };
  for (const std::uint64_t name : identifying) add(name);
  // Without a name that other articles know only the same headline can bring two mentions together.
  if (identifying.empty() || profile.local) {
    std::uint64_t headline = 0;
    for (const std::uint32_t pair : profile.title) headline = combine(headline, pair);
    add(headline);
  }
  if (profile.dated && !profile.telling.empty()) {
    const std::uint64_t base = combine(combine(mention.type, same_telling), profile.interval);
    for (const std::uint64_t band : bands(profile.telling)) found.push_back(combine(base, band));
  }
  sort_unique(found);
  return found;
}

bool share(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

namespace {

template <typename Value>
std::size_t common(std::span<const Value> a, std::span<const Value> b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j])
      ++count, ++i, ++j;
    else
      a[i] < b[j] ? ++i : ++j;
  }
  return count;
}

}  // namespace

double overlap(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  if (a.empty() || b.empty()) return 0;
  return static_cast<double>(common(a, b)) / static_cast<double>(std::min(a.size(), b.size()));
}

double likeness(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  if (a.empty() || b.empty()) return 0;
  const std::size_t both = common(a, b);
  return static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
}

}  // namespace timeline::resolve
