"""Counts the planted copies that the search finds, and the originals that it puts together."""

import argparse
import collections
import csv
import random
import subprocess
from pathlib import Path

from plant import KINDS, plant

PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".gif"}


class Clusters:
    """Digests, joined by pairs."""

    def __init__(self):
        self.parents = {}

    def of(self, member):
        while self.parents.setdefault(member, member) != member:
            self.parents[member] = self.parents[self.parents[member]]
            member = self.parents[member]
        return member

    def join(self, one, other):
        self.parents[self.of(one)] = self.of(other)


def search(work, folder, paths):
    """Returns digests by path, the plain ones of the digests, and the clusters."""
    (folder / "paths.txt").write_text("".join(f"{path}\n" for path in paths))
    modules = ["learning/target/test-classes", "learning/target/classes", "domain/target/classes"]
    class_path = ":".join(modules + [(work / "class-path").read_text().strip()])
    subprocess.run(
        ["java", "-Xmx2g", "-cp", class_path, "ai.fomo.learning.image.FindCopies",
         folder / "paths.txt", folder / "found.tsv"], check=True)
    digests, plain, clusters = {}, set(), Clusters()
    for line in (folder / "found.tsv").read_text().splitlines():
        kind, first, second, *_ = line.split("\t")
        if kind == "pair":
            clusters.join(first, second)
        else:
            digests[second] = first
            if kind == "plain":
                plain.add(first)
    return digests, plain, clusters


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("directory", type=Path)
    arguments.add_argument("sample", type=int, nargs="?", default=1500)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--work", type=Path, required=True)
    options = arguments.parse_args()
    directory = options.directory.resolve()
    folder = options.work / f"{directory.name}-{options.sample}-{options.seed}"
    pictures = sorted(str(path) for path in directory.rglob("*") if path.suffix.lower() in PICTURES)
    sample = random.Random(options.seed).sample(pictures, min(options.sample, len(pictures)))
    planted = plant(sample, folder / "planted", options.seed)
    digests, plain, clusters = search(options.work, folder, pictures + [row[0] for row in planted])

    found, counts, lost = collections.Counter(), collections.Counter(), []
    for copy, original, kind in planted:
        if digests[original] not in plain:
            counts[kind] += 1
            if clusters.of(digests[copy]) == clusters.of(digests[original]):
                found[kind] += 1
            else:
                lost.append((kind, original))
    together = collections.defaultdict(set)
    for picture in pictures:
        together[clusters.of(digests[picture])].add(digests[picture])
    together = [sorted(digests) for digests in together.values() if len(digests) > 1]
    paths = {digest: path for path, digest in digests.items()}
    with open(folder / "together.csv", "w", newline="") as file:
        csv.writer(file).writerows([paths[digest] for digest in cluster] for cluster in together)

    originals = {digests[picture] for picture in pictures}
    print("| copies | planted | found |\n| --- | --- | --- |")
    for kind in KINDS:
        print(f"| {kind} | {counts[kind]:,} | {found[kind]:,} |")
    print(f"| all | {counts.total():,} | {found.total():,} |")
    print(f"\n{len(pictures):,} files, {len(originals):,} distinct, {len(originals & plain)} plain; "
          f"{sum(map(len, together))} originals in {len(together)} clusters, the largest of "
          f"{max(map(len, together), default=0)} (listed in {folder / 'together.csv'})")
    for kind, original in lost:
        print(f"not found: {kind} of {original}")


if __name__ == "__main__":
    main()
