#include "fact/verb_forms.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "event/conjugation.hpp"
#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::fact {
namespace {

using event::Base;
using Strings = std::vector<std::pair<std::string, std::uint32_t>>;

struct Ending {
  Base base;
  std::string_view text;
  VerbForm form;
};
constexpr std::size_t kSyllable = 3;  // bytes

void add_stem(std::string_view stem, event::Irregular irregular, const std::vector<Ending>& endings, Strings& forms) {
  for (const auto& [base, kind] : event::bases_of(stem, irregular))
    for (const Ending& ending : endings) {
      if (ending.base != kind) continue;
      std::string form = base + std::string(ending.text);
      // 빚을, 집은: behind a stem of one syllable these are mostly a noun with its particle.
      const bool adnominal = ending.base == Base::adn_past || ending.base == Base::adn_future;
      if (adnominal && ending.text.empty() && stem.size() == kSyllable) continue;
      // Of one syllable more words are nouns than verbs; the table names those that are verbs.
      if (form.size() > kSyllable) forms.emplace_back(std::move(form), static_cast<std::uint32_t>(ending.form));
    }
}

}  // namespace

VerbForms::VerbForms(const lexicon::DataSet& data) {
  Strings forms;
  std::vector<Ending> endings;
  const lexicon::Table ending_table(data, "ko/verb_endings.tsv");
  for (const auto& row : ending_table.rows()) {
    const auto base = base::from_text<Base>(row["base"]);
    if (!base) throw row.fault("unknown base '" + std::string(row["base"]) + "'");
    const bool adnominal = row["form"] == "adnominal";
    if (!adnominal && row["form"] != "connective") throw row.fault("form must be adnominal or connective");
    const std::string_view ending = row["text"] == "-" ? std::string_view() : row["text"];
    endings.push_back({*base, ending, adnominal ? VerbForm::adnominal : VerbForm::connective});
    if (*base == Base::past && adnominal) describing_.emplace_back(ending);
  }
  const lexicon::Table events(data, "events/verbs.tsv");
  for (const auto& row : events.rows()) {
    const auto irregular = base::from_text<event::Irregular>(row["irregular"]);
    const std::string_view stem = row["stem"];
    if (irregular && stem.find(' ') == std::string_view::npos) add_stem(stem, *irregular, endings, forms);
  }
  const lexicon::Table table(data, "ko/fact_verbs.tsv");
  constexpr std::array<std::pair<std::string_view, VerbForm>, 3> kWords{
      {{"adnominal", VerbForm::adnominal}, {"connective", VerbForm::connective}, {"adverb", VerbForm::adverb}}};
  for (const auto& row : table.rows()) {
    const std::string_view kind = row["kind"];
    bool word = false;
    for (const auto& [name, form] : kWords)
      if (kind == name) {
        forms.emplace_back(row["text"], static_cast<std::uint32_t>(form));
        word = true;
      }
    if (word) continue;
    const auto irregular = base::from_text<event::Irregular>(kind == "regular" ? "-" : kind);
    if (!irregular) throw row.fault("unknown kind '" + std::string(kind) + "'");
    add_stem(row["text"], *irregular, endings, forms);
  }
  forms_ = lexicon::Matcher(std::move(forms));
}

VerbForm VerbForms::of(std::string_view text, base::Span span) const {
  VerbForm found = VerbForm::none;
  forms_.at(text, span.begin, [&](std::uint32_t, std::uint32_t end, std::uint32_t id) {
    if (end == span.end && found == VerbForm::none) found = static_cast<VerbForm>(id);
  });
  if (found != VerbForm::none) return found;
  // A past suffix, the final of a syllable (늘었고, 했던), stands in no noun.
  for (std::uint32_t at = span.begin; at < span.end;) {
    const text::Decoded c = text::decode(text, at);
    at += c.length;
    if (text::final_consonant(c.code_point) != text::kFinalSs || at >= span.end) continue;
    const std::string_view rest = text.substr(at, span.end - at);
    const bool describes = std::find(describing_.begin(), describing_.end(), rest) != describing_.end();
    return describes ? VerbForm::adnominal : VerbForm::connective;
  }
  return VerbForm::none;
}

}  // namespace timeline::fact
