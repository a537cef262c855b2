#include "cli/evidence_text.hpp"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/event_writer.hpp"
#include "cli/safe_text.hpp"
#include "cli/wrap.hpp"

namespace timeline::cli {
namespace {

constexpr std::size_t kLabelWidth = 14;

std::string label(const std::string& name, bool color) {
  return "  " + styled(name, Style::dim, color) + std::string(kLabelWidth - 2 - name.size(), ' ');
}

/// The sentence with «» around the words that the event rests on; where that is all of it, none are needed.
std::vector<Run> marked_sentence(const query::Evidence& evidence, bool color) {
  const std::string sentence = visible(evidence.sentence), quote = visible(evidence.quote);
  const std::string time = visible(evidence.time_text);
  std::vector<Run> runs;
  // Inside the quoted words those that date them stand out.
  const auto add = [&](const std::string& text, Style style) {
    const std::size_t at = time.empty() ? std::string::npos : text.find(time);
    if (at == std::string::npos) {
      runs.push_back({text, style});
      return;
    }
    runs.push_back({text.substr(0, at), style});
    runs.push_back({time, Style::accent});
    runs.push_back({text.substr(at + time.size()), style});
  };
  const std::size_t at = sentence.find(quote);
  if (quote.empty() || at == std::string::npos || quote.size() == sentence.size()) {
    add(sentence, Style::plain);
    return runs;
  }
  add(sentence.substr(0, at), Style::plain);
  if (!color) runs.push_back({"«"});
  add(quote, Style::strong);
  if (!color) runs.push_back({"»"});
  add(sentence.substr(at + quote.size()), Style::plain);
  return runs;
}

/// "«지난달 31일» read as 2025-10-31 by rule past-month-day, from the publication day 2025-11-01"
std::string date_explanation(const query::Evidence& evidence, Language language) {
  const query::When& when = evidence.when;
  const std::string value = when_text(when, language);
  std::string text;
  if (!evidence.time_text.empty()) text = "«" + visible(evidence.time_text) + "»";
  if (!value.empty())
    text +=
        (text.empty() ? "" : " = ") + value + (when.edtf.empty() || when.edtf == value ? "" : " (" + when.edtf + ")");
  std::string how;
  const auto also = [&](const std::string& part) { how += (how.empty() ? "" : "; ") + part; };
  if (!evidence.time_rule.empty()) also("rule " + visible(evidence.time_rule));
  if (when.basis == "context") also("carried over from another sentence or the title");
  if (when.basis == "published") also("known only not to be later than the publication");
  if (when.role == "announced") also("date of the announcement");
  if (when.role == "reported") also("date of the report");
  if (!evidence.date_reason.empty()) also(visible(evidence.date_reason));
  if (!evidence.time_text.empty())
    also(evidence.published_on.empty() ? "publication day unknown" : "published on " + evidence.published_on);
  also("mention " + std::to_string(evidence.mention));
  return (text.empty() ? "no date" : text) + ": " + how;
}

bool excludes(const query::When& a, const query::When& b) {
  const auto day = [](const std::string& moment) { return moment.substr(0, 10); };
  const auto before = [&](const query::When& x, const query::When& y) {
    return !x.to.empty() && !y.from.empty() && day(x.to) < day(y.from);
  };
  return before(a, b) || before(b, a);
}

/// Dates that articles give and that cannot be the event's own.
std::string conflicts(const query::Event& event, Language language) {
  std::string text;
  for (const query::Evidence& one : event.evidence)
    if ((one.when.basis == "stated" || one.when.basis == "context") && excludes(one.when, event.when))
      text +=
          (text.empty() ? "" : ", ") + when_text(one.when, language) + " (article " + std::to_string(one.article) + ")";
  return text;
}

std::string counted(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + ' ' + noun + (count == 1 ? "" : "s");
}

std::string article_line(const query::Evidence& evidence) {
  std::string line = visible(evidence.article_title.empty() ? evidence.uri : evidence.article_title);
  const auto also = [&](const std::string& part) { line += " · " + part; };
  if (!evidence.outlet.empty()) also(visible(evidence.outlet));
  also(evidence.published_on.empty() ? "undated" : evidence.published_on);
  also("article " + std::to_string(evidence.article));
  if (evidence.duplicate_of != 0) also("copy of article " + std::to_string(evidence.duplicate_of));
  return line;
}

}  // namespace

std::string event_text(const query::Event& event, const std::string& language, std::size_t width, bool color) {
  const Language words = language == "en" ? Language::en : language == "ko" ? Language::ko : language_of(event.title);
  std::string out = wrapped({{visible(title_of(event, language)), Style::strong}}, 0, width, color) + '\n';
  const std::string& other = language == "en" ? event.title : event.title_en;
  if (!other.empty() && other != title_of(event, language))
    out += wrapped({{visible(other), Style::dim}}, 0, width, color) + '\n';
  out += '\n';
  const auto line = [&](const std::string& name, const std::string& text) {
    if (!text.empty()) out += label(name, color) + wrapped(text, kLabelWidth, width) + '\n';
  };
  const std::string date = when_text(event.when, words);
  line("event", std::to_string(event.id) + ", " + event.type + ", " + event.status +
                    (event.review.empty() ? "" : ", " + event.review + " by hand"));
  line("date", (date.empty() ? std::string("unknown") : date) +
                   (event.when.edtf.empty() || event.when.edtf == date ? "" : ", EDTF " + event.when.edtf) + ", " +
                   event.when.basis + (event.when.role == "happened" ? "" : ", date it was " + event.when.role));
  line("conflict", conflicts(event, words));
  for (const query::Participant& one : event.participants)
    line(one.role, visible(name_of(one, language)) + ", " + one.kind);
  line("said by", visible(event.attributed_to));
  line("told in", counted(event.article_count, "article") + " of " + counted(event.source_count, "independent source") +
                      (event.first_published_on.empty() ? "" : ", first on " + event.first_published_on));
  char sure[16];
  std::snprintf(sure, sizeof sure, "%.2f", event.confidence);
  line("confidence", sure);
  std::int64_t article = 0;
  for (const query::Evidence& one : event.evidence) {
    if (one.article != article) out += '\n' + wrapped({{article_line(one), Style::dim}}, 0, width, color) + '\n';
    article = one.article;
    out += "  " + wrapped(marked_sentence(one, color), 2, width, color) + '\n';
    out += "    " + wrapped({{date_explanation(one, words), Style::dim}}, 4, width, color) + '\n';
  }
  return out;
}

nlohmann::ordered_json explained_json(const query::Event& event, const std::string& language) {
  nlohmann::ordered_json object = to_json(event, language);
  object["title_en"] = event.title_en.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(event.title_en);
  object["article_count"] = event.article_count;
  object["source_count"] = event.source_count;
  for (std::size_t i = 0; i < event.evidence.size(); ++i) {
    const query::Evidence& one = event.evidence[i];
    nlohmann::ordered_json& evidence = object["evidence"][i];
    const auto set = [&](const char* key, const std::string& text) {
      evidence[key] = text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
    };
    evidence["event_mention_id"] = one.mention;
    set("quote", one.quote);
    set("from", one.when.from);
    set("to", one.when.to);
    set("basis", one.when.basis);
    set("role", one.when.role);
    set("status", one.status);
    set("time_rule", one.time_rule);
    set("date_reason", one.date_reason);
    set("rule", one.rule);
    evidence["duplicate_of"] =
        one.duplicate_of == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(one.duplicate_of);
  }
  return object;
}

}  // namespace timeline::cli
