#pragma once

#include <optional>

#include "temporal/calendar.hpp"

namespace timeline::temporal {

/// A feast of the Hindu lunisolar calendar in Gregorian `year`: the day on which lunar day `tithi` (1-15 while the moon
/// grows, 16-30 while it wanes) of `month` (1 Chaitra … 12 Phalguna, counted from new moon to new moon) prevails at
/// `hour` of Indian time: at sunrise (6), noon, evening or midnight (24), as each feast wants it. Leap months are
/// passed over.
[[nodiscard]] std::optional<DayNumber> hindu_day(int year, int month, int tithi, int hour);

/// The Indian day on which the sun enters a sign of the sidereal zodiac (0 Mesha … 9 Makara); after sunset it counts as
/// the next day.
[[nodiscard]] DayNumber sun_in_sign(int year, int sign);

}  // namespace timeline::temporal
