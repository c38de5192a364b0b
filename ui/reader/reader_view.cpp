// SPDX-License-Identifier: Apache-2.0
#include "ui/reader/reader_view.h"

#include "core/text/unicode.h"
#include "ui/bridge/text.h"
#include "ui/models/words.h"
#include "ui/reader/article_text.h"
#include "ui/reader/passage_facts.h"

#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace demarche::ui {
namespace {

constexpr int margin = 16;

QLabel* makeLabel(QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return label;
}

void makeHeading(QLabel* label, double scale) {
  QFont font = label->font();
  font.setPointSizeF(font.pointSizeF() * scale);
  font.setWeight(QFont::DemiBold);
  label->setFont(font);
}

/// Gives the text its share of the height, whatever stands above it, until the user decides.
class TextAndFacts : public QSplitter {
 public:
  explicit TextAndFacts(QWidget* parent) : QSplitter(Qt::Vertical, parent) {
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_moved = true; });
  }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QSplitter::resizeEvent(event);
    if (!m_moved) setSizes({65 * height(), 35 * height()});
  }

 private:
  bool m_moved = false;
};

/// The passage's words stand where it says: nothing is highlighted on a guess.
bool standsIn(const model::Document& document, const model::Passage& passage) {
  const auto length = static_cast<std::int32_t>(document.text.size());
  return passage.span.begin >= 0 && passage.span.end <= length &&
         text::slice(document.text, passage.span) == passage.text;
}

} // namespace

ReaderView::ReaderView(QWidget* parent) : QWidget(parent) {
  build();
  connectParts();
  retranslate();
}

void ReaderView::build() {
  m_nothing = new QLabel(this);
  m_nothing->setAlignment(Qt::AlignCenter);
  m_nothing->setWordWrap(true);
  m_nothing->setForegroundRole(QPalette::PlaceholderText);
  m_nothing->setMargin(margin);

  m_text = new ArticleText(this);
  m_facts = new PassageFacts;
  m_factsArea = new QScrollArea;
  m_factsArea->setWidget(m_facts);
  m_factsArea->setWidgetResizable(true);
  m_factsArea->setFrameShape(QFrame::NoFrame);
  m_factsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

  auto* parts = new TextAndFacts(this);
  parts->addWidget(m_text);
  parts->addWidget(m_factsArea);

  auto* page = new QWidget;
  auto* pageLayout = new QVBoxLayout(page);
  pageLayout->setContentsMargins(0, 0, 0, 0);
  pageLayout->setSpacing(0);
  pageLayout->addWidget(buildHead());
  pageLayout->addWidget(parts, 1);

  m_pages = new QStackedWidget(this);
  m_pages->addWidget(m_nothing);
  m_pages->addWidget(page);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_pages);
}

QWidget* ReaderView::buildHead() {
  auto* head = new QWidget;
  m_removed = makeLabel(head);
  m_removed->hide();
  m_eventTitle = makeLabel(head);
  makeHeading(m_eventTitle, 1.2);
  m_eventLine = makeLabel(head);
  m_articleTitle = makeLabel(head);
  makeHeading(m_articleTitle, 1.0);
  m_articleFacts = makeLabel(head);
  m_articleFacts->setForegroundRole(QPalette::PlaceholderText);
  m_missing = makeLabel(head);
  m_missing->hide();

  auto* layout = new QVBoxLayout(head);
  layout->setContentsMargins(margin, 12, margin, 8);
  layout->setSpacing(4);
  layout->addWidget(m_removed);
  layout->addWidget(m_eventTitle);
  layout->addWidget(m_eventLine);
  layout->addWidget(buildSwitcher());
  layout->addSpacing(4);
  layout->addWidget(m_articleTitle);
  layout->addWidget(m_articleFacts);
  layout->addWidget(m_missing);
  return head;
}

QWidget* ReaderView::buildSwitcher() {
  m_switcher = new QWidget;
  m_passages = new QComboBox(m_switcher);
  m_passages->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_passages->setMinimumContentsLength(12);
  m_previous = new QToolButton(m_switcher);
  m_previous->setArrowType(Qt::LeftArrow);
  m_next = new QToolButton(m_switcher);
  m_next->setArrowType(Qt::RightArrow);
  auto* layout = new QHBoxLayout(m_switcher);
  layout->setContentsMargins(0, 4, 0, 4);
  layout->addWidget(m_passages, 1);
  layout->addWidget(m_previous);
  layout->addWidget(m_next);
  return m_switcher;
}

void ReaderView::connectParts() {
  connect(m_passages, &QComboBox::activated, this,
          [this](int row) { showPassage(static_cast<std::size_t>(row)); });
  connect(m_previous, &QToolButton::clicked, this, &ReaderView::showPreviousPassage);
  connect(m_next, &QToolButton::clicked, this, &ReaderView::showNextPassage);
  connect(m_text, &ArticleText::passageClicked, this, &ReaderView::passageClicked);
}

void ReaderView::retranslate() {
  showNotice(m_notice, m_noticeAbout);
  m_text->setAccessibleName(tr("Text of the article"));
  m_passages->setAccessibleName(tr("Passages that tell the event"));
  m_previous->setToolTip(tr("Previous passage of this event"));
  m_next->setToolTip(tr("Next passage of this event"));
  m_previous->setAccessibleName(m_previous->toolTip());
  m_next->setAccessibleName(m_next->toolTip());
  m_missing->setText(tr("The passage does not stand in this text as it was read."));
  if (event() != nullptr) {
    fillSwitcher();
    showArticleFacts();
  }
}

void ReaderView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ReaderView::lookUp() {
  const model::Event* const here = m_events ? m_events->find(m_selected) : nullptr;
  m_event = here == nullptr ? std::nullopt : std::optional(*here);
}

void ReaderView::setEvents(const EventSetPtr& events) {
  m_events = events;
  m_shown.clear();
  m_text->setPassages({});
  showEventPassage(m_selected, m_passage);
}

void ReaderView::takeArrived() {
  if (!m_event && m_selected != noStory) showEventPassage(m_selected, m_passage);
}

void ReaderView::setEvents(const EventSetPtr& events, StoryRow selected) {
  const EventSetPtr before = m_events;
  const std::optional<model::Event> read = m_event;
  const std::size_t passage = m_passage;
  m_events = events;
  m_selected = selected;
  lookUp();
  if (!read) { // nothing was read, or it comes back
    m_shown.clear();
    if (event() != nullptr) showEventPassage(selected, passage);
    return;
  }
  const model::Passage& told = read->passages[passage];
  const std::optional<std::size_t> still = event() != nullptr ? findPassage(*event(), told) : std::nullopt;
  if (still) {
    showAgain(*still);
    return;
  }
  m_shown.clear();
  showEventPassage(selected, passage);
  const service::ArticleSummary* article = before->article(told.article);
  const QString file = QFileInfo(toQString(told.article)).fileName();
  if (events->article(told.article) == nullptr)
    showNotice(Notice::articleRemoved,
               article != nullptr && !article->title.empty() ? toQString(article->title) : file);
  else if (event() == nullptr && selected == noStory)
    showNotice(Notice::eventGone, toQString(read->title));
}

/// What was read is still there: all around it may be new, the text stays where it is.
void ReaderView::showAgain(std::size_t passage) {
  m_passage = passage;
  fillSwitcher();
  showHeadOf(passage);
  m_shown.clear();
  const std::string& source = event()->passages[passage].article;
  if (hasTextOf(source)) {
    m_missing->setVisible(!markPassages());
  } else {
    m_text->setPassages({});
    Q_EMIT documentWanted(toQString(source));
  }
}

void ReaderView::showNotice(Notice notice, const QString& about) {
  m_notice = notice;
  m_noticeAbout = about;
  const QString select = tr("Select an event to read the passage that tells it.");
  QString said;
  switch (notice) {
  case Notice::none:
    break;
  case Notice::articleRemoved:
    said = tr("The article “%1” was removed from the library.").arg(about);
    break;
  case Notice::eventGone:
    said = tr("“%1” is not among the events any more: the library was changed.").arg(about);
    break;
  }
  m_nothing->setText(said.isEmpty() ? select : said + QStringLiteral("\n\n") + select);
  m_removed->setText(said.isEmpty() ? said : said + u' ' + tr("Here is another one that tells the event."));
  m_removed->setVisible(!said.isEmpty());
}

void ReaderView::select(StoryRow event) {
  if (event != m_selected) showEventPassage(event, 0);
}

/// Until the words of an event have arrived, what is shown stays.
void ReaderView::showEventPassage(StoryRow event, std::size_t passage) {
  m_selected = event;
  m_passage = passage;
  lookUp();
  const bool awaited = !m_event && m_events && m_events->placeOf(event);
  if (awaited) return;
  showNotice(Notice::none, {});
  m_pages->setCurrentIndex(m_event ? 1 : 0);
  if (!m_event) return;
  m_passage = std::min(passage, m_event->passages.size() - 1);
  fillSwitcher();
  showPassage(m_passage);
}

void ReaderView::fillSwitcher() {
  const std::vector<model::Passage>& passages = event()->passages;
  m_eventTitle->setText(toQString(event()->title));
  m_eventLine->setText(
      tr("%1  ·  %2  ·  %3", "date, kind, status")
          .arg(Words::date(event()->date), Words::kind(event()->kind), Words::status(event()->status)));
  QStringList choices;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const service::ArticleSummary* article = m_events->article(passages[i].article);
    const QString name =
        toQString(article != nullptr && !article->title.empty() ? article->title : passages[i].article);
    choices += tr("%1 of %2: %3", "passage, of so many, in this article")
                   .arg(QString::number(i + 1), QString::number(passages.size()), name);
  }
  // A list that somebody has just opened closes when it is filled anew.
  if (choices != std::exchange(m_choices, choices)) {
    m_passages->clear();
    m_passages->addItems(choices);
  }
  for (std::size_t i = 0; i < passages.size(); ++i)
    m_passages->setItemData(static_cast<int>(i), toQString(passages[i].text), Qt::ToolTipRole);
  m_passages->setCurrentIndex(static_cast<int>(m_passage));
  m_switcher->setVisible(passages.size() > 1);
}

void ReaderView::showHeadOf(std::size_t passage) {
  m_passages->setCurrentIndex(static_cast<int>(passage));
  m_previous->setEnabled(passage > 0);
  m_next->setEnabled(passage + 1 < event()->passages.size());
  showArticleFacts();
}

void ReaderView::showPassage(std::size_t passage) {
  m_passage = passage;
  const model::Passage& chosen = event()->passages[passage];
  showHeadOf(passage);
  if (hasTextOf(chosen.article)) {
    showPassagesOfArticle();
  } else {
    m_document = nullptr;
    m_shown.clear();
    m_text->setArticle(nullptr);
    Q_EMIT documentWanted(toQString(chosen.article));
  }
}

bool ReaderView::hasTextOf(const std::string& source) const {
  const service::ArticleSummary* article = m_events->article(source);
  return m_document && m_document->source == source && article != nullptr &&
         article->digest == m_document->digest && m_events->passagesIn(source) != nullptr;
}

void ReaderView::showNextPassage() {
  if (event() != nullptr && m_passage + 1 < event()->passages.size()) showPassage(m_passage + 1);
}

void ReaderView::showPreviousPassage() {
  if (event() != nullptr && m_passage > 0) showPassage(m_passage - 1);
}

void ReaderView::showArticleFacts() {
  const model::Passage& chosen = event()->passages[m_passage];
  m_facts->explain(*event(), chosen);
  const service::ArticleSummary* article = m_events->article(chosen.article);
  const QString source = QFileInfo(toQString(chosen.article)).fileName();
  m_articleFacts->setToolTip(toQString(chosen.article));
  m_articleTitle->setVisible(article != nullptr && !article->title.empty());
  if (article == nullptr) {
    m_articleFacts->setText(source);
    return;
  }
  m_articleTitle->setText(toQString(article->title));
  QStringList lines{source};
  if (article->stated) lines += tr("Stated date: %1").arg(Words::date(*article->stated));
  lines += tr("Day of writing: %1, %2", "date, where it comes from")
               .arg(Words::date(article->written.date), Words::basis(article->written.basis));
  if (!article->written.why.empty()) lines += toQString(article->written.why);
  m_articleFacts->setText(lines.join(u'\n'));
}

void ReaderView::setDocument(const DocumentPtr& document) {
  if (event() == nullptr || document->source != event()->passages[m_passage].article) return;
  m_document = document;
  m_shown.clear();
  m_text->setArticle(document);
  if (m_events->passagesIn(document->source) != nullptr) showPassagesOfArticle();
}

void ReaderView::showPassagesOfArticle() {
  const std::optional<std::size_t> chosen = markPassages();
  m_missing->setVisible(!chosen);
  if (chosen) m_text->choose(*chosen);
}

/// Gives the chosen one's number in the text, if it stands there.
std::optional<std::size_t> ReaderView::markPassages() {
  const PassageRef chosen{m_selected, m_passage};
  const auto chosenShown = [&]() -> std::optional<std::size_t> {
    const auto at = std::ranges::find(m_shown, chosen);
    if (at == m_shown.end()) return std::nullopt;
    return static_cast<std::size_t>(at - m_shown.begin());
  };
  if (!m_shown.empty()) return chosenShown();
  std::vector<ShownPassage> passages;
  for (const ToldPassage& told : *m_events->passagesIn(m_document->source)) {
    if (!standsIn(*m_document, told.passage)) continue;
    m_shown.push_back(told.ref);
    passages.push_back({told.passage.span, toQString(told.title)});
  }
  m_text->setPassages(std::move(passages), chosenShown());
  return chosenShown();
}

void ReaderView::passageClicked(std::size_t shown) {
  const PassageRef ref = m_shown[shown];
  const bool other = ref.event != m_selected;
  showEventPassage(ref.event, ref.passage);
  if (other) Q_EMIT eventSelected(ref.event);
}

} // namespace demarche::ui
