// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/event_set.h"

#include <QString>
#include <QStringList>
#include <QWidget>
#include <cstddef>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace demarche::ui {

class ArticleText;
class PassageFacts;

/// From an event to the words that tell it: the article with its passage selected, what is known of the
/// article, and why the event is what it is. Asks for texts by signal and shows them when they come.
class ReaderView : public QWidget {
  Q_OBJECT
 public:
  explicit ReaderView(QWidget* parent = nullptr);

  /// The events to find passages of; keeps showing the selected one if it is still among them.
  void setEvents(const EventSetPtr& events);
  /// The same after the library has changed, with this event selected: where its passage is still there, the
  /// text stays as it stands, and only what is marked in it is new. With none, says what became of the one
  /// that was read.
  void setEvents(const EventSetPtr& events, StoryRow selected);
  /// Shows the event's first passage; one that is not among the events shows nothing.
  void select(StoryRow event);
  /// More is known of the events: one that is waited for is shown.
  void takeArrived();
  void setDocument(const DocumentPtr& document);
  void showNextPassage();
  void showPreviousPassage();

  [[nodiscard]] StoryRow selected() const { return m_selected; }
  [[nodiscard]] ArticleText* text() const { return m_text; }

 Q_SIGNALS:
  void documentWanted(const QString& source);
  /// A passage of another event was clicked in the text.
  void eventSelected(StoryRow event);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void build();
  QWidget* buildHead();
  QWidget* buildSwitcher();
  void connectParts();
  void retranslate();
  void fillSwitcher();
  /// What is said where there is nothing to read, or no longer what was read.
  enum class Notice { none, articleRemoved, eventGone };
  void showEventPassage(StoryRow event, std::size_t passage);
  void showPassage(std::size_t passage);
  void showHeadOf(std::size_t passage);
  void showAgain(std::size_t passage);
  void showNotice(Notice notice, const QString& about);
  [[nodiscard]] bool hasTextOf(const std::string& source) const;
  void showArticleFacts();
  void showPassagesOfArticle();
  [[nodiscard]] std::optional<std::size_t> markPassages();
  void passageClicked(std::size_t shown);
  void lookUp();
  [[nodiscard]] const model::Event* event() const { return m_event ? &*m_event : nullptr; }

  EventSetPtr m_events;
  StoryRow m_selected = noStory;
  std::optional<model::Event> m_event; ///< the selected one, once its words are here
  std::size_t m_passage = 0;           ///< of the selected event
  DocumentPtr m_document;
  std::vector<PassageRef> m_shown; ///< by number of the passage in the text
  Notice m_notice = Notice::none;
  QString m_noticeAbout; ///< title or file
  QStringList m_choices; ///< what the switcher offers

  QStackedWidget* m_pages = nullptr;
  QLabel* m_nothing = nullptr;
  QLabel* m_removed = nullptr; ///< said above the text when what was read is gone, and another text is here
  QLabel* m_eventTitle = nullptr;
  QLabel* m_eventLine = nullptr;
  QWidget* m_switcher = nullptr;
  QComboBox* m_passages = nullptr;
  QToolButton* m_previous = nullptr;
  QToolButton* m_next = nullptr;
  QLabel* m_articleTitle = nullptr;
  QLabel* m_articleFacts = nullptr;
  QLabel* m_missing = nullptr; ///< said when the passage does not stand in the text
  ArticleText* m_text = nullptr;
  QScrollArea* m_factsArea = nullptr;
  PassageFacts* m_facts = nullptr;
};

} // namespace demarche::ui
