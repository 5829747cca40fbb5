"""Compares ways to take a 10 % part of multi-label data. Started by benchmarks/stratification, which installs what it needs.

The measure: over the classes, the largest |share of the part's items with the class / share in the full set - 1|.
Every seed has a set of its own, and all ways get the same sets. Medians over the seeds.
"""

import argparse
import pathlib
import subprocess
import sys
import time

import numpy as np
from iterstrat.ml_stratifiers import MultilabelStratifiedShuffleSplit
from skmultilearn.model_selection import IterativeStratification

CLASSES = 16
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def labels(random, latent):
    """16 correlated labels: rates fall from about 33 % to 0.7 %, about 1.5 labels an item, never none."""
    rates = np.geomspace(0.33, 0.007, CLASSES) * random.uniform(0.8, 1.2, size=CLASSES)
    mixing = np.random.default_rng(1).normal(size=(latent.shape[1], CLASSES))
    score = latent @ (mixing / np.linalg.norm(mixing, axis=0))
    score = 0.7 * score + np.sqrt(1 - 0.49) * random.normal(size=score.shape)
    has = np.zeros(score.shape, dtype=int)
    for c, rate in enumerate(rates):
        has[np.argsort(-score[:, c])[: max(1, round(rate * len(score)))], c] = 1
    none = has.sum(axis=1) == 0
    has[none, random.choice(5, size=none.sum())] = 1
    return has


def ungrouped(seed, rows):
    random = np.random.default_rng(1000 + seed)
    return labels(random, random.normal(size=(rows, 6))), np.arange(rows)


def grouped(seed, rows):
    """Groups of 1 to 60 items, sizes by Zipf's law with exponent 1.6; items of a group have much in common."""
    random = np.random.default_rng(5000 + seed)
    sizes = np.arange(1, 61)
    chance = sizes ** -1.6 / (sizes ** -1.6).sum()
    group = np.repeat(np.arange(rows), random.choice(sizes, size=rows, p=chance))[:rows]
    own = random.normal(size=(rows, 6))
    common = random.normal(size=(rows, 6))[group]
    return labels(random, np.sqrt(0.7) * common + np.sqrt(0.3) * own), group


def deviation(has, part):
    return np.abs(has[part].mean(axis=0) / has.mean(axis=0) - 1).max()


def floor(has):
    """The lowest deviation that a part of exactly a tenth could have, were each class rounded by itself."""
    wanted = has.sum(axis=0) / 10
    return np.minimum(np.ceil(wanted) - wanted, wanted - np.floor(wanted)) / wanted


def ours(directory, name, way):
    """Reads back what Stratify.java wrote: which rows are in the part."""
    return np.array([line.endswith(",0") for line in (directory / f"{name}.{way}").read_text().split()])


def straddling(group, part):
    return len(np.intersect1d(group[part], group[~part]))


def random_part(random, group, rows):
    """Whole groups in random order, as many as come closest to a tenth of the rows; each row its own group, it is exact."""
    order = random.permutation(group.max() + 1)
    order = order[np.isin(order, group)]
    items = np.cumsum(np.bincount(group)[order])
    return np.isin(group, order[: np.abs(items - rows / 10).argmin() + 1])


def shuffle_split(has, seed):
    split = MultilabelStratifiedShuffleSplit(n_splits=1, test_size=0.1, random_state=seed)
    part = np.zeros(len(has), dtype=bool)
    part[next(split.split(has, has))[1]] = True
    return part


def scikit_multilearn(has, seed):
    np.random.seed(seed)
    split = IterativeStratification(n_splits=2, order=1, sample_distribution_per_fold=[0.1, 0.9])
    part = np.zeros(len(has), dtype=bool)
    part[next(split.split(has, has))[1]] = True
    return part


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seeds", type=int, default=100)
    arguments.add_argument("--rows", type=int, nargs="+", default=[2000, 5000, 20000])
    options = arguments.parse_args()
    directory = ROOT / "benchmarks" / "target" / "sets"
    directory.mkdir(parents=True, exist_ok=True)
    for old in directory.iterdir():
        old.unlink()

    sets = {}
    for kind, make in (("ungrouped", ungrouped), ("grouped", grouped)):
        for rows in options.rows:
            for seed in range(options.seeds):
                has, group = make(seed, rows)
                sets[kind, rows, seed] = has, group
                lines = (f"g{g}," + "".join(map(str, row)) for g, row in zip(group, has))
                (directory / f"{kind}-{rows}-{seed}.set").write_text("\n".join(lines) + "\n")
    for kind in ("ungrouped", "grouped"):
        has, group = sets[kind, options.rows[-1], 0]
        print(f"{kind}: {has.sum(axis=1).mean():.2f} labels an item, rarest class {has.mean(axis=0).min():.2%}, most "
              f"frequent {has.mean(axis=0).max():.1%}, {np.bincount(group).max()} items in the largest group")
    started = time.monotonic()
    subprocess.run(["java", "-cp", ROOT / "domain/target/classes", HERE / "Stratify.java", directory], check=True)
    print(f"Java, all sets in three ways with reading and writing: {time.monotonic() - started:.0f} s\n")

    print("| sets | rows | way | seeds | median | 90th percentile | size of the part | groups on both sides |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for kind in ("ungrouped", "grouped"):
        for rows in options.rows:
            compare(kind, rows, sets, directory, options)


def compare(kind, rows, sets, directory, options):
    results = {}

    def record(way, has, part, across=0):
        results.setdefault(way, []).append((deviation(has, part), part.sum(), across))

    for seed in range(options.seeds):
        has, group = sets[kind, rows, seed]
        results.setdefault("lowest possible for an exact tenth", []).append((floor(has).max(), rows // 10, 0))
        name = f"{kind}-{rows}-{seed}"
        for way, title in (("two", "Fomo, 10/90"), ("three", "Fomo, test part of 80/10/10"), ("nested", "Fomo, nested")):
            part = ours(directory, name, way)
            record(title, has, part, straddling(group, part))
        part = shuffle_split(has, seed)
        record("iterative-stratification 0.1.9", has, part, straddling(group, part))
        if kind == "ungrouped":
            record("scikit-multilearn 0.2.0", has, scikit_multilearn(has, seed))
        part = random_part(np.random.default_rng(seed), group, rows)
        record("random" if kind == "ungrouped" else "random groups", has, part, straddling(group, part))
    for way, runs in results.items():
        deviations, sizes, across = map(np.array, zip(*runs))
        size = f"{sizes.min()}" if sizes.min() == sizes.max() else f"{sizes.min()} to {sizes.max()}"
        print(f"| {kind} | {rows:,} | {way} | {len(runs)} | {np.median(deviations):.2%} | "
              f"{np.percentile(deviations, 90):.2%} | {size} | {np.median(across):.0f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
