#pragma once

namespace timeline::temporal {

/// Days of dynamical time from 1970-01-01 to noon of 2000-01-01, from which the positions below count.
inline constexpr double kJ2000 = 10957.5;
/// Dynamical time is ahead of the clock by about this part of a day (69 seconds in our time).
inline constexpr double kDynamicalTime = 69.0 / 86400.0;

/// Apparent longitude of the sun in degrees, good to some 0.002° (three minutes), for days of dynamical time since
/// J2000.0.
[[nodiscard]] double sun_longitude(double days);

/// Longitude of the moon in degrees, good to some 0.03° (four minutes of its way past the sun).
[[nodiscard]] double moon_longitude(double days);

}  // namespace timeline::temporal
