#include <algorithm>
#include <set>

#include "entity/hangul.hpp"
#include "entity/people.hpp"
#include "text/utf8.hpp"

// People by their family names and titles: 이 교수, 황 CEO; and those who have no more of a name: A씨, 김모 씨.
namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::size_t kMostBetween = 5;  // words between a name and its title

/// One Latin capital: the name of somebody who is not to be named.
bool is_mask(std::string_view word) {
  return word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
}

/// 전, 前
bool is_former(const Word& word) {
  return word.title != nullptr && word.title->between && word.end - word.begin == kSyllable;
}

/// The one who is named by family name and mask, with this very title (박모 양): anywhere, or before `at` only.
std::uint32_t masked_before(const Page& page, const Line& here, std::uint32_t at, bool all, std::string_view family,
                            std::string_view title) {
  std::uint32_t found = Page::kNotKnown;
  for (const Line& line : page.lines()) {
    for (const Mention& mention : line.mentions) {
      if (!all && &line == &here && mention.span.begin >= at) break;
      const model::Entity& entity = page.entity(mention.entity);
      if (entity.kind != EntityKind::person || !entity.local || entity.description != title ||
          !entity.name.starts_with(family) || entity.name.size() <= family.size() + title.size())
        continue;
      if (found != Page::kNotKnown && found != mention.entity) return Page::kNotKnown;
      found = mention.entity;
    }
    if (!all && &line == &here) break;
  }
  return found;
}

/// 김 씨는 … 김모 씨를 때렸다: he who is called by his family name first is another one.
bool called_apart(const Page& page, std::string_view family, std::string_view title) {
  for (const Line& line : page.lines()) {
    bool called = false;
    for (const Word& word : line.words) {
      const std::string_view whole = line.of(word);
      if (!whole.starts_with(family)) continue;
      const std::string_view rest = whole.substr(family.size());
      const std::size_t next = static_cast<std::size_t>(&word - line.words.data()) + 1;
      const bool titled =
          rest.starts_with(title) || (rest.empty() && next < line.words.size() && line.words[next].spaced &&
                                      line.of(line.words[next]).starts_with(title));
      const Mention* mention = line.mention_in({word.begin, word.end});
      if (mention != nullptr && called && page.entity(mention->entity).local && !titled &&
          page.entity(mention->entity).name.size() > family.size() + title.size())
        return true;
      called = called || titled;
    }
  }
  return false;
}

}  // namespace

bool People::has_office(const Person& person) {
  return std::any_of(person.titles.begin(), person.titles.end(),
                     [](const std::string& title) { return title.size() > kSyllable; });
}

const People::Person* People::with_family(const Page& page, const Line& line, const Persons& persons,
                                          const ShortForm& form) {
  const Person* only = nullptr;
  bool several = false;
  std::vector<const Person*> titled;
  bool exact = false;
  for (const Person& person : persons) {
    if (person.family != form.family) continue;
    // 황 CEO: hardly two foreign names of one article end alike.
    if (person.name.find(' ') != std::string::npos) return &person;
    several = several || (only != nullptr && only->entity != person.entity);
    only = &person;
    // 국무위원장 is a 위원장, 부위원장 is none: what stands before has two syllables at least.
    const auto ends = [&](const std::string& given) {
      return given.ends_with(form.title) && given.size() >= form.title.size() + 2 * kSyllable;
    };
    const bool whole = std::find(person.titles.begin(), person.titles.end(), form.title) != person.titles.end();
    if (!whole && !std::any_of(person.titles.begin(), person.titles.end(), ends)) continue;
    // 이 대표 is the 대표 before the 원내대표.
    if (whole && !exact) titled.clear();
    if (whole || !exact) titled.push_back(&person);
    exact = exact || whole;
  }
  // 이 대표 is no 이낙연 전 대표, where another one is in office.
  if (std::any_of(titled.begin(), titled.end(), [&](const Person* one) { return one->former == form.former; }))
    std::erase_if(titled, [&](const Person* one) { return one->former != form.former; });
  if (!titled.empty()) return meant(page, line, form.at, titled);
  // 윤씨: anybody may be called so, and it is the one of that family name, where there is but one; 양 전 대표 is he who
  // has left another office before (양영호 전 프로듀서).
  return !several && only != nullptr && (form.title.size() == kSyllable || (form.former && only->former)) ? only
                                                                                                          : nullptr;
}

/// Of several whom a short form may mean the one of whom the article tells far more; else the one who was named last,
/// unless another one was in the same sentence.
const People::Person* People::meant(const Page& page, const Line& line, std::uint32_t at,
                                    const std::vector<const Person*>& candidates) {
  const auto same = [&](const Person* one) { return one->entity == candidates.front()->entity; };
  if (std::all_of(candidates.begin(), candidates.end(), same)) return candidates.front();
  std::map<std::uint32_t, std::size_t> often;
  const Person* last = nullptr;
  bool before = true;
  for (const Line& one_line : page.lines()) {
    std::set<const Person*> here;
    for (const Mention& mention : one_line.mentions)
      for (const Person* one : candidates) {
        if (one->entity != mention.entity) continue;
        ++often[one->entity];
        if (before && (&one_line != &line || mention.span.begin < at)) here.insert(one);
        break;
      }
    if (here.size() == 1) last = *here.begin();
    if (here.size() > 1) last = nullptr;
    before = before && &one_line != &line;
  }
  constexpr std::size_t kFarMore = 2;  // times
  for (const Person* one : candidates)
    if (std::all_of(candidates.begin(), candidates.end(), [&](const Person* other) {
          return other->entity == one->entity || often[one->entity] >= kFarMore * often[other->entity];
        }))
      return one;
  return last;
}

void People::read_titles(const Page& page, const Line& line, Persons& persons) const {
  const auto give = [&](const Mention* mention, std::string_view title, bool former) {
    if (mention == nullptr || page.entity(mention->entity).kind != EntityKind::person) return false;
    for (Person& person : persons)
      if (person.entity == mention->entity) {
        person.titles.emplace_back(title);
        person.former = person.former || former;
      }
    return true;
  };
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const Word& word = line.words[i];
    if (word.title == nullptr) continue;
    const std::string_view title = line.text.substr(word.begin, word.title_end - word.begin);
    if (word.title->after && title.size() > kSyllable) {
      std::size_t at = i;
      bool former = false;
      for (std::size_t steps = 0; steps < kMostBetween; ++steps) {
        const auto previous = line.word_before(at);
        if (!previous) break;
        at = *previous;
        const Mention* mention = line.mention_in({line.words[at].begin, line.words[at].end});
        if (mention != nullptr && mention->span.end < line.words[at].end) break;
        if (give(mention, title, former)) break;
        former = former || is_former(line.words[at]);
        if (is_former(line.words[at])) continue;
        // 한지훈 후보자가 아니라 한 전 서장: the title is that of the second.
        const std::string_view family = line.of(line.words[at]);
        if (const auto found = names_.surname(family); found && found->length == family.size()) break;
      }
    }
    if (word.title->before && word.title_end == word.end && i + 1 < line.words.size() && line.words[i + 1].spaced)
      give(line.mention_in({line.words[i + 1].begin, line.words[i + 1].end}), title, false);
  }
}

std::uint32_t People::add_unnamed(Page& page, Line& line, base::Span name, std::string_view shown,
                                  std::string_view description) {
  // A씨 and A(39) 씨 are one; 김 위원장 is two words.
  std::string called(shown);
  if (description.size() > kSyllable) called += ' ';
  called += description;
  const std::uint32_t entity = page.found(EntityKind::person, called);
  page.entity(entity).local = true;
  if (page.entity(entity).description.empty()) page.entity(entity).description = description;
  page.mention(line, name, entity);
  return entity;
}

void People::short_form(Page& page, Line& line, std::size_t index, const Persons& persons,
                        const std::set<std::string_view>& masked, ShortForms& forms) const {
  const Word& word = line.words[index];
  const Title& title = *word.title;
  if (!title.after) return;
  // 대회를 연 양 의원: a family name that is a title as well.
  if (word.end - word.begin == kSyllable && names_.surname(line.of(word)) && index + 1 < line.words.size()) {
    const Word& next = line.words[index + 1];
    if (next.spaced && next.title != nullptr && next.title->after && next.title_begin == next.begin &&
        next.title_end - next.begin > kSyllable)
      return;
  }
  // 이 시장에서: nobody is where something happens.
  if (const auto particle = cues_.particles().after(line.text, word.title_end);
      particle && particle->end == word.end && particle->kind == lexicon::ParticleKind::in)
    return;
  base::Span name;
  bool former = false;  // 전 stands between
  const std::string_view before = line.text.substr(word.begin, word.title_begin - word.begin);
  if (!before.empty()) {
    // 김씨, A씨, K기자
    name = {word.begin, word.title_begin};
    if (!is_mask(before) && !(title.attached && title.strong)) return;
    // 공사장 is no 공 사장.
    if (names_.is_stopword(line.text.substr(word.begin, word.title_end - word.begin))) return;
  } else {
    auto previous = line.word_before(index);
    if (!previous) return;
    // 조 전 부사장, 전 전 대통령
    const Word& last = line.words[*previous];
    if (last.title != nullptr && last.title->between && !title.courtesy) {
      if (const auto further = line.word_before(*previous)) {
        previous = further;
        former = is_former(last);  // 한 현직 검사 is any
      }
    }
    name = {line.words[*previous].begin, line.words[*previous].end};
    // 이 모 씨
    if (names_.is_mask(name.of(line.text)) && *previous > 0 && line.words[*previous].spaced) {
      const Word& family = line.words[*previous - 1];
      if (const auto found = names_.surname(line.of(family)); found && found->length == family.end - family.begin) {
        add_unnamed(page, line, {family.begin, family.end},
                    std::string(line.of(family)) + std::string(line.of(line.words[*previous])),
                    line.text.substr(word.title_begin, word.title_end - word.title_begin));
        return;
      }
    }
    // 박정희 전 대통령
    if (const auto further = line.word_before(*previous)) {
      const Word& owner = line.words[*further];
      const Mention* mention = line.mention_in({owner.begin, owner.end});
      if (mention != nullptr && mention->span.end == owner.end &&
          page.entity(mention->entity).kind == EntityKind::person)
        return;
    }
  }
  if (line.mention_in(name) != nullptr) return;
  const std::string_view description = line.text.substr(word.title_begin, word.title_end - word.title_begin);
  const std::string_view text = name.of(line.text);
  if (is_mask(text)) {
    add_unnamed(page, line, name, text, description);
    return;
  }
  if (const std::uint32_t family = names_.masked(text); family != 0) {
    if (names_.is_stopword(text) && !title.courtesy) return;  // 추모 위원장
    add_unnamed(page, line, {name.begin, name.begin + family}, text, description);
    return;
  }
  const std::uint32_t from = before.empty() ? word.begin : word.title_begin;
  const ShortForm form{text, line.text.substr(from, word.title_end - from), former, name.begin};
  const auto called = [&](std::uint32_t entity) {
    // 정 교수: readers look for people by what they are called.
    page.alias(entity, line.text.substr(name.begin, word.title_end - name.begin));
    page.mention(line, name, entity);
    families_before(page, line, persons, form);
  };
  // 김 씨가 김모 씨를 …, 김 씨는: who was called so before the other one was named stays it.
  std::uint32_t& bound = forms.try_emplace(std::string(text) + std::string(description), Page::kNotKnown).first->second;
  // 박모 양 …, 박 양: she, and not somebody of that family name with another title.
  std::uint32_t known = masked_before(page, line, name.begin, true, text, description);
  const bool apart = known != Page::kNotKnown && called_apart(page, text, description);
  if (apart) known = masked_before(page, line, name.begin, false, text, description);
  if (known != Page::kNotKnown) {
    if (bound == Page::kNotKnown || !apart) bound = known;
    return called(bound);
  }
  if (const Person* person = with_family(page, line, persons, form);
      person != nullptr && !(title.courtesy && masked.contains(text) && has_office(*person))) {
    bound = person->entity;
    return called(bound);
  }
  const auto family = names_.surname(text);
  if (!family || family->length != text.size()) return;
  // 한 교수 may be any professor; 한 씨 and 신 전 대표 are somebody.
  if (family->word && !title.courtesy && !former) return;
  if (family->weight < 2 && before.empty()) return;
  if (title.strong || title.attached) bound = add_unnamed(page, line, name, text, description);
}

/// 박·고 전 대법관: the families that stand before the last one.
void People::families_before(Page& page, Line& line, const Persons& persons, ShortForm form) const {
  while (form.at > line.span.begin) {
    const text::Decoded dot = text::decode_before(line.text, form.at);
    if (dot.code_point != 0x00B7 && dot.code_point != 0x318D && dot.code_point != 0x2027) return;
    const std::uint32_t end = form.at - dot.length;
    if (end < line.span.begin + kSyllable) return;
    const base::Span span{end - static_cast<std::uint32_t>(kSyllable), end};
    const auto at = line.word_from(span.begin);
    if (at >= line.words.size() || line.words[at].begin != span.begin || line.mention_in(span) != nullptr) return;
    form.family = span.of(line.text);
    form.at = span.begin;
    const Person* person = with_family(page, line, persons, form);
    if (person == nullptr) return;
    page.mention(line, span, person->entity);
  }
}

/// 임 전 법원행정처 차장: a family name, a body and a title, of somebody who has been named.
void People::short_form_of_body(Page& page, Line& line, std::size_t index, const Persons& persons) const {
  const Word& word = line.words[index];
  if (!word.title->after || word.title->courtesy || word.title_begin != word.begin) return;
  auto previous = line.word_before(index);
  if (!previous) return;
  const Mention* body = line.mention_in({line.words[*previous].begin, line.words[*previous].end});
  if (body == nullptr || body->span.end != line.words[*previous].end) return;
  const EntityKind kind = page.entity(body->entity).kind;
  if (kind != EntityKind::organization && kind != EntityKind::company) return;
  const std::size_t first = line.word_from(body->span.begin);
  if (first < 2 || !line.words[first].spaced || !is_former(line.words[first - 1]) || !line.words[first - 1].spaced)
    return;
  const Word& family = line.words[first - 2];
  const base::Span span{family.begin, family.end};
  if (span.size() != kSyllable || line.mention_in(span) != nullptr) return;
  const ShortForm form{span.of(line.text), line.text.substr(word.begin, word.title_end - word.begin), true, span.begin};
  if (const Person* person = with_family(page, line, persons, form)) page.mention(line, span, person->entity);
}

}  // namespace timeline::entity
