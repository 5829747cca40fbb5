"""The same figures in Python, of the items that JudgeMany wrote: peer.py FILE CLASSES DRAWS

Prints the CPU time that a draw takes with NumPy, sorted once and weighted by group as Fomo does it (average precision, AUC, set-based figures and
calibration of two models), and what one call of each of scikit-learn's functions takes for the same figures.
"""
import sys
import time

import numpy as np
from sklearn import metrics

path, classes, draws = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
row = np.dtype([("group", ">i4"), ("truth", "?", classes), ("model", ">f8", classes), ("champion", ">f8", classes)])
rows = np.fromfile(path, dtype=row)
group = rows["group"].astype(np.int64)
truth = rows["truth"]
groups = group.max() + 1


class Judged:
    """What does not change from draw to draw."""

    def __init__(self, scores):
        self.scores = scores
        self.served = scores >= 0.5
        empty = ~self.served.any(axis=1)
        self.served[empty, scores[empty].argmax(axis=1)] = True
        self.ranks = []
        for c in range(classes):
            order = np.argsort(-scores[:, c], kind="stable")
            ordered = scores[order, c]
            last = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True))
            self.ranks.append((group[order], truth[order, c].astype(float), last))
        common = (self.served & truth).sum(axis=1)
        order = np.argsort(-scores, axis=1, kind="stable")
        top = np.take_along_axis(truth, order, axis=1)
        bins = np.minimum((scores * 15).astype(int), 14)
        excess = scores - truth
        per_item = np.column_stack(
            [
                np.ones(len(truth)),
                common / self.served.sum(axis=1),
                common / truth.sum(axis=1),
                2 * common / (self.served.sum(axis=1) + truth.sum(axis=1)),
                common > 0,
                top[:, 0],
                top[:, :2].any(axis=1),
                (self.served == truth).all(axis=1),
                *[np.where(bins == b, excess, 0).sum(axis=1) for b in range(15)],
                self.served,
                truth,
                self.served & truth,
            ]
        ).astype(float)
        self.sums = np.zeros((groups, per_item.shape[1]))
        np.add.at(self.sums, group, per_item)

    def draw(self, weights):
        figures = []
        for of_group, positive, last in self.ranks:
            w = weights[of_group]
            found, seen = np.cumsum(w * positive)[last], np.cumsum(w)[last]
            gained, lost = np.diff(found, prepend=0), np.diff(seen - found, prepend=0)
            precision = np.divide(found, seen, out=np.zeros_like(found), where=seen > 0)
            figures.append((gained * precision).sum() / found[-1])
            figures.append((lost * (found - gained / 2)).sum() / (found[-1] * (seen[-1] - found[-1])))
        totals = weights @ self.sums
        served, support, hits = totals[23:].reshape(3, classes)
        figures += list(totals[1:8] / totals[0])
        figures += [np.abs(totals[8:23]).sum() / totals[0] / classes]
        figures += [(2 * hits / (served + support)).mean(), 2 * hits.sum() / (served.sum() + support.sum())]
        return figures


begin = time.process_time()
models = [Judged(rows[name].astype(float)) for name in ("model", "champion")]
prepared = time.process_time() - begin
random = np.random.default_rng(1)
begin = time.process_time()
drawn = []
for _ in range(draws):
    weights = np.bincount(random.integers(groups, size=groups), minlength=groups).astype(float)
    drawn.append([model.draw(weights) for model in models])
weighted = time.process_time() - begin
drawn = np.array(drawn)
low, high = np.percentile(drawn[:, 0, : 2 * classes : 2].mean(axis=1), [2.5, 97.5])
gain = (drawn[:, 0] - drawn[:, 1])[:, : 2 * classes : 2].mean(axis=1)
print(f"NumPy: {prepared:.1f} s of CPU, then {weighted / draws * 1000:.0f} s of CPU for 1,000 draws of two models (from {draws})")
print(f"  mAP [{low:.4f}, {high:.4f}], over the champion [{np.percentile(gain, 2.5):+.4f}, {np.percentile(gain, 97.5):+.4f}]")

begin = time.process_time()
item_weights = np.bincount(random.integers(groups, size=groups), minlength=groups)[group]
for model in models:
    metrics.average_precision_score(truth, model.scores, average=None, sample_weight=item_weights)
    metrics.roc_auc_score(truth, model.scores, average=None, sample_weight=item_weights)
    for average in ("macro", "micro", "samples"):
        metrics.precision_recall_fscore_support(
            truth, model.served, average=average, sample_weight=item_weights, zero_division=0
        )
    metrics.hamming_loss(truth, model.served, sample_weight=item_weights)
    metrics.accuracy_score(truth, model.served, sample_weight=item_weights)
print(f"scikit-learn: {(time.process_time() - begin) * 1000:.0f} s of CPU for 1,000 draws of two models (from 1)")
