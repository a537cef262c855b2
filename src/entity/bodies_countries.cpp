#include <algorithm>

#include "entity/bodies.hpp"

// Bodies that every country has, named without it: the country is the one of which the text has just spoken.
namespace timeline::entity {
namespace {

using model::EntityKind;

constexpr std::size_t kLines = 2;                              // so far back a country is still spoken of
constexpr std::string_view kHomeGovernment = "kr-government";  // 정부 is ours, whoever was spoken of

/// A body that was named with its country.
struct Spoken {
  std::size_t line = 0;
  std::string_view name;  ///< 러시아 외교부
  std::uint32_t entity = 0;

  [[nodiscard]] std::string_view body() const { return name.substr(name.rfind(' ') + 1); }
};

bool is_body_of_state(const Word& word) {
  return word.suffix != nullptr && word.suffix_begin == word.begin &&
         std::any_of(word.suffix->begin(), word.suffix->end(), [](const Suffix& suffix) {
           return suffix.kind == EntityKind::organization && suffix.where == Suffix::Where::place && suffix.least == 0;
         });
}

}  // namespace

void Bodies::by_country(Page& page) const {
  std::vector<Spoken> spoken;
  for (std::size_t number = 0; number < page.lines().size(); ++number) {
    Line& line = page.lines()[number];
    for (const Word& word : line.words) {
      const std::string_view body = line.text.substr(word.begin, word.suffix_end - word.begin);
      if (!is_body_of_state(word)) continue;
      const base::Span span{word.begin, word.suffix_end};
      const Mention* mention = line.mention_in(span);
      if (mention != nullptr && mention->span.begin < span.begin && mention->span.end == span.end) {
        spoken.push_back({number, mention->span.of(line.text), mention->entity});
        continue;
      }
      if (mention != nullptr && (mention->span != span || page.entity(mention->entity).key == kHomeGovernment))
        continue;
      // 우리 국방부, 한국 국방부
      const std::size_t index = static_cast<std::size_t>(&word - line.words.data());
      if (index > 0 && word.spaced) {
        const Word& before = line.words[index - 1];
        const Mention* owner = line.mention_in({before.begin, before.end});
        if (before.neighbour_before.has(EntityKind::organization)) continue;
        if (owner != nullptr && owner->span.end == before.end && page.entity(owner->entity).kind == EntityKind::place)
          continue;
      }
      // [사진 국방부]
      if (word.suffix_end == word.end && (index + 1 >= line.words.size() || !line.words[index + 1].spaced)) continue;
      const auto same =
          std::find_if(spoken.rbegin(), spoken.rend(), [&](const Spoken& one) { return one.body() == body; });
      if (same == spoken.rend() || number - same->line > kLines) continue;
      Page::release(line, span);
      page.mention(line, span, same->entity);
    }
  }
}

}  // namespace timeline::entity
