#include "entity/known_names.hpp"

#include <algorithm>
#include <set>

#include "entity/hangul.hpp"
#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using model::EntityKind;

bool is_latin_or_digit(char32_t c) {
  return text::is_latin(c) || text::is_digit(c) || (c >= 0xC0 && c < 0x250);
}

/// Do two neighbouring characters belong to one word as far as names go? A change of script begins a new one only
/// from Hangul to Latin (탈OpenAI); SK하이닉스 and e편한세상 are one word.
bool joined(char32_t before, char32_t after) {
  if (text::is_hangul_syllable(after)) return is_word_character(before);
  if (is_latin_or_digit(after)) return is_latin_or_digit(before);
  if (text::is_han(after)) return text::is_han(before);
  return false;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\n' || c == U'\t' || c == 0xA0 || c == 0x3000;
}

bool follows(std::string_view text, std::uint32_t at, std::string_view what) {
  return text.substr(at).starts_with(what);
}

}  // namespace

bool KnownNames::may_end(std::string_view text, std::uint32_t end, const KnownName& name) const {
  if (end >= text.size()) return true;
  const char32_t last = text::decode_before(text, end).code_point;
  const char32_t next = text::decode(text, end).code_point;
  if (text::is_hangul_syllable(next)) {
    if (text::is_han(last)) return true;
    const EntityKind kind = catalog_[name.known].entity.kind;
    if (cues_.may_end(text, end, kind)) return true;
    return kind == EntityKind::person && cues_.attached_title(text, end);
  }
  if (is_latin_or_digit(next)) return !is_word_character(last);
  return !(text::is_han(next) && text::is_han(last));
}

std::vector<std::uint32_t> KnownNames::circles(const std::vector<Line>& lines) const {
  const std::size_t count = catalog_.circles().size();
  std::vector<std::set<std::string_view>> words(count);  // different ones in the article
  std::vector<std::uint32_t> spoken(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    for (const Word& word : lines[i].words)
      catalog_.circle_words().at(lines[i].text, word.begin,
                                 [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
                                   words[id].insert(lines[i].text.substr(begin, end - begin));
                                   if (catalog_.circles()[id].least == 1) spoken[i] |= 1U << (id + 1);
                                 });
  for (std::size_t id = 0; id < count; ++id)
    if (words[id].size() >= std::max<std::size_t>(catalog_.circles()[id].least, 2))
      for (std::uint32_t& line : spoken) line |= 1U << (id + 1);
  return spoken;
}

bool KnownNames::longest(const Line& line, std::uint32_t at, std::uint32_t circles, Hit& hit) const {
  bool found = false;
  catalog_.names().at(line.text, at, [&](std::uint32_t begin, std::uint32_t end, std::uint32_t id) {
    if (end > line.span.end || !may_end(line.text, end, catalog_.name(id))) return;
    if (catalog_.name(id).circle != 0 && (circles >> catalog_.name(id).circle & 1U) == 0) return;
    // “…”이란 is a particle behind a quotation.
    if (catalog_.name(id).evidence != Evidence::none && behind_quotation(line, at)) return;
    // Of several entities with one name the one given by hand counts, then the one of the circle, then the first in
    // the catalog that needs least evidence.
    const KnownName& name = catalog_.name(id);
    if (found && end == hit.span.end) {
      const KnownName& before = catalog_.name(hit.name);
      const bool in_circle = before.circle != 0;
      if (before.own != name.own            ? before.own
          : in_circle != (name.circle != 0) ? in_circle
                                            : before.evidence <= name.evidence)
        return;
    }
    hit.span = {begin, end};
    hit.name = id;
    found = true;
  });
  return found;
}

bool KnownNames::may_follow_prefix(char32_t prefix, const Hit& hit) const {
  // Countries, and longer names: 친구로 is no 친 + 구로. 反 and its kin are prefixes without doubt.
  constexpr std::uint32_t kThreeSyllables = 9;
  constexpr std::size_t kCountryKey = 2;
  return text::is_han(prefix) || hit.span.size() >= kThreeSyllables ||
         catalog_[catalog_.name(hit.name).known].entity.key.size() == kCountryKey;
}

bool KnownNames::is_glued(const Line& line, const Word& word, std::uint32_t at, std::uint32_t circles, Hit& hit) const {
  const std::size_t next = static_cast<std::size_t>(&word - line.words.data()) + 1;
  if (next >= line.words.size() || !line.words[next].spaced || line.words[next].title == nullptr ||
      !line.words[next].title->strong || !line.words[next].title->after || word.title != nullptr)
    return false;
  return longest(line, at, circles, hit) && hit.span.end == word.end && hit.span.size() >= 3 * kSyllable &&
         catalog_[catalog_.name(hit.name).known].entity.kind == EntityKind::person;
}

void KnownNames::collect(const Line& line, std::size_t index, std::uint32_t circles, std::vector<Hit>& hits) const {
  std::uint32_t free_from = line.span.begin;
  for (const Word& word : line.words) {
    char32_t before = word.begin > line.span.begin ? text::decode_before(line.text, word.begin).code_point : U' ';
    // Parts of addresses are no names.
    const bool in_address = before == U'@' || before == U'/' || before == U'.' || before == U'_' ||
                            (before == U'-' && is_latin_or_digit(text::decode(line.text, word.begin).code_point));
    const std::uint32_t behind_prefix = std::max(cues_.prefix(line.text, word.begin), word.begin);
    for (std::uint32_t at = word.begin; at < word.end;) {
      const text::Decoded c = text::decode(line.text, at);
      const bool starts = at == word.begin ? !in_address : at == behind_prefix || !joined(before, c.code_point);
      Hit hit{.line = index, .span = {}, .name = 0, .accepted = false};
      if (!starts && at >= free_from && is_glued(line, word, at, circles, hit)) {
        hits.push_back(hit);
        free_from = hit.span.end;
        break;
      }
      if (starts && at >= free_from && longest(line, at, circles, hit) &&
          cues_.no_name(line.text, at) <= hit.span.end &&
          (at == word.begin || at != behind_prefix ||
           (may_follow_prefix(before, hit) && cues_.no_name(line.text, word.begin) < hit.span.end))) {
        hits.push_back(hit);
        free_from = hit.span.end;
        if (hit.span.end >= word.end) break;
      }
      before = c.code_point;
      at += c.length;
    }
    // A prefix that reaches over brackets: 탈(脫)엔비디아.
    if (behind_prefix > word.end && behind_prefix >= free_from) {
      Hit hit{.line = index, .span = {}, .name = 0, .accepted = false};
      if (longest(line, behind_prefix, circles, hit)) {
        hits.push_back(hit);
        free_from = hit.span.end;
      }
    }
  }
}

bool KnownNames::behind_quotation(const Line& line, std::uint32_t at) {
  if (at <= line.span.begin) return false;
  const text::Decoded mark = text::decode_before(line.text, at);
  if (mark.code_point == 0x2019 || mark.code_point == 0x201D || mark.code_point == 0x300D || mark.code_point == 0x300F)
    return true;
  if (mark.code_point != U'"' && mark.code_point != U'\'') return false;
  const std::uint32_t before = at - mark.length;
  return before > line.span.begin && !is_blank(text::decode_before(line.text, before).code_point);
}

bool KnownNames::introduced(const Line& line, const std::vector<Hit>& hits, std::size_t index) const {
  const Hit& hit = hits[index];
  const std::uint32_t known = catalog_.name(hit.name).known;
  const EntityKind kind = catalog_[known].entity.kind;
  const std::string_view text = line.text;
  const bool opens_bracket = hit.span.begin > line.span.begin && text[hit.span.begin - 1] == '(';
  if (catalog_.name(hit.name).evidence == Evidence::bracket)
    return opens_bracket || (hit.span.begin > line.span.begin && text[hit.span.begin - 1] == '$');
  // 메타(Meta): both stand for the same.
  if (follows(text, hit.span.end, "(") && index + 1 < hits.size() && hits[index + 1].line == hit.line &&
      hits[index + 1].span.begin == hit.span.end + 1 && catalog_.name(hits[index + 1].name).known == known)
    return true;
  if (opens_bracket && index > 0 && hits[index - 1].line == hit.line &&
      hits[index - 1].span.end + 1 == hit.span.begin && catalog_.name(hits[index - 1].name).known == known)
    return true;

  const std::size_t first = line.word_from(hit.span.begin);
  std::size_t next = line.word_from(hit.span.end);
  const auto particle = cues_.particles().after(text, hit.span.end);
  // 로마에서: only a place has something happen in it, where no other sense of the word does.
  if (kind == EntityKind::place && catalog_.name(hit.name).evidence == Evidence::some && particle &&
      particle->kind == lexicon::ParticleKind::in && first < line.words.size() &&
      line.words[first].begin == hit.span.begin)
    return true;
  const bool bare = !particle || particle->kind == lexicon::ParticleKind::genitive;
  if (bare && next < line.words.size() && line.words[next].spaced) {
    if (line.words[next].neighbour_after.has(kind)) return true;
    // 경주 보문동: a place before a part of it.
    if (kind == EntityKind::place && line.words[next].suffix != nullptr &&
        line.words[next].suffix_begin > line.words[next].begin &&
        std::any_of(line.words[next].suffix->begin(), line.words[next].suffix->end(), [](const Suffix& suffix) {
          return suffix.kind == EntityKind::place && suffix.where == Suffix::Where::guarded;
        }))
      return true;
    const bool has_people =
        kind == EntityKind::company || kind == EntityKind::organization || kind == EntityKind::person;
    if (has_people && line.words[next].title != nullptr && line.words[next].title->strong &&
        line.words[next].title->after)
      return true;
    // 조국 전 법무부 장관: a few words may stand between a person and the title.
    constexpr std::size_t kMostBetween = 4;
    for (std::size_t i = next;
         kind == EntityKind::person && !particle && i < line.words.size() && i < next + kMostBetween; ++i) {
      if (!line.words[i].spaced) break;
      if (line.words[i].title != nullptr && line.words[i].title->strong && line.words[i].title->after) return true;
    }
  }
  if (first > 0 && first < line.words.size() && line.words[first].begin == hit.span.begin) {
    const Word& previous = line.words[first - 1];
    const std::string_view gap = text.substr(previous.end, hit.span.begin - previous.end);
    if (gap.size() <= 4 && gap.starts_with(' ') && previous.neighbour_before.has(kind)) return true;
    // 가수 승리와
    if (kind == EntityKind::person && gap == " " && previous.title != nullptr && previous.title->stage &&
        previous.title_end == previous.end)
      return true;
  }
  if (kind == EntityKind::company && cues_.company_mark_before(text, hit.span.begin) != 0) return true;
  // A product right behind its maker: 구글 바드, 엔비디아의 쿠다.
  if (index > 0 && hits[index - 1].line == hit.line && hits[index - 1].accepted &&
      hit.span.begin - hits[index - 1].span.end <= 6)
    for (const KnownRelation& relation : catalog_[catalog_.name(hits[index - 1].name).known].relations)
      if (relation.object == known && relation.type == model::RelationType::makes) return true;
  return false;
}

bool KnownNames::among_its_like(const std::vector<Hit>& hits, std::size_t index) const {
  const std::uint32_t known = catalog_.name(hits[index].name).known;
  const EntityKind kind = catalog_[known].entity.kind;
  const auto trade = [](EntityKind k) { return k == EntityKind::company || k == EntityKind::product; };
  return std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
    if (!other.accepted || catalog_.name(other.name).known == known) return false;
    const EntityKind like = catalog_[catalog_.name(other.name).known].entity.kind;
    return kind == like || (trade(kind) && trade(like));
  });
}

bool KnownNames::another_country(const Line& line, const std::vector<Hit>& hits, std::size_t index) const {
  const Hit& hit = hits[index];
  // 반정부: the prefix makes it anybody's.
  if (hit.span.begin > line.span.begin && is_word_character(text::decode_before(line.text, hit.span.begin).code_point))
    return true;
  if (index == 0 || hits[index - 1].line != hit.line || hits[index - 1].span.end + 1 != hit.span.begin) return false;
  const std::uint32_t before = catalog_.name(hits[index - 1].name).known;
  constexpr std::string_view kHome = "kr";
  const model::Entity& entity = catalog_[before].entity;
  // 트럼프 정부: Korean names have no space.
  if (entity.kind == EntityKind::person) return entity.name_ko.find(' ') != std::string::npos;
  return entity.kind == EntityKind::place && !catalog_.lies_in(before, kHome);
}

bool KnownNames::is_office(const Line& line, const Hit& hit) const {
  const std::size_t index = line.word_from(hit.span.begin);
  if (index >= line.words.size() || line.words[index].begin != hit.span.begin) return false;
  const Word& word = line.words[index];
  if (word.title == nullptr || !word.title->after || word.title_begin <= hit.span.begin ||
      word.title_begin + kSyllable != hit.span.end || word.title_end != hit.span.end + kSyllable)
    return false;
  bool place = false;
  catalog_.names().at(line.text, hit.span.begin, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    place = place || (end == word.title_begin && catalog_[catalog_.name(id).known].entity.kind == EntityKind::place);
  });
  return place;
}

void KnownNames::mark(Page& page) const {
  std::vector<Line>& lines = page.lines();
  std::vector<Hit> hits;
  const std::vector<std::uint32_t> spoken = circles(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) collect(lines[i], i, spoken[i], hits);
  drop_namesakes(lines, hits);
  std::erase_if(hits, [&](const Hit& hit) { return is_office(lines[hit.line], hit); });
  for (Hit& hit : hits) hit.accepted = catalog_.name(hit.name).evidence == Evidence::none;
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (!hits[i].accepted) hits[i].accepted = introduced(lines[hits[i].line], hits, i);
  // What is introduced in one place, or named there without doubt, is itself everywhere.
  std::vector<std::uint32_t> sure;
  for (const Hit& hit : hits)
    if (hit.accepted) sure.push_back(catalog_.name(hit.name).known);
  std::sort(sure.begin(), sure.end());
  std::vector<bool> accepted(hits.size());
  for (std::size_t i = 0; i < hits.size(); ++i) {
    const KnownName& name = catalog_.name(hits[i].name);
    accepted[i] = hits[i].accepted ||
                  (name.evidence != Evidence::bracket && std::binary_search(sure.begin(), sure.end(), name.known)) ||
                  (name.evidence == Evidence::some && among_its_like(hits, i));
  }
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (catalog_.name(hits[i].name).national && another_country(lines[hits[i].line], hits, i)) accepted[i] = false;
  for (std::size_t i = 0; i < hits.size(); ++i)
    if (accepted[i]) page.mention(lines[hits[i].line], hits[i].span, page.known(catalog_.name(hits[i].name).known));
}

}  // namespace timeline::entity
