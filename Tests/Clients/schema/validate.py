"""Holds YAML files to a JSON Schema, as an editor does: validate.py SCHEMA FILE...

Prints each file with what the schema says against its documents, one problem a line; nothing for files that are right.
"""

import json
import re
import sys

import jsonschema
import yaml


class Loader(yaml.SafeLoader):
    """YAML 1.2, which editors read: dates are texts, only true and false are flags, a key stands once."""

    yaml_implicit_resolvers = {}


def mapping(loader, node):
    result = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value in result:
            raise yaml.constructor.ConstructorError(None, None, "a key that stands twice, or is no text", key.start_mark)
        result[key.value] = loader.construct_object(value, deep=True)
    return result


for tag, pattern, first in [
    ("bool", r"^(?:true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
]:
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))
Loader.add_constructor("tag:yaml.org,2002:map", mapping)


def problems(path, validator):
    try:
        with open(path, encoding="utf-8") as file:
            documents = list(yaml.load_all(file, Loader=Loader))
    except yaml.YAMLError as error:
        return [str(error).splitlines()[0]]
    found = [error for document in documents for error in validator.iter_errors(document)]
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message.splitlines()[0][:200] for error in found]


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for path in sys.argv[2:]:
    for problem in problems(path, validator):
        print(f"{path}: {problem}")
