"""How strongly a rare genre's calibration should be drawn to the common one: simulated heads, with scikit-learn.

    python prior.py [SEEDS]

Per seed a multi-label problem with 16 long-tailed classes whose labels depend on features in part, a small network trained
on it until it overfits, its logits on validation items (where the calibration is fitted), and 20,000 fresh items where it is
judged. Prints, per prior, the mean over seeds of the expected calibration error in 15 bins of equal width (averaged over
classes) and of the log loss, for all classes and for those with at most 15 positives in validation.
"""
import sys
import warnings
from collections import defaultdict

import numpy as np
from sklearn.neural_network import MLPClassifier

warnings.filterwarnings("ignore")
CLASSES, FEATURES, FRESH = 16, 64, 20_000
SIZES = [(900, 200, 12), (900, 200, 40), (2400, 500, 12), (2400, 500, 40)]  # training, validation items; epochs
RARE = 15
INFINITE = float("inf")
PRIORS = [(a, b) for a in (0.05, 0.1, 0.15, 0.25, 0.5) for b in (0.1, 0.25, 0.5, 1.0)] + [(INFINITE, INFINITE)]


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -700, 700)))


def problem(random, items, world):
    weights, bias, noise = world
    features = random.normal(size=(items, FEATURES))
    hidden = random.normal(size=(items, CLASSES)) * noise
    truth = features @ weights + hidden + bias > 0
    return features, truth


def world_of(random):
    weights = random.normal(size=(FEATURES, CLASSES)) / np.sqrt(FEATURES) * random.uniform(0.7, 2.0, CLASSES)
    noise = random.uniform(0.5, 1.5, CLASSES)
    share = 0.35 * 0.78 ** np.arange(CLASSES)  # 35 % down to less than 1 %
    spread = np.sqrt((weights**2).sum(0) + noise**2)
    from scipy.stats import norm

    return weights, spread * norm.ppf(share), noise


def logits(network, features):
    p = np.clip(network.predict_proba(features), 1e-12, 1 - 1e-12)
    return np.log(p / (1 - p))


def fit(z, y, centre, spread):
    z = np.clip(z, -100, 100)
    precision = np.array([1 / spread[0] ** 2, 1 / spread[1] ** 2])
    centre = np.array(centre, float)

    def cost(line):
        x = line[0] * z + line[1]
        return (precision * (line - centre) ** 2).sum() / 2 + np.logaddexp(0, np.where(y, -x, x)).sum()

    def newton(free):
        line, at = centre.copy(), cost(centre)
        for _ in range(100):
            p = sigmoid(line[0] * z + line[1])
            e, w = p - y, p * (1 - p)
            g = precision * (line - centre) + [(e * z).sum(), e.sum()]
            h = np.diag(precision) + [[(w * z * z).sum(), (w * z).sum()], [(w * z).sum(), w.sum()]]
            step = np.zeros(2)
            step[free] = -np.linalg.solve(h[np.ix_(free, free)] + 1e-12 * np.eye(len(free)), g[free])
            part = 1.0
            while part > 1e-10 and cost(line + part * step) >= at:
                part /= 2
            if part <= 1e-10:
                break
            line = line + part * step
            at = cost(line)
        return line

    line = newton([0, 1])
    return line if line[0] >= 0.05 else newton([1])


def calibration_error(p, y, bins=15):
    which = np.minimum((p * bins).astype(int), bins - 1)
    return sum(abs((p[which == b] - y[which == b]).sum()) for b in range(bins)) / len(p)


def log_loss(p, y):
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.where(y, np.log(p), np.log(1 - p)).mean()


def judge(name, size, z, truth, lines, rare, table):
    for genre in range(CLASSES):
        p = sigmoid(lines[genre][0] * z[:, genre] + lines[genre][1])
        figures = calibration_error(p, truth[:, genre]), log_loss(p, truth[:, genre])
        table[size, name, "all"].append(figures)
        if rare[genre]:
            table[size, name, "rare"].append(figures)


def main():
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    table = defaultdict(list)
    for size in SIZES:
        for seed in range(seeds):
            random = np.random.default_rng(seed)
            world = world_of(random)
            training, validation, fresh = (problem(random, n, world) for n in (*size[:2], FRESH))
            network = MLPClassifier((64,), batch_size=128, max_iter=size[2], learning_rate_init=0.003, random_state=seed)
            network.fit(training[0], training[1].astype(int))
            z, y = logits(network, validation[0]), validation[1]
            fresh_z = logits(network, fresh[0])
            positives = y.sum(0)
            rare = positives <= RARE
            common = fit(z.ravel(), y.ravel(), (1, 0), (0.1, 0.25))
            judge("uncalibrated", size, fresh_z, fresh[1], [(1, 0)] * CLASSES, rare, table)
            judge("common only", size, fresh_z, fresh[1], [common] * CLASSES, rare, table)
            for prior in PRIORS:
                lines = [
                    fit(z[:, c], y[:, c], common, prior) if 0 < positives[c] < len(y) else common
                    for c in range(CLASSES)
                ]
                judge(f"slope {prior[0]}, intercept {prior[1]}", size, fresh_z, fresh[1], lines, rare, table)
    for size in SIZES:
        count = len(table[size, "uncalibrated", "rare"])
        print(f"\n{size[0]} training, {size[1]} validation items, {size[2]} epochs, {seeds} seeds, {count} rare classes")
        print(f"{'':32}  ECE all   ECE rare   log loss all  log loss rare")
        for (s, name, which) in list(table):
            if s == size and which == "all":
                a, r = np.mean(table[size, name, "all"], axis=0), np.mean(table[size, name, "rare"], axis=0)
                print(f"{name:32}  {a[0]:.5f}   {r[0]:.5f}    {a[1]:.5f}       {r[1]:.5f}")


main()
