#include "cli/when_text.hpp"

#include <cstdio>
#include <map>

#include "lexicon/data_set.hpp"
#include "lexicon/table.hpp"
#include "model/time_value.hpp"
#include "temporal/calendar.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

using model::Moment;

/// The label of `key` with `value` in place of {}. The table is small and read at first use only.
std::string labelled(const std::string& key, const std::string& value, Language language) {
  static const auto labels = [] {
    std::map<std::string, std::pair<std::string, std::string>, std::less<>> all;
    const lexicon::DataSet data = lexicon::DataSet::embedded();
    const lexicon::Table table(data, "labels.tsv");
    for (const auto& row : table.rows()) all.emplace(row["key"], std::pair(row["ko"], row["en"]));
    return all;
  }();
  const auto found = labels.find(key);
  if (found == labels.end()) return value;
  std::string text = language == Language::ko ? found->second.first : found->second.second;
  if (const std::size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, value);
  return text;
}

bool is_year_start(const Moment& m) {
  return m.month == 1 && m.day == 1;
}
bool is_year_end(const Moment& m) {
  return m.month == 12 && m.day == 31;
}
bool is_month_start(const Moment& m) {
  return m.day == 1;
}
bool is_month_end(const Moment& m) {
  return m.day == temporal::days_in_month(m.year, m.month);
}

std::string year(const Moment& m) {
  return model::to_iso({.year = m.year}).substr(0, m.year < 0 ? 5 : 4);
}
std::string month(const Moment& m) {
  return model::to_iso({.year = m.year, .month = m.month}).substr(0, m.year < 0 ? 8 : 7);
}

/// One bound of a range, as coarse as it is meant: "2025", "2025-07" or the day itself.
std::string bound(const Moment& m, bool first, const std::string& granularity) {
  if (granularity == "day" || granularity == "time") return model::to_iso(m);
  if (first ? is_year_start(m) : is_year_end(m)) return year(m);
  if (first ? is_month_start(m) : is_month_end(m)) return month(m);
  return model::to_iso(m);
}

/// The stated side of a range that is open on the other: as precise as its EDTF ("2026-01/..": 2026-01), where that is
/// a plain date and no season or quarter.
std::string open_side(std::string edtf, std::string_view open, const std::string& otherwise) {
  const std::size_t at = edtf.find(open);
  if (at == std::string::npos) return otherwise;
  edtf.erase(at, open.size());
  // January alone may be no more than the beginning of the year that was meant.
  if (edtf.size() == 7 && edtf.ends_with("-01") && otherwise.size() == 4) return otherwise;
  const bool is_plain = edtf.find_first_not_of("0123456789-") == std::string::npos &&
                        (edtf.size() == 4 || edtf.size() == 10 || (edtf.size() == 7 && edtf.substr(5) <= "12"));
  return is_plain ? edtf : otherwise;
}

/// "2026–2030", "2025-10-29–31", "2025-11 – 2026-02" without what the second bound repeats.
std::string range(const Moment& from, const Moment& to) {
  if (is_year_start(from) && is_year_end(to)) return from.year == to.year ? year(from) : year(from) + "–" + year(to);
  if (is_month_start(from) && is_month_end(to)) {
    if (from.year != to.year) return month(from) + "–" + month(to);
    return from.month == to.month ? month(from) : month(from) + "–" + month(to).substr(month(to).size() - 2);
  }
  const std::string first = model::to_iso(from), final = model::to_iso(to);
  if (first == final) return first;
  if (from.has_time() || to.has_time() || from.year != to.year) return first + "–" + final;
  return first + "–" + final.substr(from.month == to.month ? final.size() - 2 : final.size() - 5);
}

std::string with_time(const Moment& m) {
  std::string text = model::to_iso(m);
  if (const std::size_t at = text.find('T'); at != std::string::npos) text[at] = ' ';
  return text;
}

/// A whole unit of the calendar.
std::string unit(const Moment& from, const Moment& to, const std::string& granularity, Language language) {
  char buffer[32];
  const auto day = temporal::day_number(from);
  if (granularity == "time") {
    if (from == to) return with_time(from);
    const std::string end = with_time(to);
    return with_time(from) + "–" + (temporal::day_number(to) == day && end.size() > 11 ? end.substr(11) : end);
  }
  if (granularity == "week") {
    const temporal::IsoWeek week = temporal::iso_week(day);
    if (temporal::weekday(day) == 1 && temporal::day_number(to) == day + 6) {
      std::snprintf(buffer, sizeof buffer, "%04d-W%02d", week.year, week.week);
      return buffer;
    }
  }
  if (granularity == "quarter" && is_month_start(from) && is_month_end(to) && to.month - from.month == 2)
    return year(from) + "-Q" + std::to_string((from.month + 2) / 3);
  if (granularity == "half" && is_month_start(from) && is_month_end(to) && to.month - from.month == 5)
    return year(from) + "-H" + std::to_string(from.month < 7 ? 1 : 2);
  if (granularity == "season") {
    const char* names[] = {"spring", "summer", "autumn", "winter"};
    if (from.month % 3 == 0) return labelled(names[from.month / 3 - 1], year(from), language);
  }
  if (granularity == "decade") return labelled("decade", year(from), language);
  return range(from, to);
}

/// The unit that "start", "mid" or "end" is a part of.
std::string whole(const Moment& from, const Moment& to, const std::string& granularity, Language language) {
  const bool in_month = from.year == to.year && from.month == to.month;
  if (granularity == "decade") return labelled("decade", year({.year = from.year / 10 * 10}), language);
  if (granularity == "month" || (granularity != "year" && in_month && !is_month_start(from)) ||
      (in_month && !(is_month_start(from) && is_month_end(to))))
    return month(from);
  return from.year == to.year ? year(from) : range(from, to);
}

}  // namespace

Language language_of(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded c = text::decode(text, at);
    if (text::is_hangul_syllable(c.code_point)) return Language::ko;
    at += c.length;
  }
  return Language::en;
}

std::string span_text(const std::string& from, const std::string& to) {
  const auto day = [](const std::string& moment) { return model::parse_iso(moment.substr(0, moment.find('T'))); };
  const auto first = day(from), final = day(to);
  if (first && final) return range(*first, *final);
  return first ? bound(*first, true, "range") + "–" : final ? "–" + bound(*final, false, "range") : std::string();
}

std::string when_text(const query::When& when, Language language) {
  const auto from = model::parse_iso(when.from), to = model::parse_iso(when.to);
  if (!from && !to) return {};
  if (when.basis == "published" && to) return "≤" + bound(*to, false, "day");
  if (!to) return open_side(when.edtf, "/..", bound(*from, true, when.granularity)) + "–";
  if (!from) return "–" + open_side(when.edtf, "../", bound(*to, false, when.granularity));
  const std::string& modifier = when.modifier;
  if (modifier == "start" || modifier == "mid" || modifier == "end")
    return labelled(modifier, whole(*from, *to, when.granularity, language), language);
  const std::string text = unit(*from, *to, when.granularity, language);
  return modifier == "approximate" ? "~" + text : text;
}

}  // namespace timeline::cli
