#include <algorithm>

#include "entity/hangul.hpp"
#include "entity/people.hpp"

// People by the titles and trades that stand by their names: 이원태 국민대 특임교수, 배우 김영호.
namespace timeline::entity {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

constexpr std::size_t kMostBetween = 5;  // words between a name and its title

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

bool People::may_stand_between(const Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  if (const Mention* mention = line.mention_in({word.begin, word.end}); mention != nullptr)
    return mention->span.end >= word.end;
  // 이 씨, 김 회장: the title already has its name.
  if (const auto family = names_.surname(line.of(word));
      family && family->length == word.end - word.begin && !family->word)
    return false;
  // 서메트로 최모 대표: so it has in a masked one.
  if (names_.masked(line.of(word)) != 0) return false;
  return !has_particle(line, word);
}

bool People::is_of_next(const Page& page, const Line& line, std::size_t index) const {
  const Word& title = line.words[index];
  if (title.title_end != title.end || index + 1 >= line.words.size() || !line.words[index + 1].spaced) return false;
  const Word& next = line.words[index + 1];
  if (const Mention* mention = line.mention_in({next.begin, next.end}); mention != nullptr)
    return mention->span.begin == next.begin && page.entity(mention->entity).kind == EntityKind::person;
  const std::string_view whole = line.of(next);
  if (names_.is_foreign_given(whole) || names_.masked(line.text.substr(next.begin, next.title_begin - next.begin)) != 0)
    return true;
  const std::uint32_t stem = stem_end(line, next);
  const std::string_view name = line.text.substr(next.begin, stem - next.begin);
  return names_.masked(name) != 0 || (name.size() == 3 * kSyllable && names_.korean(name) >= Likelihood::likely);
}

bool People::ends_as_subject(const Line& line, const Word& word, std::size_t least) const {
  if (word.end - word.begin < least * kSyllable || (word.end < line.span.end && line.text[word.end] != ' '))
    return false;
  const auto particle = cues_.particles().after(line.text, static_cast<std::uint32_t>(word.end - kSyllable));
  return particle && particle->end == word.end && particle->kind == ParticleKind::subject &&
         names_.foreign(line.text.substr(word.begin, word.end - kSyllable - word.begin)) > 0;
}

bool People::is_affiliation(const Line& line, base::Span name, std::uint32_t title_end) const {
  return name.begin > line.span.begin && line.text[name.begin - 1] == '(' && title_end < line.span.end &&
         line.text[title_end] == ')';
}

bool People::by_courtesy(Page& page, Line& line, base::Span span, const Title& title, Persons& persons) const {
  // 씨 is said of people only.
  const std::string_view name = span.of(line.text);
  const std::size_t syllables = name.size() / kSyllable;
  if (!title.courtesy || !text::is_hangul(name) || syllables < 2 || syllables > 5 || names_.masked(name) != 0 ||
      names_.is_stopword(name) || line.mention_in(span) != nullptr ||
      names_.is_mask(name.substr(name.size() - kSyllable)))
    return false;
  // 고토 겐지 씨: the words before may belong to a foreign name.
  const std::size_t last = line.word_from(span.begin);
  // 마찰의 씨
  if (names_.korean(name) < Likelihood::likely && has_particle(line, line.words[last]) &&
      line.words[last].end == span.end)
    return false;
  int points = 0;
  const auto first = names_.korean(name) >= Likelihood::likely ? std::nullopt : foreign_from(line, last, points);
  if (first && *first < last && points >= 5) span.begin = line.words[*first].begin;
  add(page, line, span, {}, persons);
  return true;
}

bool People::has_name_before(const Page& page, const Line& line, std::size_t index) const {
  for (auto previous = line.word_before(index); previous; previous = line.word_before(*previous)) {
    const Word& word = line.words[*previous];
    if (const Mention* mention = line.mention_in({word.begin, word.end}); mention != nullptr)
      return mention->span.end == word.end && page.entity(mention->entity).kind == EntityKind::person;
    if (word.title == nullptr || !word.title->between)
      return names_.korean(line.of(word)) >= Likelihood::likely || names_.masked(line.of(word)) != 0;
  }
  return false;
}

bool People::has_body_before(const Page& page, const Line& line, std::size_t index) {
  if (index == 0 || !line.words[index].spaced) return false;
  const Word& previous = line.words[index - 1];
  const Mention* mention = line.mention_in({previous.begin, previous.end});
  return mention != nullptr && mention->span.end == previous.end &&
         page.entity(mention->entity).kind == EntityKind::organization;
}

bool People::is_noun_with_particle(const Line& line, const Word& word) const {
  const auto particle = cues_.particles().after(line.text, stem_end(line, word));
  return particle && particle->kind != ParticleKind::copula;
}

bool People::is_title(const Line& line, const Word& word) const {
  if (word.title == nullptr || word.title_begin != word.begin || !(word.title->after || word.title->before))
    return false;
  if (word.title_end == word.end) return true;
  const auto particle = cues_.particles().after(line.text, word.title_end);
  return particle && particle->kind != ParticleKind::copula;
}

void People::by_title_after(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  const Title& title = *word.title;
  if (!title.after) return;
  const std::string_view before = line.text.substr(word.begin, word.title_begin - word.begin);
  if (!before.empty()) {
    // 이원태교수, 김영호씨: the name stands in the title's own word.
    const Likelihood likelihood = names_.korean(before);
    const Likelihood wanted = !title.attached ? Likelihood::likely
                              : title.strong  ? Likelihood::doubtful
                                              : Likelihood::possible;
    if (likelihood >= wanted && before.size() >= 3 * kSyllable) {
      add(page, line, {word.begin, word.title_begin},
          line.text.substr(word.title_begin, word.title_end - word.title_begin), persons);
      return;
    }
    if (by_courtesy(page, line, {word.begin, word.title_begin}, title, persons)) return;
    // Compounds are titles only where the last part is one without doubt (AI플랫폼혁신국장, not 진도군).
    // 1차관, 제2부시장 count.
    if (!title.strong || (before.size() < 2 * kSyllable && !has_digit(before))) return;
  }
  const std::size_t most = title.attached && !title.strong ? 1 : kMostBetween;
  std::size_t description_from = index;
  bool near = true;      // nothing but 전, 신임 and their kin between the name and its title
  bool country = false;  // nothing but those and a country: 줘룽타이 대만 총리
  bool bodies = true;    // nothing but those and known bodies: 김중겸 전 현대건설 사장
  for (std::size_t steps = 0, at = index; steps < most; ++steps) {
    const auto previous = line.word_before(at);
    if (!previous) return;
    const Word& candidate = line.words[*previous];
    const base::Span span{candidate.begin, candidate.end};
    const std::string_view description =
        line.text.substr(line.words[description_from].begin, word.title_end - line.words[description_from].begin);
    if (before.empty() && steps == 0 && by_courtesy(page, line, span, title, persons)) return;
    if (const Mention* mention = line.mention_in(span); mention != nullptr) {
      if (page.entity(mention->entity).kind == EntityKind::person) return;
    } else {
      // 차관은, 부원장: titles themselves.
      Likelihood likelihood = names_.korean(line.of(candidate));
      if (is_title(line, candidate) || (likelihood == Likelihood::doubtful && is_noun_with_particle(line, candidate)))
        likelihood = Likelihood::none;
      const Likelihood wanted = !title.strong    ? (near ? Likelihood::likely : Likelihood::sure)
                                : near || bodies ? Likelihood::doubtful
                                                 : Likelihood::likely;
      const bool long_enough =
          span.size() >= 3 * kSyllable || (near && title.strong && (before.empty() || before.size() >= 2 * kSyllable));
      if (likelihood >= wanted && long_enough) {
        add(page, line, span, description, persons);
        return;
      }
      // 이용득 최고위원: right before a title a usual family name is enough.
      // Behind 전 stands a body without a name (전 문화청 장관).
      const bool former =
          *previous > 0 && line.words[*previous - 1].title != nullptr && line.words[*previous - 1].title->between;
      if (likelihood == Likelihood::none && near && !former && title.strong && before.empty() &&
          span.size() == 3 * kSyllable && names_.may_be_rare(line.of(candidate)) && !is_title(line, candidate) &&
          candidate.suffix == nullptr && !has_particle(line, candidate)) {
        add(page, line, span, description, persons);
        return;
      }
      int points = 0;
      const auto first = foreign_from(line, *previous, points);
      const bool several = first && *first < *previous;
      const int enough =
          several ? 5
                  : static_cast<int>(span.size() / kSyllable) + (names_.is_foreign_given(line.of(candidate)) ? 1 : 2);
      // 중국 외교부 겅솽 대변인
      if (steps == 0 && before.empty() && title.strong && candidate.title == nullptr && span.size() <= 3 * kSyllable &&
          has_body_before(page, line, *previous) && names_.foreign_rest(line.of(candidate)) &&
          !has_particle(line, candidate)) {
        add(page, line, span, description, persons);
        return;
      }
      if (first && title.strong && points >= (near || country ? enough : bodies ? enough + 1 : 8)) {
        const base::Span foreign{line.words[*first].begin, candidate.end};
        // 서메트로 대표 이모씨, 최모씨(서메트로 대표): the title is somebody else's.
        const bool of_other = !several && ((title.before && is_of_next(page, line, index)) ||
                                           is_affiliation(line, foreign, word.title_end));
        if (!of_other && !has_name_before(page, line, *first)) {
          add(page, line, foreign, description, persons);
          return;
        }
        // 김영호 전 서메트로 사장: the name stands before it, so it is the company.
        if (near && !several && word.neighbour_after.has(EntityKind::company))
          page.mention(line, foreign, page.found(EntityKind::company, foreign.of(line.text)));
      }
    }
    if (!may_stand_between(line, *previous)) return;
    at = *previous;
    description_from = at;
    // 허민 신임 청장: 신임 and its kin keep the name as near as it was.
    const bool between = candidate.title != nullptr && candidate.title->between;
    const Mention* const mention = line.mention_in(span);
    bodies = bodies && (between || mention != nullptr);
    country = (near || country) &&
              (between || (mention != nullptr && page.entity(mention->entity).kind == EntityKind::place));
    near = near && between;
  }
}

void People::by_title_before(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& title_word = line.words[index];
  if (title_word.title_end != title_word.end || index + 1 >= line.words.size()) return;
  const Word& word = line.words[index + 1];
  // (부장검사 고영호): in brackets a title that follows names stands before one.
  const auto at = [&](std::uint32_t place) { return place < line.span.end ? line.text[place] : ' '; };
  const bool bracket = title_word.begin > line.span.begin && at(title_word.begin - 1) == '(' && at(word.end) == ')';
  if (!title_word.title->before && !(bracket && title_word.title->after)) return;
  if (!word.spaced || line.mention_in({word.begin, word.end}) != nullptr) return;
  const std::string_view description = line.of(title_word);
  const bool both = title_word.title->after;
  const std::string_view whole = line.of(word);
  if (!text::is_hangul(whole)) return;
  // 김 감독 박소현 … : a title that already has its name.
  if (const auto previous = line.word_before(index); previous && both) {
    const Word& owner = line.words[*previous];
    if (line.mention_in({owner.begin, owner.end}) != nullptr || names_.surname(line.of(owner))) return;
  }
  const Likelihood wanted = both || !title_word.title->strong ? Likelihood::likely : Likelihood::possible;
  for (const std::size_t syllables : {3U, 4U}) {
    const std::size_t length = syllables * kSyllable;
    if (whole.size() < length || names_.korean(whole.substr(0, length)) < wanted) continue;
    const auto end = static_cast<std::uint32_t>(word.begin + length);
    if (!cues_.particles().noun_may_end(line.text, end) && !cues_.attached_title(line.text, end)) continue;
    add(page, line, {word.begin, end}, description, persons);
    return;
  }
  // 애널리스트 댄 모건은
  constexpr std::size_t kLast = 3, kAlone = 6;  // syllables with 가: the last part of a name, one that stands alone
  std::size_t last = index + 1;
  int points = 0;
  std::uint32_t end = 0;
  for (; last < line.words.size() && last < index + 5; ++last) {
    const Word& part = line.words[last];
    if ((last > index + 1 && !part.spaced) || line.mention_in({part.begin, part.end}) != nullptr ||
        part.title != nullptr)
      break;
    const std::uint32_t stem = stem_end(line, part);
    const int whole_points = names_.foreign(line.of(part));
    if (whole_points > 0 && !has_particle(line, part) &&
        !ends_as_subject(line, part, last > index + 1 ? kLast : kAlone)) {
      points += whole_points;
      end = part.end;
      continue;
    }
    if (const int more = names_.foreign(line.text.substr(part.begin, stem - part.begin)); more > 0) {
      points += more;
      end = stem;
      ++last;
    }
    break;
  }
  const std::size_t parts = last - index - 1;
  if (end != 0 && ((parts >= 2 && points >= 5) || (parts == 1 && !both && points >= 5))) {
    add(page, line, {word.begin, end}, description, persons);
    return;
  }
  by_stage_name(page, line, index, persons);
}

void People::by_stage_name(Page& page, Line& line, std::size_t index, Persons& persons) const {
  // 가수 별무리가: behind a trade that nothing but people have, with a particle that shows its end.
  const Word& trade = line.words[index];
  const Word& word = line.words[index + 1];
  if (!trade.title->stage || trade.title_begin != trade.begin || word.title != nullptr) return;
  const std::uint32_t end = stem_end(line, word);
  const base::Span span{word.begin, end};
  const std::string_view name = span.of(line.text);
  const std::size_t syllables = name.size() / kSyllable;
  if (!text::is_hangul(name) || syllables < 2 || syllables > 5 || names_.is_stopword(name) ||
      names_.is_stopword(line.of(word)))
    return;
  const auto particle = cues_.particles().after(line.text, end);
  const bool bracket = end == word.end && end < line.span.end && line.text[end] == '(';
  const bool shown = particle && end < word.end &&
                     (particle->kind == ParticleKind::topic || particle->kind == ParticleKind::subject ||
                      particle->kind == ParticleKind::genitive || particle->kind == ParticleKind::with ||
                      particle->kind == ParticleKind::dative);
  if (shown || bracket) add(page, line, span, line.of(trade), persons);
}

}  // namespace timeline::entity
