// The sample articles say in many forms who published them and when; the import door reads it.
#include <catch2/catch.hpp>
#include <map>
#include <string>
#include <vector>

#include "input/reader.hpp"
#include "lexicon/data_set.hpp"

namespace {

struct Header {
  std::string title;
  std::string outlet;
  std::string byline;
  std::string published;
  auto operator<=>(const Header&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Header& header) {
  return out << header.title << " | " << header.outlet << " | " << header.byline << " | " << header.published;
}

/// Every sample by file name, or by id where it has one.
std::map<std::string, Header> read_samples() {
  std::map<std::string, Header> headers;
  const auto data = timeline::lexicon::DataSet::embedded();
  const timeline::input::Reader reader(data);
  const timeline::input::Sink sink{.article =
                                       [&](timeline::model::Article&& article) {
                                         const auto name = article.external_id.empty()
                                                               ? article.uri.substr(article.uri.rfind('/') + 1)
                                                               : article.external_id;
                                         headers[name] = {article.title, article.outlet, article.byline,
                                                          article.published ? to_iso(*article.published) : ""};
                                         return true;
                                       },
                                   .issue = [](timeline::input::Issue&& issue) { FAIL(to_string(issue)); }};
  reader.read({TIMELINE_SOURCE_DIR "/data/samples"}, sink);
  return headers;
}

}  // namespace

TEST_CASE("title, outlet, reporter and publication time of every sample article") {
  const auto headers = read_samples();
  const std::map<std::string, Header> expected{
      {"2024-12-27-mirinae-ai-act.txt",
       {"AI 기본법 국회 통과…2026년 1월 시행", "미리내일보", "채이든 기자", "2024-12-27T08:45"}},
      {"2025-02-27-mirinae-earnings-cp949.txt",
       {"엔비디아 분기 매출 393억 달러…블랙웰이 이끌었다", "미리내일보", "강서율 기자", "2025-02-27T09:20"}},
      {"2025-07-17-hangyeol-ruling.txt",
       {"대법, 이재용 무죄 확정…기소 4년 10개월 만", "한결뉴스", "나윤슬 기자", "2025-07-17T11:32"}},
      {"2025-08-28-saebyeok-skt-fine.txt",
       {"개인정보위, SK텔레콤에 과징금 1347억9100만원", "새벽신문", "도하람 기자", "2025-08-28T11:00"}},
      {"2025-10-31-gaon-gpu-supply.txt",
       {"엔비디아, 한국에 GPU 26만장 공급하기로…경주 APEC서 발표", "가온경제", "서지호 기자", "2025-10-31T18:42"}},
      {"2025-11-01-hangang-post-gpu-supply.txt",
       {"Nvidia to Supply 260,000 AI Chips to South Korea", "The Hangang Post", "Daniel Seo", "2025-11-01T08:05"}},
      {"2025-11-01-nuri-gpu-supply.txt",
       {"젠슨 황이 경주에 남긴 선물, 블랙웰 26만장", "누리테크", "한유진 기자", "2025-11-01T09:15"}},
      {"2025-11-03-hangyeol-noisy-page.txt",
       {"SK하이닉스, 3분기 영업이익 11조원 돌파…사상 최대", "한결뉴스", "정다솔 기자", "2025-11-03T06:00"}},
      {"2025-11-27-daon-nuri-launch.txt",
       {"누리호 4차 발사 성공…위성 13기 모두 궤도에", "다온타임스", "홍시우 기자", "2025-11-27T03:05"}},
      {"2025-12-16-nuri-schedmd.txt",
       {"엔비디아, 슬럼 개발사 스케드엠디 인수", "누리테크", "오세린 기자", "2025-12-16T10:58"}},
      {"2025-12-16-pacific-ledger-schedmd.txt",
       {"Nvidia acquires the company behind Slurm", "Pacific Ledger", "Maya Lindqvist", "2025-12-16"}},
      {"2025-12-16-saebyeok-nemotron3.txt",
       {"엔비디아, 개방형 모델 '네모트론3' 공개…나노부터 내려받는다", "새벽신문", "문가람 기자", "2025-12-16T07:30"}},
      {"2025-12-18-gaon-torchtpu.txt",
       {"\"구글, 메타와 손잡고 '토치TPU' 시작\"…엔비디아 쿠다 아성에 도전", "가온경제", "윤태오 특파원",
        "2025-12-18T08:11"}},
      {"2025-12-19-nuri-ai-center.html",
       {"해남에 국가AI컴퓨팅센터 들어선다…2028년 문 연다", "누리테크", "백도윤", "2025-12-19T14:20"}},
      {"daon-20251002-01",
       {"오픈AI, 삼성·SK와 '스타게이트' 메모리 공급 협력", "다온타임스", "임가을", "2025-10-02T07:10"}},
      {"hangang-20251126-02",
       {"Google in Talks to Sell AI Chips to Meta", "The Hangang Post", "Daniel Seo", "2025-11-26T09:00"}},
      {"mirinae-20250728-07",
       {"삼성전자, 테슬라와 22조8000억원 반도체 위탁생산 계약", "미리내일보", "강서율", "2025-07-28T17:40"}},
      {"saebyeok-20251106-03", {"정부, 내년 AI 예산 10조1000억원 편성", "새벽신문", "", "2025-11-06"}},
      {"undated-chip-startups.txt", {"엔비디아에 맞선 칩 스타트업들, 돈이 몰린다", "다온타임스", "임가을 기자", ""}},
  };
  for (const auto& [name, header] : expected) {
    INFO(name);
    REQUIRE(headers.contains(name));
    CHECK(headers.at(name) == header);
  }
  CHECK(headers.size() == expected.size());
}
