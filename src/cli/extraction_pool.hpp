#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "model/article.hpp"

namespace timeline::cli {

/// Does the same work on articles in several threads and hands the results back in the order in which the articles
/// came, whatever the number of threads. `Result` is what the work makes of one article.
///
///   ExtractionPool<store::Prepared> pool(jobs, [&](model::Article&& article) { … });
///   pool.submit(std::move(article));
///   while (pool.is_full()) use(pool.take());
template <typename Result>
class ExtractionPool {
 public:
  using Work = std::function<Result(model::Article&&)>;

  ExtractionPool(std::size_t jobs, Work work) : work_(std::move(work)), limit_(jobs * kWaitingPerThread) {
    for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this] { serve(); });
  }
  ~ExtractionPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  ExtractionPool(const ExtractionPool&) = delete;
  ExtractionPool& operator=(const ExtractionPool&) = delete;

  void submit(model::Article&& article) {
    auto slot = std::make_shared<Slot>();
    slot->bytes = article.body.size();
    slot->article = std::move(article);
    bytes_ += slot->bytes;
    order_.push_back(slot);
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(std::move(slot));
    }
    wake_.notify_one();
  }

  [[nodiscard]] bool is_empty() const { return order_.empty(); }
  /// Enough is under way; take a result before submitting more, so that memory stays bounded.
  [[nodiscard]] bool is_full() const { return order_.size() >= limit_ || bytes_ >= kMostBytes; }

  /// The result of the oldest article, waiting for it if need be. Throws what its work threw.
  [[nodiscard]] Result take() {
    const std::shared_ptr<Slot> slot = std::move(order_.front());
    order_.pop_front();
    bytes_ -= slot->bytes;
    std::unique_lock lock(mutex_);
    done_.wait(lock, [&] { return slot->done; });
    if (slot->fault) std::rethrow_exception(slot->fault);
    return std::move(slot->result);
  }

 private:
  static constexpr std::size_t kWaitingPerThread = 32;
  static constexpr std::size_t kMostBytes = 64 << 20;

  struct Slot {
    model::Article article;
    std::size_t bytes = 0;
    Result result{};
    std::exception_ptr fault;
    bool done = false;
  };

  void serve() {
    for (;;) {
      std::shared_ptr<Slot> slot;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        slot = std::move(waiting_.front());
        waiting_.pop_front();
      }
      try {
        slot->result = work_(std::move(slot->article));
      } catch (...) {
        slot->fault = std::current_exception();
      }
      {
        const std::lock_guard lock(mutex_);
        slot->done = true;
      }
      done_.notify_one();
    }
  }

  Work work_;
  std::size_t limit_;
  std::deque<std::shared_ptr<Slot>> order_;  // of the caller's thread alone
  std::size_t bytes_ = 0;                    // of the articles in order_
  std::mutex mutex_;
  std::condition_variable wake_, done_;
  std::deque<std::shared_ptr<Slot>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

/// The number of threads for --jobs: 0 is one a core. Throws Error(usage) where it is negative or absurd.
[[nodiscard]] std::size_t thread_count(std::int64_t jobs);

}  // namespace timeline::cli
