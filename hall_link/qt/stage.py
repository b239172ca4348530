"""The stage a screen program stands on: application, fonts, renderer, QML engine, languages, faults, clean end.

One place, so that kiosk, counter and display start, fail and end the same way. An app's `__main__` reads::

    with Stage("kiosk", backend=settings.backend) as stage:
        presenter = KioskPresenter(link)
        window = stage.show("kiosk.ui", "KioskWindow", {"presenter": presenter})
        return stage.run()

QML beside Python: module URI = package path. `kiosk/ui/qmldir` names the module ``kiosk.ui`` and its files; presenters
are declared with `@QmlElement` under ``QML_IMPORT_NAME = "kiosk.ui"`` and handed over as ``required property
KioskPresenter presenter``: typed, so that qmllint checks every use (`./hall check qml` shows it the Python types, and
that QML may not create them). No context properties.

Faults are of two kinds here. A QML warning is a bug of ours: it is logged as an error and given to `on_warning`, by
which tests fail. An exception in a slot is a bug too: it is printed, the loop ends, and `run` returns CRASHED, so that
the supervisor restarts the program and the evidence is kept.
"""

import logging
import os
import sys
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from types import TracebackType

import PySide6.QtQuick  # noqa: F401  (else a QML Window comes back to Python as a plain QObject)
import shiboken6
from PySide6.QtCore import QMessageLogContext, QtMsgType, QTranslator, qInstallMessageHandler
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, QQmlError
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface
from PySide6.QtQuickControls2 import QQuickStyle

import assets
from hall_link.qt.icons import IconProvider
from hall_link.qt.signals import QuitSignals

CRASHED = 70
"""Exit status after an exception in a slot (EX_SOFTWARE of sysexits.h)."""

FONT_FAMILIES = ("Be Vietnam Pro", "Inter")
SOURCE_LANGUAGE = "vi"

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class StageError(Exception):
    """The stage cannot stand: a font, a translation or a QML module is missing or broken. The text says which."""


class Backend(Enum):
    """Who draws. AUTO takes the GPU where there is one, else the software renderer; never a GPU emulated by the CPU."""

    AUTO = "auto"
    SOFTWARE = "software"
    GPU = "gpu"


def has_gpu() -> bool:
    """Whether a window here can be drawn by a GPU: a screen, and on Linux a render node of the kernel."""
    if os.environ.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal", "vnc")):
        return False
    return not sys.platform.startswith("linux") or any(Path("/dev/dri").glob("renderD*"))


def choose_backend(backend: Backend) -> None:
    """Set the renderer for all windows made from now on; ``QT_QUICK_BACKEND`` in the environment goes before AUTO."""
    if backend is Backend.AUTO and os.environ.get("QT_QUICK_BACKEND"):
        return
    if backend is Backend.SOFTWARE or (backend is Backend.AUTO and not has_gpu()):
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)


def load_fonts() -> None:
    """Load every font of `assets/fonts`. Raises StageError when one does not load or a family is not there after."""
    for file in sorted(assets.path("fonts").glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise StageError(f"font {file} cannot be loaded")
    missing = set(FONT_FAMILIES) - set(QFontDatabase.families())
    if missing:
        raise StageError(f"font families are missing: {', '.join(sorted(missing))}")


def grab_window(window: QQuickWindow, path: Path) -> None:
    """Write what `window` shows now to `path` as PNG. Raises OSError when it cannot be written."""
    if not window.grabWindow().save(str(path), "PNG"):  # type: ignore[call-overload]
        raise OSError(f"cannot write the picture {path}")


class Stage:
    """Holds the application and the QML engine of one program; a context manager, closed in the right order.

    `name`: the program, for the window system and the log. `language`: "vi", or one that `assets/translations` has.
    `on_warning`: called with the text of every QML or Qt warning, after it was logged.
    """

    def __init__(
        self,
        name: str,
        *,
        backend: Backend = Backend.AUTO,
        language: str = SOURCE_LANGUAGE,
        on_warning: Callable[[str], None] | None = None,
    ) -> None:
        self._on_warning = on_warning
        self._crashed = False
        self._translator: QTranslator | None = None
        self._kept: list[object] = []
        choose_backend(backend)
        existing = QGuiApplication.instance()
        self.app = existing if isinstance(existing, QGuiApplication) else QGuiApplication([name])
        self.app.setApplicationName(name)
        QQuickStyle.setStyle("Basic")
        load_fonts()
        self.language = SOURCE_LANGUAGE
        self.engine = self._make_engine()
        self.set_language(language)

    def __enter__(self) -> "Stage":
        self._excepthook_before = sys.excepthook
        sys.excepthook = self._crash
        self._handler_before = qInstallMessageHandler(self._qt_message)
        self._signals = QuitSignals(self.app.quit)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        self._signals.close()
        qInstallMessageHandler(self._handler_before)
        sys.excepthook = self._excepthook_before

    def show(self, module: str, component: str, properties: Mapping[str, object]) -> QQuickWindow:
        """Load the window `component` of the QML module `module` (e.g. "kiosk.ui", "KioskWindow") and return it.

        `properties` are its required properties. QObjects among them are kept alive until the engine is gone.
        Raises StageError when it does not load; the log says why.
        """
        roots_before = len(self.engine.rootObjects())
        self._kept.extend(properties.values())
        self.engine.setInitialProperties(dict(properties))
        self.engine.loadFromModule(module, component)
        roots = self.engine.rootObjects()
        if len(roots) == roots_before:
            raise StageError(f"{component} of the QML module {module} cannot be loaded")
        window = roots[-1]
        if not isinstance(window, QQuickWindow):
            raise StageError(f"{component} of the QML module {module} is no window but {type(window).__name__}")
        return window

    def set_language(self, language: str) -> None:
        """Speak `language` from now on, on every screen shown. Raises StageError when there is no such translation."""
        if self._translator is not None:
            self.app.removeTranslator(self._translator)
            self._translator = None
        if language != SOURCE_LANGUAGE:
            translator = QTranslator()
            if not translator.load(f"hall_{language}.qm", str(assets.path("translations"))):
                raise StageError(f"no translation hall_{language}.qm in {assets.path('translations')}")
            self.app.installTranslator(translator)
            self._translator = translator
        self.language = language
        self.engine.setUiLanguage(language)
        self.engine.retranslate()

    def run(self) -> int:
        """Run until the program is told to quit; the exit status: 0, or CRASHED after an exception in a slot."""
        if self._crashed:  # before the loop, while the window was made
            return CRASHED
        return self.app.exec()

    def close(self) -> None:
        """Delete the engine with its windows, and only then let go of the presenters they were bound to."""
        if shiboken6.isValid(self.engine):
            shiboken6.delete(self.engine)
        self._kept.clear()
        if self._translator is not None:
            self.app.removeTranslator(self._translator)
            self._translator = None

    def _make_engine(self) -> QQmlApplicationEngine:
        engine = QQmlApplicationEngine()
        engine.setOutputWarningsToStandardError(False)
        engine.warnings.connect(self._qml_warnings)
        engine.addImportPath(str(assets.path("qml")))
        engine.addImportPath(str(assets.path("qml").parents[1]))
        engine.addImageProvider("icon", IconProvider(assets.path("icons")))
        return engine

    def _qml_warnings(self, faults: list[QQmlError]) -> None:
        for fault in faults:
            self._warn(logging.ERROR, fault.toString())

    def _qt_message(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        level = _LEVELS.get(kind, logging.WARNING)
        if level >= logging.WARNING:
            self._warn(level, text)
        else:
            _log.log(level, "%s", text)

    def _warn(self, level: int, text: str) -> None:
        _log.log(level, "%s", text)
        if self._on_warning is not None:
            self._on_warning(text)

    def _crash(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        _log.critical("a bug: the program ends", exc_info=(kind, fault, trace))
        if self._excepthook_before is not sys.__excepthook__:
            self._excepthook_before(kind, fault, trace)
        self._crashed = True
        self.app.exit(CRASHED)
