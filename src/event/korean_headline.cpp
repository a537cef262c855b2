#include "event/headline.hpp"

// The Korean half of headlines: who, a comma, what was done to what, and what came of it.
namespace timeline::event {

using model::EventStatus;

std::string Headlines::korean(const HeadlineParts& parts) const {
  if (parts.native) {
    // 백악관 떠나, 백악관 떠날 예정, 돈 받은 의혹
    HeadlineParts written = parts;
    written.native = nullptr;
    const bool past = parts.possibility == Possibility::accused || parts.status == EventStatus::denied;
    if (past)
      written.action = parts.native->behind;
    else if (parts.announced || parts.decided || parts.status != EventStatus::occurred)
      written.action = parts.status == EventStatus::ongoing ? parts.action : parts.native->ahead;
    return korean(written);
  }
  std::string rest = parts.measure.text;
  if (!rest.empty() && !parts.object.text.empty()) rest += ' ';
  rest += parts.object.text;
  if (parts.action.empty() && (rest.empty() || parts.possibility == Possibility::required)) return {};
  // 조사 조사, 발표 발표: said once.
  if (!parts.action.empty() && !rest.ends_with(parts.action)) {
    if (!rest.empty()) rest += ' ';
    rest += parts.action;
  }
  // 전략을 발표할 예정이다: it is the announcement that is planned.
  const bool ahead = parts.action == vocabulary_.announced_word() && parts.ahead;
  const bool announces = parts.announced && !parts.by_other && !ahead;
  const bool decision = parts.decided && parts.status == EventStatus::planned;
  const std::string_view suffix =
      decision ? vocabulary_.decided_word()
      : !parts.ended.empty()
          ? std::string_view(parts.ended)
          : vocabulary_.status_word(announces ? EventStatus::occurred : parts.status, parts.possibility);
  if (announces) {
    const std::string_view word = vocabulary_.announced_word();
    if (!rest.ends_with(word)) rest += " " + std::string(word);
  } else if (!suffix.empty() && !rest.ends_with(suffix)) {
    rest += " " + std::string(suffix);
  }
  if (!parts.with.text.empty()) rest = parts.with.text + " " + rest;
  if (parts.agent.text.empty()) return rest;
  // 사고 발생, 기념식 개최: what only happens or is held is no actor.
  // 서울 사고 발생: where it happens goes before what happens.
  const bool intransitive = english_.is_intransitive(parts.verb);
  const bool happens = parts.agent.heads == 0 && parts.object.text.empty() &&
                       (parts.passive || (parts.agent.entities.empty() && (intransitive || parts.agent.thing)));
  if (parts.where && parts.agent.heads == 0 && parts.agent.entities.empty() && intransitive) {
    HeadlineParts placed = parts;
    placed.agent.text = parts.object.text + " " + parts.agent.text;
    placed.object = {};
    placed.where = false;
    return korean(placed);
  }
  return parts.agent.text + (happens ? " " : ", ") + rest;
}

}  // namespace timeline::event
