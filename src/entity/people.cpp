#include "entity/people.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using lexicon::ParticleKind;
using model::EntityKind;

constexpr std::size_t kSyllable = 3;     // bytes of a Hangul syllable
constexpr std::size_t kMostBetween = 5;  // words between a name and its title

bool is_hangul(std::string_view word) {
  if (word.empty() || word.size() % kSyllable != 0) return false;
  for (std::size_t at = 0; at < word.size(); at += kSyllable)
    if (!text::is_hangul_syllable(text::decode(word, at).code_point)) return false;
  return true;
}

/// Can a Latin word that begins with `letter` be written in Hangul with `syllable` at its beginning?
bool same_sound(char32_t syllable, char letter) {
  if (!text::is_hangul_syllable(syllable)) return false;
  // By initial consonant: ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ.
  constexpr std::string_view kLetters[] = {"GKCQ", "GKC",  "NK",     "DTJ", "DT",         "LR",     "MW",
                                           "BVPW", "BP",   "SCZTXH", "SC",  "AEIOUYWHJR", "JZGDTY", "ZJC",
                                           "CTQK", "KCQX", "T",      "PF",  "HFWJKX"};
  constexpr char32_t kPerInitial = 588;
  return kLetters[(syllable - 0xAC00) / kPerInitial].find(letter) != std::string_view::npos;
}

char32_t character_at(const Line& line, std::uint32_t at) {
  return at < line.span.end ? text::decode(line.text, at).code_point : U'\n';
}

}  // namespace

std::uint32_t People::stem_end(const Line& line, const Word& word) const {
  // The shortest stem whose rest is particles: 김영호에게서는.
  for (std::uint32_t at = word.begin + 1; at < word.end; ++at) {
    if (!text::is_boundary(line.text, at)) continue;
    const auto particle = cues_.particles().after(line.text, at);
    if (particle && particle->end == word.end && at - word.begin >= 2 * kSyllable) return at;
  }
  return word.end;
}

std::optional<std::size_t> People::foreign_from(const Line& line, std::size_t last, int& points) const {
  std::optional<std::size_t> first;
  points = 0;
  for (std::size_t i = last;; --i) {
    const Word& word = line.words[i];
    const int more =
        line.mention_in({word.begin, word.end}) == nullptr && word.title == nullptr ? names_.foreign(line.of(word)) : 0;
    // 사퇴하면서 조: one syllable is hardly a part of a foreign name.
    if (word.end - word.begin < 2 * kSyllable) break;
    if (more == 0 || last - i >= 4 || has_particle(line, word)) break;
    first = i;
    points += more;
    if (!word.spaced || i == 0) break;
  }
  return first;
}

bool People::has_particle(const Line& line, const Word& word) const {
  for (std::uint32_t at = word.begin + kSyllable; at < word.end; ++at) {
    if (!text::is_boundary(line.text, at)) continue;
    const auto particle = cues_.particles().after(line.text, at);
    if (!particle || particle->end != word.end) continue;
    switch (particle->kind) {
      case ParticleKind::topic:
      case ParticleKind::object:
      case ParticleKind::in:
      case ParticleKind::locative:
      case ParticleKind::genitive:
      case ParticleKind::dative:
      case ParticleKind::with:
      case ParticleKind::direction:
      case ParticleKind::quote:
        return true;
      default:
        break;
    }
  }
  return false;
}

bool People::may_stand_between(const Line& line, std::size_t index) const {
  const Word& word = line.words[index];
  if (const Mention* mention = line.mention_in({word.begin, word.end}); mention != nullptr)
    return mention->span.end >= word.end;
  // 이 씨, 김 회장: the title already has its name.
  if (const auto family = names_.surname(line.of(word));
      family && family->length == word.end - word.begin && !family->word)
    return false;
  return !has_particle(line, word);
}

void People::remember(Persons& persons, std::uint32_t entity, std::string_view name, const NameModel& names) {
  for (const Person& person : persons)
    if (person.entity == entity && person.name == name) return;
  Person person{.entity = entity, .name = std::string(name), .family = {}, .titles = {}, .given_free = {}};
  if (const std::size_t space = name.rfind(' '); space != std::string_view::npos) {
    const std::string_view last = name.substr(space + 1);
    person.family = last;
    if (last.size() >= 2 * kSyllable) person.given_free = last;
  } else if (const auto family = names.surname(name)) {
    person.family = name.substr(0, family->length);
  }
  persons.push_back(std::move(person));
}

std::uint32_t People::add(Page& page, Line& line, base::Span span, std::string_view description,
                          Persons& persons) const {
  const std::string_view name = span.of(line.text);
  const std::uint32_t entity = page.found(EntityKind::person, name);
  if (page.entity(entity).description.empty()) page.entity(entity).description = description;
  page.mention(line, span, entity);
  remember(persons, entity, name, names_);
  return entity;
}

void People::by_title_after(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  const Title& title = *word.title;
  if (!title.after) return;
  const std::string_view before = line.text.substr(word.begin, word.title_begin - word.begin);
  if (!before.empty()) {
    // 이원태교수, 김영호씨: the name stands in the title's own word.
    const Likelihood likelihood = names_.korean(before);
    if (likelihood >= (title.attached ? Likelihood::possible : Likelihood::likely) && before.size() >= 3 * kSyllable) {
      add(page, line, {word.begin, word.title_begin},
          line.text.substr(word.title_begin, word.title_end - word.title_begin), persons);
      return;
    }
    // Compounds are titles only where the last part is one without doubt (AI플랫폼혁신국장, not 진도군).
    if (!title.strong || before.size() < 2 * kSyllable) return;
  }
  const std::size_t most = title.attached && !title.strong ? 1 : kMostBetween;
  std::size_t description_from = index;
  bool near = true;  // nothing but 전, 신임 and their kin between the name and its title
  for (std::size_t steps = 0, at = index; steps < most; ++steps) {
    const auto previous = line.word_before(at);
    if (!previous) return;
    const Word& candidate = line.words[*previous];
    const base::Span span{candidate.begin, candidate.end};
    const std::string_view description =
        line.text.substr(line.words[description_from].begin, word.title_end - line.words[description_from].begin);
    if (const Mention* mention = line.mention_in(span); mention != nullptr) {
      if (page.entity(mention->entity).kind == EntityKind::person) return;
    } else {
      const Likelihood likelihood = names_.korean(line.of(candidate));
      const Likelihood wanted = !near ? Likelihood::sure : title.strong ? Likelihood::possible : Likelihood::likely;
      const bool long_enough =
          span.size() >= 3 * kSyllable || (near && title.strong && (before.empty() || before.size() >= 2 * kSyllable));
      if (likelihood >= wanted && long_enough) {
        add(page, line, span, description, persons);
        return;
      }
      int points = 0;
      const auto first = foreign_from(line, *previous, points);
      // 장정우 서울메트로 사장: where a Korean name stands before it, the foreign word is no name.
      const auto further = line.word_before(*previous);
      const bool has_name = further && names_.korean(line.of(line.words[*further])) >= Likelihood::likely;
      const bool several = first && *first < *previous;
      const int enough = several ? 5 : static_cast<int>(span.size() / kSyllable) + 2;
      if (first && title.strong && !has_name && points >= (!near ? 8 : enough)) {
        add(page, line, {line.words[*first].begin, candidate.end}, description, persons);
        return;
      }
    }
    if (!may_stand_between(line, *previous)) return;
    at = *previous;
    description_from = at;
    // 허민 신임 청장: 신임 and its kin keep the name as near as it was.
    near = near && candidate.title != nullptr && candidate.title->between;
  }
}

void People::by_title_before(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& title_word = line.words[index];
  if (!title_word.title->before || title_word.title_end != title_word.end || index + 1 >= line.words.size()) return;
  const Word& word = line.words[index + 1];
  if (!word.spaced || line.mention_in({word.begin, word.end}) != nullptr) return;
  const std::string_view description = line.of(title_word);
  const bool both = title_word.title->after;
  const std::string_view whole = line.of(word);
  if (!is_hangul(whole)) return;
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
    if (whole_points > 0 && !has_particle(line, part)) {
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
  if (end != 0 && ((parts >= 2 && points >= 5) || (parts == 1 && !both && points >= 5)))
    add(page, line, {word.begin, end}, description, persons);
}

void People::by_bracket(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  if (word.end >= line.span.end || line.text[word.end] != '(' || line.mention_in({word.begin, word.end}) != nullptr)
    return;
  // An age: (45), (45·사진), (45세).
  std::uint32_t at = word.end + 1;
  std::uint32_t digits = 0;
  while (at < line.span.end && text::is_digit(static_cast<unsigned char>(line.text[at]))) ++at, ++digits;
  const char32_t after = character_at(line, at);
  const bool age = digits == 2 && (after == U')' || after == U',' || after == 0x00B7 || after == 0xC138);
  std::uint32_t ideographs = 0;
  for (std::uint32_t i = word.end + 1; i < line.span.end && text::is_han(character_at(line, i)); i += kSyllable)
    ++ideographs;
  if (!age && ideographs == 0) return;
  const std::string_view name = line.of(word);
  if (const std::uint32_t family = names_.masked(name); family != 0 && age) {
    // 김모(48) 씨 is read with its title.
    const std::size_t close = line.text.find(')', word.end);
    const std::size_t next =
        close == std::string_view::npos ? line.words.size() : line.word_from(static_cast<std::uint32_t>(close));
    if (next < line.words.size() && line.words[next].begin <= close + 2 && line.words[next].title != nullptr) return;
    add_unnamed(page, line, {word.begin, word.begin + family}, name, {});
    return;
  }
  // A Korean name has as many ideographs as syllables.
  if (names_.korean(name) >= (age ? Likelihood::possible : Likelihood::likely) && name.size() >= 3 * kSyllable &&
      (age || name.size() == ideographs * kSyllable)) {
    add(page, line, {word.begin, word.end}, {}, persons);
    return;
  }
  int points = 0;
  const auto first = foreign_from(line, index, points);
  if (first && points >= 5 && (age || *first < index))
    add(page, line, {line.words[*first].begin, word.end}, {}, persons);
}

void People::by_romanisation(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  if (word.end >= line.span.end || line.text[word.end] != '(' || line.mention_in({word.begin, word.end}) != nullptr)
    return;
  const std::size_t close = line.text.find(')', word.end);
  if (close == std::string_view::npos || close - word.end > 50) return;
  std::string_view latin = line.text.substr(word.end + 1, close - word.end - 1);
  std::vector<char> initials;
  bool begins = true;
  for (const char c : latin) {
    if (begins && !(c >= 'A' && c <= 'Z')) return;
    if (begins) initials.push_back(c);
    if ((c & 0x80) != 0 || text::is_digit(static_cast<unsigned char>(c))) return;
    begins = c == ' ';
  }
  if (initials.size() < 2 || initials.size() > 4 || index + 1 < initials.size()) return;
  const std::size_t first = index + 1 - initials.size();
  for (std::size_t i = 0; i < initials.size(); ++i) {
    const Word& part = line.words[first + i];
    if ((i > 0 && !part.spaced) || !is_hangul(line.of(part)) ||
        !same_sound(character_at(line, part.begin), initials[i]))
      return;
  }
  // Companies are written so too: a title or a usual given name tells that it is a person.
  const bool titled = first > 0 && line.words[first].spaced && line.words[first - 1].title != nullptr &&
                      line.words[first - 1].title->before;
  const bool owned = index + 1 < line.words.size() && line.words[index + 1].begin <= close;
  std::size_t next = index + 1;
  while (owned && next < line.words.size() && line.words[next].begin < close) ++next;
  const bool followed =
      next < line.words.size() && line.words[next].begin <= close + 2 && line.words[next].title != nullptr;
  if (titled || followed || names_.is_foreign_given(line.of(line.words[first])))
    add(page, line, {line.words[first].begin, word.end}, titled ? line.of(line.words[first - 1]) : std::string_view{},
        persons);
}

void People::by_itself(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& word = line.words[index];
  const std::string_view whole = line.of(word);
  if (whole.size() < 4 * kSyllable || word.title != nullptr || line.mention_in({word.begin, word.end}) != nullptr)
    return;
  const auto end = static_cast<std::uint32_t>(word.begin + 3 * kSyllable);
  if (!is_hangul(whole.substr(0, 3 * kSyllable)) || names_.korean(whole.substr(0, 3 * kSyllable)) < Likelihood::sure)
    return;
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
      return;
  }
}

void People::by_given_name(Page& page, Line& line, std::size_t index, Persons& persons) const {
  const Word& given = line.words[index];
  if (!names_.is_foreign_given(line.of(given)) || line.mention_in({given.begin, given.end}) != nullptr) return;
  std::uint32_t end = 0;
  for (std::size_t i = index + 1; i < line.words.size() && i < index + 4; ++i) {
    const Word& word = line.words[i];
    if (!word.spaced || word.title != nullptr || line.mention_in({word.begin, word.end}) != nullptr) break;
    const std::string_view whole = line.of(word);
    if (whole.size() < 2 * kSyllable) break;
    const auto particle = cues_.particles().after(line.text, stem_end(line, word));
    const bool subject = particle && particle->kind == ParticleKind::subject;
    // 앤드루 와이엇 감독: right before a title anything goes.
    const bool titled = i + 1 < line.words.size() && line.words[i + 1].spaced && line.words[i + 1].title != nullptr &&
                        line.words[i + 1].title->after && is_hangul(whole) && !names_.is_stopword(whole);
    if ((names_.foreign(whole) > 0 || titled) && !subject && !has_particle(line, word)) {
      end = word.end;
      continue;
    }
    const std::uint32_t stem = stem_end(line, word);
    if (stem < word.end && names_.foreign(line.text.substr(word.begin, stem - word.begin)) > 0) end = stem;
    break;
  }
  if (end != 0) add(page, line, {given.begin, end}, {}, persons);
}

void People::by_list(Page& page, Line& line, Persons& persons) const {
  const auto listed = [&](const Word& left, const Word& right) {
    const std::string_view gap = line.text.substr(left.end, right.begin - left.end);
    return gap == ", " || gap == "·" || gap == "," || gap == "‧" || gap == "ㆍ";
  };
  const auto is_person = [&](const Word& word) {
    const Mention* mention = line.mention_in({word.begin, word.end});
    return mention != nullptr && page.entity(mention->entity).kind == EntityKind::person;
  };
  const auto take = [&](const Word& word, std::uint32_t end) {
    const base::Span span{word.begin, end};
    if (span.size() >= 3 * kSyllable && line.mention_in(span) == nullptr &&
        names_.korean(span.of(line.text)) >= Likelihood::likely)
      add(page, line, span, {}, persons);
  };
  for (std::size_t i = line.words.size(); i-- > 1;)
    if (listed(line.words[i - 1], line.words[i]) && is_person(line.words[i]))
      take(line.words[i - 1], line.words[i - 1].end);
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i)
    if (listed(line.words[i], line.words[i + 1]) && is_person(line.words[i]))
      take(line.words[i + 1], stem_end(line, line.words[i + 1]));
}

void People::find(Page& page) const {
  Persons persons;
  for (const Line& line : page.lines())
    for (const Mention& mention : line.mentions)
      if (page.entity(mention.entity).kind == EntityKind::person)
        remember(persons, mention.entity, mention.span.of(line.text), names_);
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) by_romanisation(page, line, i, persons);
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      if (line.words[i].title != nullptr) {
        by_title_after(page, line, i, persons);
        by_title_before(page, line, i, persons);
      }
      by_bracket(page, line, i, persons);
      by_given_name(page, line, i, persons);
      by_itself(page, line, i, persons);
    }
  for (Line& line : page.lines()) by_list(page, line, persons);
  again(page, persons);
  family_alone(page, persons);
  for (const Line& line : page.lines()) read_titles(page, line, persons);
  for (Line& line : page.lines())
    for (std::size_t i = 0; i < line.words.size(); ++i)
      if (line.words[i].title != nullptr) short_form(page, line, i, persons);
}

}  // namespace timeline::entity
