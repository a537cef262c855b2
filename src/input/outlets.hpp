#pragma once

#include <map>
#include <string>
#include <string_view>

#include "lexicon/data_set.hpp"

namespace timeline::input {

/// The outlets that data/outlets.tsv knows, by their web addresses. Names are views into the data set.
class Outlets {
 public:
  explicit Outlets(const lexicon::DataSet& data);

  /// The name of the outlet behind an address ("https://news.kmib.co.kr/…", a portal's address that carries the
  /// outlet's number), or empty.
  [[nodiscard]] std::string_view of_url(std::string_view url) const;

  /// The same for what crawlers write where the name should stand: "http://www.hani.co.kr/", "chosun.com", "oid421".
  [[nodiscard]] std::string_view of_name(std::string_view name) const;

  /// The outlet whose copyright line stands in the text ("ⓒ 국민일보(www.kmib.co.kr)"), or whose article's address
  /// stands at its head, or empty. An address of an outlet that writes in another language is what the text
  /// is about or was translated from, not where it comes from.
  [[nodiscard]] std::string_view in_text(std::string_view text, std::string_view language) const;

 private:
  std::map<std::string_view, std::string_view> by_host_;
  std::map<std::string_view, std::string_view> language_;  // by name
};

}  // namespace timeline::input
