// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/picture_dialog.h"

#include "ui/shell/date_stretch.h"
#include "ui/timeline/view.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <chrono>

namespace demarche::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds typingPause{150};
constexpr QSize previewRoom(520, 360);
constexpr int leastSide = 200; ///< pixels; in less there is no room for any event
constexpr int mostSide = 16'000;
constexpr double printedPixels = 300.0 / 96; ///< a point has on paper

struct FixedSize {
  PictureSize size;
  QSize points;
  double pixelRatio;
};
/// A screen of twice the pixels has letters of twice the pixels.
constexpr std::array<FixedSize, 5> fixedSizes{{{PictureSize::a4, {1123, 794}, printedPixels},
                                               {PictureSize::a3, {1587, 1123}, printedPixels},
                                               {PictureSize::letter, {1056, 816}, printedPixels},
                                               {PictureSize::fullHd, {1920, 1080}, 1},
                                               {PictureSize::ultraHd, {1920, 1080}, 2}}};

} // namespace

RenderOptions pictureOfView(const TimelineView& timeline) {
  RenderOptions options;
  const TimelineScene& scene = timeline.scene();
  options.size = timeline.size();
  options.pixelRatio = timeline.devicePixelRatioF();
  options.dark = scene.look().theme.dark;
  options.days = timeline.shownDays();
  options.grouping = scene.grouping();
  options.laneOrder = scene.laneOrder();
  options.layers = scene.layers();
  options.collapsed = scene.collapsed();
  return options;
}

PictureDialog::PictureDialog(const TimelineView& timeline, const PictureChoices& choices,
                             const QString& title, QWidget* parent)
    : QDialog(parent),
      m_timeline(timeline),
      m_content(new QButtonGroup(this)),
      m_stretch(new QLineEdit(this)),
      m_whyNot(new QLabel(this)),
      m_size(new QComboBox(this)),
      m_width(new QSpinBox(this)),
      m_height(new QSpinBox(this)),
      m_title(new QLineEdit(title, this)),
      m_theme(new QComboBox(this)),
      m_legend(new QCheckBox(tr("&Legend"), this)),
      m_sources(new QCheckBox(tr("&Sources"), this)),
      m_preview(new QLabel(this)) {
  setWindowTitle(tr("Save picture"));
  build();
  fillIn(choices);
  m_typing.setSingleShot(true);
  m_typing.setInterval(typingPause);
  connect(&m_typing, &QTimer::timeout, this, &PictureDialog::showPreview);
  connect(m_content, &QButtonGroup::idToggled, this, &PictureDialog::changed);
  connect(m_size, &QComboBox::currentIndexChanged, this, &PictureDialog::changed);
  connect(m_theme, &QComboBox::currentIndexChanged, this, &PictureDialog::changed);
  for (QLineEdit* line : {m_stretch, m_title})
    connect(line, &QLineEdit::textChanged, this, &PictureDialog::changed);
  for (QSpinBox* side : {m_width, m_height})
    connect(side, &QSpinBox::valueChanged, this, &PictureDialog::changed);
  for (QCheckBox* box : {m_legend, m_sources})
    connect(box, &QCheckBox::toggled, this, &PictureDialog::changed);
  changed();
  showPreview();
  m_content->checkedButton()->setFocus();
}

void PictureDialog::build() {
  m_theme->addItems({tr("Light"), tr("Dark")});
  auto* form = new QFormLayout;
  buildContent(form);
  buildSize(form);
  form->addRow(tr("&Title:"), m_title);
  form->addRow(tr("&Colours:"), m_theme);
  auto* with = new QHBoxLayout;
  with->addWidget(m_legend);
  with->addWidget(m_sources);
  with->addStretch();
  form->addRow(tr("With:"), with);

  m_preview->setFixedSize(previewRoom + QSize(24, 24));
  m_preview->setFrameShape(QFrame::StyledPanel);
  m_preview->setAlignment(Qt::AlignCenter);
  m_preview->setAccessibleName(tr("Preview"));
  auto* upper = new QHBoxLayout;
  upper->setSpacing(20);
  upper->addLayout(form);
  upper->addWidget(m_preview);

  auto* buttons = new QDialogButtonBox(this);
  m_save = buttons->addButton(tr("Save &as…"), QDialogButtonBox::AcceptRole);
  m_save->setDefault(true);
  buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addLayout(upper);
  layout->addWidget(buttons);
  layout->setSizeConstraint(QLayout::SetFixedSize);
  const QList<QWidget*> order{m_content->button(static_cast<int>(PictureContent::view)),
                              m_content->button(static_cast<int>(PictureContent::all)),
                              m_content->button(static_cast<int>(PictureContent::stretch)),
                              m_stretch,
                              m_size,
                              m_width,
                              m_height,
                              m_title,
                              m_theme,
                              m_legend,
                              m_sources,
                              buttons};
  for (qsizetype i = 1; i < order.size(); ++i)
    setTabOrder(order[i - 1], order[i]);
}

void PictureDialog::buildContent(QFormLayout* form) {
  auto* choices = new QVBoxLayout;
  choices->setSpacing(4);
  const auto add = [&](PictureContent content, const QString& text) {
    auto* button = new QRadioButton(text, this);
    m_content->addButton(button, static_cast<int>(content));
    choices->addWidget(button);
  };
  add(PictureContent::view, tr("The &view as it is now"));
  add(PictureContent::all, tr("All &events that pass the filter"));
  add(PictureContent::stretch, tr("&From – to:"));
  m_stretch->setPlaceholderText(tr("2023-05, 197X, 2018/2019"));
  m_stretch->setAccessibleName(tr("Stretch of time"));
  m_whyNot->setWordWrap(true);
  QSizePolicy keepsItsRoom = m_whyNot->sizePolicy();
  keepsItsRoom.setRetainSizeWhenHidden(true); // nothing below is to move while one types
  m_whyNot->setSizePolicy(keepsItsRoom);
  auto* typed = new QVBoxLayout;
  typed->setContentsMargins(22, 0, 0, 0);
  typed->addWidget(m_stretch);
  typed->addWidget(m_whyNot);
  choices->addLayout(typed);
  form->addRow(tr("Show:"), choices);
  // Whoever begins to type a date wants it.
  connect(m_stretch, &QLineEdit::textEdited, this,
          [this] { m_content->button(static_cast<int>(PictureContent::stretch))->setChecked(true); });
}

void PictureDialog::buildSize(QFormLayout* form) {
  const auto add = [this](PictureSize size, const QString& text) {
    m_size->addItem(text, static_cast<int>(size));
  };
  add(PictureSize::screen, tr("As on the screen"));
  add(PictureSize::a4, tr("A4, landscape"));
  add(PictureSize::a3, tr("A3, landscape"));
  add(PictureSize::letter, tr("Letter, landscape"));
  add(PictureSize::fullHd, u"1920 × 1080"_s);
  add(PictureSize::ultraHd, u"3840 × 2160"_s);
  add(PictureSize::own, tr("Own width and height"));
  for (QSpinBox* side : {m_width, m_height}) {
    side->setRange(leastSide, mostSide);
    side->setSingleStep(100);
    side->setKeyboardTracking(false);
  }
  m_width->setAccessibleName(tr("Width"));
  m_height->setAccessibleName(tr("Height"));
  auto* sides = new QHBoxLayout;
  sides->addWidget(m_width);
  sides->addWidget(new QLabel(u"×"_s, this));
  sides->addWidget(m_height);
  sides->addWidget(new QLabel(tr("pixels"), this));
  sides->addStretch();
  form->addRow(tr("Si&ze:"), m_size);
  form->addRow(QString(), sides);
}

void PictureDialog::fillIn(const PictureChoices& choices) {
  m_ending = choices.ending;
  m_content->button(static_cast<int>(choices.content))->setChecked(true);
  m_stretch->setText(choices.stretch);
  m_size->setCurrentIndex(m_size->findData(static_cast<int>(choices.size)));
  m_width->setValue(choices.ownSize.width());
  m_height->setValue(choices.ownSize.height());
  m_theme->setCurrentIndex(choices.dark ? 1 : 0);
  m_legend->setChecked(choices.legend);
  m_sources->setChecked(choices.sources);
}

PictureContent PictureDialog::content() const {
  return static_cast<PictureContent>(m_content->checkedId());
}

PictureSize PictureDialog::size() const {
  return static_cast<PictureSize>(m_size->currentData().toInt());
}

PictureChoices PictureDialog::choices() const {
  return {.content = content(),
          .stretch = m_stretch->text().trimmed(),
          .size = size(),
          .ownSize = {m_width->value(), m_height->value()},
          .dark = m_theme->currentIndex() == 1,
          .legend = m_legend->isChecked(),
          .sources = m_sources->isChecked(),
          .ending = m_ending};
}

RenderOptions PictureDialog::options() const {
  const PictureChoices chosen = choices();
  RenderOptions options = pictureOfView(m_timeline);
  if (chosen.content == PictureContent::all) options.days.reset();
  if (chosen.content == PictureContent::stretch) {
    const DateStretch stretch = DateStretch::read(chosen.stretch, m_timeline.scene().extent());
    options.days = std::make_pair(stretch.first(), stretch.end());
  }
  if (chosen.size == PictureSize::own) {
    options.size = chosen.ownSize;
    options.pixelRatio = 1;
  }
  for (const FixedSize& fixed : fixedSizes)
    if (fixed.size == chosen.size) {
      options.size = fixed.points;
      options.pixelRatio = fixed.pixelRatio;
    }
  options.dark = chosen.dark;
  options.title = m_title->text().trimmed();
  options.legend = chosen.legend;
  options.sources = chosen.sources;
  return options;
}

void PictureDialog::changed() {
  const bool own = size() == PictureSize::own;
  m_width->setEnabled(own);
  m_height->setEnabled(own);
  const bool typed = content() == PictureContent::stretch;
  const QString text = m_stretch->text().trimmed();
  const QString whyNot = typed ? DateStretch::read(text, m_timeline.scene().extent()).whyNot() : QString();
  m_whyNot->setText(text.isEmpty() ? QString() : whyNot);
  m_whyNot->setVisible(!m_whyNot->text().isEmpty());
  m_save->setEnabled(whyNot.isEmpty());
  m_typing.start();
}

void PictureDialog::showPreview() {
  if (!m_save->isEnabled()) return;
  RenderOptions wanted = options();
  const QSizeF shrunk = QSizeF(wanted.size).scaled(previewRoom, Qt::KeepAspectRatio);
  wanted.pixelRatio = shrunk.width() / wanted.size.width() * devicePixelRatioF();
  auto image = timelineImage(m_timeline.scene().events()->blocking(), wanted);
  if (!image) return m_preview->clear();
  image->setDevicePixelRatio(devicePixelRatioF());
  m_preview->setPixmap(QPixmap::fromImage(*image));
}

} // namespace demarche::ui
