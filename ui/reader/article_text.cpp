// SPDX-License-Identifier: Apache-2.0
#include "ui/reader/article_text.h"

#include "ui/bridge/text.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>
#include <algorithm>
#include <utility>

namespace demarche::ui {
namespace {

constexpr int pageMargin = 16;
constexpr int lineHeightPercent = 135;
constexpr int paragraphGap = 8;
constexpr double titleScale = 1.2;
constexpr double readingScale = 1.1; ///< what is read at length is larger than what is glanced at

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::Base).lightness() < 128;
}

QColor passageColor(const QPalette& palette) {
  return isDark(palette) ? QColor(0x4a, 0x40, 0x1c) : QColor(0xff, 0xf3, 0xc4);
}

QColor chosenColor(const QPalette& palette) {
  return isDark(palette) ? QColor(0x7d, 0x68, 0x14) : QColor(0xff, 0xdf, 0x70);
}

/// Characters that QTextDocument would drop or fold are shown as spaces, so that no position moves.
QString shownText(std::u16string_view text) {
  QString shown = toQString(text);
  for (QChar& unit : shown) {
    const bool folded = unit == u'\r' || unit == QChar(0xfdd0) || unit == QChar(0xfdd1) || unit == u'\0' ||
                        unit == QChar(QChar::ParagraphSeparator);
    if (folded) unit = u' ';
  }
  return shown;
}

/// Han forms differ between scripts under one code point: name the fonts that draw this one's.
QStringList fontFamilies(model::Language language, const QFont& base) {
  QStringList families = base.families();
  if (families.isEmpty()) families += base.family();
  if (language == model::Language::chineseSimplified) families += QStringLiteral("Noto Sans CJK SC");
  if (language == model::Language::chineseTraditional) families += QStringLiteral("Noto Sans CJK TC");
  return families;
}

QTextCharFormat characterFormat(const model::Block& block, const QFont& base, const QPalette& palette) {
  QTextCharFormat format;
  if (model::isChinese(block.language)) format.setFontFamilies(fontFamilies(block.language, base));
  switch (block.role) {
  case model::BlockRole::title:
    format.setFontWeight(QFont::DemiBold);
    format.setFontPointSize(base.pointSizeF() * titleScale);
    break;
  case model::BlockRole::byline:
  case model::BlockRole::dateline:
  case model::BlockRole::caption:
    format.setFontItalic(!model::isChinese(block.language));
    break;
  case model::BlockRole::furniture:
  case model::BlockRole::foreign:
    format.setForeground(palette.color(QPalette::PlaceholderText));
    break;
  case model::BlockRole::body:
    break;
  }
  return format;
}

} // namespace

ArticleText::ArticleText(QWidget* parent) : QTextEdit(parent) {
  setReadOnly(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  setUndoRedoEnabled(false);
  setAcceptDrops(false);
  setFrameShape(QFrame::NoFrame);
  QFont reading = font();
  reading.setPointSizeF(reading.pointSizeF() * readingScale);
  setFont(reading);
  document()->setDocumentMargin(pageMargin);
  viewport()->setMouseTracking(true);
}

void ArticleText::setArticle(const DocumentPtr& article) {
  m_article = article;
  m_passages.clear();
  m_chosen.reset();
  setPlainText(m_article ? shownText(m_article->text) : QString());
  format();
  highlight();
}

void ArticleText::format() {
  if (!m_article) return;
  QTextCursor cursor(document());
  cursor.beginEditBlock();
  QTextBlockFormat paragraph;
  paragraph.setLineHeight(lineHeightPercent, QTextBlockFormat::ProportionalHeight);
  paragraph.setBottomMargin(paragraphGap);
  cursor.select(QTextCursor::Document);
  cursor.setBlockFormat(paragraph);
  cursor.setCharFormat({});
  // Lines left empty between paragraphs would double the gaps.
  QTextBlockFormat empty;
  empty.setLineHeight(0, QTextBlockFormat::FixedHeight);
  for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
    if (block.length() == 1) QTextCursor(block).setBlockFormat(empty);
  for (const model::Block& block : m_article->blocks) {
    const QTextCharFormat characters = characterFormat(block, font(), palette());
    if (characters.isEmpty()) continue;
    cursor.setPosition(block.span.begin);
    cursor.setPosition(block.span.end, QTextCursor::KeepAnchor);
    cursor.setCharFormat(characters);
  }
  cursor.endEditBlock();
}

void ArticleText::setPassages(std::vector<ShownPassage> passages, std::optional<std::size_t> chosen) {
  m_passages = std::move(passages);
  m_chosen = chosen;
  highlight();
}

void ArticleText::highlight() {
  QList<ExtraSelection> selections;
  const auto mark = [&](text::Span span, const QColor& color) {
    ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(span.begin);
    selection.cursor.setPosition(span.end, QTextCursor::KeepAnchor);
    selection.format.setBackground(color);
    selections += selection;
  };
  for (const ShownPassage& passage : m_passages)
    mark(passage.span, passageColor(palette()));
  if (m_chosen) mark(m_passages[*m_chosen].span, chosenColor(palette()));
  setExtraSelections(selections);
}

void ArticleText::choose(std::size_t passage) {
  m_chosen = passage;
  highlight();
  const text::Span span = m_passages[passage].span;
  QTextCursor cursor(document());
  cursor.setPosition(span.begin);
  cursor.setPosition(span.end, QTextCursor::KeepAnchor);
  setTextCursor(cursor);
  scrollTo(span);
}

void ArticleText::scrollTo(text::Span span) {
  const QTextBlock block = document()->findBlock(span.begin);
  const QTextLine line = block.layout()->lineForTextPosition(span.begin - block.position());
  double top = document()->documentLayout()->blockBoundingRect(block).top();
  if (line.isValid()) top += line.y();
  verticalScrollBar()->setValue(static_cast<int>(top) - viewport()->height() / 3);
}

std::optional<std::size_t> ArticleText::passageAt(QPoint viewportPosition) const {
  const QPointF inDocument =
      viewportPosition + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
  const int position = document()->documentLayout()->hitTest(inDocument, Qt::ExactHit);
  if (position < 0) return std::nullopt;
  // Of passages that overlap here, the one after the chosen: clicking again walks through them all.
  std::vector<std::size_t> here;
  for (std::size_t i = 0; i < m_passages.size(); ++i)
    if (m_passages[i].span.contains(position)) here.push_back(i);
  if (here.empty()) return std::nullopt;
  const auto chosen = m_chosen ? std::ranges::find(here, *m_chosen) : here.end();
  return chosen == here.end() || chosen + 1 == here.end() ? here.front() : *(chosen + 1);
}

bool ArticleText::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QTextEdit::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const std::optional<std::size_t> passage = passageAt(viewport()->mapFrom(this, help->pos()));
  QToolTip::showText(help->globalPos(), passage ? m_passages[*passage].title : QString(), this);
  return true;
}

void ArticleText::changeEvent(QEvent* event) {
  QTextEdit::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
    format();
    highlight();
  }
}

void ArticleText::mousePressEvent(QMouseEvent* event) {
  m_pressedAt = event->pos();
  QTextEdit::mousePressEvent(event);
}

void ArticleText::mouseMoveEvent(QMouseEvent* event) {
  QTextEdit::mouseMoveEvent(event);
  viewport()->setCursor(passageAt(event->pos()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void ArticleText::mouseReleaseEvent(QMouseEvent* event) {
  QTextEdit::mouseReleaseEvent(event);
  const bool dragged = (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance();
  if (event->button() != Qt::LeftButton || dragged) return;
  if (const std::optional<std::size_t> passage = passageAt(event->pos())) Q_EMIT passageClicked(*passage);
}

} // namespace demarche::ui
