#include "event/english_grammar.hpp"

#include "lexicon/table.hpp"

namespace timeline::event {

EnglishGrammar::EnglishGrammar(const lexicon::DataSet& data, const EnglishWords& words) {
  const lexicon::Table grammar(data, "events/english_grammar.tsv");
  for (const lexicon::Table::Row& row : grammar.rows()) {
    const auto kind = base::from_text<EnglishClass>(row["class"]);
    if (!kind) throw row.fault("unknown class '" + std::string(row["class"]) + "'");
    classes_[std::string(row["word"])] |= std::uint64_t{1} << static_cast<unsigned>(*kind);
  }
  const lexicon::Table occasions(data, "events/english_occasions.tsv");
  for (const lexicon::Table::Row& row : occasions.rows()) occasions_.emplace(row["noun"], row["type"]);
  const lexicon::Table frames(data, "events/english_frames.tsv");
  for (const lexicon::Table::Row& row : frames.rows())
    frames_.emplace(std::string(row["verb"]) + " " + std::string(row["part"]) + " " + std::string(row["noun"]),
                    row["type"]);
  const lexicon::Table furniture(data, "events/english_furniture.tsv");
  for (const lexicon::Table::Row& row : furniture.rows()) {
    std::string phrase(row["phrase"]);
    for (char& c : phrase)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    furniture_begun_.insert(phrase.substr(0, phrase.find(' ')));
    furniture_.insert(std::move(phrase));
  }
  read_verbs(data, words);
}

void EnglishGrammar::read_verbs(const lexicon::DataSet& data, const EnglishWords& words) {
  const lexicon::Table table(data, "events/english_triggers.tsv");
  for (const lexicon::Table::Row& row : table.rows()) {
    const auto kind = base::from_text<TriggerClass>(row["class"]);
    if (!kind) throw row.fault("unknown class '" + std::string(row["class"]) + "'");
    const auto id = static_cast<std::uint32_t>(verbs_.size());
    const std::string_view whole = row["verb"];
    const std::size_t blank = whole.find(' ');
    EnglishVerb verb;
    verb.base = whole.substr(0, blank);
    if (blank != std::string_view::npos) verb.particle = whole.substr(blank + 1);
    verb.type = row["type"];
    verb.kind = *kind;
    const auto add = [&](const std::string& form, EnglishForm shape) { forms_[form].push_back({id, shape}); };
    add(verb.base, EnglishForm::base);
    add(words.third_person(verb.base), EnglishForm::third);
    add(words.past(verb.base), EnglishForm::past);
    add(words.participle(verb.base), EnglishForm::participle);
    add(words.gerund(verb.base), EnglishForm::gerund);
    // "travelled" and "traveled": British and American spelling.
    if (const std::string past = words.past(verb.base); verb.base.size() > 4 && verb.base.ends_with('l')) {
      const bool doubled = past.ends_with("lled");
      const std::string stem = doubled ? verb.base : verb.base + "l";
      if (past.ends_with("led"))
        for (const EnglishForm form : {EnglishForm::past, EnglishForm::participle}) add(stem + "ed", form);
      add(verb.base + (words.gerund(verb.base).ends_with("lling") ? "ing" : "ling"), EnglishForm::gerund);
    }
    // "apologise", "paralyse": British spelling.
    if (const std::string& base = verb.base; base.ends_with("ize") || base.ends_with("yze")) {
      const std::string stem = base.substr(0, base.size() - 2) + "s";
      add(stem + "e", EnglishForm::base);
      add(stem + "es", EnglishForm::third);
      for (const EnglishForm form : {EnglishForm::past, EnglishForm::participle}) add(stem + "ed", form);
      add(stem + "ing", EnglishForm::gerund);
    }
    // "expects to", "is set to": the class of a verb is that of all its forms.
    if (const std::uint64_t bits = classes(verb.base); bits != 0) {
      constexpr auto bit = [](EnglishClass one) { return std::uint64_t{1} << static_cast<unsigned>(one); };
      constexpr std::uint64_t kGovernors = bit(EnglishClass::to_planned) | bit(EnglishClass::to_expected) |
                                           bit(EnglishClass::to_possible) | bit(EnglishClass::to_occurred);
      for (const std::string& form :
           {words.third_person(verb.base), words.past(verb.base), words.participle(verb.base), words.gerund(verb.base)})
        if ((bits & kGovernors) != 0) classes_[form] |= bits & kGovernors;
    }
    verbs_.push_back(std::move(verb));
  }
}

std::uint64_t EnglishGrammar::classes(std::string_view word) const {
  const auto found = classes_.find(word);
  return found == classes_.end() ? 0 : found->second;
}

const std::vector<EnglishEntry>* EnglishGrammar::forms(std::string_view word) const {
  const auto found = forms_.find(word);
  return found == forms_.end() ? nullptr : &found->second;
}

std::string_view EnglishGrammar::occasion(std::string_view noun) const {
  const auto found = occasions_.find(noun);
  return found == occasions_.end() ? std::string_view() : found->second;
}

bool EnglishGrammar::furniture(std::string_view words, bool begun) const {
  return begun ? furniture_begun_.contains(words) : furniture_.contains(words);
}

std::string_view EnglishGrammar::frame(std::string_view verb, bool object, std::string_view noun) const {
  std::string key(verb);
  key += object ? " object " : " subject ";
  key += noun;
  const auto found = frames_.find(key);
  return found == frames_.end() ? std::string_view() : found->second;
}

}  // namespace timeline::event
