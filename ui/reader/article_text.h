// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QTextEdit>
#include <optional>
#include <vector>

namespace demarche::ui {

/// A passage as the text shows it.
struct ShownPassage {
  text::Span span;
  QString title; ///< of its event, for the tooltip
};

/// An article's clean text, unchanged to the unit: a position in it is a position in the document. What is
/// not part of the article stays, greyed; passages are highlighted and can be clicked.
class ArticleText : public QTextEdit {
  Q_OBJECT
 public:
  explicit ArticleText(QWidget* parent = nullptr);

  /// Null shows nothing.
  void setArticle(const DocumentPtr& article);
  /// Ordered by begin; they may overlap. The chosen one is shown as such where it stands, without going
  /// there.
  void setPassages(std::vector<ShownPassage> passages, std::optional<std::size_t> chosen = std::nullopt);
  /// Selects exactly this passage and brings it into view, a third from the top.
  void choose(std::size_t passage);

 Q_SIGNALS:
  void passageClicked(std::size_t passage);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  [[nodiscard]] std::optional<std::size_t> passageAt(QPoint viewportPosition) const;
  void format();
  void highlight();
  void scrollTo(text::Span span);

  DocumentPtr m_article;
  std::vector<ShownPassage> m_passages;
  std::optional<std::size_t> m_chosen;
  QPoint m_pressedAt;
};

} // namespace demarche::ui
