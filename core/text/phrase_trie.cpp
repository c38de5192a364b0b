// SPDX-License-Identifier: Apache-2.0
#include "core/text/phrase_trie.h"

#include <algorithm>
#include <numeric>

namespace demarche::text {

PhraseTrie::PhraseTrie(std::span<const std::vector<TokenId>> phrases) : m_nodes(1) {
  std::vector<PhraseId> sorted(phrases.size());
  std::iota(sorted.begin(), sorted.end(), PhraseId{0});
  std::erase_if(sorted, [&](PhraseId id) { return phrases[id].empty(); });
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](PhraseId a, PhraseId b) { return phrases[a] < phrases[b]; });
  fill(root, sorted, 0, phrases);
  const NodeData& first = m_nodes[root];
  if (first.edgeCount == 0) return;
  m_fromRoot.assign(m_edges[first.firstEdge + first.edgeCount - 1].token + 1, none);
  for (std::uint32_t i = 0; i < first.edgeCount; ++i) {
    const Edge& edge = m_edges[first.firstEdge + i];
    m_fromRoot[edge.token] = edge.target;
  }
}

/// `sorted` are all phrases through `node`, which lies `depth` tokens below the root; those that end
/// here come first.
void PhraseTrie::fill(Node node, std::span<const PhraseId> sorted, std::size_t depth,
                      std::span<const std::vector<TokenId>> phrases) {
  m_nodes[node].firstPhrase = static_cast<std::uint32_t>(m_phrases.size());
  std::size_t at = 0;
  for (; at < sorted.size() && phrases[sorted[at]].size() == depth; ++at)
    m_phrases.push_back(sorted[at]);
  m_nodes[node].phraseCount = static_cast<std::uint32_t>(at);

  // The edges of a node must lie together, so all of them are laid out before any child is filled.
  const std::size_t firstEdge = m_edges.size();
  std::vector<std::span<const PhraseId>> groups;
  while (at < sorted.size()) {
    const TokenId token = phrases[sorted[at]][depth];
    const std::size_t begin = at;
    while (at < sorted.size() && phrases[sorted[at]][depth] == token)
      ++at;
    groups.push_back(sorted.subspan(begin, at - begin));
    m_nodes[node].tokens |= groupOf(token);
    m_edges.push_back({token, static_cast<Node>(m_nodes.size())});
    m_nodes.emplace_back();
  }
  m_nodes[node].firstEdge = static_cast<std::uint32_t>(firstEdge);
  m_nodes[node].edgeCount = static_cast<std::uint32_t>(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i)
    fill(m_edges[firstEdge + i].target, groups[i], depth + 1, phrases);
}

PhraseTrie::Node PhraseTrie::child(const NodeData& node, TokenId token) const {
  const auto begin = m_edges.begin() + node.firstEdge;
  const auto end = begin + node.edgeCount;
  const auto edge =
      std::lower_bound(begin, end, token, [](const Edge& e, TokenId wanted) { return e.token < wanted; });
  return edge != end && edge->token == token ? edge->target : none;
}

} // namespace demarche::text
