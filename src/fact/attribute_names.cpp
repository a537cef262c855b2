#include "fact/attribute_names.hpp"

#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

void append(std::string& name, std::string_view word) {
  if (word.empty() || name == word || (name.ends_with(word) && name[name.size() - word.size() - 1] == ' ')) return;
  if (!name.empty()) name += ' ';
  name += word;
}

/// 절반, 3분의 1
bool is_fraction(const model::Quantity& quantity) {
  return quantity.unit == "x" && quantity.high.value_or(quantity.low.value_or(2)) <= 1;
}

bool is_count(const model::Quantity& quantity) {
  return quantity.unit == "unit" || quantity.unit == "person";
}

}  // namespace

std::string AttributeNames::name(const Site& site, const Measure& measure) const {
  if (!right_before(FactWord::rate, site).empty()) return std::string(in_.facts.speed());
  if (measure.rule == "distance") return std::string(in_.facts.distance());
  std::string name(right_before(FactWord::per, site));
  std::string words = in_.attribute_text(measure.words);
  if (words.starts_with(name)) name.clear();
  // 1인당 참가비, but 직원 1인당 금액
  if (!words.empty() && !name.empty() && !is_count(site.quantity) && !is_amount(site, measure.words)) {
    words += ' ' + name;
    name.clear();
  }
  if (is_times(site.quantity))
    append(name, times_name(site, measure));
  else if (measure.words.empty())
    append(name, bare_name(site, measure));
  else if (is_count(site.quantity))
    append(name, count_name(site, measure, words));
  else
    append(name, amount_name(site, measure, words));
  return name;
}

std::string_view AttributeNames::right_before(FactWord kind, const Site& site) const {
  std::uint32_t end = site.quantity.span.begin;
  while (end > site.scope.begin && in_.text[end - 1] == ' ') --end;
  for (const std::uint32_t at : in_.word_starts({site.scope.begin, end}))
    if (in_.facts.is(kind, in_.text, {at, end})) return in_.text.substr(at, end - at);
  return {};
}

std::string AttributeNames::bare_name(const Site& site, const Measure& measure) const {
  std::string name;
  if (const std::string_view whole = in_.named_by_verb(site); !whole.empty()) return std::string(whole);
  const std::string_view done = action(site, measure);
  if (is_currency(site.quantity.unit) || !in_.facts.is_of_money(done)) append(name, done);
  const bool fraction = is_fraction(site.quantity);
  append(name, fraction ? in_.facts.share_word() : in_.facts.default_attribute(site.quantity));
  append(name, change(site, measure));
  return name;
}

std::string AttributeNames::count_name(const Site& site, const Measure& measure, const std::string& words) const {
  std::string name;
  // The action only where it is said of the things counted themselves: 확보 GPU 수.
  if (measure.rule != "part" && measure.rule != "topic-and-noun") {
    append(name, action(site, measure));
    if (name.empty()) append(name, used(site, measure));
    // 회원 300명 가운데 40명이 탈퇴했다: only the verb tells the part from the whole.
    if (name.empty() && measure.rule == "repeated")
      append(name, in_.verbal_noun(in_.skip_to_word(site.end, site.scope.end), site.scope.end));
  }
  if (in_.facts.is_of_money(name) || words.starts_with(name + " ") || words.ends_with(name)) name.clear();
  append(name, words);
  if (in_.facts.counts_itself(site.quantity) && in_.facts.names_counted(in_.text, measure.words, site.quantity))
    append(name, in_.facts.suffix(site.quantity).substr(in_.facts.suffix(site.quantity).find(' ') + 1));
  else if (measure.rule == "noun-behind" && in_.facts.ends_with(FactWord::scale, in_.text, site.quantity.span))
    append(name, in_.facts.scale_word(in_.text, site.quantity.span));  // 30명 규모의 포럼
  else if (!is_amount(site, measure.words))
    append(name, counts_as_such(site, measure) ? in_.facts.suffix(site.quantity)
                                               : in_.facts.default_attribute(site.quantity));
  append(name, change(site, measure));
  return name;
}

std::string AttributeNames::amount_name(const Site& site, const Measure& measure, const std::string& words) const {
  std::string name = words;
  if (const std::string_view whole = in_.named_by_verb(site); !whole.empty()) {
    append(name, whole);  // 응답자의 62%가 반대했다: 응답자 반대 비율
    return name;
  }
  if (const std::string_view changed = change(site, measure); !changed.empty()) {
    append(name, changed);
    return name;
  }
  const base::Span value = site.quantity.span;
  if (in_.facts.ends_with(FactWord::scale, in_.text, value)) {
    // 10GW 규모 데이터센터 구축: the thing built has the size.
    const std::size_t space = name.rfind(' ');
    const bool joined = in_.facts.scale_word(in_.text, value).ends_with("\xEC\x9D\x98") ||
                        in_.particle_behind(site.end, site.scope.end) == ParticleKind::genitive;
    if (!joined && measure.rule == "noun-behind" && space != std::string::npos &&
        in_.facts.is_action(name.substr(space + 1)))
      name.erase(space);
    if (!in_.facts.ends_with(FactWord::scale, in_.text, measure.words))
      append(name, in_.facts.scale_word(in_.text, value));
    return name;
  }
  if (is_amount(site, measure.words)) return name;
  // 응답자의 40%가 그를 지지했다: 응답자 지지 비율; 조직을 100% 없앴다: how much of it the verb concerns.
  if (site.quantity.unit == "%" || site.quantity.unit == "x") {
    const std::string_view use = used(site, measure);
    const bool done = use.empty() && in_.particle_behind(measure.words.end, site.scope.end) == ParticleKind::object;
    append(name, done ? in_.verbal_noun(in_.skip_to_word(site.end, site.scope.end), site.scope.end) : use);
  }
  const std::string_view suffix =
      is_fraction(site.quantity) ? in_.facts.share_word() : in_.facts.suffix(site.quantity, last_word(measure.words));
  if (!name.ends_with(suffix)) append(name, suffix);  // 체감온도 says 온도
  return name;
}

bool AttributeNames::counts_as_such(const Site& site, const Measure& measure) const {
  if (in_.facts.is_action(last_word(measure.words))) return false;  // 탈퇴 300명
  // 시위 300명: the people of it.
  return site.quantity.unit != "person" || in_.is_people(measure.words);
}

bool AttributeNames::is_times(const model::Quantity& quantity) const {
  return !quantity.counter.empty() && in_.facts.is_times(quantity.counter);
}

std::string AttributeNames::times_name(const Site& site, const Measure& measure) const {
  const std::uint32_t end = std::max(site.end, measure.words.end);
  std::string_view done = deed_at(in_.skip_to_word(end, site.scope.end), site);
  // Only a deed is done so many times: 두 차례 회담, 세 차례 합의를 파기했다; not 세 차례에 걸쳐 책 5권을 샀다.
  const bool deed = !done.empty() || in_.facts.is_action(last_word(measure.words)) ||
                    in_.facts.ends_with(FactWord::deed, in_.text, measure.words) ||
                    in_.facts.ends_with(FactWord::measure, in_.text, measure.words) ||
                    (measure.rule == "noun-behind" && in_.text[measure.words.end] != ',' &&
                     in_.particle_behind(site.end, site.scope.end) == ParticleKind::genitive);
  std::string name = deed ? in_.attribute_text(measure.words) : std::string();
  if (!deed) done = done_behind(site);
  if (!done.empty() && !std::string_view(name).ends_with(done)) append(name, done);
  append(name, in_.facts.default_attribute(site.quantity));
  return name;
}

std::string_view AttributeNames::done_behind(const Site& site) const {
  const std::uint32_t begin = in_.skip_to_word(site.end, site.scope.end);
  if (const std::string_view done = deed_at(begin, site); !done.empty()) return done;
  const Split right = in_.split({begin, in_.boundary(std::min(site.scope.end, begin + kReach))});
  if (right.verbs.empty()) return {};
  for (const Phrase& phrase : right.phrases)
    if (phrase.end <= right.verbs.front().span.begin &&
        (phrase.kind == ParticleKind::topic || phrase.kind == ParticleKind::subject))
      return {};
  // 성대한 잔치를 열었다: what describes something is done only where it is known as a deed.
  const Verb& verb = right.verbs.front();
  const std::string_view done = deed_at(verb.span.begin, site);
  return verb.adnominal && !is_deed(verb.span.begin, done) ? std::string_view() : done;
}

bool AttributeNames::is_deed(std::uint32_t at, std::string_view noun) const {
  return in_.facts.is_action(noun) ||
         in_.facts.is(FactWord::deed, in_.text, {at, at + static_cast<std::uint32_t>(noun.size())});
}

std::string_view AttributeNames::deed_at(std::uint32_t at, const Site& site) const {
  const std::string_view done = in_.verbal_noun(at, site.scope.end);
  if (done.empty() || is_deed(at, done)) return done;
  const base::Span noun{at, at + static_cast<std::uint32_t>(done.size())};
  // 함께했다, 포함하면
  const bool other = in_.facts.is(FactWord::post, in_.text, noun) || in_.facts.is(FactWord::skip, in_.text, noun) ||
                     in_.words.verb_form(in_.text, noun) != VerbForm::none;
  return other ? std::string_view() : done;
}

std::string_view AttributeNames::change(const Site& site, const Measure& measure) const {
  if (is_count(site.quantity) && measure.rule != "part" && measure.rule != "default") return {};
  const std::uint32_t behind = in_.behind(site);
  const auto particle = in_.particle_behind(behind, site.scope.end);
  if (particle == ParticleKind::until || particle == ParticleKind::direction || particle == ParticleKind::locative ||
      particle == ParticleKind::topic || particle == ParticleKind::in)
    return {};
  // 1km 떨어진 곳: of the measures only some grow or fall.
  const std::string_view unit = site.quantity.unit;
  if (unit == "m" || unit == "m2" || unit == "km2" || unit == "mi" || unit == "ft" || unit == "yd") return {};
  // 30도 이상 오르는 곳: a bound is a level.
  if (unit == "°C" && (!site.quantity.low || !site.quantity.high)) return {};
  std::uint32_t at = in_.skip_to_word(behind, site.scope.end);
  // 3% 더 내렸다
  std::uint32_t end = at;
  while (end < site.scope.end && in_.text[end] != ' ') ++end;
  if (in_.words.verb_form(in_.text, {at, end}) == VerbForm::adverb) at = in_.skip_space(end);
  return in_.facts.change(in_.text, at);
}

std::string_view AttributeNames::action(const Site& site, const Measure& measure) const {
  // The verb that describes the number or the noun before it comes first: 윤씨가 건넨 500만원을 받았다.
  const auto& verbs = site.left.verbs;
  const std::uint32_t begin =
      std::min(site.quantity.span.begin, measure.words.empty() ? site.quantity.span.begin : measure.words.begin);
  if (!verbs.empty() && verbs.back().adnominal && verbs.back().span.end <= begin &&
      in_.trim({verbs.back().span.end, begin}).empty()) {
    const Verb& verb = verbs.back();
    if (const std::string_view before = in_.facts.action(in_.text, verb.span.begin); !before.empty()) return before;
    // 공급하겠다고 발표한 26만장
    if (verbs.size() >= 2 && verbs[verbs.size() - 2].quoting &&
        in_.trim({verbs[verbs.size() - 2].span.end, verb.span.begin}).empty())
      return in_.facts.action(in_.text, verbs[verbs.size() - 2].span.begin);
  }
  const std::uint32_t end = std::max(site.end, measure.words.end);
  const auto particle = in_.particle_behind(end, site.scope.end);
  const bool counted = !particle || *particle == ParticleKind::object || *particle == ParticleKind::subject ||
                       *particle == ParticleKind::topic || *particle == ParticleKind::also;
  return counted ? in_.action_behind(end, site.scope.end) : std::string_view();
}

std::string_view AttributeNames::used(const Site& site, const Measure& measure) const {
  const std::uint32_t end = std::max(site.end, measure.words.end);
  const auto particle = in_.particle_behind(end, site.scope.end);
  if (particle != ParticleKind::subject && particle != ParticleKind::with) return {};
  const Split right = in_.split({end, in_.boundary(std::min<std::uint32_t>(site.scope.end, end + kReach))});
  for (const Phrase& phrase : right.phrases)
    if (phrase.kind == ParticleKind::object) {
      const std::uint32_t next = in_.skip_space(phrase.end);
      return in_.facts.starts(FactWord::use, in_.text, next) ? in_.facts.action(in_.text, next) : std::string_view();
    }
  return {};
}

std::string_view AttributeNames::last_word(base::Span words) const {
  const std::string_view all = words.of(in_.text);
  const std::size_t space = all.rfind(' ');
  return space == std::string_view::npos ? all : all.substr(space + 1);
}

bool AttributeNames::is_amount(const Site& site, base::Span words) const {
  if (in_.facts.ends_with(FactWord::amount, in_.text, words)) return true;
  if (is_count(site.quantity)) return in_.facts.ends_with(FactWord::ratio, in_.text, words);  // 출산율 0.7명
  if (in_.facts.is_action(last_word(words))) return false;
  const std::string_view unit = site.quantity.unit;
  if (unit == "%" || unit == "x") return in_.facts.ends_with(FactWord::ratio, in_.text, words);
  if (in_.facts.ends_with(FactWord::measure, in_.text, words)) return true;
  return is_currency(unit) && in_.facts.ends_with(FactWord::money, in_.text, words);
}

}  // namespace timeline::fact
