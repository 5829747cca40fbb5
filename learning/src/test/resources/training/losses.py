"""Writes what PyTorch says of the losses: python3 losses.py > losses.csv

Made with torch 2.15.0, in double precision. The asymmetric loss is written out from equations 4 to 7 of arXiv 2009.14119;
gradients are autograd's. Columns: loss, logit, target, weight of positives, value, slope.
"""

import torch
import torch.nn.functional as functional

LOGITS = [-80.0, -20.0, -6.5, -3.0, -2.9, -1.0, -0.1, 0.0, 0.3, 1.7, 5.0, 12.0, 30.0, 80.0]


def cross_entropy(logit, target, weight):
    return functional.binary_cross_entropy_with_logits(logit, target, pos_weight=torch.tensor(weight).double())


def asymmetric(logit, target, weight, gamma_positive=0.0, gamma_negative=4.0, margin=0.05):
    shifted = torch.clamp(torch.sigmoid(logit) - margin, min=0)
    positive = torch.sigmoid(-logit) ** gamma_positive * functional.logsigmoid(logit)
    negative = shifted**gamma_negative * torch.log1p(-shifted)
    return -(target * positive + (1 - target) * negative)


def focused(logit, target, weight):
    return asymmetric(logit, target, weight, gamma_positive=1.5, gamma_negative=2.0, margin=0.1)


def rows():
    for name, loss, weights in (
        ("plain", cross_entropy, (1.0,)),
        ("weighted", cross_entropy, (0.25, 3.0, 10.0)),
        ("asymmetric", asymmetric, (1.0,)),
        ("focused", focused, (1.0,)),
    ):
        for weight in weights:
            for target in (0.0, 1.0):
                for value in LOGITS:
                    logit = torch.tensor(value, dtype=torch.float64, requires_grad=True)
                    result = loss(logit, torch.tensor(target, dtype=torch.float64), weight)
                    result.backward()
                    yield name, value, target, weight, result.item(), logit.grad.item()


print("loss,logit,target,weight,value,slope")
for row in rows():
    print(",".join(str(field) for field in row))
