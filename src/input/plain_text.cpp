#include "input/plain_text.hpp"

#include <algorithm>
#include <vector>

#include "input/dateline.hpp"
#include "text/utf8.hpp"

namespace timeline::input {
namespace {

constexpr std::size_t kHeadLines = 30;
constexpr std::size_t kHead = 2000;      // bytes in which an outlet names itself
constexpr std::size_t kParagraph = 260;  // bytes; longer lines are the article, not its headline

struct Line {
  std::string_view words;
  std::uint32_t begin;
  std::uint32_t end;
};

std::string_view trim(std::string_view words) {
  const std::size_t from = words.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  return words.substr(from, words.find_last_not_of(" \t") - from + 1);
}

std::vector<Line> head_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t from = 0; from < text.size() && lines.size() < kHeadLines;) {
    std::size_t to = text.find('\n', from);
    if (to == std::string_view::npos) to = text.size();
    const std::string_view words = trim(text.substr(from, to - from));
    if (!words.empty()) lines.push_back({words, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
    from = to + 1;
  }
  return lines;
}

/// How much a line looks like the headline; negative: it is none.
int headline_score(std::string_view words) {
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < words.size(); ++characters) {
    const text::Decoded c = text::decode(words, at);
    letters += text::is_latin(c.code_point) || text::is_hangul_syllable(c.code_point) || text::is_han(c.code_point);
    digits += text::is_digit(c.code_point);
    at += c.length;
  }
  if (characters < 8 || characters > 110 || letters < 5 || digits > letters) return -1;
  int score = 3;
  const auto has = [&](std::string_view part) { return words.find(part) != std::string_view::npos; };
  if (has("http://") || has("https://") || has("www.") || has("@")) return -1;
  if (has("\u00A9") || has("\u24D2")) return -1;
  if (has("|") || has(" > ") || has(" :: ")) score -= 3;
  if (has("\u2026") || has(",") || has("\u2018") || has("\u201C") || has("'") || has("\"") || has("?")) ++score;
  if (words.back() == '.' && !words.ends_with("..")) score -= 3;
  if (words.back() == ':') score -= 2;
  // A sentence goes on behind a full stop: a caption with its credit, the article itself.
  for (std::size_t stop = words.find(". "); stop != std::string_view::npos; stop = words.find(". ", stop + 1))
    if (stop > 3 && text::is_hangul_syllable(text::decode_before(words, stop).code_point)) score -= 3;
  if (characters > 60 && words.find(' ') != std::string_view::npos && words.ends_with("\uB2E4")) score -= 3;
  return score;
}

void find_title(model::Article& article, const Dateline& dateline, const Rules& rules) {
  const std::vector<Line> lines = head_lines(article.body);
  int best = 0;
  std::string_view title;
  bool past_dateline = false;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    const Line& line = lines[n];
    if (past_dateline && best >= 3) break;
    std::string_view words = line.words;
    const bool dated = dateline.published && dateline.line.begin == line.begin;
    if (dated) {
      // " date 2025-12-22 메타 개발자 도구 …": the headline is what is left beside the stamp.
      const std::string_view before =
          trim(std::string_view(article.body).substr(line.begin, dateline.words.begin - line.begin));
      const std::string_view after =
          trim(std::string_view(article.body).substr(dateline.words.end, line.end - dateline.words.end));
      words = before.size() > after.size() ? before : after;
    }
    if (line.words.size() > kParagraph) break;
    int score = headline_score(words);
    if (score > 0 && rules.masthead.is_outlet(words)) score -= 3;
    if (score > 0 && !rules.bylines.find(words).empty()) score = 0;  // the reporter's line
    if (score > 0) {
      if (dated) score -= 1;
      if (text::count_characters(words) < 16) score -= 1;
      // Saved pages give the headline twice: as the page's title and above the article.
      for (std::size_t other = 0; other < lines.size(); ++other)
        if (other != n && words.size() >= 24 && lines[other].words.find(words) != std::string_view::npos) {
          score += 3;
          break;
        }
      if (n == 0) ++score;
      // Right above the dateline, at most a counter, an outlet and a name between.
      for (std::size_t next = n + 1; !dated && next < lines.size() && next <= n + 3; ++next)
        if (dateline.published && lines[next].begin == dateline.line.begin) score += 3;
      if (score > best) {
        best = score;
        title = words;
      }
    }
    if (dated) past_dateline = true;
  }
  article.title = title;
}

}  // namespace

std::string_view language_of(std::string_view text) {
  text = text.substr(0, 20'000);
  std::size_t hangul = 0;
  std::size_t latin = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    hangul += byte >= 0xEA && byte <= 0xED;  // lead bytes of U+A000..U+DFFF, nearly all of it Hangul
    latin += text::is_latin(byte);
  }
  return hangul * 4 >= latin && hangul > 0 ? "ko" : "en";
}

std::optional<int> home_offset(std::string_view language, std::string_view url) {
  constexpr int kKorea = 9 * 60;
  if (language == "ko") return kKorea;
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.substr(0, url.find_first_of("/?#:")).ends_with(".kr")) return kKorea;
  return std::nullopt;
}

namespace {

/// Not before the publication; by the day where one of them has no clock.
bool is_update(model::Moment updated, model::Moment published) {
  if (!updated.has_time() || !published.has_time())
    for (model::Moment* moment : {&updated, &published}) moment->hour = moment->minute = moment->second = -1;
  return updated >= published;
}

}  // namespace

void complete(model::Article& article, const Rules& rules) {
  article.language = language_of(article.body.empty() ? article.title : article.body);
  const std::optional<int> home = home_offset(article.language, article.uri);
  if (!article.published) {
    const Dateline dateline = find_dateline(article.body, rules.timestamps);
    if (dateline.published) {
      article.published = in_zone(*dateline.published, home);
      article.published_basis = model::PublishedBasis::text;
    }
    if (dateline.updated && !article.updated) article.updated = in_zone(*dateline.updated, home);
  }
  // "최종수정일" of the site below the article is older than the article: no update of it.
  if (article.updated && article.published && !is_update(*article.updated, *article.published)) article.updated.reset();
  if (article.byline.empty()) article.byline = rules.bylines.find(article.body);
  if (!article.outlet.empty()) {
    // Crawlers write an address or a portal's number for the name.
    std::string_view known = rules.outlets.of_name(article.outlet);
    const bool nickname =
        std::all_of(article.outlet.begin(), article.outlet.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (known.empty() && nickname) known = rules.outlets.of_url(article.uri);  // "chosun"
    if (!known.empty()) article.outlet = known;
  } else {
    article.outlet = rules.outlets.of_url(article.uri);
    if (article.outlet.empty()) article.outlet = rules.outlets.in_text(article.body, article.language);
  }
  if (article.outlet.empty() || article.byline.empty()) {
    const MastheadReader::Masthead masthead =
        rules.masthead.read(std::string_view(article.body).substr(0, kHead), article.title);
    if (article.outlet.empty()) article.outlet = masthead.outlet;
    if (article.byline.empty()) article.byline = masthead.author;
  }
}

model::Article read_plain_text(std::string body, const Rules& rules) {
  model::Article article;
  article.body = std::move(body);
  const Dateline dateline = find_dateline(article.body, rules.timestamps);
  find_title(article, dateline, rules);
  article.title_in_body = !article.title.empty();
  complete(article, rules);
  return article;
}

}  // namespace timeline::input
