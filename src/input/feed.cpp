#include "input/feed.hpp"

#include <expat.h>

#include <memory>
#include <string>
#include <vector>

#include "input/fields.hpp"
#include "text/encoding.hpp"

namespace timeline::input {
namespace {

constexpr std::size_t kMaxDepth = 200;

struct Item {
  FieldValues values;
  std::string summary;
  std::uint32_t line = 0;
};

/// Collects items while expat walks through the file.
class Feed {
 public:
  Feed(XML_Parser parser, const std::function<bool(Item&&)>& item) : parser_(parser), item_(item) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &Feed::on_start, &Feed::on_end);
    XML_SetCharacterDataHandler(parser, &Feed::on_text);
    XML_SetEntityDeclHandler(parser, &Feed::on_entity);
    XML_UseForeignDTD(parser, XML_TRUE);  // an unknown name like &nbsp; is passed over, not an error
  }

  bool declares_entities = false;
  bool too_deep = false;

 private:
  static Feed& self(void* data) { return *static_cast<Feed*>(data); }

  static std::string_view local(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
  }

  static void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
    Feed& feed = self(data);
    if (++feed.depth_ > kMaxDepth) {
      feed.too_deep = true;
      XML_StopParser(feed.parser_, XML_FALSE);
      return;
    }
    const std::string_view element = local(name);
    if (feed.inside_markup_ > 0) {  // xhtml inside an Atom text: kept as markup
      ++feed.inside_markup_;
      feed.text_ += '<';
      feed.text_ += element;
      feed.text_ += '>';
      return;
    }
    if (element == "item" || element == "entry") {
      feed.item_open_ = true;
      feed.current_ = {};
      feed.current_.line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(feed.parser_));
      feed.current_.values[static_cast<std::size_t>(Field::outlet)] = feed.channel_title_;
    }
    feed.text_.clear();
    std::string_view href;
    std::string_view relation = "alternate";
    bool markup = false;
    for (const XML_Char** attribute = attributes; *attribute != nullptr; attribute += 2) {
      const std::string_view key = attribute[0];
      if (key == "href") href = attribute[1];
      if (key == "rel") relation = attribute[1];
      if (key == "type" && std::string_view(attribute[1]) == "xhtml") markup = true;
    }
    if (feed.item_open_ && element == "link" && !href.empty() && relation == "alternate")
      value_of(feed.current_.values, Field::url) = href;
    if (markup) feed.inside_markup_ = 1;
  }

  static void on_end(void* data, const XML_Char* name) {
    Feed& feed = self(data);
    --feed.depth_;
    const std::string_view element = local(name);
    if (feed.inside_markup_ > 1) {
      --feed.inside_markup_;
      feed.text_ += "</";
      feed.text_ += element;
      feed.text_ += '>';
      return;
    }
    feed.inside_markup_ = 0;
    if (!feed.item_open_) {
      if (element == "title" && feed.channel_title_.empty()) feed.channel_title_ = feed.text_;
      return;
    }
    if (element == "item" || element == "entry") {
      feed.item_open_ = false;
      std::string& text = value_of(feed.current_.values, Field::text);
      if (text.empty()) text = std::move(feed.current_.summary);
      if (!feed.item_(std::move(feed.current_))) XML_StopParser(feed.parser_, XML_FALSE);
      return;
    }
    const auto set = [&](Field field, bool first = true) {
      std::string& value = value_of(feed.current_.values, field);
      if (value.empty() || !first) value = feed.text_;
    };
    if (element == "title")
      set(Field::title);
    else if (element == "encoded" || element == "content")
      set(Field::text, false);
    else if (element == "description" || element == "summary")
      feed.current_.summary = feed.text_;
    else if (element == "pubDate" || element == "published" || element == "date" || element == "issued")
      set(Field::published);
    else if (element == "updated" || element == "modified")
      set(Field::updated);
    else if (element == "link" && !feed.text_.empty())
      set(Field::url);
    else if (element == "guid" || element == "id")
      set(Field::id);
    else if (element == "creator" || element == "author" || element == "name")
      set(Field::author);
    feed.text_.clear();
  }

  static void on_text(void* data, const XML_Char* words, int length) {
    self(data).text_.append(words, static_cast<std::size_t>(length));
  }

  static void on_entity(void* data, const XML_Char*, int, const XML_Char*, int, const XML_Char*, const XML_Char*,
                        const XML_Char*, const XML_Char*) {
    self(data).declares_entities = true;
    XML_StopParser(self(data).parser_, XML_FALSE);
  }

  XML_Parser parser_;
  const std::function<bool(Item&&)>& item_;
  std::size_t depth_ = 0;
  std::size_t inside_markup_ = 0;
  bool item_open_ = false;
  Item current_;
  std::string text_;
  std::string channel_title_;
};

}  // namespace

void read_feed(Source& source, const Rules& rules, const Options& options, const Sink& sink) {
  std::string bytes = source.rest(options.max_document * 4);
  bytes = text::decode_as(bytes, text::detect_encoding(bytes));
  const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate("UTF-8"), &XML_ParserFree);
  std::uint64_t items = 0;
  bool enough = false;
  const std::function<bool(Item &&)> item = [&](Item&& found) {
    ++items;
    // What an item was updated at is all that some feeds say.
    if (value_of(found.values, Field::published).empty())
      std::swap(value_of(found.values, Field::published), value_of(found.values, Field::updated));
    enough = !take_fields(std::move(found.values), source.name(), found.line, rules, options, sink);
    return !enough;
  };
  Feed feed(parser.get(), item);
  const XML_Status status = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
  if (enough) return;
  const auto line = static_cast<std::uint32_t>(XML_GetCurrentLineNumber(parser.get()));
  const auto issue = [&](std::uint32_t at, std::string message) {
    sink.issue({.source = source.name(), .line = at, .message = std::move(message), .whole_source = items == 0});
  };
  if (feed.declares_entities)
    issue(line, "declares entities of its own, which no feed needs; not read further");
  else if (feed.too_deep)
    issue(line, "elements are nested more than " + std::to_string(kMaxDepth) + " deep; not read further");
  else if (status != XML_STATUS_OK)
    issue(line, std::string("is not well-formed XML: ") + XML_ErrorString(XML_GetErrorCode(parser.get())));
  else if (items == 0)
    issue(0, "is XML, but no RSS or Atom feed with articles");
}

}  // namespace timeline::input
