#include "fact/interviews.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

/// Does a dash begin this sentence, as it does the questions of an interview?
bool is_question(const Passages& in, base::Span sentence) {
  sentence = in.trim(sentence);
  if (sentence.empty()) return false;
  const text::Decoded first = text::decode(in.text, sentence.begin);
  const char32_t c = first.code_point;
  if (c == 0x2014 || c == 0x2015 || c == 0x2500 || c == 0x2013) return true;
  return c == U'-' && in.text[sentence.end - 1] == '?';
}

}  // namespace

bool is_answer(const Passages& in, const Candidate& candidate) {
  constexpr std::uint32_t kQuestion = 3;  // sentences
  const base::Span before = in.trim({candidate.carrier.begin, candidate.passage.outer.begin});
  if (candidate.passage.depth > 0 || candidate.particle) return false;
  if (!before.empty()) {
    const char last = in.text[before.end - 1];
    return (last == '?' || last == '.') && is_question(in, before);
  }
  for (std::uint32_t back = 1; back <= kQuestion && back <= candidate.first_sentence; ++back) {
    const std::uint32_t sentence = candidate.first_sentence - back;
    if (is_question(in, in.sentence_span(sentence))) return true;
    if (in.covered(sentence)) return false;
  }
  return false;
}

void answer_interview(const Passages& in, const Speakers& who, std::vector<Speaker>& speakers) {
  std::map<std::string, std::pair<std::size_t, std::size_t>> quoted;  // by speaker: how often, and where first
  bool answers = false;
  for (std::size_t i = 0; i < in.candidates.size(); ++i) {
    answers = answers || in.candidates[i].answer;
    const Speaker& speaker = speakers[i];
    if (!in.candidates[i].speech || in.candidates[i].answer || !speaker.known() || !who.is_somebody(speaker)) continue;
    ++quoted.try_emplace(speaker.entity ? std::to_string(*speaker.entity) : std::string(speaker.text.of(in.text)), 0, i)
          .first->second.first;
  }
  if (!answers || quoted.empty()) return;
  const auto most = std::max_element(quoted.begin(), quoted.end(), [](const auto& a, const auto& b) {
    return std::pair(a.second.first, b.second.second) < std::pair(b.second.first, a.second.second);
  });
  for (std::size_t i = 0; i < in.candidates.size(); ++i)
    if (in.candidates[i].answer) speakers[i] = speakers[most->second.second];
}

}  // namespace timeline::fact
