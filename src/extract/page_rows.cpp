// The passes of Page that judge whole lines and their neighbours.
#include <algorithm>

#include "extract/page.hpp"

namespace timeline::extract {
namespace {

using model::SentenceRole;

constexpr std::uint32_t kShortLine = 90;  // characters; longer lines are no headline or menu
constexpr std::uint32_t kListRows = 4;    // rows alike, from which on they are a list
constexpr std::uint32_t kArticle = 80;    // characters of statements that make an article

}  // namespace

/// Lines that are noise by themselves.
void Page::mark_rows() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (!has_body(row) || i == title_row_) continue;
    const Shape& shape = row.shape;
    const bool fragment = !shape.statement && shape.characters <= kShortLine;
    const bool noise =
        shape.menu_only || shape.tags || shape.domain || shape.date_only || shape.letters == 0 ||
        (fragment && (shape.has(NoiseWord::file) || shape.begins_with(NoiseWord::contact) || shape.phone)) ||
        (shape.begins_with(NoiseWord::source) && !shape.statement) ||
        (shape.link && !shape.statement && shape.characters <= 200);
    if (noise) set_row(row, SentenceRole::noise);
  }
  // The card that a pasted link unfolds into: the address, the page's title and summary, its host name.
  for (std::size_t host = 2; host < rows_.size(); ++host) {
    if (!rows_[host].shape.domain) continue;
    for (std::size_t link = host - 1; link + 4 > host; --link) {
      if (rows_[link].shape.link && !rows_[link].shape.domain) {
        for (std::size_t i = link; i < host; ++i) set_row(rows_[i], SentenceRole::noise);
        break;
      }
      if (link == 0) break;
    }
  }
}

/// Rows of a board or ranking: several lines one after the other that end in dates, times and counts.
void Page::mark_lists() {
  for (std::size_t i = 0; i < rows_.size();) {
    std::size_t end = i;
    std::size_t alike = 0;
    // One line of another shape between them (a button, a row whose title is too long) does not end the list.
    while (end < rows_.size() &&
           (rows_[end].shape.row || (alike > 0 && !rows_[end].shape.statement && rows_[end].shape.characters < 40 &&
                                     end + 1 < rows_.size() && rows_[end + 1].shape.row))) {
      alike += rows_[end].shape.row;
      ++end;
    }
    if (alike >= kListRows)
      for (std::size_t k = i; k < end; ++k) set_row(rows_[k], SentenceRole::noise);
    i = std::max(end, i + 1);
  }
}

/// What begins below the article: comments to the end; other headlines until the article goes on.
void Page::mark_below() {
  std::uint32_t told = 0;  // characters of statements so far
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    const Shape& shape = row.shape;
    if (shape.begins_with(NoiseWord::comments) && !shape.statement && shape.characters <= 24 && told >= kArticle) {
      for (std::size_t k = i; k < rows_.size(); ++k) set_row(rows_[k], SentenceRole::noise);
      return;
    }
    if (shape.begins_with(NoiseWord::related) && !shape.statement && shape.characters <= kShortLine &&
        i != title_row_) {
      set_row(row, SentenceRole::noise);
      for (std::size_t k = i + 1;
           k < rows_.size() && !rows_[k].shape.stopped && rows_[k].shape.characters <= kShortLine; ++k) {
        set_row(rows_[k], SentenceRole::noise);
        i = k;
      }
      continue;
    }
    if (shape.statement && has_body(row)) told += shape.characters;
  }
}

/// The fragments behind the last statement are other headlines, tags and buttons when one of them shows it.
void Page::mark_tail() {
  std::size_t begin = rows_.size();
  while (begin > 0 && (!has_body(rows_[begin - 1]) ||
                       (!rows_[begin - 1].shape.stopped && rows_[begin - 1].shape.characters <= kShortLine)))
    --begin;
  if (begin == 0) return;  // no statement at all: a poem, a table
  std::size_t shown = 0;
  for (std::size_t i = begin; i < rows_.size(); ++i) {
    const Shape& shape = rows_[i].shape;
    shown += shape.menu_only || shape.date_only || shape.tags || shape.begins_with(NoiseWord::related) ||
             shape.begins_with(NoiseWord::comments);
  }
  if (shown == 0) return;
  for (std::size_t i = begin; i < rows_.size(); ++i) set_row(rows_[i], SentenceRole::noise);
}

/// Site names, categories and buttons above the headline, counters and addresses between it and the article.
void Page::mark_head() {
  if (title_row_ == rows_.size()) return;
  if (article_.title_in_body) {
    std::uint32_t above = 0;
    for (std::size_t i = 0; i < title_row_; ++i) above += rows_[i].shape.statement ? rows_[i].shape.characters : 0;
    for (std::size_t i = 0; i < title_row_; ++i)
      if (!rows_[i].shape.statement || above <= kArticle) set_row(rows_[i], SentenceRole::noise);
    set_row(rows_[title_row_], SentenceRole::title);
  } else {
    set_row(rows_[title_row_], SentenceRole::noise);  // the headline is a sentence of its own already
  }
  for (std::size_t i = title_row_ + 1; i < rows_.size(); ++i) {
    const Row& row = rows_[i];
    if (row.shape.statement || row.shape.characters > kShortLine) break;
    // A name beside a date, a category of one word, a bare counter.
    const bool dated = row.shape.numbers >= 3 && row.shape.characters <= 40 && row.shape.letters <= 16;
    if (dated || row.shape.characters <= 8) set_row(row, SentenceRole::noise);
  }
}

}  // namespace timeline::extract
