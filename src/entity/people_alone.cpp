#include "entity/hangul.hpp"
#include "entity/people.hpp"
#include "text/utf8.hpp"

// People by their names alone: a Korean name without doubt, a place in a list.
namespace timeline::entity {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

}  // namespace

void People::by_itself(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  const std::string_view whole = line.of(word);
  if (whole.size() < 3 * kSyllable || word.title != nullptr || line.mention_in({word.begin, word.end}) != nullptr)
    return;
  const auto end = static_cast<std::uint32_t>(word.begin + 3 * kSyllable);
  if (!text::is_hangul(whole.substr(0, 3 * kSyllable)) || !names_.stands_alone(whole.substr(0, 3 * kSyllable))) return;
  // 차두현 수석연구위원, 김지훈도: such syllables in a row make no other word, whatever stands behind them.
  const bool bare = names_.stands_bare(whole.substr(0, 3 * kSyllable));
  if (bare && end == word.end) {
    add(page, line, {word.begin, end}, {}, persons);
    return;
  }
  const auto particle = cues_.particles().after(line.text, end);
  if (!particle || particle->end != word.end || names_.is_stopword(whole)) return;
  switch (particle->kind) {
    case ParticleKind::topic:
    case ParticleKind::subject:
    case ParticleKind::object:
    case ParticleKind::genitive:
    case ParticleKind::dative:
    case ParticleKind::with:
      add(page, line, {word.begin, end}, {}, persons);
      return;
    default:
      if (bare) add(page, line, {word.begin, end}, {}, persons);
      return;
  }
}

void People::by_body(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  const base::Span span{word.begin, word.end};
  if (span.size() != 3 * kSyllable || index + 1 >= line.words.size() || !line.words[index + 1].spaced ||
      line.mention_in(span) != nullptr || names_.korean(line.of(word)) < Likelihood::likely)
    return;
  const Word& next = line.words[index + 1];
  const Mention* body = line.mention_in({next.begin, next.end});
  if (body == nullptr || body->span.begin != next.begin) return;
  const EntityKind kind = page.entity(body->entity).kind;
  if (kind != EntityKind::company && kind != EntityKind::organization) return;
  std::uint32_t at = body->span.end;
  if (at < line.span.end && line.text[at] == '(') {
    const std::size_t close = line.text.find(')', at);
    if (close == std::string_view::npos) return;
    at = static_cast<std::uint32_t>(close + 1);
  }
  const char32_t after = at < line.span.end ? text::decode(line.text, at).code_point : U'\n';
  if (after == 0x00B7 || after == 0x318D || after == 0x2027) add(page, line, span, {}, persons);
}

void People::by_list(Page& page, Line& line, Persons& persons) const {
  const auto listed = [&](const Word& left, const Word& right) {
    const std::string_view gap = line.text.substr(left.end, right.begin - left.end);
    return gap == ", " || gap == "·" || gap == "," || gap == "‧" || gap == "ㆍ";
  };
  // 진갑용과 정병곤의
  const auto paired = [&](const Word& left, const Word& right) {
    const auto particle = cues_.particles().after(line.text, stem_end(line, left));
    return right.spaced && particle && particle->end == left.end && particle->kind == ParticleKind::with;
  };
  const auto is_person = [&](const Word& word) {
    const Mention* mention = line.mention_in({word.begin, word.end});
    return mention != nullptr && page.entity(mention->entity).kind == EntityKind::person;
  };
  const auto take = [&](const Word& word, std::uint32_t end, Likelihood least) {
    const base::Span span{word.begin, end};
    if (is_title(line, word)) return;  // 사법연수원 부원장, …
    if (span.size() >= 3 * kSyllable && line.mention_in(span) == nullptr && names_.korean(span.of(line.text)) >= least)
      add(page, line, span, {}, persons);
  };
  by_courtesy_list(page, line, persons);
  for (std::size_t i = line.words.size(); i-- > 1;) {
    const Word& left = line.words[i - 1];
    if (!is_person(line.words[i])) continue;
    if (listed(left, line.words[i])) take(left, left.end, Likelihood::possible);
    if (paired(left, line.words[i])) take(left, stem_end(line, left), Likelihood::likely);
    // 한국당 이원태, 민주당 한영호 의원: the second has his body before him.
    const Mention* body = line.mention_in({left.begin, left.end});
    if (body == nullptr || body->span.end != left.end || !line.words[i].spaced ||
        page.entity(body->entity).kind != EntityKind::organization)
      continue;
    const std::size_t first = line.word_from(body->span.begin);
    if (first > 0 && listed(line.words[first - 1], line.words[first]))
      take(line.words[first - 1], line.words[first - 1].end, Likelihood::likely);
  }
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i) {
    const Word& right = line.words[i + 1];
    if (!is_person(line.words[i])) continue;
    if (listed(line.words[i], right)) take(right, stem_end(line, right), Likelihood::possible);
    if (paired(line.words[i], right)) take(right, stem_end(line, right), Likelihood::likely);
  }
}

void People::by_courtesy_list(Page& page, Line& line, Persons& persons) const {
  // 하늘, 바다, 가온 씨가: 씨 is said of all of them.
  for (std::size_t i = 1; i < line.words.size(); ++i) {
    const Word& last = line.words[i];
    const Word* const next = i + 1 < line.words.size() && line.words[i + 1].spaced ? &line.words[i + 1] : nullptr;
    const Title* const title = last.title != nullptr ? last.title : next != nullptr ? next->title : nullptr;
    const Mention* mention = line.mention_in({last.begin, last.end});
    if (title == nullptr || !title->courtesy || mention == nullptr || mention->span.begin != last.begin ||
        page.entity(mention->entity).kind != EntityKind::person || page.entity(mention->entity).local)
      continue;
    const std::size_t length = mention->span.size();
    std::size_t first = i;
    while (first > 0) {
      const Word& word = line.words[first - 1];
      const std::string_view name = line.of(word);
      if (line.text.substr(word.end, line.words[first].begin - word.end) != ", " || !text::is_hangul(name) ||
          name.size() != length || length > 3 * kSyllable || names_.is_stopword(name) || word.title != nullptr ||
          word.suffix != nullptr || has_particle(line, word))
        break;
      --first;
    }
    // Two alike before it at least: 지난해, 하늘 씨는.
    for (std::size_t j = first; first + 2 <= i && j < i; ++j) {
      const base::Span span{line.words[j].begin, line.words[j].end};
      if (line.mention_in(span) == nullptr) add(page, line, span, {}, persons);
    }
  }
}

}  // namespace timeline::entity
