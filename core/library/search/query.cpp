// SPDX-License-Identifier: Apache-2.0
#include "core/library/search/query.h"

#include "core/library/search/query_tokens.h"
#include "core/library/search/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace demarche::library {
namespace {

using base::ErrorKind;
using Operation = Expression::Operation;
using Kind = QueryToken::Kind;

template <typename... Values>
tl::unexpected<base::Error> mistake(fmt::format_string<Values...> message, Values&&... values) {
  return base::fail(ErrorKind::input, fmt::format(message, std::forward<Values>(values)...));
}

/// A part of the query, of which it is not yet told apart what is asked of the text and what of the event.
struct Node {
  enum class Form : unsigned char { nothing, words, field, all, any, none };
  Form form = Form::nothing; ///< nothing: a dash, a smiley
  Phrase phrase;
  QueryToken token; ///< the first of the part, for messages; of a field all of it
  std::vector<Node> parts;
};
using Form = Node::Form;

bool isField(const Node& node) {
  return node.form == Form::field;
}
bool hasField(const Node& node) {
  return isField(node) || std::any_of(node.parts.begin(), node.parts.end(), hasField);
}
const Node& firstField(const Node& node) {
  if (isField(node)) return node;
  return firstField(*std::find_if(node.parts.begin(), node.parts.end(), hasField));
}

/// The words of the index for what was typed. The last Han character of a run needs to be said only where
/// something else follows it.
Phrase phraseOf(const QueryToken& token) {
  Phrase phrase;
  const std::vector<PlacedWord> words = wordsOf(token.text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool endsPair =
        words[i].form == Word::Form::single && i > 0 && words[i - 1].form == Word::Form::pair;
    if (!endsPair || i + 1 < words.size()) phrase.words.push_back(words[i].text);
  }
  phrase.isBeginning = token.hasStar && !words.empty() && words.back().form == Word::Form::word;
  return phrase;
}

/// any := all (OR all)*   all := one ((AND)? one)*   one := (NOT | -)* (word | phrase | field | '(' any ')')
class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, Typing typing) : m_tokens(std::move(tokens)), m_typing(typing) {}

  base::Result<Node> run() {
    if (token().kind == Kind::end) return Node{};
    auto query = any();
    if (!query) return query;
    if (token().kind == Kind::close)
      return mistake("the \")\" at character {} closes nothing; leave it out, or put \"(\" before it",
                     token().position);
    if (m_words > mostQueryWords)
      return mistake("these are {} words, and {} can be searched for at once; leave some out", m_words,
                     mostQueryWords);
    return query;
  }

 private:
  [[nodiscard]] const QueryToken& token() const { return m_tokens[m_at]; }
  [[nodiscard]] bool isAtEnd() const { return token().kind == Kind::end; }
  [[nodiscard]] bool endsPart() const { return isAtEnd() || token().kind == Kind::close; }
  [[nodiscard]] bool mayStayOpen() const { return m_typing == Typing::goesOn && isAtEnd(); }

  base::Result<Node> any() { return joined(Form::any, Kind::disjunction, &Parser::all); }

  base::Result<Node> all() {
    Node node{Form::all, {}, token(), {}};
    for (;;) {
      auto part = one();
      if (!part) return part;
      add(node, std::move(*part));
      if (token().kind == Kind::conjunction)
        ++m_at;
      else if (endsPart() || token().kind == Kind::disjunction)
        return simplified(std::move(node));
    }
  }

  base::Result<Node> joined(Form form, Kind by, base::Result<Node> (Parser::*part)()) {
    Node node{form, {}, token(), {}};
    for (;;) {
      auto next = (this->*part)();
      if (!next) return next;
      add(node, std::move(*next));
      if (token().kind != by) return simplified(std::move(node));
      ++m_at;
    }
  }

  base::Result<Node> one() {
    const QueryToken first = token();
    bool wanted = true;
    for (; token().kind == Kind::negation; ++m_at)
      wanted = !wanted;
    if (endsPart() || token().kind == Kind::conjunction || token().kind == Kind::disjunction)
      return lacking();
    auto part = token().kind == Kind::open ? parenthesis() : leaf();
    if (!part || wanted || part->form == Form::nothing) return part;
    if (part->form == Form::none) { // NOT (NOT word)
      Node inner = std::move(part->parts.front());
      return inner;
    }
    Node node{Form::none, {}, first, {}};
    node.parts.push_back(std::move(*part));
    return node;
  }

  /// Where a word should stand and none does.
  base::Result<Node> lacking() {
    if (mayStayOpen()) return Node{};
    if (m_at == 0 || m_tokens[m_at - 1].kind == Kind::open) {
      if (token().kind == Kind::close)
        return m_at == 0 ? mistake("the \")\" at character {} closes nothing; leave it out, or put \"(\" "
                                   "before it",
                                   token().position)
                         : mistake("there is nothing between the parentheses at character {}",
                                   m_tokens[m_at - 1].position);
      if (isAtEnd())
        return mistake("the \"(\" at character {} is not closed; add a \")\"", m_tokens[m_at - 1].position);
      return mistake("there is nothing before the {} at character {}; put a word there, or quotation marks "
                     "around it if it is to be found itself",
                     token().written, token().position);
    }
    const QueryToken& before = m_tokens[m_at - 1];
    return mistake("there is nothing behind the {} at character {}; put a word there, or quotation marks "
                   "around it if it is to be found itself",
                   before.written, before.position);
  }

  base::Result<Node> parenthesis() {
    const QueryToken opened = token();
    if (++m_depth > deepestParentheses)
      return mistake("the \"(\" at character {} stands within more than {} others; write it more simply",
                     opened.position, deepestParentheses);
    ++m_at;
    auto inside = any();
    if (!inside) return inside;
    if (token().kind == Kind::close)
      ++m_at;
    else if (!mayStayOpen())
      return mistake("the \"(\" at character {} is not closed; add a \")\"", opened.position);
    --m_depth;
    return inside;
  }

  base::Result<Node> leaf() {
    Node node{Form::words, {}, token(), {}};
    ++m_at;
    const bool goesOn = m_typing == Typing::goesOn && node.token.atEnd;
    if (node.token.kind == Kind::field) {
      node.form = goesOn && node.token.text.empty() ? Form::nothing : Form::field;
      return node;
    }
    node.token.hasStar = node.token.hasStar || goesOn;
    node.phrase = phraseOf(node.token);
    if (node.phrase.words.empty()) node.form = Form::nothing;
    m_words += node.phrase.words.size();
    if (!node.phrase.isBeginning || lengthOfBeginning(node.phrase.words.back(), shortestBeginning) > 0)
      return node;
    if (!goesOn)
      return mistake(
          "\"{}\" at character {} would find nearly everything; write {} letters at least before the *",
          node.token.written, node.token.position, shortestBeginning);
    // One letter of the next word says nothing yet.
    node.phrase.isBeginning = false;
    if (node.phrase.words.size() > 1)
      node.phrase.words.pop_back();
    else if (m_words > 1)
      node.form = Form::nothing;
    return node;
  }

  static void add(Node& node, Node part) {
    if (part.form == Form::nothing) return;
    if (part.form != node.form)
      node.parts.push_back(std::move(part));
    else // (a b) c is a b c
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(node.parts));
  }

  static Node simplified(Node node) {
    if (node.parts.empty()) return {};
    if (node.parts.size() > 1) return node;
    Node only = std::move(node.parts.front());
    return only;
  }

  std::vector<QueryToken> m_tokens;
  Typing m_typing;
  std::size_t m_at = 0;
  std::size_t m_words = 0;
  int m_depth = 0;
};

/// What must hold of the text. Something to be found must be in it: all else cannot be looked up.
base::Result<Expression> expressionOf(const Node& node) {
  Expression expression;
  if (node.form == Form::none)
    return mistake("\"{}\" at character {} only says what must not be found; put beside it a word that is to "
                   "be found",
                   node.token.written + (node.token.written == "NOT" ? " " : "") +
                       node.parts.front().token.written,
                   node.token.position);
  if (node.form == Form::words) {
    expression.phrase = node.phrase;
    return expression;
  }
  expression.operation = node.form == Form::all ? Operation::all : Operation::any;
  const bool hasWanted = std::any_of(node.parts.begin(), node.parts.end(),
                                     [](const Node& part) { return part.form != Form::none; });
  for (const Node& part : node.parts) {
    const bool isExcluded = node.form == Form::all && hasWanted && part.form == Form::none;
    auto inner = expressionOf(isExcluded ? part.parts.front() : part);
    if (!inner) return inner;
    if (isExcluded)
      expression.parts.push_back({Operation::none, {}, {std::move(*inner)}});
    else
      expression.parts.push_back(std::move(*inner));
  }
  return expression;
}

/// An event has one kind, one status and one place: naming several asks for any of them. It has several
/// people and topics: naming several asks for all. Both bounds of a time hold.
template <typename Value>
void join(Wanted<Value>& wanted, const Wanted<Value>& alternatives, bool hasOne, bool isExcluded) {
  for (const std::vector<Value>& values : alternatives.all) {
    if (isExcluded)
      wanted.none.insert(wanted.none.end(), values.begin(), values.end());
    else if (hasOne && !wanted.all.empty())
      wanted.all.front().insert(wanted.all.front().end(), values.begin(), values.end());
    else
      wanted.all.push_back(values);
  }
}

/// One field, or several of one name joined by OR, in parentheses.
base::Result<void> addCondition(EventConditions& conditions, const Node& node, bool isExcluded) {
  EventConditions alternatives;
  const std::vector<Node> alone{node};
  for (const Node& field : node.form == Form::any ? node.parts : alone) {
    if (field.form != Form::field || field.token.field != firstField(node).token.field)
      return mistake(
          "\"{}\" at character {} asks something of the event; it stands beside the other words, or "
          "in parentheses with fields of its own name only: (kind:visit OR kind:call)",
          firstField(node).token.written, firstField(node).token.position);
    if (auto added = addField(alternatives, field.token); !added) return added;
  }
  join(conditions.people, alternatives.people, false, isExcluded);
  join(conditions.places, alternatives.places, true, isExcluded);
  join(conditions.topics, alternatives.topics, false, isExcluded);
  join(conditions.kinds, alternatives.kinds, true, isExcluded);
  join(conditions.statuses, alternatives.statuses, true, isExcluded);
  join(conditions.before, alternatives.before, false, isExcluded);
  join(conditions.after, alternatives.after, false, isExcluded);
  return {};
}

/// Parts what is asked of the text from what is asked of the event.
base::Result<Query> queryOf(Node node) {
  Query query;
  Node text{Form::all, {}, node.token, {}};
  std::vector<Node> parts;
  if (node.form == Form::all)
    parts = std::move(node.parts);
  else if (node.form != Form::nothing)
    parts.push_back(std::move(node));
  for (Node& part : parts) {
    if (!hasField(part)) {
      text.parts.push_back(std::move(part));
      continue;
    }
    const bool isExcluded = part.form == Form::none;
    if (auto added = addCondition(query.conditions, isExcluded ? part.parts.front() : part, isExcluded);
        !added)
      return tl::make_unexpected(added.error());
  }
  if (text.parts.empty()) return query;
  auto words = expressionOf(text.parts.size() > 1 ? text : text.parts.front());
  if (!words) return tl::make_unexpected(words.error());
  query.words = std::move(*words);
  return query;
}

std::string quoted(std::string_view word) {
  std::string result = "\"";
  for (const char c : word) {
    if (c == '"') result += c; // no word has one; if one had, it would stay within the quotes
    result += c;
  }
  return result + '"';
}

std::string matchOf(const Phrase& phrase) {
  std::string match;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    const std::string& word = phrase.words[i];
    if (!match.empty()) match += " + ";
    const bool goesOn = phrase.isBeginning && i + 1 == phrase.words.size();
    if (goesOn && lengthOfBeginning(word, longestBeginning + 1) == 0)
      match += quoted(word + '*');
    else
      match += quoted(word) + (goesOn ? " *" : "");
  }
  return match;
}

/// The parts of an expression of the given kind, each in parentheses.
std::string joinedParts(const Expression& expression, bool excluded, std::string_view by) {
  std::string match;
  for (const Expression& part : expression.parts) {
    if ((part.operation == Operation::none) != excluded) continue;
    if (!match.empty()) match += by;
    match += "(" + matchOf(excluded ? part.parts.front() : part) + ")";
  }
  return match;
}

void gatherPhrases(const Expression& expression, std::vector<Phrase>& phrases) {
  if (expression.operation == Operation::none) return;
  if (expression.operation == Operation::phrase) phrases.push_back(expression.phrase);
  for (const Expression& part : expression.parts)
    gatherPhrases(part, phrases);
}

} // namespace

base::Result<Query> parseQuery(std::string_view text, Typing typing) {
  auto tokens = tokensOf(text, typing);
  if (!tokens) return tl::make_unexpected(tokens.error());
  auto node = Parser(std::move(*tokens), typing).run();
  if (!node) return tl::make_unexpected(node.error());
  return queryOf(std::move(*node));
}

std::string matchOf(const Expression& expression) {
  switch (expression.operation) {
  case Operation::phrase:
    return matchOf(expression.phrase);
  case Operation::any:
    return joinedParts(expression, false, " OR ");
  case Operation::all:
  case Operation::none: // stands within `all` only
    break;
  }
  const std::string wanted = joinedParts(expression, false, " AND ");
  const std::string excluded = joinedParts(expression, true, " OR ");
  return excluded.empty() ? wanted : "(" + wanted + ") NOT (" + excluded + ")";
}

std::vector<Phrase> phrasesOf(const Expression& expression) {
  std::vector<Phrase> phrases;
  gatherPhrases(expression, phrases);
  return phrases;
}

} // namespace demarche::library
