#include <algorithm>

#include "fact/owners.hpp"
#include "text/utf8.hpp"

// Who gets a share of a number: 정부와 서해전자, 가온그룹에 각 5만장.
namespace timeline::fact {
namespace {

using lexicon::ParticleKind;

}  // namespace

std::vector<Recipient> Owners::shared_among(const Site& site) {
  std::vector<Recipient> recipients;
  const auto& left = site.left.phrases;
  const model::Quantity& quantity = site.quantity;
  if (left.empty() || !in_.core(site.left.rest.span).empty()) return recipients;
  const Phrase& last = left.back();
  if (last.kind != ParticleKind::locative && last.kind != ParticleKind::dative) return recipients;
  // Nothing but a word such as 각 may stand between them and the number.
  const base::Span gap = in_.trim({last.end, quantity.span.begin});
  const bool each = (!gap.empty() && in_.facts.is(FactWord::each, in_.text, gap)) ||
                    in_.facts.starts(FactWord::each_after, in_.text, quantity.span.end);
  if (!gap.empty() && !each) return recipients;
  if (!each && !(shared_sentence_ == quantity.sentence)) return recipients;
  std::size_t first = left.size() - 1;
  while (first > 0 && left[first - 1].kind == ParticleKind::with &&
         in_.trim({left[first - 1].end, left[first].span.begin}).empty())
    --first;
  before_commas(left[first].span.begin, site, recipients);
  for (std::size_t i = first; i < left.size(); ++i) part(left[i], recipients);
  if (recipients.size() < 2 && shared_sentence_ != quantity.sentence) recipients.clear();
  if (!recipients.empty()) shared_sentence_ = quantity.sentence;
  return recipients;
}

void Owners::before_commas(std::uint32_t begin, const Site& site, std::vector<Recipient>& recipients) const {
  std::vector<Recipient> found;
  for (;;) {
    const base::Span gap = in_.trim({site.scope.begin, begin});
    const bool comma = gap.end > gap.begin && in_.text[gap.end - 1] == ',';
    const std::uint32_t end = comma ? gap.end - 1 : gap.end;
    const auto names = in_.marks.names_in({gap.begin, end});
    if (names.empty()) break;
    const Landmarks::Named& name = names.back();
    // 정부와 서해전자, 가온그룹에: a particle joins it where no comma does.
    const auto particle = comma ? std::nullopt : in_.particles.after(in_.text, name.span.end);
    const bool joined =
        comma ? name.span.end == end
              : !found.empty() && particle && particle->end == end && particle->kind == ParticleKind::with;
    if (!joined || !can_receive(in_.kind_of(name.entity))) break;
    found.push_back({name.span, name.entity});
    begin = name.span.begin;
  }
  recipients.insert(recipients.begin(), found.rbegin(), found.rend());
}

void Owners::part(const Phrase& phrase, std::vector<Recipient>& recipients) const {
  const base::Span whole = in_.trim(phrase.span);
  std::uint32_t begin = whole.begin;
  const auto take = [&](std::uint32_t end) {
    const base::Span words = in_.trim({begin, end});
    if (words.empty() || words.size() > kLongestAttribute) return;
    Recipient recipient{words, {}};
    for (const Landmarks::Named& named : in_.marks.names_in(words))
      if (words.contains(named.span) && named.span.end == words.end && named.span.begin == words.begin)
        recipient.entity = named.entity;
    recipients.push_back(recipient);
  };
  for (std::uint32_t at = whole.begin; at < whole.end;) {
    const text::Decoded c = text::decode(in_.text, at);
    const bool dot = c.code_point == 0xB7 || c.code_point == 0x30FB || c.code_point == 0x2027 || c.code_point == 0x318D;
    const auto around = in_.marks.names_in({at, at + 1});
    const bool inside = !around.empty() && around.front().span.begin < at;
    if (dot && !inside) {
      take(at);
      begin = at + c.length;
    }
    at += c.length;
  }
  take(whole.end);
}

}  // namespace timeline::fact
