"""The style rules on top of Fusion: calm controls with one accent. Fonts are set by the theme, not here."""

from collections.abc import Callable, Mapping


def style_sheet(t: Mapping[str, str], px: Callable[[float], int]) -> str:
    """The application's style sheet from a theme's tokens and its pixel measure."""
    return f"""
QWidget#page, QStackedWidget, QScrollArea#page {{ background: {t["window"]}; }}
QScrollArea {{ border: none; background: transparent; }}
QWidget#presentation {{ background: {t["panel"]}; }}
QWidget#panel, QScrollArea#panel, QScrollArea#panel > QWidget > QWidget {{ background: {t["panel"]}; }}
QFrame#card {{ background: {t["panel"]}; border: 1px solid {t["line"]}; border-radius: {px(8)}px; }}
QFrame#card:focus {{ border-color: {t["accent"]}; }}
QToolButton#remove {{ border: none; background: transparent; color: {t["muted"]};
    padding: 0 {px(4)}px; border-radius: 4px; }}
QToolButton#remove:hover, QToolButton#remove:focus {{ color: {t["bad"]}; background: {t["tint"]}; }}
QFrame#rule {{ background: {t["line"]}; border: none; max-height: 1px; min-height: 1px; }}
QFrame#side {{ background: {t["panel"]}; border: none; border-right: 1px solid {t["line"]}; }}
QFrame#inspector {{ background: {t["panel"]}; border: none; border-left: 1px solid {t["line"]}; }}
QFrame#notice {{ background: {t["tint"]}; border: none; border-bottom: 1px solid {t["line"]}; }}
QFrame#status {{ background: {t["panel"]}; border: none; border-top: 1px solid {t["line"]}; }}

QLabel {{ background: transparent; }}
QLabel[tone="muted"] {{ color: {t["muted"]}; }}
QLabel[tone="good"] {{ color: {t["good"]}; }}
QLabel[tone="warn"] {{ color: {t["warn"]}; }}
QLabel[tone="bad"] {{ color: {t["bad"]}; }}
QLabel[tone="accent"] {{ color: {t["accent"]}; }}

QMenuBar {{ background: {t["panel"]}; border-bottom: 1px solid {t["line"]}; padding: {px(2)}px {px(6)}px; }}
QMenuBar::item {{ background: transparent; color: {t["muted"]}; padding: {px(4)}px {px(8)}px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t["tint"]}; color: {t["text"]}; }}
QMenu {{ background: {t["panel"]}; border: 1px solid {t["line"]}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(5)}px {px(24)}px {px(5)}px {px(12)}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t["tint"]}; color: {t["text"]}; }}
QMenu::item:disabled {{ color: {t["muted"]}; }}
QMenu::separator {{ height: 1px; background: {t["line"]}; margin: {px(4)}px {px(8)}px; }}
QToolTip {{ background: {t["panel"]}; color: {t["text"]}; border: 1px solid {t["line"]}; padding: {px(4)}px; }}

QPushButton {{ background: {t["panel"]}; color: {t["text"]}; border: 1px solid {t["line"]};
    border-radius: {px(6)}px; padding: {px(6)}px {px(12)}px; }}
QPushButton:hover {{ border-color: {t["control"]}; }}
QPushButton:pressed {{ background: {t["tint"]}; }}
QPushButton:focus {{ border: 1px solid {t["accent"]}; }}
QPushButton:disabled {{ color: {t["muted"]}; background: {t["window"]}; }}
QPushButton[kind="primary"] {{ background: {t["accent"]}; color: {t["accent_text"]}; border-color: {t["accent"]}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t["text"]}; }}
QPushButton[kind="primary"]:disabled {{ background: {t["line"]}; color: {t["muted"]}; border-color: {t["line"]}; }}
QPushButton[kind="chip"] {{ border-radius: {px(13)}px; padding: 0 {px(11)}px; min-height: {px(26)}px;
    color: {t["text"]}; }}
QPushButton[kind="chip"]:checked {{ background: {t["tint"]}; color: {t["accent"]}; border-color: {t["tint"]}; }}
QPushButton[kind="chip"]:focus {{ border-color: {t["accent"]}; }}
QPushButton[kind="link"] {{ border: none; background: transparent; color: {t["accent"]}; padding: 0;
    text-align: left; }}
QPushButton[kind="link"]:hover, QPushButton[kind="link"]:focus {{ text-decoration: underline; }}
QPushButton[kind="link"]:disabled {{ color: {t["muted"]}; text-decoration: none; }}

QLineEdit, QPlainTextEdit, QTextEdit {{ background: {t["panel"]}; color: {t["text"]};
    border: 1px solid {t["line"]}; border-radius: {px(6)}px; padding: {px(5)}px {px(8)}px;
    selection-background-color: {t["accent"]}; selection-color: {t["accent_text"]}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 1px solid {t["accent"]}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {t["bad"]}; }}
QDateEdit {{ background: {t["panel"]}; color: {t["text"]}; border: 1px solid {t["line"]};
    border-radius: {px(6)}px; padding: 0 {px(8)}px; }}
QDateEdit:focus {{ border-color: {t["accent"]}; }}
QDateEdit:disabled {{ color: {t["muted"]}; background: {t["window"]}; }}
QDateEdit::drop-down {{ border: none; width: {px(24)}px; }}
QDateEdit::down-arrow {{ image: none; }}
QListView#criteria {{ background: {t["window"]}; border: none; outline: none; }}
QListView#talk {{ background: {t["panel"]}; border: none; outline: none; }}

QListView#choices {{ background: {t["panel"]}; border: none; outline: none; }}
QListWidget#remarks {{ background: transparent; border: none; outline: none; }}
QListWidget#remarks::item:selected {{ background: {t["tint"]}; color: {t["text"]}; }}
QListView#importsource {{ background: {t["panel"]}; border: none; outline: none; }}
QTreeView#role {{ background: {t["panel"]}; border: none; outline: none;
    selection-background-color: {t["tint"]}; }}
QTreeView#role::item {{ padding: {px(4)}px {px(4)}px; }}
QTreeView#role::item:selected {{ background: {t["tint"]}; color: {t["text"]}; }}
QSpinBox, QDoubleSpinBox {{ background: {t["panel"]}; color: {t["text"]}; border: 1px solid {t["line"]};
    border-radius: {px(6)}px; padding: 0 {px(8)}px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
    width: 0; border: none; }}
QSpinBox:focus, QDoubleSpinBox:focus {{ border-color: {t["accent"]}; }}
QSplitter::handle {{ background: {t["window"]}; }}
QTableView#team {{ background: {t["panel"]}; border: 1px solid {t["line"]}; border-radius: {px(8)}px; outline: none; }}
QTableView#team:focus {{ border-color: {t["accent"]}; }}
QTableView#team QHeaderView {{ background: {t["panel"]}; border: none; }}
QTableView#team QHeaderView::section {{ background: {t["panel"]}; color: {t["muted"]}; border: none;
    border-bottom: 1px solid {t["line"]}; padding: {px(8)}px {px(10)}px; }}

QTableView#rows {{ background: {t["panel"]}; color: {t["text"]}; border: 1px solid {t["line"]};
    border-radius: {px(8)}px; outline: none; }}
QTableView#rows:focus {{ border-color: {t["accent"]}; }}
QTableView#rows::item {{ padding-left: {px(7)}px; }}
QTableView#rows::item:selected {{ background: {t["tint"]}; color: {t["text"]}; }}
QTableView#rows::indicator {{ width: {px(13)}px; height: {px(13)}px; border: 1px solid {t["control"]};
    border-radius: {px(3)}px; background: {t["panel"]}; }}
QTableView#rows::indicator:checked {{ background: {t["accent"]}; border-color: {t["accent"]}; }}
QTableView#rows QHeaderView {{ background: transparent; border: none; }}
QTableView#rows QHeaderView::section {{ background: transparent; color: {t["muted"]}; border: none;
    border-bottom: 1px solid {t["line"]}; padding: {px(6)}px {px(7)}px; }}

QProgressBar {{ background: {t["line"]}; border: none; border-radius: {px(3)}px; }}
QProgressBar::chunk {{ background: {t["rating.3"]}; border-radius: {px(3)}px; }}

QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(10)}px; margin: 0; }}
QScrollBar::handle {{ background: {t["scroll"]}; border-radius: {px(3)}px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {px(28)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(28)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
