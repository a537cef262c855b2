#include "fact/landmarks.hpp"

#include <algorithm>

namespace timeline::fact {

std::span<const Landmarks::Named> Landmarks::names_in(base::Span range) const {
  const auto first =
      std::partition_point(names.begin(), names.end(), [&](const Named& n) { return n.span.end <= range.begin; });
  const auto last = std::partition_point(first, names.end(), [&](const Named& n) { return n.span.begin < range.end; });
  return {first, last};
}

Landmarks landmarks_of(const model::Extraction& extraction, model::Field field) {
  Landmarks marks;
  for (const model::EntityMention& mention : extraction.mentions)
    if (extraction.sentences[mention.sentence].field == field)
      marks.names.push_back({.span = mention.span,
                             .entity = mention.entity,
                             .person = extraction.entities[mention.entity].kind == model::EntityKind::person});
  std::sort(marks.names.begin(), marks.names.end(), [](const Landmarks::Named& a, const Landmarks::Named& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    return a.span.end != b.span.end ? a.span.end > b.span.end : a.entity < b.entity;
  });
  std::uint32_t end = 0;
  std::erase_if(marks.names, [&](const Landmarks::Named& name) {
    if (name.span.begin < end) return true;
    end = name.span.end;
    return false;
  });
  for (const model::TimeExpression& time : extraction.times)
    if (extraction.sentences[time.sentence].field == field) marks.times.push_back(time.span);
  std::sort(marks.times.begin(), marks.times.end());
  return marks;
}

}  // namespace timeline::fact
