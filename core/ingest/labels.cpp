// SPDX-License-Identifier: Apache-2.0
#include "core/ingest/labels.h"

#include "core/base/resources.h"
#include "core/text/fold.h"
#include "core/text/unicode.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <fmt/format.h>
#include <optional>
#include <toml++/toml.h>
#include <unicode/uchar.h>
#include <utility>

namespace demarche::ingest {
namespace {

constexpr std::array<std::pair<std::string_view, Label>, 8> labelNames{{{"comments", Label::comments},
                                                                        {"teaser", Label::teaser},
                                                                        {"author", Label::author},
                                                                        {"credit", Label::credit},
                                                                        {"furniture", Label::furniture},
                                                                        {"caption", Label::caption},
                                                                        {"date", Label::date},
                                                                        {"byline", Label::byline}}};

template <typename Value, std::size_t count>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, count>& names,
                           std::string_view name) {
  for (const auto& [known, value] : names)
    if (known == name) return value;
  return std::nullopt;
}

bool carriesMeaning(char16_t unit) {
  return u_isalpha(unit) != 0 || text::isHan(unit) || unit == u'©';
}
bool isLatin(char16_t unit) {
  return u_isalpha(unit) != 0 && !text::isHan(unit);
}

/// As labels are compared: folded, in lower case.
char16_t plain(char16_t unit) {
  const char16_t folded = text::fold(unit);
  if (folded < 0x80) return folded >= u'A' && folded <= u'Z' ? static_cast<char16_t>(folded + 32) : folded;
  return static_cast<char16_t>(u_tolower(folded));
}

bool endsSentence(std::u16string_view line) {
  const auto last = line.find_last_not_of(u" \"'”’」』)）]");
  return last != std::u16string_view::npos && std::u16string_view(u".。!！?？").find(line[last]) != line.npos;
}

} // namespace

/// A line as labels are compared with it: folded, in lower case, without white space, and without bullets,
/// brackets, numbers and punctuation at its ends.
struct Labels::Key {
  explicit Key(std::u16string_view from) : line(from) {
    text.reserve(line.size());
    offsets.reserve(line.size());
    for (std::size_t at = 0; at < line.size(); ++at) {
      if (text::isSpace(line[at])) continue;
      text += plain(line[at]);
      offsets.push_back(at);
    }
    while (!text.empty() && !carriesMeaning(text.back()))
      text.pop_back();
    const auto first = std::find_if(text.begin(), text.end(), carriesMeaning) - text.begin();
    text.erase(0, static_cast<std::size_t>(first));
    offsets.erase(offsets.begin(), offsets.begin() + first);
    for (std::size_t at = 1; at < text.size(); ++at)
      pairs.set(pairOf(text, at));
  }

  /// False when it holds not even each two units of `part` beside each other: dozens of forms are looked for
  /// in every line.
  [[nodiscard]] bool mayContain(std::u16string_view part) const {
    for (std::size_t at = 1; at < part.size(); ++at)
      if (!pairs.test(pairOf(part, at))) return false;
    return true;
  }

  /// Between the units `at - 1` and `at` of the key no word of the line goes on.
  [[nodiscard]] bool wordBound(std::size_t at) const {
    if (at == 0 || at >= text.size()) return true;
    return !isLatin(text[at - 1]) || !isLatin(text[at]) || offsets[at] > offsets[at - 1] + 1;
  }

  /// After `at` units the line is over or something parts what follows: a colon, a bar, a gap.
  [[nodiscard]] bool parted(std::size_t at) const {
    if (at >= text.size()) return true;
    const std::size_t gap = offsets[at] - offsets[at - 1] - 1;
    if (std::u16string_view(u":|>/()[]-").find(text[at]) != std::u16string_view::npos) return true;
    return gap >= 2 || (gap == 1 && text::isHan(text[at - 1]) && !endsSentence(line));
  }

  std::u16string_view line;
  std::u16string text;
  std::vector<std::size_t> offsets; ///< where in the line each unit of the key stands

 private:
  static constexpr std::size_t groups = 1024;
  [[nodiscard]] static std::size_t pairOf(std::u16string_view units, std::size_t last) {
    return (units[last - 1] * 37U + units[last]) % groups;
  }
  std::bitset<groups> pairs; ///< of units beside each other, many in one group
};

const base::Result<Labels>& Labels::installed() {
  static const base::Result<Labels> labels = read(base::resourceFolders());
  return labels;
}

base::Result<Labels> Labels::read(const std::vector<std::filesystem::path>& folders) {
  Labels labels;
  bool found = false;
  for (const auto& folder : folders) {
    const auto file = folder / "ingest" / "page.toml";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) continue;
    found = true;
    if (auto added = labels.add(file); !added) return tl::make_unexpected(added.error());
  }
  if (!found) return base::fail(base::ErrorKind::notFound, "the resource ingest/page.toml is not installed");
  return labels;
}

base::Result<void> Labels::add(const std::filesystem::path& file) {
  constexpr std::array<std::pair<std::string_view, How>, 6> hows{{{"whole", How::whole},
                                                                  {"heads", How::heads},
                                                                  {"begins", How::begins},
                                                                  {"ends", How::ends},
                                                                  {"contains", How::contains},
                                                                  {"capitals", How::capitals}}};
  const auto wrong = [&](const toml::source_region& where, std::string_view why) {
    return base::fail(base::ErrorKind::input, fmt::format("{}:{}: {}", file.string(), where.begin.line, why));
  };
  try {
    const toml::table page = toml::parse_file(file.string());
    for (const auto& [group, table] : page) {
      const auto label = named(labelNames, group.str());
      if (!label || !table.is_table()) return wrong(group.source(), "no such kind of line");
      for (const auto& [key, forms] : *table.as_table()) {
        const auto how = named(hows, key.str());
        if (!how || !forms.is_array()) return wrong(key.source(), "no such way to compare a form");
        for (const auto& form : *forms.as_array()) {
          const auto spelling = form.value<std::string_view>();
          if (!spelling || spelling->empty()) return wrong(form.source(), "a form must be a text");
          add({text::toUtf16(*spelling), *label, *how});
        }
      }
    }
  } catch (const toml::parse_error& error) {
    return wrong(error.source(), error.description());
  }
  return {};
}

void Labels::add(Form form) {
  if (form.how == How::capitals) {
    m_elsewhere.push_back(std::move(form));
    return;
  }
  // Not as a Key: "(source:" keeps its bracket and colon.
  std::u16string text;
  for (const char16_t unit : form.text)
    if (!text::isSpace(unit)) text += plain(unit);
  form.text = std::move(text);
  if (form.how == How::ends || form.how == How::contains)
    m_elsewhere.push_back(std::move(form));
  else
    m_beginning[form.text.front()].push_back(std::move(form));
}

bool Labels::fits(const Form& form, const Key& key) {
  const std::size_t size = form.text.size();
  switch (form.how) {
  case How::whole:
    return key.text == form.text;
  case How::heads:
    return key.text.starts_with(form.text) && key.parted(size);
  case How::begins:
    return key.text.starts_with(form.text) && key.wordBound(size);
  case How::ends:
    return key.text.ends_with(form.text) && key.wordBound(key.text.size() - size) && !endsSentence(key.line);
  case How::contains: {
    if (!key.mayContain(form.text)) return false;
    const auto at = key.text.find(form.text);
    return at != std::u16string::npos && key.wordBound(at) && key.wordBound(at + size);
  }
  case How::capitals:
    return key.line.starts_with(form.text) && key.line.substr(size).starts_with(u"  ");
  }
  return false;
}

LabelHit Labels::of(std::u16string_view line) const {
  line = text::trimmed(line);
  if (line.empty() || line.size() > longestLabelled) return {};
  const Key key(line);
  if (key.text.empty()) return {};
  LabelHit best;
  const auto take = [&](const std::vector<Form>& forms) {
    for (const Form& form : forms) {
      if (best.label != Label::none && best.label < form.label) continue;
      if (!fits(form, key)) continue;
      const bool alone = key.text.size() == form.text.size();
      best = {form.label, alone || (best.label == form.label && best.alone)};
    }
  };
  if (const auto forms = m_beginning.find(key.text.front()); forms != m_beginning.end()) take(forms->second);
  take(m_elsewhere);
  return best;
}

std::u16string_view Labels::without(std::u16string_view line, Label label) const {
  line = text::trimmed(line);
  if (line.size() > longestLabelled) return line;
  const Key key(line);
  const auto forms = key.text.empty() ? m_beginning.end() : m_beginning.find(key.text.front());
  if (forms == m_beginning.end()) return line;
  std::size_t longest = 0;
  for (const Form& form : forms->second)
    if (form.label == label && fits(form, key)) longest = std::max(longest, form.text.size());
  if (longest == 0) return line;
  line.remove_prefix(key.offsets[longest - 1] + 1);
  while (!line.empty() &&
         (text::isSpace(line.front()) || text::fold(line.front()) == u':' || line.front() == u'/'))
    line.remove_prefix(1);
  return line;
}

} // namespace demarche::ingest
