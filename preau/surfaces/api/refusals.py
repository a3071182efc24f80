"""What the API answers when there is nothing to read, and how its description announces it."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

PROBLEM = "application/problem+json"


class Missing(Exception):
    """Nothing to read under that address; ``detail`` is for the person who asked."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class PublicApi(NinjaAPI):
    """The library announces every answer as plain JSON; refusals are problems (RFC 9457)."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for operations in schema["paths"].values():
            for operation in operations.values():
                content = operation["responses"].get(404, {}).get("content", {})
                if "application/json" in content:
                    content[PROBLEM] = content.pop("application/json")
        return schema
