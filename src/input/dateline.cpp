#include "input/dateline.hpp"

#include <algorithm>
#include <vector>

#include "text/utf8.hpp"

namespace timeline::input {
namespace {

constexpr std::size_t kHeadLines = 40;
constexpr std::size_t kTailLines = 12;
constexpr std::size_t kShort = 120;      // bytes that may stand beside a stamp on a line of its own
constexpr std::size_t kParagraph = 400;  // a line this long is a paragraph: the article has begun
constexpr std::size_t kSentence = 100;   // so has it at a sentence of this many bytes
constexpr std::size_t kEdge = 600;       // bytes at either end in which a labelled stamp may stand inside a long line

struct Candidate {
  LabelledStamp found;
  base::Span line;
  int score;
};

std::vector<base::Span> lines_of(std::string_view text) {
  std::vector<base::Span> lines;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = text.find('\n', from);
    if (to == std::string_view::npos) to = text.size();
    const std::string_view line = text.substr(from, to - from);
    if (line.find_first_not_of(" \t") != std::string_view::npos)
      lines.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    from = to + 1;
  }
  return lines;
}

bool has_year(std::string_view line) {
  for (std::size_t i = 0; i + 4 <= line.size(); ++i)
    if ((line[i] == '2' && line[i + 1] == '0') || (line[i] == '1' && line[i + 1] == '9'))
      if (text::is_digit(static_cast<unsigned char>(line[i + 2])) &&
          text::is_digit(static_cast<unsigned char>(line[i + 3])))
        return true;
  return false;
}

bool ends_like_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '"' || line.back() == '\t')) line.remove_suffix(1);
  return !line.empty() && line.back() == '.' && line.size() > 1 &&
         !text::is_digit(static_cast<unsigned char>(line[line.size() - 2]));
}

}  // namespace

Dateline find_dateline(std::string_view text, const TimestampReader& reader) {
  const std::vector<base::Span> lines = lines_of(text);
  std::vector<Candidate> published;
  std::vector<Candidate> updated;
  bool article_begun = false;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const base::Span line = lines[n];
    const std::string_view words = line.of(text);
    const bool head = n < kHeadLines;
    const bool tail = n + kTailLines >= lines.size();
    if (!head && !tail) continue;
    if (has_year(words)) {
      // A crawler's single line is read only at its two ends, where the outlet's own words stand.
      std::vector<LabelledStamp> stamps;
      if (words.size() <= 4 * kEdge) {
        stamps = reader.scan(words);
      } else {
        std::size_t cut = kEdge;
        while (!text::is_boundary(words, cut)) ++cut;
        stamps = reader.scan(words.substr(0, cut));
        cut = words.size() - kEdge;
        while (!text::is_boundary(words, cut)) ++cut;
        for (LabelledStamp stamp : reader.scan(words.substr(cut))) {
          for (base::Span* span : {&stamp.words, &stamp.stamp.span}) {
            span->begin += static_cast<std::uint32_t>(cut);
            span->end += static_cast<std::uint32_t>(cut);
          }
          stamps.push_back(stamp);
        }
      }
      std::size_t covered = 0;
      for (const LabelledStamp& stamp : stamps) covered += stamp.words.size();
      const std::size_t rest = words.size() - std::min(covered, words.size());
      for (const LabelledStamp& stamp : stamps) {
        const bool first = words.find_first_not_of(" \t([|") >= stamp.words.begin;
        const bool edge = stamp.words.begin < kEdge || stamp.words.end + kEdge / 2 > words.size();
        int score = 0;
        if (stamp.role != StampRole::none) {
          // In running text ("특허 등록 2024. 3. 5.") a label is only believed at the edges and with a clock beside it.
          if (rest <= kShort || first)
            score = 6;
          else if (edge && stamp.stamp.moment.has_time())
            score = 5;
        } else if (!article_begun && stamps.size() == 1 && !ends_like_sentence(words)) {
          if (stamp.stamp.moment.has_time() && rest <= kShort)
            score = 4;
          else if (rest <= 12)
            score = 2;
        }
        if (score == 0) continue;
        score += head ? 1 : 0;
        score += stamp.stamp.moment.has_time() ? 1 : 0;
        Candidate candidate{stamp, line, score};
        candidate.found.words.begin += line.begin;
        candidate.found.words.end += line.begin;
        (stamp.role == StampRole::updated ? updated : published).push_back(candidate);
      }
    }
    if (words.size() >= kParagraph || (words.size() >= kSentence && ends_like_sentence(words))) article_begun = true;
  }
  Dateline dateline;
  const auto better = [](const Candidate& a, const Candidate& b) { return a.score < b.score; };
  if (const auto best = std::max_element(published.begin(), published.end(), better); best != published.end()) {
    // Several bare days on lines of their own are a chronicle, not a dateline.
    const bool contradicted =
        best->score <= 3 && std::any_of(published.begin(), published.end(), [&](const Candidate& other) {
          return other.found.stamp.moment != best->found.stamp.moment;
        });
    if (!contradicted) {
      dateline.published = best->found.stamp;
      dateline.line = best->line;
      dateline.words = best->found.words;
    }
  }
  if (const auto best = std::max_element(updated.begin(), updated.end(), better); best != updated.end())
    if (!dateline.published || best->found.stamp.moment >= dateline.published->moment)
      dateline.updated = best->found.stamp;
  return dateline;
}

}  // namespace timeline::input
