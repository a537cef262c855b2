#include <unicode/uchar.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/all_commands.hpp"
#include "cli/database.hpp"
#include "cli/escape.hpp"
#include "cli/line_reader.hpp"
#include "cli/rules.hpp"
#include "cli/safe_text.hpp"
#include "cli/when_text.hpp"
#include "cli/wrap.hpp"
#include "lexicon/table.hpp"
#include "query/ask.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace timeline::cli {
namespace {

using nlohmann::ordered_json;

struct Settings {
  std::string question;
  bool jsonl = false;
};

/// The words of a question that tell what it is about: without those that only ask (data/question_words.tsv).
class Questions {
 public:
  explicit Questions(const lexicon::DataSet& data) : table_(data, "question_words.tsv") {}

  [[nodiscard]] std::vector<std::string> words(std::string_view question) const {
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
      if (!word.empty() && !only_asks(word)) words.push_back(word);
      word.clear();
    };
    for (std::size_t at = 0; at < question.size();) {
      const text::Decoded c = text::decode(question, at);
      if (u_isalnum(static_cast<UChar32>(c.code_point)))
        word += question.substr(at, c.length);
      else
        close();
      at += c.length;
    }
    close();
    return words;
  }

 private:
  [[nodiscard]] bool only_asks(const std::string& word) const {
    std::string small = word;
    for (char& c : small)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    for (const auto& row : table_.rows())
      if (row["match"] == "whole" ? small == row["text"] : small.starts_with(row["text"])) return true;
    return false;
  }

  lexicon::Table table_;
};

std::string answer_text(const query::Answer& answer) {
  const std::string when = when_text(answer.when, language_of(answer.time_text));
  return when.empty() ? answer.time_text : when;
}

ordered_json answer_json(const ordered_json& id, const std::optional<query::Answer>& answer) {
  if (!answer) return {{"id", id}, {"answer", nullptr}};
  const auto or_null = [](const std::string& text) { return text.empty() ? ordered_json() : ordered_json(text); };
  return {{"id", id},
          {"answer",
           {{"text", answer_text(*answer)},
            {"from", or_null(answer->when.from)},
            {"to", or_null(answer->when.to)},
            {"event_id", answer->event == 0 ? ordered_json() : ordered_json(answer->event)}}},
          {"evidence",
           {{"article_id", answer->article},
            {"external_id", or_null(answer->external_id)},
            {"start", answer->start},
            {"length", answer->length}}}};
}

void write_answer(Context& context, const std::optional<query::Answer>& answer) {
  if (!answer) {
    context.note("the articles do not say");
    return;
  }
  const std::size_t width = context.out.width();
  std::string out = styled(visible(answer_text(*answer)), Style::strong, context.color());
  if (answer->event != 0) out += "  " + visible(answer->event_title) + " (event " + std::to_string(answer->event) + ')';
  out += '\n';
  const std::string sentence = visible(answer->sentence), time = visible(answer->time_text);
  std::vector<Run> runs;
  if (const std::size_t at = sentence.find(time); at != std::string::npos)
    runs = {{sentence.substr(0, at) + (context.color() ? "" : "«")},
            {time, Style::accent},
            {(context.color() ? "" : "»") + sentence.substr(at + time.size())}};
  else
    runs = {{sentence}};
  out += "  " + wrapped(runs, 2, width, context.color()) + '\n';
  std::string source = visible(answer->article_title);
  for (const std::string& part : {answer->outlet, answer->published_on})
    if (!part.empty()) source += (source.empty() ? "" : " · ") + visible(part);
  source += (source.empty() ? "" : " · ") + ("article " + std::to_string(answer->article));
  context.out.write(out + "  " + wrapped({{source, Style::dim}}, 2, width, context.color()) + '\n');
}

base::ExitStatus run_lines(Context& context, const store::Database& database, const Questions& questions) {
  LineReader input("-");
  base::ExitStatus status = base::ExitStatus::done;
  std::string line;
  while (input.next(line) && !context.out.closed()) {
    if (line.empty()) continue;
    const ordered_json asked = ordered_json::parse(line, nullptr, false);
    if (!asked.is_object() || !asked.contains("question") || !asked["question"].is_string()) {
      context.note("-:" + std::to_string(input.number()) + ": is no JSON object with a \"question\"");
      status = base::ExitStatus::partial;
      continue;
    }
    const std::string question = text::normalize(asked["question"].get<std::string>());
    const auto answer = query::answer_question(database.sqlite(), question, questions.words(question));
    context.out.write(json_text(answer_json(asked.value("id", ordered_json()), answer)) + '\n');
  }
  return status;
}

base::ExitStatus run(Context& context, const Settings& settings) {
  if (settings.question.empty() && !settings.jsonl)
    throw base::Error(base::ExitStatus::usage, "ask: QUESTION is missing", "timeline ask --help shows examples");
  const store::Database database = open_for_reading(context);
  const lexicon::DataSet data = data_set(context);
  const Questions questions(data);
  if (settings.jsonl) return run_lines(context, database, questions);
  const std::string question = text::normalize(settings.question);
  write_answer(context, query::answer_question(database.sqlite(), question, questions.words(question)));
  return base::ExitStatus::done;
}

}  // namespace

const Command kAsk{
    .name = "ask",
    .summary = "answers when something happened, in one line with its evidence",
    .examples =
        "timeline ask \"엔비디아는 언제 네모트론3 나노를 출시했나?\"\n"
        "timeline ask \"When did DeepSeek publish R1?\"\n"
        "timeline ask --jsonl < questions.jsonl             # {\"id\", \"question\"} a line",
    .notes =
        "Takes the sentence that tells most of the question's words and names a time. Where no sentence tells enough "
        "of it there is no answer, and a note says so.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("QUESTION", settings->question, "what happened, in Korean or English", false);
      options.flag("--jsonl", settings->jsonl, "one JSON object a line from standard input, one answer a line out");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
