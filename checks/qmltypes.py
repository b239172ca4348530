"""Describes the Python types of a QML module for qmllint, as a `.qmltypes` text: ``describe``.

The modules are imported and their QObjects described as Qt sees them: their live meta-objects. PySide's own
metaobjectdump reads the source text instead, stumbles over type names in quotes and lambdas, and loses pointers and
constants, so that qmllint then warns of code that is right. Types that are no items count as not creatable: Python
makes the presenters.
"""

import importlib
import sys
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QByteArray, QCoreApplication, QMetaMethod, QMetaObject, QMetaProperty, QObject
from PySide6.QtQml import qmlTypeId
from PySide6.QtQuick import QQuickItem

_HEAD = """import QtQuick.tooling 1.2

// Made by `python -m checks.qmltypes`.

Module {
"""
_VERSION = (1, 0)
_SPELLED = {"PyObject": "QVariant"}


def elements(uri: str, modules: Sequence[str]) -> list[type[QObject]]:
    """The types that the Python `modules` give to the QML module `uri`, by name. Needs a QCoreApplication.

    Raises ImportError when a module cannot be read.
    """
    found: dict[str, type[QObject]] = {}
    for module in map(importlib.import_module, modules):
        for value in vars(module).values():
            if not (isinstance(value, type) and issubclass(value, QObject)) or value.__module__ != module.__name__:
                continue
            # The stubs ask for bytes where the call itself takes only str
            if qmlTypeId(uri, *_VERSION, value.__name__) >= 0:  # type: ignore[arg-type]
                found[value.__name__] = value
    return [found[name] for name in sorted(found)]


def describe(uri: str, modules: Sequence[str]) -> str:
    """The `.qmltypes` text of `uri` for the Python `modules` that declare types in it, and the classes above those."""
    exported = elements(uri, modules)
    above = {base for kind in exported for base in kind.__mro__[1:] if _is_ours(base)} - set(exported)
    parts = [_component(kind, "") for kind in sorted(above, key=lambda kind: kind.__name__)]
    parts += [_component(kind, uri) for kind in exported]
    return _HEAD + "".join(parts) + "}\n"


def _is_ours(kind: type) -> bool:
    return issubclass(kind, QObject) and not kind.__module__.startswith("PySide6.")


def _component(kind: type[QObject], uri: str) -> str:
    meta: QMetaObject = kind.staticMetaObject  # type: ignore[attr-defined]  # missing in the stubs
    lines = [
        f'name: "{kind.__name__}"',
        'accessSemantics: "reference"',
        f'prototype: "{_text(meta.superClass().className())}"',
        *([f'exports: ["{uri}/{kind.__name__} 1.0"]', "exportMetaObjectRevisions: [256]"] if uri else []),
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
    """``QML_MODULE PYTHON_MODULE...``: print the description."""
    application = QCoreApplication([])
    application.setApplicationName("qmltypes")
    print(describe(arguments[0], arguments[1:]), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
