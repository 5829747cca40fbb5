"""Writes calibration.csv and calibration.properties: lines by scipy 1.17.1 and scikit-learn 1.9.1 for rounded random logits.

    python calibration.py

Class 0 is common, 1 has few positives, 2 none, 3 nothing but, 4 is ranked the wrong way round.
"""
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

ITEMS, CLASSES, SPREAD = 200, 5, (0.1, 0.25)
random = np.random.default_rng(20261123)
logits = np.round(random.normal([-1, -3, -4, 3, 0], 2, (ITEMS, CLASSES)), 3)
lines = [(1.8, 0.7), (0.6, -1.5), (1, -99), (1, 99), (-0.8, 0)]
truth = np.column_stack(
    [random.random(ITEMS) < 1 / (1 + np.exp(-a * logits[:, c] - b)) for c, (a, b) in enumerate(lines)]
)


def fit(z, y, centre, spread, slope=None):
    def cost(line):
        a, b = (line[0], line[1]) if slope is None else (slope, line[0])
        x = a * z + b
        prior = ((a - centre[0]) / spread[0]) ** 2 + ((b - centre[1]) / spread[1]) ** 2
        return prior / 2 + np.logaddexp(0, np.where(y, -x, x)).sum()

    start = centre if slope is None else centre[1:]
    tight = {"xatol": 1e-11, "fatol": 1e-13, "maxiter": 10_000}
    return minimize(cost, start, method="Nelder-Mead", options=tight).x


common = fit(logits.ravel(), truth.ravel(), (1, 0), SPREAD)
figures = {"common": common}
for genre in range(CLASSES):
    z, y = logits[:, genre], truth[:, genre]
    line = common if y.all() or not y.any() else fit(z, y, common, SPREAD)
    if line[0] < 0.05:
        line = np.array([common[0], fit(z, y, common, SPREAD, common[0])[0]])
    figures[f"class{genre}"] = line
for genre in (0, 1):
    alone = LogisticRegression(C=np.inf, tol=1e-12, max_iter=10_000)
    alone.fit(logits[:, [genre]], truth[:, genre])
    figures[f"unshrunk{genre}"] = np.array([alone.coef_[0, 0], alone.intercept_[0]])

here = Path(__file__).parent
rows = (",".join([*(f"{int(t)}" for t in ts), *(f"{z:.3f}" for z in zs)]) for ts, zs in zip(truth, logits))
(here / "calibration.csv").write_text("\n".join(rows) + "\n")
(here / "calibration.properties").write_text(
    "".join(f"{k}.slope={float(a)!r}\n{k}.intercept={float(b)!r}\n" for k, (a, b) in sorted(figures.items()))
)
