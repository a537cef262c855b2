#include "cli/importer.hpp"

#include <cstdio>
#include <filesystem>

#include "cli/interrupt.hpp"
#include "cli/run_info.hpp"
#include "cli/safe_text.hpp"
#include "store/prepared.hpp"

namespace timeline::cli {
namespace {

std::string name_of(const model::Article& article) {
  if (article.uri.empty() || article.uri == "-")
    return article.external_id.empty() ? article.title : article.external_id;
  return article.external_id.empty() ? article.uri : article.uri + " (" + article.external_id + ')';
}

/// A file is the same file from wherever the program is started; addresses and standard input stay as they are.
std::string whole_path(const std::string& uri) {
  const bool is_file = !uri.empty() && uri.find("://") == std::string::npos && uri != "-" && !uri.starts_with("-:") &&
                       !uri.starts_with("-/");
  return is_file ? std::filesystem::absolute(uri).lexically_normal().string() : uri;
}

}  // namespace

Importer::Importer(Context& context, const store::Database& database, const lexicon::DataSet& data, store::RunInfo run,
                   std::size_t jobs, std::uint64_t total_bytes, bool dry)
    : context_(context),
      extractor_(data),
      writer_(database, std::move(run), event_types(data)),
      progress_(total_bytes),
      dry_(dry),
      pool_(jobs, [this](model::Article&& article) {
        model::Extraction extraction = extractor_.extract(article);
        return store::prepare(std::move(article), std::move(extraction));
      }) {}

bool Importer::go_on() {
  return !Interrupt::requested();
}

bool Importer::add(model::Article&& article) {
  if (!go_on()) return false;
  progress_.add(1, article.body.size());
  const std::string name = name_of(article);
  article.uri = whole_path(article.uri);
  std::string key = store::source_key(article);
  // The same article again while the first is still being read: that one is stored first, as with one thread.
  while (under_way_.contains(key)) store_next();
  const store::Known known = writer_.known(article);
  if (known == store::Known::same) return true;
  if (dry_) {
    ++(known == store::Known::absent ? dry_summary_.added : dry_summary_.changed);
    context_.out.write((known == store::Known::absent ? "new      " : "changed  ") + visible(name) + '\n');
    return true;
  }
  submit(std::move(article), std::move(key));
  return true;
}

bool Importer::add_again(model::Article&& article) {
  if (!go_on()) return false;
  progress_.add(1, article.body.size());
  std::string key = store::source_key(article);
  submit(std::move(article), std::move(key));
  return true;
}

void Importer::submit(model::Article&& article, std::string key) {
  ++under_way_[std::move(key)];
  pool_.submit(std::move(article));
  while (pool_.is_full()) store_next();
}

void Importer::store_next() {
  store::Prepared prepared = pool_.take();
  under_way_.erase(prepared->source_key);
  writer_.put(std::move(prepared));
  if (++in_batch_ < kBatch) return;
  writer_.commit();
  in_batch_ = 0;
}

void Importer::refuse(const input::Issue& issue) {
  progress_.clear();
  context_.note(input::to_string(issue));
  if (dry_)
    ++dry_summary_.refused;
  else
    writer_.refuse(issue.source, issue.line, issue.message);
}

store::RunSummary Importer::finish() {
  while (!pool_.is_empty()) store_next();
  progress_.clear();
  if (!dry_) return writer_.finish(utc_now());
  dry_summary_.same = writer_.summary().same;
  return dry_summary_;
}

}  // namespace timeline::cli
