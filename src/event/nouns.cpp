#include <algorithm>

#include "event/assembler.hpp"

// Events that a noun tells, where no verb of the sentence does.
namespace timeline::event {

using lexicon::ParticleKind;
using model::DateBasis;
using model::EventStatus;
using model::ParticipantRole;

/// 4일 재무부의 차환 계획 발표도 영향을 미쳤다, 29일 김하늘 대통령의 방한에 맞춰: what somebody named does (의) on the
/// day right before it.
void Assembler::tell_nouns(const Phrase& phrase, const std::vector<Attachment>& attachments) {
  const auto& words = phrase.words;
  for (std::uint32_t i = 0; i + 2 < words.size(); ++i) {
    const std::uint32_t time = words[i].time;
    if (time == kNone || words[i + 1].time != kNone || words[i].particle || words[i].passage != 0) continue;
    const model::TimeValue& value = extraction_.times[time].value;
    if (!value.is_dated() || !value.from || !value.to || extraction_.times[time].kind == model::TimeKind::vague)
      continue;
    if (std::any_of(attachments.begin(), attachments.end(), [&](const Attachment& one) { return one.time == time; }))
      continue;
    constexpr std::uint32_t kWords = 7;
    std::uint32_t owner = kNone;
    std::uint32_t last = i + 1;
    for (; last < words.size() && last <= i + kWords; ++last) {
      const Word& word = words[last];
      if (word.passage != 0 || word.aside || word.named || word.time != kNone) break;
      if (word.particle == ParticleKind::genitive && owner == kNone)
        owner = last;
      else if (word.particle || word.comma)
        break;
    }
    if (owner == kNone || last >= words.size() || last > i + kWords || last == owner || words[last].passage != 0 ||
        words[last].time != kNone || !words[last].particle)
      continue;
    const std::string_view noun = words[last].core.of(phrase.text);
    const Trigger* trigger = vocabulary_.noun_trigger(noun);
    const bool tells = trigger && trigger->type != "activity" && trigger->kind != TriggerClass::vague &&
                       trigger->kind != TriggerClass::report && trigger->kind != TriggerClass::close;
    if (!tells) continue;
    const auto argument = [&](std::uint32_t first, std::uint32_t end) {
      return Argument{{words[first].span.begin, words[end].core.end}, first, end, std::nullopt, false, kNone};
    };
    Draft draft;
    draft.type = trigger->type;
    draft.specific = true;
    draft.parts.agent = headlines_.party(extraction_, phrase, argument(i + 1, owner));
    if (draft.parts.agent.heads == 0) continue;
    if (last > owner + 1) draft.parts.object = headlines_.thing(extraction_, phrase, argument(owner + 1, last - 1));
    draft.parts.action = trigger->title;
    draft.parts.verb = trigger->english;
    const When at = when(value, article_.published);
    draft.parts.status = at == When::past || (at == When::around && value.granularity <= model::Granularity::day)
                             ? EventStatus::occurred
                             : EventStatus::planned;
    for (const std::uint32_t entity : draft.parts.agent.entities) draft.add_participant(entity, ParticipantRole::agent);
    for (const std::uint32_t entity : draft.parts.object.entities)
      draft.add_participant(entity, ParticipantRole::object);
    model::EventMention event;
    event.type = draft.type;
    event.sentence = phrase.sentence;
    event.trigger = words[last].core;
    event.evidence = {extraction_.times[time].span.begin, words[last].core.end};
    event.date = value;
    event.time_expression = time;
    event.date_basis = DateBasis::stated;
    event.status = draft.parts.status;
    event.participants = draft.participants;
    event.object_text = draft.parts.object.text;
    event.title = headlines_.korean(draft.parts);
    event.title_en = headlines_.english(draft.parts);
    event.rule = "noun";
    event.confidence = 0.85;
    if (!event.title.empty()) events_.push_back(std::move(event));
  }
}

}  // namespace timeline::event
