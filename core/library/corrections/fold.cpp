// SPDX-License-Identifier: Apache-2.0
#include "core/library/corrections/fold.h"

#include "core/library/corrections/value.h"
#include "core/model/title.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace demarche::library {

using model::Change;

std::vector<bool> applyTo(model::Event& story, const std::vector<model::Correction>& corrections,
                          bool titleByHand) {
  const model::Event told = story;
  std::vector<bool> agreed;
  for (const model::Correction& one : corrections) {
    agreed.push_back(isOfField(one.change) && one.value == valueOf(told, one.change));
    if (one.change == Change::reject) story.review = model::Review::rejected;
    if (one.change == Change::confirm) story.review = model::Review::confirmed;
    if (!isOfField(one.change)) continue;
    setValue(story, one.change, one.value);
    const std::string field(code(one.change));
    if (std::find(story.corrected.begin(), story.corrected.end(), field) == story.corrected.end())
      story.corrected.push_back(field);
    titleByHand = titleByHand || one.change == Change::title;
  }
  std::sort(story.corrected.begin(), story.corrected.end());
  if (!titleByHand && !corrections.empty()) story.title = model::titleOf(story);
  return agreed;
}

namespace {

using Story = std::vector<std::size_t>;

bool has(const Story& story, std::size_t account) {
  return std::find(story.begin(), story.end(), account) != story.end();
}

bool hasAny(const Story& story, const std::vector<std::size_t>& accounts) {
  return std::any_of(accounts.begin(), accounts.end(), [&](std::size_t one) { return has(story, one); });
}

void merge(std::vector<Story>& stories, const std::vector<std::size_t>& accounts) {
  Story whole;
  for (Story& story : stories) {
    if (!hasAny(story, accounts)) continue;
    whole.insert(whole.end(), story.begin(), story.end());
    story.clear();
  }
  stories.push_back(std::move(whole));
}

void split(std::vector<Story>& stories, const std::vector<std::size_t>& accounts) {
  std::vector<Story> parted;
  for (Story& story : stories) {
    const auto rest = std::stable_partition(story.begin(), story.end(),
                                            [&](std::size_t one) { return !has(accounts, one); });
    if (rest == story.begin() || rest == story.end()) continue;
    parted.emplace_back(rest, story.end());
    story.erase(rest, story.end());
  }
  stories.insert(stories.end(), std::make_move_iterator(parted.begin()),
                 std::make_move_iterator(parted.end()));
}

} // namespace

void applyTo(std::vector<Story>& stories, const std::vector<Grouping>& groupings) {
  for (const Grouping& one : groupings)
    one.change == Change::merge ? merge(stories, one.accounts) : split(stories, one.accounts);
  std::erase_if(stories, [](const Story& story) { return story.empty(); });
  for (Story& story : stories)
    std::sort(story.begin(), story.end());
  std::sort(stories.begin(), stories.end());
}

} // namespace demarche::library
