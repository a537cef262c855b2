#include "cli/period_reader.hpp"

#include <ctime>

#include "cli/rules.hpp"
#include "cli/when_text.hpp"
#include "model/extraction.hpp"
#include "temporal/tagger.hpp"
#include "text/normalize.hpp"

namespace timeline::cli {
namespace {

/// Particles and spaces may stand beside the words that name a time ("지난달에", "in October 2025").
constexpr std::size_t kMostOtherBytes = 7;

[[noreturn]] void refuse(const std::string& option, const std::string& text) {
  throw base::Error(
      base::ExitStatus::usage, option + ": '" + text + "' names no date",
      "write 2025-10-31, 2025-10, 2025-W08, \"2025 Q4\", 2025-07/2025-09, or words such as \"last month\"");
}

std::string day_of(const std::optional<model::Moment>& moment) {
  return moment ? model::to_iso(*moment).substr(0, model::to_iso(*moment).find('T')) : std::string();
}

}  // namespace

model::Moment today(const std::string& option) {
  if (!option.empty()) {
    const auto given = model::parse_iso(option);
    if (!given) throw base::Error(base::ExitStatus::usage, "--today: '" + option + "' is no date", "write 2025-10-31");
    return *given;
  }
  const std::time_t clock = std::time(nullptr);
  std::tm local{};
  localtime_r(&clock, &local);
  return {.year = local.tm_year + 1900,
          .month = static_cast<std::int8_t>(local.tm_mon + 1),
          .day = static_cast<std::int8_t>(local.tm_mday)};
}

query::Period read_period(const Context& context, const std::string& option, const std::string& text,
                          const model::Moment& now) {
  if (const auto period = query::parse_period(text)) return *period;
  const lexicon::DataSet data = data_set(context);
  const temporal::Tagger tagger(data);
  model::Article article;
  article.body = text::normalize(text);
  article.language = language_of(article.body) == Language::ko ? "ko" : "en";
  article.published = now;
  article.published_basis = model::PublishedBasis::option;
  model::Extraction extraction;
  extraction.sentences.push_back({.span = {0, static_cast<std::uint32_t>(article.body.size())}});
  tagger.tag(article, extraction);
  if (extraction.times.size() != 1 || !extraction.times.front().value.is_dated()) refuse(option, text);
  const model::TimeExpression& time = extraction.times.front();
  if (article.body.size() - (time.span.end - time.span.begin) > kMostOtherBytes) refuse(option, text);
  return {.from = day_of(time.value.from), .to = day_of(time.value.to)};
}

}  // namespace timeline::cli
