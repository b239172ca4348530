"""The page that describes the wire is whole, and describes what is served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from hall_link.messages import COMMANDS
from hall_server.web import openapi

PAGE: dict[str, Any] = msgspec.json.decode(openapi.page("1.2.3"))
JSON_TYPES = {"object", "array", "string", "integer", "number", "boolean", "null"}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page."""
    if isinstance(node, dict):
        yield node
        for below in node.values():
            yield from nodes(below)
    elif isinstance(node, list):
        for below in node:
            yield from nodes(below)


def test_the_page_is_an_openapi_3_1_document_of_this_program() -> None:
    assert PAGE["openapi"] == "3.1.0"
    assert PAGE["info"]["version"] == "1.2.3"
    assert set(PAGE) <= {"openapi", "info", "paths", "components", "security"}


def test_every_reference_leads_somewhere() -> None:
    references = [node["$ref"] for node in nodes(PAGE) if isinstance(node.get("$ref"), str)]
    assert len(references) > len(COMMANDS)
    for reference in references:
        target: Any = PAGE
        for part in reference.removeprefix("#/").split("/"):
            target = target[part]
        assert target


def test_every_command_has_its_body_its_result_and_its_errors() -> None:
    schemas = PAGE["components"]["schemas"]
    for spec in COMMANDS:
        operation = PAGE["paths"][f"/commands/{spec.name}"]["post"]
        body = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        assert body.endswith(f"/{spec.command.__name__}")
        answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
        assert answer["properties"]["result"]["$ref"].endswith(f"/{spec.result.__name__}")
        assert set(answer["required"]) == {"command_id", "seq", "mark", "at", "result"}
        assert {"400", "401", "409", "422", "500", "503"} <= set(operation["responses"])
        assert set(schemas[spec.command.__name__]["properties"]) == set(spec.command.__struct_fields__)


def test_operations_have_names_of_their_own_and_schemas_known_types() -> None:
    operations = [operation for path in PAGE["paths"].values() for operation in path.values()]
    names = [operation["operationId"] for operation in operations]
    assert len(names) == len(set(names)) == len(COMMANDS) + 6
    for operation in operations:
        for answer in operation["responses"].values():
            assert answer["description"]
    for schema in nodes(PAGE["components"]["schemas"]):
        kind = schema.get("type")
        if isinstance(kind, str):
            assert kind in JSON_TYPES


def test_the_frames_of_the_feed_are_described() -> None:
    variants = {node["$ref"].rpartition("/")[2] for node in PAGE["components"]["schemas"]["AnyFrame"]["anyOf"]}
    assert variants == {"Snapshot", "Updates", "Beat", "Farewell"}
