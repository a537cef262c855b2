// The map stage over the sample articles: what one core does, by room. Rates are of UTF-8 bytes of article bodies.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/extractor.hpp"
#include "input/reader.hpp"
#include "lexicon/data_set.hpp"
#include "temporal/tagger.hpp"

namespace {

using timeline::lexicon::DataSet;
using timeline::model::Article;
using timeline::model::Extraction;

const DataSet& data_set() {
  static const DataSet data = DataSet::embedded();
  return data;
}

/// The sample articles as the import door gives them.
const std::vector<Article>& samples() {
  static const auto articles = [] {
    std::vector<Article> found;
    const timeline::input::Reader reader(data_set());
    reader.read({TIMELINE_SOURCE_DIR "/data/samples"}, {.article =
                                                            [&](Article&& article) {
                                                              found.push_back(std::move(article));
                                                              return true;
                                                            },
                                                        .issue = [](timeline::input::Issue&&) {}});
    return found;
  }();
  return articles;
}

void report_rate(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const auto& article : samples()) bytes += article.body.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes * state.iterations()));
}

void build_tagger(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(timeline::temporal::Tagger(data_set()));
}
BENCHMARK(build_tagger)->Unit(benchmark::kMillisecond);

void build_extractor(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(timeline::extract::Extractor(data_set()));
}
BENCHMARK(build_extractor)->Unit(benchmark::kMillisecond);

void split_and_mark_sentences(benchmark::State& state) {
  const timeline::extract::Layout layout(data_set());
  for ([[maybe_unused]] auto _ : state)
    for (const auto& article : samples()) benchmark::DoNotOptimize(layout.sentences(article));
  report_rate(state);
}
BENCHMARK(split_and_mark_sentences);

void tag_times(benchmark::State& state) {
  const timeline::extract::Layout layout(data_set());
  const timeline::temporal::Tagger tagger(data_set());
  std::vector<Extraction> prepared;
  for (const auto& article : samples()) prepared.emplace_back().sentences = layout.sentences(article);
  for ([[maybe_unused]] auto _ : state)
    for (std::size_t i = 0; i < prepared.size(); ++i) {
      prepared[i].times.clear();
      tagger.tag(samples()[i], prepared[i]);
      benchmark::DoNotOptimize(prepared[i].times.data());
    }
  report_rate(state);
}
BENCHMARK(tag_times);

void extract_everything(benchmark::State& state) {
  const timeline::extract::Extractor extractor(data_set());
  for ([[maybe_unused]] auto _ : state)
    for (const auto& article : samples()) benchmark::DoNotOptimize(extractor.extract(article));
  report_rate(state);
}
BENCHMARK(extract_everything);

}  // namespace
