#include "event/conjugation.hpp"

#include "text/utf8.hpp"

namespace timeline::event {
namespace {

// Indices of the letters of a syllable block, as Unicode orders them (U+AC00 + (lead * 21 + vowel) * 28 + tail).
constexpr int kA = 0, kAe = 1, kYa = 2, kEo = 4, kE = 5, kYeo = 6, kO = 8, kWa = 9, kWae = 10, kOe = 11, kU = 13,
              kWo = 14, kWi = 16, kEu = 18, kI = 20;
constexpr int kNoTail = 0, kTailS = 19, kTailD = 7, kTailN = 4, kTailL = 8, kTailB = 17, kTailSs = 20;
constexpr int kLeadR = 5, kLeadNone = 11, kLeadH = 18;

struct Syllable {
  int lead, vowel, tail;
};

Syllable take_apart(char32_t c) {
  const int index = static_cast<int>(c) - 0xAC00;
  return {index / 588, index / 28 % 21, index % 28};
}

std::string put(std::string_view head, const Syllable& s) {
  std::string out(head);
  text::append_utf8(static_cast<char32_t>(0xAC00 + (s.lead * 21 + s.vowel) * 28 + s.tail), out);
  return out;
}

std::string put(std::string_view head, const Syllable& s, const Syllable& more) {
  return put(put(head, s), more);
}

bool is_bright(int vowel) {
  return vowel == kA || vowel == kO || vowel == kYa;
}

/// The infinitive as its last syllable or two; the full form first, then the contracted one where there is one.
void add_infinitive(std::string_view head, const Syllable& s, std::vector<std::string>& out) {
  const Syllable a{kLeadNone, is_bright(s.vowel) ? kA : kEo, kNoTail};
  const auto contracted = [&](int vowel) { out.push_back(put(head, {s.lead, vowel, kNoTail})); };
  if (s.tail != kNoTail) {
    out.push_back(put(head, s, a));
    return;
  }
  switch (s.vowel) {
    case kA:
      if (s.lead == kLeadH) {  // 하다
        out.push_back(put(head, s, {kLeadNone, kYeo, kNoTail}));
        contracted(kAe);
      } else {
        contracted(kA);
      }
      break;
    case kEo:
    case kAe:
    case kE:
    case kYeo:
      contracted(s.vowel);
      break;
    case kO:
      out.push_back(put(head, s, a));
      contracted(kWa);
      break;
    case kU:
      out.push_back(put(head, s, a));
      contracted(kWo);
      break;
    case kI:
      out.push_back(put(head, s, a));
      contracted(kYeo);
      break;
    case kOe:
      out.push_back(put(head, s, a));
      contracted(kWae);
      break;
    case kEu:
      contracted(kEo);
      break;
    default:
      out.push_back(put(head, s, a));
      break;
  }
}

}  // namespace

std::vector<std::pair<std::string, Base>> bases_of(std::string_view stem, Irregular irregular) {
  std::vector<std::pair<std::string, Base>> bases;
  if (stem.empty()) return bases;
  const text::Decoded last = text::decode_before(stem, stem.size());
  if (!text::is_hangul_syllable(last.code_point)) return bases;
  const std::string_view head = stem.substr(0, stem.size() - last.length);
  const Syllable s = take_apart(last.code_point);
  const auto with_tail = [&](int tail) { return put(head, {s.lead, s.vowel, tail}); };
  const auto add = [&](std::string form, Base base) { bases.emplace_back(std::move(form), base); };

  add(std::string(stem), Base::plain);
  std::vector<std::string> infinitives;
  if (s.tail == kNoTail || s.tail == kTailL) {
    add(with_tail(kNoTail), Base::drop);
    add(std::string(stem), Base::eu);
    add(with_tail(kTailN), Base::adn_past);
    add(with_tail(kTailL), Base::adn_future);
    add(with_tail(kTailB), Base::polite);
    if (irregular == Irregular::r && !head.empty()) {  // 오르 → 올라
      const text::Decoded before = text::decode_before(head, head.size());
      Syllable first = take_apart(before.code_point);
      first.tail = kTailL;
      infinitives.push_back(put(head.substr(0, head.size() - before.length), first,
                                {kLeadR, is_bright(first.vowel) ? kA : kEo, kNoTail}));
    } else {
      add_infinitive(head, s, infinitives);
    }
  } else {
    add(std::string(stem), Base::drop);
    add(put(head, s, {9, kEu, kTailB}), Base::polite);  // 습
    const auto with_eu = [&](const Syllable& changed, int tail) { return put(head, changed, {kLeadNone, kEu, tail}); };
    Syllable before_vowel = s;
    if (irregular == Irregular::b && s.tail == kTailB) {
      before_vowel.tail = kNoTail;
      const auto with_u = [&](int vowel, int tail) { return put(head, before_vowel, {kLeadNone, vowel, tail}); };
      add(with_u(kU, kNoTail), Base::eu);
      add(with_u(kU, kTailN), Base::adn_past);
      add(with_u(kU, kTailL), Base::adn_future);
      infinitives.push_back(with_u(head.empty() && is_bright(s.vowel) ? kWa : kWo, kNoTail));
    } else {
      if (irregular == Irregular::d && s.tail == kTailD) before_vowel.tail = kTailL;
      if (irregular == Irregular::s && s.tail == kTailS) before_vowel.tail = kNoTail;
      add(with_eu(before_vowel, kNoTail), Base::eu);
      add(with_eu(before_vowel, kTailN), Base::adn_past);
      add(with_eu(before_vowel, kTailL), Base::adn_future);
      infinitives.push_back(put(head, before_vowel, {kLeadNone, is_bright(s.vowel) ? kA : kEo, kNoTail}));
    }
  }
  for (const std::string& form : infinitives) {
    const text::Decoded end = text::decode_before(form, form.size());
    Syllable closed = take_apart(end.code_point);
    closed.tail = kTailSs;
    add(put(std::string_view(form).substr(0, form.size() - end.length), closed), Base::past);
    add(form, Base::infinitive);
  }
  return bases;
}

}  // namespace timeline::event
