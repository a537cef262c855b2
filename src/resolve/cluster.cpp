#include "resolve/cluster.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

namespace timeline::resolve {
namespace {

constexpr double kAlikeTitles = 0.5;
constexpr double kVeryAlikeTitles = 0.7;
constexpr double kSameWords = 0.6;
/// Read in news: from here up, two sentences of one day, type and cast tell one event; at 0.4 every fourth pair does
/// not.
constexpr double kAlikeTellings = 0.45;
/// Two papers of one day may disagree by this much on the day of an event: time zones, the evening before.
constexpr Day kNextDay = 1;
constexpr Day kNearPublication = 4;
/// Background is told for years; a whole month or year is taken for a day in it only within this many days.
constexpr Day kSameSeason = 60;

struct Pair {
  const Mention& a;
  const Profile& pa;
  const Mention& b;
  const Profile& pb;

  [[nodiscard]] bool same_article() const { return a.article == b.article; }
  [[nodiscard]] bool published_within(Day days) const {
    if (same_article()) return true;
    return a.published && b.published && std::abs(*a.published - *b.published) <= days;
  }
  [[nodiscard]] double titles() const { return likeness(pa.title, pb.title); }
  /// One does to something what the other does to something else.
  [[nodiscard]] bool objects_differ() const {
    if (!pa.objects.empty() && !pb.objects.empty()) return !share(pa.objects, pb.objects);
    if (!pa.words.empty() && !pb.words.empty()) return overlap(pa.words, pb.words) < kSameWords;
    return false;
  }
  [[nodiscard]] bool objects_agree() const {
    if (!pa.objects.empty() && !pb.objects.empty()) return share(pa.objects, pb.objects);
    return overlap(pa.words, pb.words) >= kSameWords;
  }
  /// They share a doer, and not each has one that the other lacks: "A, B와 회담" is not "A, C와 회담".
  [[nodiscard]] bool doers_agree() const {
    if (!pa.doers.empty() && !pb.doers.empty()) return overlap(pa.doers, pb.doers) == 1;
    return share(pa.names, pb.names);
  }
  [[nodiscard]] bool nameless() const {
    return (pa.names.empty() && pb.names.empty()) || (pa.local && pb.local && !same_article());
  }
  /// The same doer and the same object, or the same headline word for word.
  [[nodiscard]] bool strong() const {
    if (nameless()) return titles() >= 0.999;
    return doers_agree() && ((objects_agree() && !objects_differ()) || titles() >= kVeryAlikeTitles);
  }
  [[nodiscard]] bool same_date() const { return pa.dated && pb.dated && pa.interval == pb.interval; }
  /// Two papers tell it in much the same words, though one names who did it and the other says "통신", or neither does.
  [[nodiscard]] bool same_telling() const {
    if (!same_date() || same_article() || !published_within(kNearPublication) || pa.realis != pb.realis) return false;
    const bool known = !pa.local && !pb.local;
    if (known && !pa.doers.empty() && !pb.doers.empty() && overlap(pa.doers, pb.doers) < 1) return false;
    if (known && !pa.names.empty() && !pb.names.empty() && !share(pa.names, pb.names)) return false;
    if (!pa.objects.empty() && !pb.objects.empty() && !share(pa.objects, pb.objects)) return false;
    return likeness(pa.telling, pb.telling) >= kAlikeTellings;
  }
  [[nodiscard]] bool next_day() const {
    return pa.dated && pb.dated && pa.from && pb.from && pa.width() == 0 && pb.width() == 0 &&
           std::abs(*pa.from - *pb.from) <= kNextDay && !same_article() && published_within(0);
  }
  /// Told in Korean and in another language: 15일(현지시간) is Monday there and may be Tuesday here. The titles cannot
  /// be compared; the same doer, the same named object and the days that both state must do.
  [[nodiscard]] bool across_languages() const {
    return pa.korean != pb.korean && a.date_basis == model::DateBasis::stated &&
           b.date_basis == model::DateBasis::stated && pa.from && pb.from && pa.width() == 0 && pb.width() == 0 &&
           std::abs(*pa.from - *pb.from) <= kNextDay && !same_article() && published_within(kNextDay) && pa.realis &&
           pb.realis && !nameless() && share(pa.objects, pb.objects) && doers_agree();
  }
  /// One date lies inside the other, wider one.
  [[nodiscard]] bool nested() const {
    if (!pa.dated || !pb.dated || !pa.from || !pa.to || !pb.from || !pb.to || pa.interval == pb.interval) return false;
    return (*pa.from <= *pb.from && *pb.to <= *pa.to) || (*pb.from <= *pa.from && *pa.to <= *pb.to);
  }

  /// Two dated mentions of equal date that both say what was done to what.
  [[nodiscard]] bool joins_full() const {
    if (same_date())
      return strong() || same_telling() || (doers_agree() && !objects_differ() && titles() >= kAlikeTitles);
    if (across_languages()) return true;
    return next_day() && share(pa.objects, pb.objects) && doers_agree() && titles() >= kAlikeTitles;
  }
  /// The same day and doer, where at least one does not say what it was done to.
  [[nodiscard]] bool joins_weak() const {
    if (same_telling()) return true;
    if (!same_date() || objects_differ()) return false;
    if (nameless()) return strong();
    return doers_agree() &&
           (same_article() || titles() >= kAlikeTitles || (pa.doers == pb.doers && published_within(kNearPublication)));
  }
  [[nodiscard]] bool joins_nested() const { return nested() && strong() && published_within(kSameSeason); }
  /// One without date and one with: both told as facts or both not, at about the same time.
  [[nodiscard]] bool joins_undated() const {
    if (pa.dated == pb.dated || !published_within(kNearPublication) || pa.realis != pb.realis) return false;
    if (strong()) return true;
    return same_article() && doers_agree() && !objects_differ() && (!pa.has_object() || !pb.has_object());
  }
  [[nodiscard]] bool joins_undated_pair() const {
    if (pa.dated || pb.dated || !published_within(kNearPublication) || pa.realis != pb.realis) return false;
    return strong() || (same_article() && doers_agree() && !objects_differ() && titles() >= kAlikeTitles);
  }
  [[nodiscard]] bool joins_any() const {
    return joins_full() || joins_weak() || joins_nested() || joins_undated() || joins_undated_pair();
  }
};

class Components {
 public:
  explicit Components(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = root(a), b = root(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Lets everything that `leaves` selects join the one cluster that the pairs lead it to; what they lead to several
/// clusters, or to none, stays. All choices are made before the first union, so that no order shows. Gives the
/// mentions that were led nowhere.
template <typename Leads>
std::vector<bool> attach(Components& components, const Pairs& pairs, std::size_t count, Leads leads) {
  constexpr std::uint32_t kNone = 0xFFFFFFFF, kSeveral = 0xFFFFFFFE;
  std::vector<std::uint32_t> target(count, kNone);
  const auto offer = [&](std::uint32_t leaver, std::uint32_t host) {
    const std::uint32_t own = components.root(leaver), other = components.root(host);
    if (own == other) return;
    target[own] = target[own] == kNone || target[own] == other ? other : kSeveral;
  };
  for (const auto& [i, j] : pairs) {
    if (leads(i, j)) offer(i, j);
    if (leads(j, i)) offer(j, i);
  }
  std::vector<bool> free(count);
  for (std::uint32_t i = 0; i < count; ++i) free[i] = target[components.root(i)] == kNone;
  for (std::uint32_t i = 0; i < count; ++i)
    if (target[i] < kSeveral) components.unite(i, target[i]);
  return free;
}

}  // namespace

bool may_meet(const Mention& a, const Profile& pa, const Mention& b, const Profile& pb) {
  return a.type == b.type && Pair{a, pa, b, pb}.joins_any();
}

std::vector<std::uint32_t> cluster(std::span<const Mention> mentions, std::span<const Profile> profiles,
                                   std::span<const std::pair<std::uint32_t, std::uint32_t>> candidates) {
  const auto pair = [&](std::uint32_t i, std::uint32_t j) {
    return Pair{mentions[i], profiles[i], mentions[j], profiles[j]};
  };
  Pairs pairs;
  for (const auto& [i, j] : candidates)
    if (may_meet(mentions[i], profiles[i], mentions[j], profiles[j])) pairs.emplace_back(i, j);

  const std::size_t count = mentions.size();
  Components components(count);
  const auto full = [&](std::uint32_t i) { return profiles[i].dated && profiles[i].has_object(); };
  const auto weak = [&](std::uint32_t i) { return profiles[i].dated && !profiles[i].has_object(); };
  const auto dated = [&](std::uint32_t i) { return profiles[i].dated; };

  for (const auto& [i, j] : pairs)
    if (full(i) && full(j) && pair(i, j).joins_full()) components.unite(i, j);

  std::vector<bool> free = attach(components, pairs, count, [&](std::uint32_t i, std::uint32_t j) {
    return weak(i) && full(j) && pair(i, j).joins_weak();
  });
  for (const auto& [i, j] : pairs)
    if (weak(i) && weak(j) && free[i] && free[j] && pair(i, j).joins_weak()) components.unite(i, j);

  attach(components, pairs, count, [&](std::uint32_t i, std::uint32_t j) {
    return dated(i) && dated(j) && profiles[i].width() > profiles[j].width() && pair(i, j).joins_nested();
  });

  free = attach(components, pairs, count,
                [&](std::uint32_t i, std::uint32_t j) { return !dated(i) && dated(j) && pair(i, j).joins_undated(); });
  for (const auto& [i, j] : pairs)
    if (!dated(i) && !dated(j) && free[i] && free[j] && pair(i, j).joins_undated_pair()) components.unite(i, j);

  std::vector<std::uint32_t> events(count);
  for (std::uint32_t i = 0; i < count; ++i) events[i] = components.root(i);
  return events;
}

}  // namespace timeline::resolve
