// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tens of thousands of names are looked for in every text. A trie over token numbers finds all of them in
// one pass, in time that does not depend on how many there are.

#include <cstdint>
#include <span>
#include <vector>

namespace demarche::text {

/// An immutable set of phrases, each a sequence of token numbers. What a number stands for (a word, a
/// character, a gap) is the caller's business. Several phrases may have the same sequence.
class PhraseTrie {
 public:
  using TokenId = std::uint32_t;
  using PhraseId = std::uint32_t; ///< index into the phrases it was built from
  using Node = std::uint32_t;

  static constexpr Node root = 0;
  static constexpr Node none = ~Node{0};

  PhraseTrie() : PhraseTrie(std::span<const std::vector<TokenId>>{}) {}
  /// An empty phrase is never found. O(n log n) in the number of tokens.
  explicit PhraseTrie(std::span<const std::vector<TokenId>> phrases);

  /// Where `token` leads from `node`; O(1) from the root, O(log of the children) below.
  [[nodiscard]] Node next(Node node, TokenId token) const {
    if (node == root) return token < m_fromRoot.size() ? m_fromRoot[token] : none;
    const NodeData& data = m_nodes[node];
    return (data.tokens & groupOf(token)) == 0 ? none : child(data, token); // most phrases go no further
  }
  /// The same for the lowest token that any phrase has, below the root. O(1).
  [[nodiscard]] Node nextFirst(Node node, TokenId lowest) const {
    const NodeData& data = m_nodes[node];
    return data.edgeCount > 0 && m_edges[data.firstEdge].token == lowest ? m_edges[data.firstEdge].target
                                                                         : none;
  }
  /// The phrases that end at `node`, ascending.
  [[nodiscard]] std::span<const PhraseId> phrases(Node node) const {
    return {m_phrases.data() + m_nodes[node].firstPhrase, m_nodes[node].phraseCount};
  }
  /// All phrases, those of a node beside each other; and where among them those of `node` stand.
  [[nodiscard]] const std::vector<PhraseId>& phrases() const { return m_phrases; }
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  [[nodiscard]] Range range(Node node) const {
    return {m_nodes[node].firstPhrase, m_nodes[node].phraseCount};
  }

  /// Calls `found(PhraseId, length)` for every phrase that begins at `tokens[begin]`, shorter ones first.
  template <typename Found>
  void matchAt(std::span<const TokenId> tokens, std::size_t begin, Found&& found) const {
    Node node = root;
    for (std::size_t at = begin; at < tokens.size(); ++at) {
      node = next(node, tokens[at]);
      if (node == none) return;
      for (const PhraseId phrase : phrases(node))
        found(phrase, at + 1 - begin);
    }
  }

 private:
  struct NodeData {
    std::uint32_t firstEdge = 0;
    std::uint32_t edgeCount = 0;
    std::uint32_t firstPhrase = 0;
    std::uint32_t phraseCount = 0;
    std::uint64_t tokens = 0; ///< groups of those of its edges
  };
  struct Edge {
    TokenId token;
    Node target;
  };

  /// One bit of 64 for each token.
  [[nodiscard]] static std::uint64_t groupOf(TokenId token) { return std::uint64_t{1} << (token % 64); }
  [[nodiscard]] Node child(const NodeData& node, TokenId token) const;
  void fill(Node node, std::span<const PhraseId> sorted, std::size_t depth,
            std::span<const std::vector<TokenId>> phrases);

  std::vector<NodeData> m_nodes;
  std::vector<Edge> m_edges; ///< those of a node lie together, ascending by token
  std::vector<PhraseId> m_phrases;
  std::vector<Node> m_fromRoot; ///< by token: the root has too many children to search among
};

} // namespace demarche::text
