// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/html.h"
#include "tests/unit/ingest/pages.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <string>

using namespace pages;
using demarche::ingest::looksLikeHtml;

namespace {

constexpr std::string_view savedPage = R"(<!DOCTYPE html>
<html><head><meta charset="gb2312">
<title>Envoys meet in Lisbon to calm trade row - The Harbour Post</title>
<meta property="og:title" content="Envoys meet in Lisbon to calm trade row">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2023-09-28T23:10:00+01:00",
  "author": [{"name": "Ann Writer"}]}]}</script>
<style>p { color: red }</style></head>
<body class="has-sidebar nav-open">
<header><h1><a href="/">The Harbour Post</a></h1><nav><ul><li><a href="/w">World</a></li></ul></nav></header>
<div id="cookie-banner"><p>We use cookies to make this site better for you and for us. Do you agree?</p></div>
<main><article><header><h1>Envoys meet in Lisbon to calm trade row</h1>
<p class="byline">By <a href="#">Ann Writer</a></p><p><time datetime="2023-09-28">Sept. 28, 2023</time></p></header>
<figure><img src="x.jpg"><figcaption>Two envoys shake hands in Lisbon before their talks on Wednesday.</figcaption></figure>
<p>LISBON &mdash; Envoys of the two countries met on Wednesday for six hours&nbsp;and <b>agreed</b> to meet again.
<p>It was their second meeting since May, when they talked in Vienna about the same <a href="y">trade row</a>.
<script>var x = "<p>never shown</p>";</script>
<div class="related"><h3>Related</h3><ul><li><a href="z">Dock strike enters its third week in the north</a></li></ul></div>
<h2>What comes next</h2><p>The ministers are to speak by telephone next week, officials said, but no day was named.</p>
<table><tr><td>Round</td><td>Place</td></tr></table>
</article></main>
<aside><h2>Most read</h2><ul><li><a href="e">Ten ways to boil an egg without water or fire</a></li></ul></aside>
<section class="comments"><p>joe: they should meet in my town, and they should do it on Friday.</p></section>
<footer><p>The Harbour Post, Dock Street 1</p></footer></body></html>)";

} // namespace

TEST_CASE("a saved newspaper page gives its article and marks the rest") {
  const auto document = readHtml(savedPage);
  CHECK(document.title == "Envoys meet in Lisbon to calm trade row");
  CHECK(document.byline == "Ann Writer");
  CHECK(stated(document) == "2023-09-28");
  CHECK(role(document, "Envoys meet") == BlockRole::title);
  CHECK(role(document, "By Ann") == BlockRole::byline);
  CHECK(role(document, "Sept. 28") == BlockRole::dateline);
  CHECK(role(document, "Two envoys shake") == BlockRole::caption);
  for (const char* line : {"LISBON", "It was their", "What comes next", "The ministers", "Round  Place"})
    CHECK(role(document, line) == BlockRole::body);
  for (const char* line : {"The Harbour Post", "World", "We use cookies", "Related", "Most read",
                           "joe:", "The Harbour Post, Dock"})
    CHECK(role(document, line) == BlockRole::furniture);
  for (const char* line : {"Dock strike", "Ten ways"})
    CHECK(role(document, line) == BlockRole::foreign);
}

TEST_CASE("entities, inline elements and line ends become plain text") {
  const auto document = readHtml(savedPage);
  CHECK(words(document, block(document, "LISBON")) ==
        "LISBON — Envoys of the two countries met on Wednesday for six hours and agreed to meet again.");
  CHECK(document.text.find(u"never shown") == std::u16string::npos);
  CHECK(document.text.find(u"color") == std::u16string::npos);
}

TEST_CASE("what the markup does not say is read from the words") {
  const auto document = readHtml(
      "<html><body><div>Home | World | Sport</div><div>两国特使江心岛会谈</div><div>2023-07-12 10:00</div>"
      "<div>两国特使当天在江心岛上举行了长时间会谈，就下一阶段需要解决的问题列出了清单。<br>"
      "双方没有说明部长是否会在年底之前出访对方国家首都。</div>"
      "</body></html>");
  CHECK(role(document, "Home") == BlockRole::furniture);
  CHECK(document.title == "两国特使江心岛会谈");
  CHECK(stated(document) == "2023-07-12");
  CHECK(role(document, "双方没有说明") == BlockRole::body);
}

TEST_CASE("the day is taken from wherever the head of the page states it") {
  const std::string body = "<body><h1>Envoys meet again</h1><p>They met.</p></body>";
  for (const char* head : {R"(<meta property="article:published_time" content="2023-09-28T10:00:00Z">)",
                           R"(<meta name="pubdate" content="Thu, 28 Sep 2023 10:00:00 GMT">)",
                           R"(<META NAME="PubDate" CONTENT="2023/09/28">)",
                           R"(<meta itemprop="datePublished" content="2023-09-28">)",
                           R"(<script type="application/ld+json">{"datePublished":"2023-09-28"}</script>)"}) {
    INFO(head);
    CHECK(stated(readHtml("<html><head>" + std::string(head) + "</head>" + body + "</html>")) ==
          "2023-09-28");
  }
  CHECK(stated(readHtml("<html>" + body + "<time datetime='2023-09-28T08:00'>this morning</time></html>")) ==
        "2023-09-28");
  CHECK(stated(readHtml("<html><head><script type='application/ld+json'>{broken</script></head>" + body +
                        "</html>")) == "none");
}

TEST_CASE("a page whose whole body is called a menu is still read") {
  const auto document = readHtml("<html><body><div class='menu'><h1>Envoys meet again</h1><p>" +
                                 std::string(prose) + "</p></div></body></html>");
  CHECK(role(document, "The two envoys") == BlockRole::body);
}

TEST_CASE("the title of the head serves when the page shows none") {
  CHECK(readHtml("<html><head><title>Envoys meet in Lisbon again | The Harbour Post</title></head><body><p>" +
                 std::string(prose) + "</p></body></html>")
            .title == "Envoys meet in Lisbon again");
}

TEST_CASE("a page that is nested too deeply is read as far as the limit, and the reader is told") {
  const auto nested = [](int depth) {
    std::string html = "<html><body><h1>Deep waters</h1>";
    for (int level = 0; level < depth; ++level)
      html += "<div>";
    html += "down there";
    for (int level = 0; level < depth; ++level)
      html += "</div>";
    return readHtml(html + "<p>after it</p></body></html>");
  };
  const auto deep = nested(200);
  CHECK(deep.text == u"Deep waters\ndown there\nafter it");
  CHECK(deep.diagnostics.empty());
  const auto tooDeep = nested(500);
  CHECK(tooDeep.text == u"Deep waters\nafter it");
  const auto bottomless = nested(50'000);
  CHECK(bottomless.text == u"Deep waters");
  for (const auto* document : {&tooDeep, &bottomless}) {
    REQUIRE(document->diagnostics.size() == 1);
    CHECK(document->diagnostics[0].message.find("256") != std::string::npos);
  }
}

TEST_CASE("a page without words is empty") {
  for (const char* html :
       {"", "<html></html>", "<html><body><script>x()</script><p> &nbsp; </p></body></html>"}) {
    const auto document = demarche::ingest::readHtml(html, "x");
    REQUIRE_FALSE(document.has_value());
    CHECK(document.error().message == "is empty");
  }
}

TEST_CASE("web pages are told from text") {
  CHECK(looksLikeHtml(u"\n<!DOCTYPE html>\n<html>"));
  CHECK(looksLikeHtml(u"<div><p>Envoys meet.</p></div>"));
  CHECK_FALSE(looksLikeHtml(u"Envoys meet <p> again"));
  CHECK_FALSE(looksLikeHtml(u"<Envoys meet>"));
  CHECK_FALSE(looksLikeHtml(u""));
}

TEST_CASE("no markup makes the reader stumble") {
  CHECK(rc::check("any soup of tags is read or empty", [] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "<p>", "</p>", "<div class=nav>", "</div>", "<h1>", "<table>", "<td>", "</article>", "<script>",
        "</script>", "words ", "<a href=x>", "</a>", "&nbsp;", "&#x0;", "<!--", "-->", "<", ">",
        "<time datetime=2023-01-01>", "会谈"));
    std::string html = "<html>";
    for (const auto& piece : pieces)
      html += piece;
    const auto document = demarche::ingest::readHtml(html, "x");
    if (!document) return;
    for (const auto& block : document->blocks)
      RC_ASSERT(!block.span.empty());
  }));
}
