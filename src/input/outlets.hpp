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

  /// The outlet whose copyright line or address stands in the text ("ⓒ 국민일보(www.kmib.co.kr)"), or empty.
  [[nodiscard]] std::string_view in_text(std::string_view text) const;

 private:
  std::map<std::string_view, std::string_view> by_host_;
};

}  // namespace timeline::input
