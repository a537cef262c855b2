#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timeline::text {

/// A JSON text (RFC 8259), read by RapidJSON into a list of its values in the order in which they stand there. Their
/// strings lie in a copy of the text, which the next read() writes over.
///
///   Json json;
///   if (json.read(line))
///     json.root().for_each_member([](std::string_view key, const Json::Value& value) { … });
class Json {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

 private:
  struct Node {
    std::string_view words;  ///< what a string says; numbers, true, false and null as they are written
    std::uint32_t after;     ///< the node behind all that it holds; a member is two nodes, its key and its value
    Kind kind;
  };

 public:
  class Value {
   public:
    [[nodiscard]] Kind kind() const { return node().kind; }
    /// What a string says; nothing where the value is none.
    [[nodiscard]] std::optional<std::string_view> string() const;
    /// A number as it is written; nothing where the value is none.
    [[nodiscard]] std::optional<std::string_view> number() const;
    /// The value as JSON without blanks.
    [[nodiscard]] std::string json() const;
    /// The first member of that name; nothing where there is none, or where the value is no object.
    [[nodiscard]] std::optional<Value> find(std::string_view name) const;
    /// Calls visit(key, value) for every member of an object.
    template <typename Visit>
    void for_each_member(Visit&& visit) const {
      if (kind() != Kind::object) return;
      for (std::uint32_t key = index_ + 1; key < node().after; key = json_->nodes_[key + 1].after)
        visit(json_->nodes_[key].words, Value(*json_, key + 1));
    }
    /// Calls visit(value) for every item of an array.
    template <typename Visit>
    void for_each_item(Visit&& visit) const {
      if (kind() != Kind::array) return;
      for (std::uint32_t item = index_ + 1; item < node().after; item = json_->nodes_[item].after)
        visit(Value(*json_, item));
    }

   private:
    friend class Json;
    Value(const Json& json, std::uint32_t index) : json_(&json), index_(index) {}
    [[nodiscard]] const Node& node() const { return json_->nodes_[index_]; }

    const Json* json_;
    std::uint32_t index_;
  };

  /// False where the text is not valid JSON; fault() says why.
  [[nodiscard]] bool read(std::string_view text);
  [[nodiscard]] std::string_view fault() const { return fault_; }
  [[nodiscard]] Value root() const { return {*this, 0}; }

 private:
  class Handler;

  std::string text_;
  std::string_view fault_;
  std::vector<Node> nodes_;
};

}  // namespace timeline::text
