#include "temporal/tense.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/table.hpp"
#include "temporal/spellings.hpp"
#include "text/blocks.hpp"
#include "text/utf8.hpp"

namespace timeline::temporal {
namespace {

constexpr std::uint32_t kFarthest = 400;  // bytes; a sign further away belongs to another clause

/// 았, 었, 했, 됐: a syllable that ends in ㅆ. 있 is a verb of its own and 겠 is the future.
bool is_past_syllable(char32_t c) {
  return text::final_consonant(c) == text::kFinalSs && c != 0xC788 && c != 0xACA0;
}

constexpr char32_t kWillSyllable = 0xACA0, kPlainEnding = 0xB2E4;

/// 열린 and 나온 tell of the past, 열린다 and 나온다 of what is coming: does 다 follow a syllable that ends in ㄴ?
bool is_plain_present(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end || text::decode(text, at).code_point != kPlainEnding) return false;
  const char32_t before = text::decode_before(text, at).code_point;
  return text::final_consonant(before) == text::kFinalN;
}

/// "끝난 뒤", "마친 후": what comes first tells nothing of the verb that follows.
bool stands_before_after(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr char32_t kAfter = 0xB4A4, kLater = 0xD6C4;
  if (at > 0 && at < end && text[at] == ' ' && text[at - 1] != ' ') ++at;
  if (at >= end || text[at - 1] != ' ') return false;
  const auto c = text::decode(text, at);
  const std::uint32_t next = at + c.length;
  return (c.code_point == kAfter || c.code_point == kLater) && (next >= end || text[next] == ' ' || text[next] == ',');
}

/// 만날 것, 챙길 것: a syllable that ends in ㄹ, and 것 behind it.
bool is_will_be(std::string_view text, std::uint32_t at, const text::Decoded& c) {
  constexpr char32_t kThing = 0xAC83;
  const std::uint32_t next = at + c.length + 1;
  return text::final_consonant(c.code_point) == text::kFinalL && next + 2 < text.size() && text[next - 1] == ' ' &&
         text::decode(text, next).code_point == kThing;
}

/// Nothing but marks from `at` to the end of the sentence.
bool ends_sentence(std::string_view text, std::uint32_t at, std::uint32_t end) {
  constexpr std::string_view kMarks = ".?!~ \n";
  return text.substr(at, end - at).find_first_not_of(kMarks) == std::string_view::npos;
}

enum class Sign : std::uint32_t { none, past, future, participle, told };

Tense tense_of(Sign sign) {
  if (sign == Sign::none) return Tense::unknown;
  return sign == Sign::past || sign == Sign::told ? Tense::past : Tense::future;
}

/// Where the quotation that opens at byte `at` of the sentence ends; `at` where none does. A straight mark opens one
/// where an even number of them stands before it.
std::uint32_t quotation_end(std::string_view text, std::uint32_t at, base::Span sentence) {
  std::string_view closing;
  if (text[at] == '"') {
    if (std::count(text.begin() + sentence.begin, text.begin() + at, '"') % 2 != 0) return at;
    closing = "\"";
  } else if (text.substr(at, 3) == "\xE2\x80\x9C") {
    closing = "\xE2\x80\x9D";
  } else {
    return at;
  }
  const std::size_t found = text.substr(0, sentence.end).find(closing, at + 1);
  return found == std::string_view::npos ? at : static_cast<std::uint32_t>(found + closing.size());
}

/// The end of a quotation that began before the expression, and what parts the lines of a heading: … and a slash
/// between spaces.
bool closes_clause(std::string_view text, std::uint32_t at) {
  return text.substr(at, 3) == "\xE2\x80\x9D" || text.substr(at, 3) == "\xE2\x80\xA6" ||
         (text[at] == '/' && at > 0 && text[at - 1] == ' ');
}

/// Where a syllable may begin that begins a question for a day: told by its last two bytes, for sixteen places at once.
struct AskingEnds {
  std::uint64_t operator()(const unsigned char* block) const {
    return text::block_bits(block, [this](const unsigned char* place) {
      const text::Bytes second = text::load(place + 1), third = text::load(place + 2);
      text::Bytes found{};
      for (std::size_t i = 0; i < count; ++i) found |= text::equal(second, ends[i][0]) & text::equal(third, ends[i][1]);
      return found;
    });
  }
  const std::array<unsigned char, 2>* ends;
  std::size_t count;
};

}  // namespace

TenseReader::TenseReader(const lexicon::DataSet& data, std::string_view language) {
  std::vector<std::pair<std::string, std::uint32_t>> signs, finals, asking, passive, quoting;
  const lexicon::Table table(data, std::string(language) + "/time_tense.tsv");
  for (const auto& row : table.rows()) {
    std::string form(row["form"]);
    const std::string_view sign = row["sign"];
    std::replace(form.begin(), form.end(), '_', ' ');
    if (form.ends_with('$') && (sign == "future" || sign == "none"))
      finals.emplace_back(form.substr(0, form.size() - 1),
                          static_cast<std::uint32_t>(sign == "future" ? Sign::future : Sign::none));
    else if (sign == "past")
      signs.emplace_back(form, static_cast<std::uint32_t>(Sign::past));
    else if (sign == "future")
      signs.emplace_back(form, static_cast<std::uint32_t>(Sign::future));
    else if (sign == "told")
      signs.emplace_back(form, static_cast<std::uint32_t>(Sign::told));
    else if (sign == "participle")
      signs.emplace_back(form, static_cast<std::uint32_t>(Sign::participle));
    else if (sign == "none")
      signs.emplace_back(form, static_cast<std::uint32_t>(Sign::none));
    else if (sign == "ask" && form.size() >= 3)
      asking.emplace_back(form, 0);
    else if (sign == "passive")
      passive.emplace_back(form, 0);
    else
      throw row.fault("unknown sign '" + std::string(sign) + "'");
  }
  for (auto* forms : {&signs, &passive})  // won’t, let’s
    for (std::size_t i = 0, count = forms->size(); i < count; ++i) {
      const auto [form, id] = (*forms)[i];
      for (std::string& spelling : spellings_of_word(form)) forms->emplace_back(std::move(spelling), id);
    }
  if (language == "ko") {
    const lexicon::Table particles(data, "ko/speech_particles.tsv");
    for (const auto& row : particles.rows())
      if (row["kind"] == "quote") quoting.emplace_back(row["text"], 0);
  }
  for (char32_t c = 0xAC00; text::is_hangul_syllable(c); ++c)
    if (text::final_consonant(c) == text::kFinalSs || text::final_consonant(c) == text::kFinalL) telling_.add(c);
  telling_.add(kWillSyllable);
  telling_.add(kPlainEnding);
  for (const auto* forms : {&signs, &finals})
    for (const auto& [form, id] : *forms)
      if (const char32_t c = text::decode(form, 0).code_point; text::is_hangul_syllable(c)) telling_.add(c);
  finals_ = lexicon::Matcher(std::move(finals));
  quoting_ = lexicon::Matcher(std::move(quoting));
  signs_ = lexicon::Matcher(std::move(signs));
  for (const auto& [form, id] : asking)
    asking_ends_.push_back({static_cast<unsigned char>(form[1]), static_cast<unsigned char>(form[2])});
  asking_ = lexicon::Matcher(std::move(asking));
  passive_ = lexicon::Matcher(std::move(passive));
}

ClauseTense TenseReader::clause(std::string_view text, std::uint32_t at, base::Span sentence,
                                bool verb_is_taken) const {
  // Bytes: "25일 서울에서 열리는", not the participle of a later noun; where the main verb has its own day ("6일 …
  // 10일 취임식에 참석하는 외빈을 발표했다"), it may stand further off.
  const std::uint32_t beside = verb_is_taken ? 60 : 18;
  const std::uint32_t end = sentence.end;
  std::uint32_t stop = std::min(end, at + kFarthest);
  std::uint32_t begin = at;
  ClauseTense far_participle;
  bool in_word = false;
  bool quoted = false;
  while (at < stop) {
    const bool may_close = text[at] == '"' || text[at] == '/' || text[at] == '\xE2';  // all others: most of a text
    if (const std::uint32_t after = may_close ? quotation_end(text, at, sentence) : at; after != at) {
      if (quoting_.longest(text.substr(0, end), after).first != lexicon::Matcher::kNone)
        return {Tense::past, at - begin};
      begin += after - at;
      stop = std::min(end, stop + (after - at));
      at = after;
      in_word = false;
      continue;
    }
    if (may_close && (text[at] == '"' || closes_clause(text, at))) break;
    const auto c = text::decode(text, at);
    if (text::is_hangul_syllable(c.code_point)) {
      if (!telling_.has(c.code_point)) {
        in_word = true;
        at += c.length;
        continue;
      }
      if (is_past_syllable(c.code_point)) return {Tense::past, at - begin, false, false, quoted};
      if (in_word && is_plain_present(text, at, end)) {
        if (at + 3 >= end || !text::is_hangul_syllable(text::decode(text, at + 3).code_point))
          return {Tense::future, at - begin};  // 문을 연다
        quoted = true;                         // 문을 연다고
      }
      if (in_word && (c.code_point == kWillSyllable || is_will_be(text, at, c))) return {Tense::future, at - begin};
      if (const auto [id, sign_end] = finals_.longest(text.substr(0, end), at);
          id != lexicon::Matcher::kNone && ends_sentence(text, sign_end, end)) {
        if (static_cast<Sign>(id) == Sign::none) break;
        return {Tense::future, at - begin};
      }
      if (const auto [id, sign_end] = signs_.longest(text.substr(0, end), at); id != lexicon::Matcher::kNone)
        if (in_word || sign_end - at > 4) {
          const auto sign = tense_of(static_cast<Sign>(id)) == Tense::past && is_plain_present(text, sign_end, end)
                                ? Sign::future
                                : static_cast<Sign>(id);
          if (stands_before_after(text, sign_end, end)) {
            at = sign_end;
            in_word = false;
            continue;
          }
          const ClauseTense found{tense_of(sign), at - begin, sign == Sign::participle, sign == Sign::told};
          if (sign == Sign::participle && found.distance > beside)
            far_participle = far_participle.tense == Tense::unknown ? found : far_participle;
          else if (sign != Sign::none)
            return found;
          at = sign_end;
          in_word = false;
          continue;
        }
      in_word = true;
    } else {
      in_word = false;
    }
    at += c.length;
  }
  return far_participle;
}

Tense TenseReader::nearest(std::string_view text, base::Span sentence, base::Span words) const {
  const auto letter = [&](std::uint32_t at) {
    return at < sentence.end && text::is_latin(static_cast<unsigned char>(text[at]));
  };
  // "will be held", "is planned": the participle tells no past, the words before it may tell more.
  const auto word_before = [&](std::uint32_t at) {
    std::uint32_t start = at;
    if (start > sentence.begin + 1 && text[start - 1] == ' ') --start;
    while (start > sentence.begin && text::is_latin(static_cast<unsigned char>(text[start - 1]))) --start;
    return start;
  };
  const auto is_passive = [&](std::uint32_t at) {
    for (int words_back = 0; words_back < 2; ++words_back) {
      const std::uint32_t start = word_before(at);
      if (start + 1 >= at) return false;
      const auto [id, end] = passive_.longest(text.substr(0, at), start);
      if (id != lexicon::Matcher::kNone && end + 1 == at) return true;
      const auto [sign, stop] = signs_.longest(text.substr(0, at), start);  // will hit: an infinitive
      if (sign == static_cast<std::uint32_t>(Sign::future) && stop + 1 == at) return true;
      if (!text.substr(start, at - 1 - start).ends_with("ly")) return false;  // is officially planned
      at = start;
    }
    return false;
  };
  const auto sign_at = [&](std::uint32_t at) {
    Tense tense = Tense::unknown;
    const auto [id, end] = signs_.longest(text.substr(0, sentence.end), at);
    if (id != lexicon::Matcher::kNone && !letter(end)) {
      tense = tense_of(static_cast<Sign>(id));
    } else {
      // announced, launched: regular verbs need no table; the United States is a name.
      if (at > sentence.begin && text[at] >= 'A' && text[at] <= 'Z') return Tense::unknown;
      std::uint32_t stop = at;
      while (letter(stop)) ++stop;
      if (stop - at > 4 && text.substr(stop - 2, 2) == "ed") tense = Tense::past;
    }
    return tense == Tense::past && is_passive(at) ? Tense::unknown : tense;
  };
  for (std::uint32_t at = words.begin; at > sentence.begin; --at) {
    const std::uint32_t start = at - 1;
    if (!letter(start) || (start > sentence.begin && letter(start - 1))) continue;
    if (const Tense tense = sign_at(start); tense != Tense::unknown) return tense;
  }
  for (std::uint32_t at = words.end; at < sentence.end; ++at) {
    if (!letter(at) || letter(at - 1)) continue;
    if (const Tense tense = sign_at(at); tense != Tense::unknown) return tense;
  }
  return Tense::unknown;
}

bool TenseReader::ends_adnominal(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 60;    // bytes; further off the year belongs to another clause
  constexpr char32_t kIfSyllable = 0xBA74;  // 따르면
  if (end - begin > kLongest || end < begin + 4 || text[end - 1] != ' ') return false;
  for (std::uint32_t at = begin; at + 3 < end; at += text::decode(text, at).length)
    if (const auto [id, to] = signs_.longest(text.substr(0, end), at);
        id == static_cast<std::uint32_t>(Sign::past) && (to == end || to + 1 == end))
      return text::decode_before(text, end - 1).code_point != kIfSyllable;
  return false;
}

bool TenseReader::ends_in_past(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  // The last few syllables: 밝혔다., 말했다”, 열렸습니다.
  std::uint32_t at = end;
  for (int count = 0; count < 8 && at > begin; ++count) {
    const auto c = text::decode_before(text, at);
    if (c.code_point == U' ') return false;
    if (is_past_syllable(c.code_point)) return true;
    at -= c.length;
  }
  return false;
}

bool TenseReader::asks_for_day(std::string_view text, std::uint32_t begin, std::uint32_t end) const {
  const std::string_view sentence = text.substr(begin, end - begin);
  text::Places<AskingEnds> places(sentence, AskingEnds{asking_ends_.data(), asking_ends_.size()});
  for (std::size_t at = 0; (at = places.next(sentence.size())) < sentence.size();)
    if (asking_.longest(sentence, static_cast<std::uint32_t>(at)).first != lexicon::Matcher::kNone) return true;
  return false;
}

}  // namespace timeline::temporal
