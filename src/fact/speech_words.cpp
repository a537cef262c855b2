#include "fact/speech_words.hpp"

#include <array>
#include <string>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using Strings = std::vector<std::pair<std::string, std::uint32_t>>;

/// Rows of a table with columns text and kind, kinds numbered as in `kinds`.
template <std::size_t N>
Strings rows_of(const lexicon::DataSet& data, std::string_view path, const std::array<std::string_view, N>& kinds) {
  const lexicon::Table table(data, path);
  Strings strings;
  for (const auto& row : table.rows()) {
    std::uint32_t kind = 0;
    while (kind < N && kinds[kind] != row["kind"]) ++kind;
    if (kind == N) throw row.fault("unknown kind '" + std::string(row["kind"]) + "'");
    strings.emplace_back(row["text"], kind);
  }
  return strings;
}
template <std::size_t N>
lexicon::Matcher read(const lexicon::DataSet& data, std::string_view path,
                      const std::array<std::string_view, N>& kinds) {
  return lexicon::Matcher(rows_of(data, path, kinds));
}

constexpr std::array<std::string_view, 16> kWords{"verb",    "naming", "stance", "question", "voice", "adverb",
                                                  "pronoun", "marker", "role",   "unnamed",  "body",  "list",
                                                  "about",   "hear",   "that",   "sign"};
constexpr std::array<std::string_view, 7> kEndings{"final",     "nominal", "adnominal", "connective",
                                                   "adverbial", "whole",   "alone"};
constexpr std::array<std::string_view, 2> kParticles{"quote", "adnominal"};
constexpr int kLongestEnding = 8;  // characters

/// The words of the table, and titles that stand behind names as roles.
lexicon::Matcher words_of(const lexicon::DataSet& data) {
  Strings strings = rows_of(data, "ko/speech_words.tsv", kWords);
  const lexicon::Table titles(data, "ko/titles.tsv");
  for (const auto& row : titles.rows())
    if (row["weight"] == "strong" && (row["use"] == "after" || row["use"] == "both"))
      strings.emplace_back(row["title"], static_cast<std::uint32_t>(SpeechWord::role));
  return lexicon::Matcher(std::move(strings));
}

lexicon::Matcher surnames_of(const lexicon::DataSet& data) {
  Strings strings;
  const lexicon::Table table(data, "ko/name_surnames.tsv");
  for (const auto& row : table.rows()) strings.emplace_back(row["surname"], 0);
  return lexicon::Matcher(std::move(strings));
}

bool hangul_at(std::string_view text, std::uint32_t at) {
  return at < text.size() && text::is_hangul_syllable(text::decode(text, at).code_point);
}

}  // namespace

SpeechWords::SpeechWords(const lexicon::DataSet& data)
    : particles_(read(data, "ko/speech_particles.tsv", kParticles)),
      endings_(read(data, "ko/speech_endings.tsv", kEndings)),
      words_(words_of(data)),
      surnames_(surnames_of(data)),
      verbs_(data) {}

std::optional<std::pair<QuoteParticle, std::uint32_t>> SpeechWords::particle(std::string_view text,
                                                                             std::uint32_t at) const {
  std::optional<std::pair<QuoteParticle, std::uint32_t>> found;
  particles_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t kind) {
    if (!hangul_at(text, end)) found = {static_cast<QuoteParticle>(kind), end};
  });
  return found;
}

bool SpeechWords::ends(Ending ending, std::string_view text, base::Span span) const {
  bool found = false;
  std::uint32_t at = span.end;
  for (int i = 0; i < kLongestEnding && at > span.begin && !found; ++i) {
    at -= text::decode_before(text, at).length;
    if (i == 0 && at <= span.begin && ending == Ending::adnominal) break;  // 한 주민
    endings_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t kind) {
      found = found ||
              (end == span.end &&
               (kind == static_cast<std::uint32_t>(ending) ||
                (ending == Ending::whole && at == span.begin && kind == static_cast<std::uint32_t>(Ending::alone))));
    });
  }
  return found;
}

bool SpeechWords::is(SpeechWord kind, std::string_view text, base::Span span) const {
  bool found = false;
  words_.at(text, span.begin, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    found = found || (end == span.end && id == static_cast<std::uint32_t>(kind));
  });
  return found;
}

bool SpeechWords::ends_with(SpeechWord kind, std::string_view text, base::Span span) const {
  // 추측, 관측 are nobody's side (측).
  const std::size_t blank = span.of(text).rfind(' ');
  const base::Span last{
      blank == std::string_view::npos ? span.begin : span.begin + static_cast<std::uint32_t>(blank) + 1, span.end};
  if ((kind == SpeechWord::role || kind == SpeechWord::unnamed) && is(SpeechWord::voice, text, last)) return false;
  std::uint32_t at = span.end;
  for (int i = 0; i < kLongestEnding && at > span.begin; ++i) {
    at -= text::decode_before(text, at).length;
    if (is(kind, text, {at, span.end})) return true;
  }
  return false;
}

std::optional<std::uint32_t> SpeechWords::starts(SpeechWord kind, std::string_view text, std::uint32_t at) const {
  std::optional<std::uint32_t> found;
  words_.at(text, at, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    if (id == static_cast<std::uint32_t>(kind)) found = end;
  });
  return found;
}

bool SpeechWords::looks_like_name(std::string_view text, base::Span span) const {
  constexpr std::uint32_t kName = 9;  // bytes: three syllables
  if (span.size() != kName) return false;
  for (std::uint32_t at = span.begin; at < span.end; at += 3)
    if (!hangul_at(text, at)) return false;
  return surnames_.longest(text, span.begin).first != lexicon::Matcher::kNone;
}

std::optional<base::Span> SpeechWords::first(SpeechWord kind, std::string_view text, base::Span span) const {
  bool start = true;
  for (std::uint32_t at = span.begin; at < span.end;) {
    const text::Decoded c = text::decode(text, at);
    if (start)
      if (const auto end = starts(kind, text, at); end && *end <= span.end) return base::Span{at, *end};
    start = !text::is_hangul_syllable(c.code_point) && !text::is_latin(c.code_point) && !text::is_digit(c.code_point);
    at += c.length;
  }
  return std::nullopt;
}

}  // namespace timeline::fact
