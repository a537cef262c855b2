#include "extract/page.hpp"

#include <algorithm>

#include "extract/copies.hpp"
#include "text/sentence_ends.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace timeline::extract {
namespace {

using model::SentenceRole;

constexpr std::uint32_t kParagraph = 600;  // bytes; longer lines are measured by their sentences
constexpr std::uint32_t kPassage = 100;    // bytes of a copy that is no turn of phrase

/// Does it end as captions do, with somebody doing something ("… 발언하고 있다.") or with a noun?
bool ends_like_caption(std::string_view words, const Shape& shape) {
  while (!words.empty() && (words.back() == '.' || words.back() == ' ')) words.remove_suffix(1);
  if (words.size() < 6) return false;
  // "-go issda": the progressive. Other statements tell what happened, captions what is seen.
  const bool progressive = words.ends_with("\uACE0 \uC788\uB2E4");
  return progressive || !shape.statement || !shape.closed;
}

}  // namespace

Page::Page(const model::Article& article, const LayoutRules& rules)
    : article_(article), rules_(rules), body_(article.body) {
  cut_pieces();
  gather_rows();
  title_row_ = rows_.size();
  if (article_.title.empty()) return;
  // A title that came with the article stands in its text as a line of its own or not at all; one that was found in the
  // text may have a category or a date beside it.
  const std::size_t beside = article_.title_in_body ? 80 : 6;
  for (std::size_t i = 0; i < rows_.size() && i < 60; ++i)
    if (rows_[i].span.size() <= article_.title.size() + beside &&
        rows_[i].span.of(body_).find(article_.title) != std::string_view::npos) {
      title_row_ = i;
      break;
    }
}

void Page::add_piece(base::Span span, SentenceRole role) {
  while (span.begin < span.end) {
    const std::size_t space = text::space_at(body_, span.begin);
    if (space == 0) break;
    span.begin += static_cast<std::uint32_t>(space);
  }
  while (span.begin < span.end) {
    const std::size_t space = text::space_before(body_, span.end);
    if (space == 0) break;
    span.end -= static_cast<std::uint32_t>(space);
  }
  if (span.begin < span.end) pieces_.push_back({.span = span, .role = role, .shape = rules_.shape(span.of(body_))});
}

void Page::cut_pieces() {
  const std::vector<base::Span> code = rules_.code_spans(body_);
  auto script = code.begin();
  const std::vector<base::Span> sentences = text::split_sentences(body_);
  pieces_.reserve(sentences.size() + 8);
  const auto add_prose = [&](base::Span span) {
    std::string_view words = span.of(body_);
    if (!pieces_.empty()) {
      const Piece& before = pieces_.back();
      const bool same_line =
          body_.substr(before.span.end, span.begin - before.span.end).find('\n') == std::string_view::npos;
      // Behind a caption, a reporter's line, at the edge of the text: there origins stand.
      if (same_line &&
          (ends_like_caption(before.span.of(body_), before.shape) || words.find('@') != std::string_view::npos))
        if (const std::size_t credit = rules_.leading_credit(words); credit > 0) {
          add_piece({span.begin, span.begin + static_cast<std::uint32_t>(credit)}, SentenceRole::body);
          span.begin += static_cast<std::uint32_t>(credit);
          words.remove_prefix(credit);
        }
    }
    if (const std::size_t opening = rules_.opening(words, article_.outlet); opening > 0) {
      add_piece({span.begin, span.begin + static_cast<std::uint32_t>(opening)}, SentenceRole::noise);
      span.begin += static_cast<std::uint32_t>(opening);
    }
    if (const std::size_t credit = rules_.trailing_credit(span.of(body_)); credit > 0) {
      const std::uint32_t end = span.begin + static_cast<std::uint32_t>(credit);
      add_piece({span.begin, end}, SentenceRole::body);
      span.begin = end;
    }
    add_piece(span, SentenceRole::body);
  };
  for (base::Span sentence : sentences) {
    // A reporter's opening glued into the line ("… 것\"[한빛신문 홍길동 기자] …") begins a sentence.
    for (std::size_t at = rules_.inner_opening(sentence.of(body_));
         at > 0 && (script == code.end() || script->begin >= sentence.end);
         at = rules_.inner_opening(sentence.of(body_))) {
      const base::Span before{sentence.begin, sentence.begin + static_cast<std::uint32_t>(at)};
      add_prose(before);
      sentence.begin = before.end;
    }
    while (script != code.end() && script->end <= sentence.begin) ++script;
    for (auto at = script; at != code.end() && at->begin < sentence.end; ++at) {
      if (at->begin > sentence.begin) add_prose({sentence.begin, at->begin});
      const base::Span inside{std::max(at->begin, sentence.begin), std::min(at->end, sentence.end)};
      add_piece(inside, SentenceRole::noise);
      sentence.begin = inside.end;
    }
    if (sentence.begin < sentence.end) add_prose(sentence);
  }
}

void Page::gather_rows() {
  std::uint32_t paragraph = 0;
  std::uint32_t at = 0;
  for (std::uint32_t i = 0; i < pieces_.size(); ++i) {
    const base::Span span = pieces_[i].span;
    const auto breaks = static_cast<std::uint32_t>(std::count(body_.begin() + at, body_.begin() + span.begin, '\n'));
    paragraph += breaks;
    at = span.begin;
    pieces_[i].paragraph = paragraph;
    if (rows_.empty() || breaks > 0)
      rows_.push_back({.first = i, .last = i + 1, .span = span, .shape = pieces_[i].shape});
    else {
      rows_.back().last = i + 1;
      rows_.back().span = join(rows_.back().span, span);
    }
  }
  for (Row& row : rows_) {
    if (row.last - row.first == 1) continue;
    if (row.span.size() <= kParagraph) {
      row.shape = rules_.shape(row.span.of(body_));
      continue;
    }
    // A paragraph is never a menu or heading: what is asked of it is the sum of its sentences.
    row.shape = pieces_[row.first].shape;
    row.shape.menu_only = row.shape.tags = row.shape.domain = row.shape.date_only = row.shape.row = row.shape.code =
        false;
    for (std::uint32_t i = row.first + 1; i < row.last; ++i) row.shape.add(pieces_[i].shape);
  }
}

bool Page::has_body(const Row& row) const {
  return std::any_of(pieces_.begin() + row.first, pieces_.begin() + row.last,
                     [](const Piece& piece) { return piece.is_body(); });
}

void Page::set_row(const Row& row, SentenceRole role) {
  for (std::uint32_t i = row.first; i < row.last; ++i) pieces_[i].role = role;
}

void Page::mark_copies() {
  const std::vector<base::Span> copies = find_copies(body_);
  auto copy = copies.begin();
  for (Piece& piece : pieces_) {
    while (copy != copies.end() && copy->end <= piece.span.begin) ++copy;
    // One passage that holds the sentence, or several long ones with a slip between them. Short ones are turns of
    // phrase.
    std::uint32_t covered = 0;
    std::uint32_t greatest = 0;
    for (auto at = copy; at != copies.end() && at->begin < piece.span.end; ++at) {
      const std::uint32_t shared = std::min(at->end, piece.span.end) - std::max(at->begin, piece.span.begin);
      greatest = std::max(greatest, shared);
      if (at->size() >= kPassage) covered += shared;
    }
    if (std::max(covered, greatest) * 5 >= piece.span.size() * 4) piece.role = SentenceRole::noise;
  }
}

/// The sentences in front of a photo credit, back to the one that tells what is seen or to the beginning of the line.
void Page::mark_captions(std::size_t credit) {
  const std::uint32_t line = pieces_[credit].paragraph;
  std::size_t from = credit;
  for (std::size_t i = credit; i > 0 && credit - i < 3; --i) {
    const Piece& piece = pieces_[i - 1];
    const bool same_line = piece.paragraph == line;
    if (!same_line && (from < credit || line - piece.paragraph > 1)) break;
    if (!piece.is_body()) break;
    // English captions are whole sentences like any other: only where one opens its line.
    const bool opens = i - 1 == 0 || pieces_[i - 2].paragraph != piece.paragraph;
    if (ends_like_caption(piece.span.of(body_), piece.shape) &&
        (opens || !piece.shape.stopped || article_.language == "ko")) {
      from = i - 1;
      break;
    }
    if (!same_line) break;
    if (i - 1 == 0 || pieces_[i - 2].paragraph != line) from = i - 1;  // a line that is nothing but caption and credit
  }
  for (std::size_t i = from; i < credit; ++i) pieces_[i].role = SentenceRole::caption;
}

void Page::mark_pieces() {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    Piece& piece = pieces_[i];
    if (!piece.is_body()) continue;
    const Shape& shape = piece.shape;
    const std::string_view words = piece.span.of(body_);
    if (rules_.is_credit(words, shape)) {
      piece.role = SentenceRole::noise;
      mark_captions(i);
    } else if (rules_.is_reporter(words, shape) ||
               (shape.has(NoiseWord::copyright) && shape.characters <= 120 && !shape.closed) ||
               (shape.has(NoiseWord::copyright) && shape.characters <= 35) ||
               (shape.has(NoiseWord::tip) && shape.characters <= 120)) {
      piece.role = SentenceRole::noise;
    } else if (shape.code || (shape.begins_with(NoiseWord::crew) && !shape.statement && shape.characters <= 30 &&
                              words.find(':') != std::string_view::npos)) {
      piece.role = SentenceRole::noise;
    } else if (shape.has(NoiseWord::crew) && (words.front() == '[' || words.front() == '(') && shape.characters <= 80 &&
               !shape.statement) {
      piece.role = SentenceRole::noise;
    } else if (shape.begins_with(NoiseWord::caption) && shape.characters <= 160) {
      piece.role = SentenceRole::caption;
    } else if (shape.begins_with(NoiseWord::related) && shape.characters <= 120 &&
               !(shape.statement && shape.characters > 60)) {
      // "관련 기사 : [단독] …" in running text: the rest of the line names other articles.
      const std::uint32_t line = piece.paragraph;
      for (std::size_t k = i;
           k < pieces_.size() && pieces_[k].paragraph == line && (k == i || !pieces_[k].shape.statement); ++k)
        if (pieces_[k].is_body()) pieces_[k].role = SentenceRole::noise;
    }
  }
}

std::vector<model::Sentence> Page::sentences() {
  mark_copies();
  mark_pieces();
  mark_rows();
  mark_lists();
  mark_below();
  mark_tail();
  mark_head();
  std::vector<model::Sentence> sentences;
  sentences.reserve(pieces_.size() + 1);
  for (const Piece& piece : pieces_)
    sentences.push_back({.span = piece.span, .role = piece.role, .paragraph = piece.paragraph});
  return sentences;
}

}  // namespace timeline::extract
