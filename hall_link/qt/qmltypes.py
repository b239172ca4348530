"""Writes the `.qmltypes` by which qmllint knows our Python types: ``python -m hall_link.qt.qmltypes kiosk.ui``.

For the package of a QML module it imports every Python module in it, takes the QObjects declared with `@QmlElement` and
describes them as Qt sees them, by their live meta-objects, in ``kiosk/ui/presenters.qmltypes``, which
``kiosk/ui/qmldir`` names with ``typeinfo presenters.qmltypes``. The file is committed; ``--check`` only compares.

PySide's own metaobjectdump reads the source text instead; it stumbles over type names in quotes and lambdas, and loses
constants, so that qmllint then warns of code that is right. Types that are no items are described as not creatable:
Python makes the presenters, whatever QML would like to.
"""

import argparse
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QMetaMethod, QMetaObject, QMetaProperty, QObject
from PySide6.QtQml import qmlTypeId
from PySide6.QtQuick import QQuickItem

FILE_NAME = "presenters.qmltypes"
_HEAD = """import QtQuick.tooling 1.2

// Made by `python -m hall_link.qt.qmltypes`.

Module {
"""
_VERSION = (1, 0)
_SPELLED = {"PyObject": "QVariant"}


def elements(package: str) -> list[type[QObject]]:
    """The QML types that the Python modules of `package` declare, by name; a QCoreApplication must be there.

    Raises ImportError when a module cannot be read.
    """
    found: dict[str, type[QObject]] = {}
    for entry in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        module = importlib.import_module(entry.name)
        for value in vars(module).values():
            if not (isinstance(value, type) and issubclass(value, QObject)) or value.__module__ != module.__name__:
                continue
            # The stubs ask for bytes where the call itself takes only str
            if qmlTypeId(package, *_VERSION, value.__name__) >= 0:  # type: ignore[arg-type]
                found[value.__name__] = value
    return [found[name] for name in sorted(found)]


def describe(package: str) -> str:
    """The text of the `.qmltypes` file of `package`, with the Python classes that its types derive from."""
    exported = elements(package)
    above = {base for kind in exported for base in kind.__mro__[1:] if _is_ours(base)} - set(exported)
    parts = [_component(kind, "") for kind in sorted(above, key=lambda kind: kind.__name__)]
    parts += [_component(kind, package) for kind in exported]
    return _HEAD + "".join(parts) + "}\n"


def _is_ours(kind: type) -> bool:
    return issubclass(kind, QObject) and not kind.__module__.startswith("PySide6.")


def _component(kind: type[QObject], package: str) -> str:
    meta: QMetaObject = kind.staticMetaObject  # type: ignore[attr-defined]  # missing in the stubs
    lines = [
        f'name: "{kind.__name__}"',
        'accessSemantics: "reference"',
        f'prototype: "{_text(meta.superClass().className())}"',
        *([f'exports: ["{package}/{kind.__name__} 1.0"]', "exportMetaObjectRevisions: [256]"] if package else []),
        f"isCreatable: {str(issubclass(kind, QQuickItem)).lower()}",
        *_enums(meta),
        *(_property(meta.property(index)) for index in range(meta.propertyOffset(), meta.propertyCount())),
        *_methods(meta),
    ]
    body = "".join(f"        {line}\n" for line in lines)
    return f"    Component {{\n{body}    }}\n"


def _enums(meta: QMetaObject) -> Iterator[str]:
    for index in range(meta.enumeratorOffset(), meta.enumeratorCount()):
        enum = meta.enumerator(index)
        keys = ", ".join(f'"{_text(enum.key(i))}"' for i in range(enum.keyCount()))
        yield f'Enum {{ name: "{_text(enum.name())}"; isScoped: true; type: "int"; values: [{keys}] }}'


def _property(item: QMetaProperty) -> str:
    parts = [f'name: "{_text(item.name())}"', _typed(_text(item.typeName()))]
    if not item.isWritable():
        parts.append("isReadonly: true")
    if item.isConstant():
        parts.append("isPropertyConstant: true")
    elif item.hasNotifySignal():
        parts.append(f'notify: "{_text(item.notifySignal().name())}"')
    return f"Property {{ {'; '.join(parts)} }}"


def _methods(meta: QMetaObject) -> Iterator[str]:
    for index in range(meta.methodOffset(), meta.methodCount()):
        method = meta.method(index)
        kind = "Signal" if method.methodType() is QMetaMethod.MethodType.Signal else "Method"
        returned = _text(method.typeName())
        head = f'name: "{_text(method.name())}"' + ("" if returned == "void" else f"; {_typed(returned)}")
        types = [_text(name) for name in method.parameterTypes()]
        names = [_text(name) or f"a{number}" for number, name in enumerate(method.parameterNames(), 1)]
        takes = [f'Parameter {{ name: "{name}"; {_typed(kind)} }}' for name, kind in zip(names, types, strict=True)]
        yield f"{kind} {{ {'; '.join([head, ' '.join(takes)]) if takes else head} }}"


def _typed(type_name: str) -> str:
    plain = type_name.rstrip("*")
    pointer = "; isPointer: true" if type_name.endswith("*") else ""
    return f'type: "{_SPELLED.get(plain, plain)}"{pointer}'


def _text(raw: str | bytes | bytearray | memoryview | QByteArray) -> str:
    """Qt hands over names as str, bytes or QByteArray, by method and version."""
    return raw if isinstance(raw, str) else bytes(raw.data() if isinstance(raw, QByteArray) else raw).decode()


def main(arguments: list[str]) -> int:
    """Write, or with ``--check`` compare, the files of the named packages; status 1 when one was out of date."""
    parser = argparse.ArgumentParser(prog="python -m hall_link.qt.qmltypes", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("packages", nargs="+", help="e.g. kiosk.ui")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a file is out of date")
    options = parser.parse_args(arguments)
    application = QCoreApplication.instance() or QCoreApplication([])
    application.setApplicationName("qmltypes")
    stale = 0
    for package in options.packages:
        file = Path(next(iter(importlib.import_module(package).__path__))) / FILE_NAME
        text = describe(package)
        if not file.exists() or file.read_text("utf-8") != text:
            stale += 1
            print(f"{file}: {'out of date' if options.check else 'written'}", file=sys.stderr)
            if not options.check:
                file.write_text(text, "utf-8")
    return int(options.check and stale > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
