#include "entity/name_model.hpp"

#include <algorithm>
#include <string>

#include "lexicon/table.hpp"
#include "text/utf8.hpp"

namespace timeline::entity {
namespace {

using lexicon::Table;

constexpr std::size_t kBytes = 3;  // of a Hangul syllable

std::uint8_t read_points(const Table::Row& row, std::string_view column) {
  const std::string_view cell = row[column];
  if (cell.size() != 1 || cell[0] < '0' || cell[0] > '3')
    throw row.fault(std::string(column) + " must be 0, 1, 2 or 3");
  return static_cast<std::uint8_t>(cell[0] - '0');
}

}  // namespace

NameModel::NameModel(const lexicon::DataSet& data) {
  const Table surnames(data, "ko/name_surnames.tsv");
  for (const Table::Row& row : surnames.rows())
    surnames_[row["surname"]] = {.length = static_cast<std::uint32_t>(row["surname"].size()),
                                 .weight = read_points(row, "weight"),
                                 .word = row["word"] == "yes"};
  const Table syllables(data, "ko/name_syllables.tsv");
  for (const Table::Row& row : syllables.rows()) {
    const char32_t c = row["syllable"].size() == kBytes ? text::decode(row["syllable"], 0).code_point : U' ';
    if (!text::is_hangul_syllable(c)) throw row.fault("is no single Hangul syllable");
    syllables_[c - kFirstSyllable] = {read_points(row, "first"),
                                      read_points(row, "second"),
                                      read_points(row, "loan"),
                                      row["noun"] != "no",
                                      row["noun"] == "ending" || row["noun"] == "plural",
                                      row["noun"] == "plural"};
  }
  const Table stopwords(data, "ko/name_stopwords.tsv");
  for (const Table::Row& row : stopwords.rows()) stopwords_[row["word"]] = true;
  const Table loans(data, "ko/name_loans.tsv");
  for (const Table::Row& row : loans.rows()) loans_[row["word"]] = true;
  const Table given(data, "ko/name_foreign.tsv");
  for (const Table::Row& row : given.rows()) foreign_given_[row["given"]] = true;
  const Table links(data, "ko/name_links.tsv");
  for (const Table::Row& row : links.rows()) links_[row["link"]] = true;
  const Table masks(data, "ko/name_masks.tsv");
  for (const Table::Row& row : masks.rows()) masks_.push_back(row["mask"]);
}

const NameModel::Syllable* NameModel::syllable(std::string_view word, std::size_t at) const {
  if (at + kBytes > word.size()) return nullptr;
  const char32_t c = text::decode(word, at).code_point;
  return text::is_hangul_syllable(c) ? &syllables_[c - kFirstSyllable] : nullptr;
}

std::optional<Surname> NameModel::surname(std::string_view word) const {
  for (const std::size_t length : {2 * kBytes, kBytes})
    if (word.size() >= length)
      if (const Surname* const found = surnames_.find(word.substr(0, length))) return *found;
  return std::nullopt;
}

Likelihood NameModel::korean(std::string_view word) const {
  const auto family = surname(word);
  if (!family || is_stopword(word) || loans_.contains(word) || masked(word) != 0) return Likelihood::none;
  const std::size_t given = word.size() - family->length;
  const Syllable* first = syllable(word, family->length);
  if (first == nullptr) return Likelihood::none;
  if (given == kBytes)  // 이준: too short to be sure of
    return family->weight == 3 && first->second >= 2 ? Likelihood::possible : Likelihood::none;
  const Syllable* second = syllable(word, family->length + kBytes);
  if (given != 2 * kBytes || second == nullptr || second->plural || first->first == 0 || second->second == 0)
    return Likelihood::none;
  // 추진 + 단; 정진 + 원 may be somebody where a title follows.
  constexpr std::uint8_t kUsual = 3;
  if (second->noun && is_stopword(word.substr(0, word.size() - kBytes)))
    return second->second == kUsual ? Likelihood::doubtful : Likelihood::none;
  const int points = first->first + second->second;
  if (family->weight == 3 && points == 6) return Likelihood::sure;
  return points + family->weight >= 7 ? Likelihood::likely : Likelihood::possible;
}

bool NameModel::stands_alone(std::string_view word) const {
  const Likelihood likelihood = korean(word);
  if (likelihood != Likelihood::likely) return likelihood == Likelihood::sure;
  const Syllable* last = syllable(word, word.size() - kBytes);
  if (last == nullptr || last->ending) return false;
  return !last->noun || stands_firm(word);
}

bool NameModel::stands_firm(std::string_view word) const {
  const auto family = surname(word);
  const Syllable* first = syllable(word, family->length);
  const Syllable* second = syllable(word, family->length + kBytes);
  constexpr int kUsual = 5;  // of six points of the given name
  return second != nullptr && family->weight == 3 && first->first + second->second >= kUsual;
}

bool NameModel::stands_bare(std::string_view word) const {
  return korean(word) >= Likelihood::likely && stands_firm(word) && !syllable(word, word.size() - kBytes)->noun;
}

bool NameModel::may_be_rare(std::string_view word) const {
  const auto family = surname(word);
  if (!family || family->weight < 3 || family->word || family->length != kBytes || is_stopword(word) ||
      loans_.contains(word) || is_stopword(word.substr(0, 2 * kBytes)))
    return false;
  const Syllable* first = syllable(word, kBytes);
  const Syllable* second = syllable(word, 2 * kBytes);
  return first != nullptr && second != nullptr && !second->noun && first->first + second->second > 0;
}

bool NameModel::is_mask(std::string_view word) const {
  return std::find(masks_.begin(), masks_.end(), word) != masks_.end();
}

std::uint32_t NameModel::masked(std::string_view word) const {
  for (const std::string_view mask : masks_)
    if (word.size() > mask.size() && word.ends_with(mask)) {
      const std::string_view family = word.substr(0, word.size() - mask.size());
      if (surnames_.contains(family)) return static_cast<std::uint32_t>(family.size());
    }
  return 0;
}

bool NameModel::is_plural(std::string_view word) const {
  if (word.size() < 3 * kBytes) return false;  // 랜들
  const Syllable* last = syllable(word, word.size() - kBytes);
  return last != nullptr && last->plural;
}

bool NameModel::foreign_rest(std::string_view word) const {
  const std::size_t length = word.size() / kBytes;
  if (length < 2 || length > 6 || word.size() % kBytes != 0 || is_stopword(word)) return false;
  if (is_plural(word) || loans_.contains(word)) return false;
  std::size_t strange = 0;
  bool typical = false;  // a syllable that Korean words hardly have
  for (std::size_t at = 0; at < word.size(); at += kBytes) {
    const Syllable* part = syllable(word, at);
    if (part == nullptr) return false;
    if (part->loan == 0) ++strange;
    typical = typical || part->loan >= 2;
  }
  return typical ? strange <= length / 2 : strange == 0 && length > 2;
}

int NameModel::foreign(std::string_view word) const {
  if (word.size() < kBytes || word.size() % kBytes != 0 || is_stopword(word) || masked(word) != 0 || is_plural(word) ||
      loans_.contains(word))
    return 0;
  int points = 0;
  int strange = 0;  // syllables that foreign names hardly use
  for (std::size_t at = 0; at < word.size(); at += kBytes) {
    const Syllable* part = syllable(word, at);
    if (part == nullptr) return 0;
    if (part->loan == 0) ++strange;
    points += part->loan;
  }
  const int length = static_cast<int>(word.size() / kBytes);
  if (strange > length / 5 || points < length) return 0;
  return points;
}

}  // namespace timeline::entity
