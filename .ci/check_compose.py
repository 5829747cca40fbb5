"""Checks a Compose file as `docker compose config` would, as far as that goes without Docker, and by rules of ours.

The specification's part (structure, types, durations, ports, references to volumes and configs) is compose-spec's. Ours:
no password in the file, fixed image versions, ports on the loopback address only, conditions that can come true.
"""

import re
import sys
from pathlib import Path

from compose_spec import PyOptions

VARIABLE = re.compile(r"\$(?:(?P<escaped>\$)|\{(?P<name>\w+)(?:(?P<operator>:?[-?])(?P<argument>[^}]*))?\})")
SECRET = re.compile(r"PASSWORD|PWD|SECRET|ACCESS_KEY|TOKEN")


def interpolate(text, values):
    """Fills in the variables that the specification's ${NAME:-default} and ${NAME:?message} allow."""

    def value(match):
        if match["escaped"]:
            return "$$"  # stays escaped: a container's shell reads it
        name, operator, argument = match["name"], match["operator"] or "", match["argument"]
        if values.get(name):
            return values[name]
        if "-" in operator:
            return argument
        raise ValueError(f"variable {name} has no value: {argument or 'and no default'}")

    return VARIABLE.sub(value, text)


def required(text):
    """Names that must be set: those with ${NAME:?message}, or without any default."""
    return {match["name"] for match in VARIABLE.finditer(text) if match["name"] and "-" not in (match["operator"] or "")}


def assignments(text):
    """The NAME=value lines of an environment file."""
    return dict(line.split("=", 1) for line in text.splitlines() if re.match(r"\w+=", line))


def faults(compose_text, example_text):
    """One sentence for each fault."""
    found = []
    names = required(compose_text)
    example = assignments(example_text)
    if set(example) != names:
        found.append(f".env.example names {sorted(example)}, docker-compose.yml requires {sorted(names)}")
    found += [f".env.example gives {name} a value; leave it empty" for name, value in example.items() if value]
    try:
        compose = PyOptions(apply_merge=True).from_yaml(interpolate(compose_text, {name: f"value-of-{name}" for name in names}))
        compose.validate()
    except ValueError as error:
        return found + [str(error)]

    services = compose.to_dict()["services"]
    volumes = compose.to_dict().get("volumes") or {}
    for name, service in services.items():
        found += service_faults(name, service, services)
        found += [
            f"{name}: volume '{source}' is not declared under volumes"
            for source in (str(volume).split(":")[0] for volume in service.get("volumes") or [])
            if source[0] not in "./~" and source not in volumes
        ]
    return found


def service_faults(name, service, services):
    image = service.get("image", "")
    if not re.search(r":[\w.-]+$", image) or image.endswith(":latest"):
        yield f"{name}: image '{image}' has no fixed version"
    for port in service.get("ports") or []:
        address = port if isinstance(port, str) else f"{port.get('host_ip', '')}:"
        if not address.startswith("127.0.0.1:"):
            yield f"{name}: port {port} is not on the loopback address"
    for key, value in (service.get("environment") or {}).items():
        if SECRET.search(key) and value and not str(value).startswith("value-of-"):
            yield f"{name}: {key} is written in the file; take it from a required variable"
    dependencies = service.get("depends_on") or {}
    if isinstance(dependencies, list):
        dependencies = {other: {"condition": "service_started"} for other in dependencies}
    for other, dependency in dependencies.items():
        if other not in services:
            yield f"{name}: depends on '{other}', which is no service"
            continue
        condition, target = dependency["condition"], services[other]
        if condition == "service_healthy" and not target.get("healthcheck"):
            yield f"{name}: waits for {other} to be healthy, which has no health check"
        if condition == "service_completed_successfully" and target.get("restart") in ("always", "unless-stopped"):
            yield f"{name}: waits for {other} to complete, which restarts for ever"


def main(compose_file, example_file):
    found = faults(Path(compose_file).read_text(), Path(example_file).read_text())
    for fault in found:
        print(f"{compose_file}: {fault}", file=sys.stderr)
    if not found:
        print(f"{compose_file}: fits the Compose specification and our rules.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
