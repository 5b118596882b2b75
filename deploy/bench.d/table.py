"""Prints the figures as a table, and writes them to and compares them with a JSON file."""
import json, os, platform, statistics, subprocess, time

from figures import FIGURES, number


class Table:
    """The rows of one run."""

    def __init__(self, has_peer=False):
        self.has_peer = has_peer
        self.rows = []

    def head(self, title):
        """Begins a table."""
        columns = ["figure", "median", "minimum", "maximum"] + ["peer", "ratio"] * self.has_peer + ["target", "reached"]
        print(f"\n{title}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)

    def row(self, key, values, *arguments, peer=()):
        """Prints a row. The arguments are for the name of the figure; the peer's values have the same unit."""
        figure = FIGURES[key]
        name, middle = figure.name.format(*arguments), statistics.median(values)
        other = statistics.median(peer) if peer else None
        target = figure.target(other)
        reached = "" if target is None else "yes" if (middle <= target if figure.sign == "≤" else middle >= target) else "no"
        cells = [name, f"{number(middle)} {figure.unit}".strip(), number(min(values)), number(max(values))]
        if self.has_peer:
            cells += [number(other), f"{middle / other:.2f}" if other else "–"] if peer else ["–", "–"]
        print(f"| {' | '.join([*cells, figure.describe(bool(peer)), reached])} |", flush=True)
        self.rows.append({"key": ":".join([key, *map(str, arguments)]), "name": name, "unit": figure.unit, "median": middle,
                          "minimum": min(values), "maximum": max(values), "peer": other, "target": target, "reached": reached})

    def note(self, text):
        """Prints a line about the rows, which ends the table."""
        print(f"\n{text}", flush=True)

    def write(self, path):
        """Writes the rows, with what they depend on."""
        with open(path, "w") as file:
            json.dump({"machine": machine(), "rows": self.rows}, file, indent=1, ensure_ascii=False)


def read(path):
    """Returns the rows of a file by key."""
    with open(path) as file:
        return {row["key"]: row for row in json.load(file)["rows"]}


def compare(before, after):
    """Prints the ratio of each figure that both runs have."""
    print("\nCompared\n\n| figure | before | after | ratio |\n|---|---|---|---|")
    for key in (key for key in after if key in before):
        old, new = before[key]["median"], after[key]["median"]
        ratio = f"{new / old:.2f}" if old else "–"
        print(f"| {after[key]['name']} | {number(old)} {after[key]['unit']} | {number(new)} {after[key]['unit']} | {ratio} |")
    for key in before.keys() ^ after.keys():
        print(f"\nonly {'before' if key in before else 'after'}: {(before | after)[key]['name']}")


def machine():
    """Returns what the figures depend on."""
    with open("/proc/cpuinfo") as file:
        models = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()
    return {"date": time.strftime("%Y-%m-%d %H:%M", time.gmtime()), "processor": models[0] if models else platform.machine(),
            "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1), "java": java[0] if java else "",
            "kubernetes": "yes" if "KUBECONFIG" in os.environ else "sandbox"}
