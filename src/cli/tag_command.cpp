#include <memory>

#include "cli/all_commands.hpp"
#include "cli/rules.hpp"
#include "cli/tag.hpp"

namespace timeline::cli {
namespace {

struct Settings {
  std::string text;
  std::string reference;
  std::string language;
  bool jsonl = false;
  bool explain = false;
};

base::ExitStatus run(Context& context, const Settings& settings) {
  TagOptions options;
  options.jsonl = settings.jsonl;
  options.explain = settings.explain;
  options.language = settings.language;
  if (settings.jsonl && !settings.text.empty() && settings.text != "-")
    throw base::Error(base::ExitStatus::usage, "tag: --jsonl reads its lines from standard input",
                      "timeline tag --jsonl < FILE");
  if (!settings.text.empty() && settings.text != "-") options.text = settings.text;
  if (!settings.reference.empty()) {
    options.reference = model::parse_timestamp(settings.reference);
    if (!options.reference)
      throw base::Error(base::ExitStatus::usage, "--ref '" + settings.reference + "' is no date",
                        "write it as 2025-12-22 or 2025-12-22T09:30:00");
  }
  return run_tag(options, data_set(context), stdin, context.out, [&](std::string_view line) { context.note(line); });
}

}  // namespace

const Command kTag{
    .name = "tag",
    .summary = "finds time expressions and works out their dates; no database",
    .examples =
        "timeline tag --ref 2025-11-02 '지난달 31일 오후 3시에 발표했다'\n"
        "timeline tag --ref 2025-11-02 --explain '추석 연휴 마지막 날'     # how each date was worked out\n"
        "timeline tag --jsonl < articles.jsonl > times.jsonl            # {\"id\", \"text\", \"ref\"} a line",
    .notes =
        "Without --ref relative expressions stay without a date and say why. Every expression is a JSON line with "
        "its place in characters, its bounds, EDTF and TIMEX3.",
    .define = [](OptionList& options) -> Action {
      auto settings = std::make_shared<Settings>();
      options.argument("TEXT", settings->text, "the text; - or none: standard input", false);
      options.flag("--jsonl", settings->jsonl, "one JSON object a line in, one a line out");
      options.text("--ref", "DATE", settings->reference, "the day of publication, or a timestamp as written");
      options.flag("--explain", settings->explain, "tell rule, steps and anchors of each expression");
      options.choice("--lang", settings->language, {"ko", "en"}, "language of the text (default: told by the text)");
      return [settings](Context& context) { return run(context, *settings); };
    },
};

}  // namespace timeline::cli
