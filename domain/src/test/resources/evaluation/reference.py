"""Writes *.csv and *.properties: what scikit-learn 1.9.1 and NumPy 2.4.6 make of random scores with ties.

    python reference.py

scores: the last class has no positives, scores are rounded so that many are equal, and some items pass no threshold.
awkward: besides, the first class is on every item that has any, one class is never served, and a fifth of the items have none of
the classes.
Each is judged twice: every item once, and with weights of 0 to 3, as a draw gives them. Weights are the last column.
"""
from math import ceil, floor
from pathlib import Path

import numpy as np
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    f1_score,
    hamming_loss,
    precision_score,
    recall_score,
    roc_auc_score,
)

ITEMS, CLASSES, BINS = 200, 6, 15
THRESHOLDS = np.array([0.5, 0.45, 0.4, 0.6, 0.35, 0.95])
TRAINING, TRAINING_ITEMS = np.array([40, 310, 120, 55, 200, 3]), 400
HERE = Path(__file__).parent

by_frequency = np.argsort(-TRAINING, kind="stable")
shares = TRAINING / TRAINING_ITEMS


def at_least_one(truth, answer, w):
    return np.average((answer & truth).any(axis=1), weights=w)


def expected_calibration_error(truth, scores, w):
    weights = np.repeat(w, CLASSES)
    bins = np.minimum(np.floor(scores.ravel() * BINS).astype(int), BINS - 1)
    error = 0
    for b in range(BINS):
        inside = (bins == b) & (weights > 0)
        if inside.any():
            accuracy = np.average(truth.ravel()[inside], weights=weights[inside])
            confidence = np.average(scores.ravel()[inside], weights=weights[inside])
            error += weights[inside].sum() / weights.sum() * abs(accuracy - confidence)
    return error


def of_classes(function, average):
    """Macro means are over the classes that some counted item has."""

    def measure(truth, answer, w):
        kept = (w @ truth > 0) if average == "macro" else np.full(CLASSES, True)
        return function(truth[:, kept], answer[:, kept], average=average, sample_weight=w, zero_division=0)

    return measure


SET_BASED = {
    f"{average}{name}": of_classes(function, average if average != "sample" else "samples")
    for average in ("macro", "micro", "sample")
    for name, function in (("F1", f1_score), ("Precision", precision_score), ("Recall", recall_score))
}
SET_BASED["atLeastOne"] = at_least_one
SET_BASED["subsetAccuracy"] = lambda truth, answer, w: accuracy_score(truth, answer, sample_weight=w)
SET_BASED["hammingLoss"] = lambda truth, answer, w: hamming_loss(truth, answer, sample_weight=w)


def constant(size):
    answer = np.zeros((ITEMS, CLASSES), dtype=bool)
    answer[:, by_frequency[:size]] = True
    return answer


def most_probable(scores, size):
    answer = np.zeros((ITEMS, CLASSES), dtype=bool)
    for item, order in enumerate(np.argsort(-scores, axis=1, kind="stable")):
        answer[item, order[:size]] = True
    return answer


def serve(scores):
    served = scores >= THRESHOLDS
    for item in np.flatnonzero(~served.any(axis=1)):
        served[item, scores[item].argmax()] = True
    return served


def judge(truth, scores, w):
    served = serve(scores)
    size = served.sum(axis=1).mean()  # of the items as they are, whatever their weights
    figures = {}
    for name, measure in SET_BASED.items():
        below, above = (measure(truth, constant(k), w) for k in (floor(size), ceil(size)))
        figures[name] = measure(truth, served, w)
        figures[name + ".constant"] = below + (size - floor(size)) * (above - below)
    for k in (1, 2):
        figures[f"top{k}"] = at_least_one(truth, most_probable(scores, k), w)
        figures[f"top{k}.constant"] = at_least_one(truth, constant(k), w)
    prevalence = np.average(truth, axis=0, weights=w)
    has = prevalence > 0
    parted = has & (prevalence < 1)
    figures["mAP"] = average_precision_score(truth[:, has], scores[:, has], average="macro", sample_weight=w)
    figures["mAP.constant"] = prevalence[has].mean()
    figures["macroAuc"] = roc_auc_score(truth[:, parted], scores[:, parted], average="macro", sample_weight=w)
    figures["macroAuc.constant"] = 0.5
    figures["calibrationError"] = expected_calibration_error(truth, scores, w)
    figures["calibrationError.constant"] = expected_calibration_error(truth, np.tile(shares, (ITEMS, 1)), w)
    for c in range(CLASSES):
        t, s, score, share = truth[:, c], served[:, c], scores[:, c], served[:, c].mean()
        if w @ s > 0:
            figures[f"{c}.precision"] = precision_score(t, s, sample_weight=w, zero_division=0)
            figures[f"{c}.precision.constant"] = prevalence[c]
        if has[c]:
            figures[f"{c}.averagePrecision"] = average_precision_score(t, score, sample_weight=w)
            figures[f"{c}.averagePrecision.constant"] = prevalence[c]
            figures[f"{c}.recall"] = recall_score(t, s, sample_weight=w)
            figures[f"{c}.recall.constant"] = share
            figures[f"{c}.f1"] = f1_score(t, s, sample_weight=w)
            figures[f"{c}.f1.constant"] = 2 * share * prevalence[c] / (share + prevalence[c])
        if parted[c]:
            figures[f"{c}.auc"] = roc_auc_score(t, score, sample_weight=w)
            figures[f"{c}.auc.constant"] = 0.5
    return figures


def write(name, truth, scores, weights):
    once = np.ones(ITEMS, dtype=int)
    figures = judge(truth, scores, once)
    figures["genresPerItem"] = serve(scores).sum(axis=1).mean()
    for measure in ("macroF1", "microF1", "sampleF1"):
        sizes = range(1, CLASSES + 1)
        figures[measure + ".bestConstant"] = max(SET_BASED[measure](truth, constant(k), once) for k in sizes)
    for c in np.flatnonzero(truth.any(axis=0)):
        figures[f"{c}.f1.bestConstant"] = f1_score(truth[:, c], np.ones(ITEMS, dtype=bool))
    figures |= {"weighted." + measure: figure for measure, figure in judge(truth, scores, weights).items()}
    rows = (
        ",".join([*(f"{int(t)}" for t in ts), *(f"{s:.2f}" for s in ss), str(w)])
        for ts, ss, w in zip(truth, scores, weights)
    )
    (HERE / f"{name}.csv").write_text("\n".join(rows) + "\n")
    (HERE / f"{name}.properties").write_text("".join(f"{k}={float(v)!r}\n" for k, v in sorted(figures.items())))


random = np.random.default_rng(20261122)
truth = random.random((ITEMS, CLASSES)) < [0.1, 0.45, 0.2, 0.08, 0.3, 0]
for item in np.flatnonzero(~truth.any(axis=1)):
    truth[item, random.integers(CLASSES - 1)] = True
scores = np.round(np.clip(0.25 + 0.2 * truth + random.normal(0, 0.15, truth.shape), 0, 1), 2)
write("scores", truth, scores, random.poisson(1, ITEMS).clip(max=3))

none = random.random(ITEMS) < 0.2
truth[:, 0] = True
truth[none] = False
scores[:, 3] = np.minimum(scores[:, 3], 0.2)
scores[:, 0] = np.round(scores[:, 0], 1)
write("awkward", truth, scores, random.poisson(1, ITEMS).clip(max=3))
