#include "query/conditions.hpp"

#include <utility>

namespace timeline::query {

void Conditions::add(const std::string& sql, std::vector<Value> values) {
  sql_ += (sql_.empty() ? " WHERE " : " AND ") + sql;
  for (Value& value : values) values_.push_back(std::move(value));
}

void Conditions::any_of(const std::string& column, const std::vector<std::string>& values) {
  if (!values.empty()) add(column + " IN (" + marks(values.size()) + ')', {values.begin(), values.end()});
}

void Conditions::any_of(const std::string& column, const std::vector<std::int64_t>& values) {
  if (!values.empty()) add(column + " IN (" + marks(values.size()) + ')', {values.begin(), values.end()});
}

void Conditions::bind(SQLite::Statement& statement) const {
  for (std::size_t i = 0; i < values_.size(); ++i)
    std::visit([&](const auto& value) { statement.bind(static_cast<int>(i) + 1, value); }, values_[i]);
}

std::string Conditions::marks(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += i == 0 ? "?" : ", ?";
  return out;
}

std::string Conditions::containing(const std::string& words) {
  std::string pattern = "%";
  for (const char c : words) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern + '%';
}

}  // namespace timeline::query
