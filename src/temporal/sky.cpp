#include "temporal/sky.hpp"

#include <cmath>
#include <numbers>

namespace timeline::temporal {
namespace {

constexpr double kRadians = std::numbers::pi / 180.0;
constexpr double kDaysPerCentury = 36525.0;

double turn(double degrees) {
  return degrees - 360.0 * std::floor(degrees / 360.0);
}

/// One periodic term of the moon's longitude: how often each angle stands in it, and its size in millionths of a
/// degree.
struct Term {
  int elongation, sun, moon, node;
  int size;
};

// The largest terms of the lunar theory (after Meeus, Astronomical Algorithms, chapter 47).
constexpr Term kTerms[] = {
    {0, 0, 1, 0, 6288774}, {2, 0, -1, 0, 1274027}, {2, 0, 0, 0, 658314},  {0, 0, 2, 0, 213618}, {0, 1, 0, 0, -185116},
    {0, 0, 0, 2, -114332}, {2, 0, -2, 0, 58793},   {2, -1, -1, 0, 57066}, {2, 0, 1, 0, 53322},  {2, -1, 0, 0, 45758},
    {0, 1, -1, 0, -40923}, {1, 0, 0, 0, -34720},   {0, 1, 1, 0, -30383},  {2, 0, 0, -2, 15327}, {0, 0, 1, 2, -12528},
    {0, 0, 1, -2, 10980},  {4, 0, -1, 0, 10675},   {0, 0, 3, 0, 10034},   {4, 0, -2, 0, 8548},  {2, 1, -1, 0, -7888},
    {2, 1, 0, 0, -6766},   {1, 0, -1, 0, -5163},   {1, 1, 0, 0, 4987},    {2, -1, 1, 0, 4036},
};

}  // namespace

double sun_longitude(double days) {
  const double centuries = days / kDaysPerCentury;
  const double mean = 280.46646 + 36000.76983 * centuries + 0.0003032 * centuries * centuries;
  const double anomaly = (357.52911 + 35999.05029 * centuries - 0.0001537 * centuries * centuries) * kRadians;
  const double centre = (1.914602 - 0.004817 * centuries) * std::sin(anomaly) +
                        (0.019993 - 0.000101 * centuries) * std::sin(2 * anomaly) + 0.000289 * std::sin(3 * anomaly);
  const double node = (125.04 - 1934.136 * centuries) * kRadians;
  // What Venus, Jupiter and the moon do to it; angles count from 1900.
  const double since1900 = (days + kDaysPerCentury) / kDaysPerCentury;
  const auto angle = [&](double start, double speed) { return (start + speed * since1900) * kRadians; };
  const double pull = 0.00134 * std::cos(angle(153.23, 22518.7541)) + 0.00154 * std::cos(angle(216.57, 45037.5082)) +
                      0.00200 * std::cos(angle(312.69, 32964.3577)) + 0.00179 * std::sin(angle(350.74, 445267.1142)) +
                      0.00178 * std::sin(angle(231.19, 20.20));
  return turn(mean + centre + pull - 0.00569 - 0.00478 * std::sin(node));
}

double moon_longitude(double days) {
  const double centuries = days / kDaysPerCentury;
  const double elongation = (297.8501921 + 445267.1114034 * centuries) * kRadians;
  const double sun = (357.5291092 + 35999.0502909 * centuries) * kRadians;
  const double moon = (134.9633964 + 477198.8675055 * centuries) * kRadians;
  const double node = (93.2720950 + 483202.0175233 * centuries) * kRadians;
  double sum = 0;
  for (const Term& term : kTerms)
    sum += term.size * std::sin(term.elongation * elongation + term.sun * sun + term.moon * moon + term.node * node);
  return turn(218.3164477 + 481267.88123421 * centuries + sum / 1e6);
}

}  // namespace timeline::temporal
