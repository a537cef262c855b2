#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/mention.hpp"
#include "resolve/profile.hpp"

namespace timeline::resolve {

/// Could one of these two be drawn into an event because of the other? True for every pair that cluster() looks at.
/// Whoever brings the mentions together must bring all that are connected by it.
[[nodiscard]] bool may_meet(const Mention& a, const Profile& pa, const Mention& b, const Profile& pb);

/// Which mentions tell one event: gives each mention the number of its event. In two articles, "엔비디아는 지난 15일
/// 네모트론3 나노를 출시했다" and "15일 엔비디아가 공개한 네모트론3 나노" are one event; two products of one day are
/// two.
///
/// Mentions are one event when they agree in type, in who does it, in what it is done to, and in date. What says less
/// (no object, a whole year, no date) joins what says more only where exactly one event fits; it never brings two
/// events together. The answer depends on the set of mentions alone, not on their order.
/// `pairs` are the indexes of mentions that share a block, each pair once with the smaller first.
[[nodiscard]] std::vector<std::uint32_t> cluster(std::span<const Mention> mentions, std::span<const Profile> profiles,
                                                 std::span<const std::pair<std::uint32_t, std::uint32_t>> pairs);

}  // namespace timeline::resolve
