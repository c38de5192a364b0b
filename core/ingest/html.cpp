// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/html.h"

#include "core/ingest/clean.h"
#include "core/ingest/html_claims.h"
#include "core/ingest/ingest.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace demarche::ingest {
namespace {

using Names = std::unordered_set<std::string_view>;

/// Without words of the article.
const Names& silentElements() {
  static const Names names{"script", "style",  "noscript", "template", "svg",   "iframe",
                           "object", "select", "head",     "canvas",   "audio", "video",
                           "embed",  "input",  "textarea", "math"};
  return names;
}

/// Inline elements go on in the line; all others, known or not, begin and end one.
const Names& inlineElements() {
  static const Names names{"a",    "abbr", "acronym", "b",    "bdi",    "bdo",  "big",     "cite",
                           "code", "data", "del",     "dfn",  "em",     "font", "i",       "img",
                           "ins",  "kbd",  "label",   "mark", "q",      "rp",   "rt",      "ruby",
                           "s",    "samp", "small",   "span", "strong", "sub",  "sup",     "time",
                           "tt",   "u",    "var",     "wbr",  "td",     "th",   "picture", "source"};
  return names;
}

/// What site builders write into `class` and `id`.
Hint hintOfClass(std::string_view word) {
  static const std::unordered_map<std::string_view, Hint> hints{
      {"nav", Hint::navigation},     {"navbar", Hint::navigation},     {"navigation", Hint::navigation},
      {"menu", Hint::navigation},    {"breadcrumb", Hint::navigation}, {"breadcrumbs", Hint::navigation},
      {"footer", Hint::navigation},  {"share", Hint::navigation},      {"sharing", Hint::navigation},
      {"social", Hint::navigation},  {"cookie", Hint::navigation},     {"cookies", Hint::navigation},
      {"consent", Hint::navigation}, {"newsletter", Hint::navigation}, {"subscribe", Hint::navigation},
      {"login", Hint::navigation},   {"pagination", Hint::navigation}, {"advert", Hint::navigation},
      {"ad", Hint::navigation},      {"ads", Hint::navigation},        {"advertisement", Hint::navigation},
      {"comment", Hint::navigation}, {"comments", Hint::navigation},   {"disqus", Hint::navigation},
      {"tags", Hint::navigation},    {"related", Hint::aside},         {"recommended", Hint::aside},
      {"recommend", Hint::aside},    {"sidebar", Hint::aside},         {"trending", Hint::aside},
      {"popular", Hint::aside},      {"promo", Hint::aside},           {"caption", Hint::caption},
      {"byline", Hint::byline},      {"author", Hint::byline},         {"dateline", Hint::date},
      {"timestamp", Hint::date},     {"pubdate", Hint::date},          {"published", Hint::date}};
  const auto found = hints.find(word);
  return found == hints.end() ? Hint::none : found->second;
}

Hint hintOfElement(std::string_view name) {
  static const std::unordered_map<std::string_view, Hint> hints{
      {"nav", Hint::navigation},    {"footer", Hint::navigation},  {"form", Hint::navigation},
      {"button", Hint::navigation}, {"menu", Hint::navigation},    {"dialog", Hint::navigation},
      {"aside", Hint::aside},       {"figcaption", Hint::caption}, {"h1", Hint::title},
      {"h2", Hint::heading},        {"h3", Hint::heading},         {"h4", Hint::heading},
      {"h5", Hint::heading},        {"h6", Hint::heading},         {"header", Hint::navigation}};
  const auto found = hints.find(name);
  return found == hints.end() ? Hint::none : found->second;
}

/// The words of an attribute: "site-nav mainMenu" → site, nav, mainmenu.
Hint hintOfWords(const std::string& attributeValue) {
  std::string word;
  for (const char letter : attributeValue + " ") {
    const bool capital = letter >= 'A' && letter <= 'Z';
    if (capital || (letter >= 'a' && letter <= 'z')) {
      word += capital ? static_cast<char>(letter - 'A' + 'a') : letter;
      continue;
    }
    if (const Hint hint = hintOfClass(word); hint != Hint::none) return hint;
    word.clear();
  }
  return Hint::none;
}

/// Turns the tree into lines.
class Reader {
 public:
  Reader(const xmlNode* root, HtmlPage& page) : m_root(root), m_page(page) { measure(); }

  void run() {
    int depth = 0;
    const xmlNode* node = m_root;
    while (node != nullptr) {
      const bool skip = enter(node, depth);
      if (!skip && node->type == XML_ELEMENT_NODE && node->children != nullptr) {
        node = node->children;
        ++depth;
        continue;
      }
      leave(node);
      while (node != m_root && node->next == nullptr) {
        node = node->parent;
        --depth;
        leave(node);
      }
      node = node == m_root ? nullptr : node->next;
    }
    endLine();
    settleTitle();
  }

 private:
  struct Context {
    const xmlNode* node = nullptr;
    Hint hint = Hint::none;
    bool link = false;
    bool item = false;
  };

  /// How much text is below each element, and which ones hold the article: what holds it is no menu, whatever
  /// its class says.
  void measure() {
    for (const xmlNode* at = m_root; at != nullptr; at = nextNode(at, m_root)) {
      const auto name = elementName(at);
      const bool main = name == "h1" || name == "article" || name == "main";
      const std::size_t size =
          at->type == XML_TEXT_NODE ? static_cast<std::size_t>(xmlStrlen(at->content)) : 0;
      if (size == 0 && !main) continue;
      int depth = 0;
      for (const xmlNode* above = at->parent; above != nullptr && depth <= deepestHtml;
           above = above->parent, ++depth) {
        m_size[above] += size;
        if (main) m_holdsArticle.insert(above);
      }
      m_total += size;
    }
  }

  [[nodiscard]] bool holdsArticle(const xmlNode* node) const {
    const auto size = m_size.find(node);
    return m_holdsArticle.contains(node) || (size != m_size.end() && size->second * 5 > m_total * 2);
  }

  [[nodiscard]] Hint hintOf(const xmlNode* node) const {
    const auto name = elementName(node);
    const Hint byName = hintOfElement(name);
    if (byName == Hint::title || byName == Hint::heading || byName == Hint::caption) return byName;
    if (name == "body" || name == "html" || name == "article" || name == "main" || holdsArticle(node))
      return Hint::none;
    if (byName != Hint::none) return byName;
    const Hint byClass = hintOfWords(attribute(node, "class"));
    return byClass != Hint::none ? byClass : hintOfWords(attribute(node, "id"));
  }

  /// Returns whether to leave out what is below.
  bool enter(const xmlNode* node, int depth) {
    if (node->type == XML_TEXT_NODE) {
      addText(reinterpret_cast<const char*>(node->content));
      return true;
    }
    if (node->type != XML_ELEMENT_NODE) return true;
    const auto name = elementName(node);
    if (silentElements().contains(name)) return true;
    if (depth > deepestHtml) {
      m_page.tooDeep = true;
      return true;
    }
    if (!inlineElements().contains(name)) endLine();
    if ((name == "td" || name == "th") && !m_line.empty()) m_line += u"  ";
    Context context = m_contexts.empty() ? Context{} : m_contexts.back();
    context.node = node;
    context.link |= name == "a";
    context.item |= name == "li";
    // Outer menus and asides keep what is in them, headings too; otherwise the inner element knows better.
    if (context.hint != Hint::navigation && context.hint != Hint::aside)
      if (const Hint hint = hintOf(node); hint != Hint::none) context.hint = hint;
    m_contexts.push_back(context);
    return false;
  }

  void leave(const xmlNode* node) {
    if (m_contexts.empty() || m_contexts.back().node != node) return;
    if (!inlineElements().contains(elementName(node))) endLine();
    m_contexts.pop_back();
  }

  void addText(const char* utf8) {
    const Context context = m_contexts.empty() ? Context{} : m_contexts.back();
    for (const char16_t unit : text::toUtf16(utf8)) {
      const bool space = unit == u'\n' || unit == u'\r' || unit == u'\t' || unit == u' ';
      if (space && (m_line.empty() || m_line.back() == u' ')) continue;
      m_line += space ? u' ' : unit;
      m_linked += !space && context.link;
      m_plain += !space && !context.link;
    }
    if (m_plain + m_linked == 0) return;
    m_hint = context.hint;
    m_item = context.item;
  }

  void endLine() {
    const std::u16string line = cleanText(m_line);
    if (!line.empty()) {
      if (!m_page.text.empty()) m_page.text += u'\n';
      const auto begin = static_cast<std::int32_t>(m_page.text.size());
      m_page.text += line;
      const bool links =
          m_item && m_linked > m_plain * 9 && m_hint != Hint::navigation && m_hint != Hint::aside;
      m_page.lines.push_back(
          {{begin, static_cast<std::int32_t>(m_page.text.size())}, links ? Hint::links : m_hint});
    }
    m_line.clear();
    m_linked = m_plain = 0;
    m_hint = Hint::none;
  }

  /// Of several main headings the one that the page claims as its title, else the last: the first is the
  /// site's.
  void settleTitle() {
    SourceLine* title = nullptr;
    bool claimed = false;
    for (SourceLine& line : m_page.lines) {
      if (line.hint != Hint::title) continue;
      line.hint = Hint::heading;
      if (claimed) continue;
      claimed = m_page.claims.title.starts_with(text::slice(m_page.text, line.span));
      title = &line;
    }
    if (title != nullptr) title->hint = Hint::title;
  }

  const xmlNode* m_root;
  HtmlPage& m_page;
  std::unordered_map<const xmlNode*, std::size_t> m_size;
  std::unordered_set<const xmlNode*> m_holdsArticle;
  std::size_t m_total = 0;
  std::vector<Context> m_contexts;
  std::u16string m_line;
  Hint m_hint = Hint::none;
  bool m_item = false;
  std::size_t m_linked = 0; ///< characters of the line within links
  std::size_t m_plain = 0;
};

/// Pages that never close what they open would cost the square of their length: the parser looks through
/// all that is open. Far below what is read of a page, it stops.
constexpr int deepestParsed = 4 * deepestHtml;

void startElement(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* parser = static_cast<htmlParserCtxt*>(context);
  if (parser->nodeNr < deepestParsed) {
    xmlSAX2StartElement(context, name, attributes);
  } else {
    static_cast<HtmlPage*>(parser->_private)->tooDeep = true;
    xmlStopParser(parser);
  }
}

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

} // namespace

bool looksLikeHtml(std::u16string_view text) {
  constexpr std::size_t sample = 4096;
  std::u16string head(text::trimmed(text.substr(0, sample)));
  for (char16_t& unit : head)
    if (unit >= u'A' && unit <= u'Z') unit = static_cast<char16_t>(unit - u'A' + u'a');
  if (!head.starts_with(u'<')) return false;
  const auto has = [&](std::u16string_view what) { return head.find(what) != std::u16string::npos; };
  if (has(u"<html") || has(u"<!doctype html") || has(u"<body")) return true;
  return has(u"</p>") || has(u"</div>") || has(u"</h1>") || has(u"</article>") || has(u"</title>");
}

HtmlPage parseHtml(std::string_view utf8) {
  HtmlPage page;
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(
      htmlCreateMemoryParserCtxt(utf8.data(), static_cast<int>(utf8.size())));
  if (!parser) return page; // nothing to parse
  htmlCtxtUseOptions(parser.get(),
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  parser->options |= XML_PARSE_HUGE; // the limits are ours, since the parser's own breaks off without a word
  parser->sax->startElement = startElement;
  parser->_private = &page;
  xmlSwitchEncoding(parser.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(parser.get());
  const std::unique_ptr<xmlDoc, FreeDocument> document(parser->myDoc);
  const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return page;
  page.claims = readClaims(root);
  Reader(root, page).run();
  return page;
}

} // namespace demarche::ingest
