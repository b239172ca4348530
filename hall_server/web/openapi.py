"""The page that describes the wire, `/openapi.json` (OpenAPI 3.1), made from the table and the types that serve it."""

from __future__ import annotations

from typing import Any

import msgspec

from hall_link.commands import ConfigureHall
from hall_link.feed import AnyFrame, Hello
from hall_link.messages import COMMANDS, DEVICE_HEADER, IDEMPOTENCY_HEADER, CommandReply, CommandSpec, ErrorReply
from hall_link.preview import HallPreview
from hall_link.story import TicketStory
from hall_server.web.status import Health

Json = dict[str, Any]

_ERRORS = {
    "400": "The request is malformed, or a header is missing",
    "401": "The hall's key is missing or wrong",
    "405": "The address does not take this method",
    "408": "The request did not arrive in time",
    "409": "Refused by the rules; asking again changes nothing by itself",
    "413": "The body is too large",
    "415": "The body is not application/json",
    "422": "The body has the wrong shape, or the command id was used for another command",
    "500": "A fault of the server",
    "503": "Not now; the same command may be sent again after Retry-After",
}


def page(version: str) -> bytes:
    """The page as JSON; `version`: of the program."""
    types = [ErrorReply, CommandReply, Hello, AnyFrame, Health, TicketStory, HallPreview]
    types += [spec.command for spec in COMMANDS] + [spec.result for spec in COMMANDS]
    schemas, components = msgspec.json.schema_components(types, ref_template="#/components/schemas/{name}")
    hello, frame, health, story, preview = schemas[2:7]
    components["AnyFrame"] = frame
    return msgspec.json.encode(
        {
            "openapi": "3.1.0",
            "info": {
                "title": "Xếp Hàng",
                "version": version,
                "description": "The queue of a public service hall. See docs/PROTOCOL.md.",
                "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            },
            "security": [{"hallKey": []}],
            "paths": {
                **{f"/commands/{spec.name}": {"post": _command(spec, components)} for spec in COMMANDS},
                "/feed": {"get": _feed(hello)},
                "/preview": {"post": _preview(preview)},
                "/tickets/{ticket_id}/story": {"get": _story(story)},
                "/health": {"get": _health(health)},
                "/metrics": {"get": _plain("metrics", "What operators watch", "text/plain", secured=True)},
                "/openapi.json": {"get": _plain("openapi", "This page", "application/json", secured=False)},
            },
            "components": {
                "schemas": components,
                "parameters": {
                    "Device": _header(DEVICE_HEADER, "Who speaks", r"^[A-Za-z0-9._-]{1,40}$"),
                    "CommandId": _header(
                        IDEMPOTENCY_HEADER, "The command's own id; sent again with a repeat", r"^[A-Za-z0-9_-]{8,64}$"
                    ),
                },
                "securitySchemes": {"hallKey": {"type": "http", "scheme": "bearer"}},
            },
        },
        order="deterministic",
    )


def _command(spec: CommandSpec, components: Json) -> Json:
    reply = components[CommandReply.__name__]
    result = {"$ref": f"#/components/schemas/{spec.result.__name__}"}
    answer = {
        "type": "object",
        "properties": {**reply["properties"], "result": result},
        "required": reply["required"],
    }
    return {
        "operationId": spec.name,
        "summary": components[spec.command.__name__]["description"],
        "parameters": [{"$ref": "#/components/parameters/CommandId"}, {"$ref": "#/components/parameters/Device"}],
        "requestBody": {
            "required": True,
            "content": _json({"$ref": f"#/components/schemas/{spec.command.__name__}"}),
        },
        "responses": {"200": {"description": "Carried out, durably", "content": _json(answer)}, **_error_answers()},
    }


def _error_answers() -> Json:
    content = _json({"$ref": f"#/components/schemas/{ErrorReply.__name__}"})
    return {status: {"description": text, "content": content} for status, text in _ERRORS.items()}


def _feed(hello: Json) -> Json:
    return {
        "operationId": "feed",
        "summary": "WebSocket: the client says Hello, the server sends frames (AnyFrame); refusals are Farewell frames",
        "parameters": [{"$ref": "#/components/parameters/Device"}],
        "x-hello": hello,
        "x-frames": {"$ref": "#/components/schemas/AnyFrame"},
        "responses": {
            "101": {"description": "The feed begins"},
            "426": {
                "description": "Asked without the WebSocket upgrade",
                "content": _json({"$ref": f"#/components/schemas/{ErrorReply.__name__}"}),
            },
        },
    }


def _preview(preview: Json) -> Json:
    body = {"required": True, "content": _json({"$ref": f"#/components/schemas/{ConfigureHall.__name__}"})}
    return {
        "operationId": "preview",
        "summary": "The order under another document, before it is in force; changes nothing",
        "requestBody": body,
        "responses": {"200": {"description": "Before and after", "content": _json(preview)}, **_error_answers()},
    }


def _story(story: Json) -> Json:
    ticket = {"name": "ticket_id", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "operationId": "ticket_story",
        "summary": "A ticket's whole day with all reasons",
        "parameters": [{**ticket, "description": "The ticket's id, or its number of today"}],
        "responses": {"200": {"description": "Its story", "content": _json(story)}, **_error_answers()},
    }


def _health(health: Json) -> Json:
    return {
        "operationId": "health",
        "summary": "Whether the hall can work",
        "security": [],
        "responses": {
            "200": {"description": "It can", "content": _json(health)},
            "503": {"description": "Its storage is out, or it is stopping", "content": _json(health)},
        },
    }


def _plain(name: str, summary: str, media_type: str, *, secured: bool) -> Json:
    operation: Json = {
        "operationId": name,
        "summary": summary,
        "responses": {"200": {"description": summary, "content": {media_type: {}}}},
    }
    if not secured:
        operation["security"] = []
    return operation


def _header(name: str, description: str, pattern: str) -> Json:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "header", "required": True, "description": description, "schema": schema}


def _json(schema: Json) -> Json:
    return {"application/json": {"schema": schema}}
