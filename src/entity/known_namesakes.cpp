#include <algorithm>

#include "entity/hangul.hpp"
#include "entity/known_names.hpp"
#include "text/utf8.hpp"

// Whom a part of a known foreign name does not mean: somebody else of that given or family name.
namespace timeline::entity {

using model::EntityKind;

bool KnownNames::is_namesake(const Line& line, const Hit& hit) const {
  const model::Entity& known = catalog_[catalog_.name(hit.name).known].entity;
  const std::string_view whole = known.name;
  const std::size_t blank = whole.find(' ');
  if (known.kind != EntityKind::person || blank == std::string_view::npos) return false;
  const std::string_view name = hit.span.of(line.text);
  const std::size_t index = line.word_from(hit.span.begin);
  if (index >= line.words.size() || line.words[index].begin != hit.span.begin) return false;
  if (whole.size() > name.size() && whole.ends_with(name) && whole[whole.size() - name.size() - 1] == ' ' &&
      line.words[index].spaced && index > 0) {
    // 스티브 for 스티븐: two syllables are enough.
    const std::string_view given = line.of(line.words[index - 1]);
    return names_.is_foreign_given(given) && whole.find(given.substr(0, 2 * kSyllable)) == std::string_view::npos;
  }
  if (name != whole.substr(0, blank) || index + 2 >= line.words.size() || line.words[index].end != hit.span.end)
    return false;
  const Word& family = line.words[index + 1];
  const Word& behind = line.words[index + 2];
  return family.spaced && behind.spaced && family.title == nullptr && text::is_hangul(line.of(family)) &&
         !whole.substr(blank + 1).starts_with(line.of(family)) && behind.title != nullptr && behind.title->strong &&
         behind.title->after && behind.title_begin == behind.begin;
}

/// 트럼프 대통령: behind the name stands the office for which he is known.
bool KnownNames::has_own_title(const Line& line, const Hit& hit) const {
  const std::size_t next = line.word_from(hit.span.end);
  if (next >= line.words.size() || !line.words[next].spaced || line.words[next].title == nullptr) return false;
  const Word& word = line.words[next];
  const std::string_view title = line.text.substr(word.title_begin, word.title_end - word.title_begin);
  return catalog_[catalog_.name(hit.name).known].entity.description.ends_with(title);
}

/// Where a namesake is told of, and the known one not by his whole name, half of the name is the namesake's.
void KnownNames::drop_namesakes(const std::vector<Line>& lines, std::vector<Hit>& hits) const {
  std::vector<std::uint32_t> others;
  for (const Hit& hit : hits)
    if (is_namesake(lines[hit.line], hit)) others.push_back(catalog_.name(hit.name).known);
  if (others.empty()) return;
  for (const Hit& hit : hits)
    if (hit.span.of(lines[hit.line].text) == catalog_[catalog_.name(hit.name).known].entity.name)
      std::erase(others, catalog_.name(hit.name).known);
  std::erase_if(hits, [&](const Hit& hit) {
    const bool other = std::find(others.begin(), others.end(), catalog_.name(hit.name).known) != others.end();
    return (other && !has_own_title(lines[hit.line], hit)) || is_namesake(lines[hit.line], hit);
  });
}

}  // namespace timeline::entity
