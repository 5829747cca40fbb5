"""Writes scores.csv and figures.properties: what scikit-learn 1.9.1 makes of random scores with ties.

    python reference.py

The last class has no positives, scores are rounded so that many are equal, and some items pass no threshold.
"""
from math import ceil, floor
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score, f1_score, precision_score, recall_score, roc_auc_score

ITEMS, CLASSES = 200, 6
THRESHOLDS = np.array([0.5, 0.45, 0.4, 0.6, 0.35, 0.95])
TRAINING = np.array([40, 310, 120, 55, 200, 3])

random = np.random.default_rng(20261122)
truth = random.random((ITEMS, CLASSES)) < [0.1, 0.45, 0.2, 0.08, 0.3, 0]
for item in np.flatnonzero(~truth.any(axis=1)):
    truth[item, random.integers(CLASSES - 1)] = True
scores = np.round(np.clip(0.25 + 0.2 * truth + random.normal(0, 0.15, truth.shape), 0, 1), 2)

served = scores >= THRESHOLDS
for item in np.flatnonzero(~served.any(axis=1)):
    served[item, scores[item].argmax()] = True

positive = truth.any(axis=0)
by_frequency = np.argsort(-TRAINING, kind="stable")


def constant(size):
    answer = np.zeros_like(truth)
    answer[:, by_frequency[:size]] = True
    return answer


def most_probable(size):
    answer = np.zeros_like(truth)
    for item, order in enumerate(np.argsort(-scores, axis=1, kind="stable")):
        answer[item, order[:size]] = True
    return answer


def at_least_one(answer):
    return (answer & truth).any(axis=1).mean()


MEASURES = {
    "macroF1": lambda answer: f1_score(truth[:, positive], answer[:, positive], average="macro", zero_division=0),
    "microF1": lambda answer: f1_score(truth, answer, average="micro"),
    "samplePrecision": lambda answer: precision_score(truth, answer, average="samples"),
    "sampleRecall": lambda answer: recall_score(truth, answer, average="samples"),
    "atLeastOne": at_least_one,
}

size = served.sum(axis=1).mean()
figures = {"genresPerItem": size}
for name, measure in MEASURES.items():
    below, above = measure(constant(floor(size))), measure(constant(ceil(size)))
    figures[name] = measure(served)
    figures[name + ".constant"] = below + (size - floor(size)) * (above - below)
    if name.endswith("F1"):
        figures[name + ".bestConstant"] = max(measure(constant(k)) for k in range(1, CLASSES + 1))
for k in (1, 2):
    figures[f"top{k}"] = at_least_one(most_probable(k))
    figures[f"top{k}.constant"] = at_least_one(constant(k))
figures["mAP"] = average_precision_score(truth[:, positive], scores[:, positive], average="macro")
figures["mAP.constant"] = truth[:, positive].mean()
figures["macroAuc"] = roc_auc_score(truth[:, positive], scores[:, positive], average="macro")
figures["macroAuc.constant"] = 0.5

here = Path(__file__).parent
rows = (",".join([*(f"{int(t)}" for t in ts), *(f"{s:.2f}" for s in ss)]) for ts, ss in zip(truth, scores))
(here / "scores.csv").write_text("\n".join(rows) + "\n")
(here / "figures.properties").write_text("".join(f"{k}={float(v)!r}\n" for k, v in sorted(figures.items())))
