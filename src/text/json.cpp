#include "text/json.hpp"

#include <limits>

#include "text/utf8.hpp"

// The strings of an article are thousands of bytes that stand for themselves: sixteen are gone over at once.
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#elif defined(__ARM_NEON)
#define RAPIDJSON_NEON
#endif
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace timeline::text {

/// Lists the values as the reader comes to them.
class Json::Handler {
 public:
  explicit Handler(Json& json) : json_(json) {}

  bool Null() { return add(Kind::null, "null"); }
  bool Bool(bool value) { return add(Kind::boolean, value ? "true" : "false"); }
  bool RawNumber(const char* words, rapidjson::SizeType size, bool /*copy*/) {
    return add(Kind::number, {words, size});
  }
  bool String(const char* words, rapidjson::SizeType size, bool /*copy*/) {
    // "\ude42": half of a pair by itself is no character, and RapidJSON lets it through. With all strings the text is
    // valid UTF-8: nothing but ASCII stands around them.
    return is_valid_utf8({words, size}) && add(Kind::string, {words, size});
  }
  bool Key(const char* words, rapidjson::SizeType size, bool copy) { return String(words, size, copy); }
  bool StartObject() { return open(Kind::object); }
  bool EndObject(rapidjson::SizeType /*members*/) { return close(); }
  bool StartArray() { return open(Kind::array); }
  bool EndArray(rapidjson::SizeType /*items*/) { return close(); }
  // Numbers are taken as they are written.
  bool Int(int /*value*/) { return false; }
  bool Uint(unsigned /*value*/) { return false; }
  bool Int64(std::int64_t /*value*/) { return false; }
  bool Uint64(std::uint64_t /*value*/) { return false; }
  bool Double(double /*value*/) { return false; }

 private:
  bool add(Kind kind, std::string_view words) {
    json_.nodes_.push_back({words, static_cast<std::uint32_t>(json_.nodes_.size() + 1), kind});
    return true;
  }
  bool open(Kind kind) {
    open_.push_back(static_cast<std::uint32_t>(json_.nodes_.size()));
    return add(kind, {});
  }
  bool close() {
    json_.nodes_[open_.back()].after = static_cast<std::uint32_t>(json_.nodes_.size());
    open_.pop_back();
    return true;
  }

  Json& json_;
  std::vector<std::uint32_t> open_;
};

bool Json::read(std::string_view text) {
  nodes_.clear();
  fault_ = {};
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) {
    fault_ = "it is too large";
    return false;
  }
  // RapidJSON looks at sixteen bytes at once, up to fifteen behind the end.
  constexpr std::size_t kBehind = 16;
  text_.reserve(text.size() + kBehind);
  text_.assign(text);
  rapidjson::InsituStringStream stream(text_.data());
  rapidjson::Reader reader;
  Handler handler(*this);
  // Iterative: no text is nested so deep that the stack runs out.
  constexpr unsigned kFlags =
      rapidjson::kParseInsituFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, handler);
  if (!result && !is_valid_utf8(text))
    fault_ = "it is not valid UTF-8";
  else if (!result)
    fault_ = result.Code() == rapidjson::kParseErrorTermination ? "A string escapes what is no character."
                                                                : rapidjson::GetParseError_En(result.Code());
  else if (stream.Tell() < text.size())  // it holds a zero, where RapidJSON stops
    fault_ = rapidjson::GetParseError_En(rapidjson::kParseErrorDocumentRootNotSingular);
  return fault_.empty();
}

std::optional<std::string_view> Json::Value::string() const {
  return kind() == Kind::string ? std::optional(node().words) : std::nullopt;
}

std::optional<std::string_view> Json::Value::number() const {
  return kind() == Kind::number ? std::optional(node().words) : std::nullopt;
}

std::string Json::Value::json() const {
  rapidjson::StringBuffer out;
  rapidjson::Writer<rapidjson::StringBuffer> writer(out);
  std::vector<std::uint32_t> ends;  // the nodes behind the arrays and objects that are open
  std::vector<bool> objects;
  const auto close = [&] {
    objects.back() ? writer.EndObject() : writer.EndArray();
    ends.pop_back();
    objects.pop_back();
  };
  for (std::uint32_t at = index_; at < node().after; ++at) {
    while (!ends.empty() && ends.back() == at) close();
    const Node& one = json_->nodes_[at];
    const auto size = static_cast<rapidjson::SizeType>(one.words.size());
    if (one.kind == Kind::array || one.kind == Kind::object) {
      one.kind == Kind::object ? writer.StartObject() : writer.StartArray();
      ends.push_back(one.after);
      objects.push_back(one.kind == Kind::object);
    } else if (one.kind == Kind::string) {
      writer.String(one.words.data(), size);
    } else {
      writer.RawValue(one.words.data(), size, rapidjson::kNumberType);
    }
  }
  while (!ends.empty()) close();
  return {out.GetString(), out.GetSize()};
}

std::optional<Json::Value> Json::Value::find(std::string_view name) const {
  if (kind() != Kind::object) return std::nullopt;
  for (std::uint32_t key = index_ + 1; key < node().after; key = json_->nodes_[key + 1].after)
    if (json_->nodes_[key].words == name) return Value(*json_, key + 1);
  return std::nullopt;
}

}  // namespace timeline::text
