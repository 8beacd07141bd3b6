"""What was typed into a field of blocks, with the keys of other councils' rows taken out and everything else kept."""

import json
from typing import Any

Form = Any  # what a browser sent: a QueryDict


def without_keys(data: Form, name: str, keys: set[str]) -> Form:
    """`data` without those keys, in choosers and in the links of rich texts, of the blocks of the field `name`."""
    kept = data.copy()
    for field in [one for one in data if one.startswith(f"{name}-")]:
        value = data[field]
        if value in keys:
            kept[field] = ""
        elif value.startswith("{"):
            kept[field] = without_entities(value, keys)
    return kept


def without_entities(text: str, keys: set[str]) -> str:
    """Rich text as its editor sends it: the words stay, the links and pictures that lead elsewhere go."""
    try:
        content = json.loads(text)
        entities = content["entityMap"]
        gone = {place for place, entity in entities.items() if str(entity["data"].get("id")) in keys}
        for block in content["blocks"]:
            ranges = block.get("entityRanges", [])
            block["entityRanges"] = [one for one in ranges if str(one["key"]) not in gone]
        content["entityMap"] = {place: entity for place, entity in entities.items() if place not in gone}
    except (AttributeError, KeyError, TypeError, ValueError):  # not what the editor sends: words in a plain text
        return text
    return json.dumps(content)
