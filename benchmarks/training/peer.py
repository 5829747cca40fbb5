"""PyTorch's side: the same networks, losses and optimiser, in as many ways as it has to be fast.

  peer.py steps NAME ITEMS   answers a line "VARIANT STEPS" with the seconds they took; first prints the variants
  peer.py fit NAME ITEMS     validation losses of the seeds 1 to 5, trained to early stopping
"""

import itertools
import sys
import time

import data
import numpy
import torch
from torch import nn


def settings(name):
    """Hidden widths, learning rate and batch; as Train.java has them."""
    kind, _, number = name.rpartition("-")
    if name == "prototype":
        return (4096, 4096), 1e-4, 128
    if kind == "small":
        return (256,), 3e-4, int(number)
    if kind == "fine-tune":
        return (256,), 1e-4, int(number)
    if kind == "hidden":
        return (int(number),), 3e-4, 128
    raise ValueError(name)


def network(name, features, log_odds):
    hidden, _, _ = settings(name)
    layers = []
    width = features
    if name.startswith("fine-tune"):
        layers.append(nn.Unflatten(1, (512, 14, 14)))
        for _ in range(3):
            convolution = nn.Conv2d(512, 512, 3, padding=1)
            nn.init.normal_(convolution.weight, std=(2 / (512 * 9)) ** 0.5)
            nn.init.zeros_(convolution.bias)
            layers += [convolution, nn.ReLU(inplace=True)]
        layers += [nn.MaxPool2d(2), nn.Flatten()]
        width = 25088
    for units in hidden:
        dense = nn.Linear(width, units)
        nn.init.normal_(dense.weight, std=(2 / width) ** 0.5)
        nn.init.zeros_(dense.bias)
        layers += [dense, nn.ReLU(inplace=True), nn.Dropout(0.5)]
        width = units
    last = nn.Linear(width, data.CLASSES)
    nn.init.normal_(last.weight, std=(2 / (width + data.CLASSES)) ** 0.5)
    with torch.no_grad():
        last.bias.copy_(log_odds)
    return nn.Sequential(*layers, last)


def optimiser(model, rate, way):
    decayed = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim == 1]
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, **{way: True})


def load(name, held_out):
    features, labels = data.read(name)
    training = len(features) - held_out
    if not name.split("/")[-1].startswith("fine-tune"):
        mean = features[:training].mean(axis=0, dtype=numpy.float64)
        deviation = numpy.maximum(features[:training].std(axis=0, dtype=numpy.float64), 1e-3)
        features -= mean.astype(numpy.float32)
        features /= deviation.astype(numpy.float32)
    positives = labels[:training].sum(axis=0, dtype=numpy.float64)
    log_odds = numpy.log((positives + 1) / (training + 1 - positives))
    return torch.from_numpy(features), torch.from_numpy(labels), training, torch.from_numpy(log_odds).float()


class Steps:
    """One network, with what a variant changes about it; rows are standardised and in memory already."""

    def __init__(self, name, loaded, variant):
        self.features, self.labels, self.training, log_odds = loaded
        _, rate, self.batch = settings(name)
        self.threads = variant["threads"]
        torch.set_num_threads(self.threads)
        torch.manual_seed(1)
        self.model = network(name, self.features.shape[1], log_odds)
        if variant["layout"] == "channels_last":
            self.model = self.model.to(memory_format=torch.channels_last)
            self.model = nn.Sequential(self.model[0], Layout(), *self.model[1:])
        self.optimiser = optimiser(self.model, rate, variant["optimiser"])
        self.forward = torch.compile(self.model) if variant["compiled"] else self.model
        self.order = None
        self.at = 0

    def run(self, steps):
        torch.set_num_threads(self.threads)
        loss_of = nn.functional.binary_cross_entropy_with_logits
        for _ in range(steps):
            if self.order is None or self.at + self.batch > self.training:
                self.order = torch.randperm(self.training)
                self.at = 0
            chosen = self.order[self.at : self.at + self.batch]
            self.at += self.batch
            self.optimiser.zero_grad(set_to_none=True)
            loss = loss_of(self.forward(self.features[chosen]), self.labels[chosen])
            loss.backward()
            self.optimiser.step()
            loss.item()


class Layout(nn.Module):
    def forward(self, images):
        return images.contiguous(memory_format=torch.channels_last)


def variants(name):
    """Fewer of what is large, where a try takes long: neither one thread nor, for convolutions, foreach."""
    small = name.startswith("small")
    convolutions = name.startswith("fine-tune")
    layouts = ["contiguous", "channels_last"] if convolutions else ["contiguous"]
    for threads, layout, way, compiled in itertools.product(
        [2, 1] if small else [2], layouts, ["fused"] if convolutions else ["fused", "foreach"], [False, True]
    ):
        if compiled and (threads == 1 or way == "foreach"):
            continue
        yield {"threads": threads, "layout": layout, "optimiser": way, "compiled": compiled}


def steps(name, held_out):
    torch.set_flush_denormal(True)
    network_name = name.split("/")[-1]
    loaded = load(name, held_out)
    ways = list(variants(network_name))
    print(" ".join(",".join(str(v) for v in way.values()) for way in ways), flush=True)
    made, which = None, None
    for line in sys.stdin:
        variant, count = (int(part) for part in line.split())
        try:
            if variant != which:
                # One at a time: the largest takes 2 GB.
                made = None
                made, which = Steps(network_name, loaded, ways[variant]), variant
                made.run(1)
            made.run(1)
            begin = time.perf_counter()
            made.run(count)
            print(time.perf_counter() - begin, flush=True)
        except Exception as e:
            print("inf", flush=True)
            print(f"{ways[variant]} does not work here: {str(e).splitlines()[0]}", file=sys.stderr)
            made, which = None, None


def fit(name, held_out):
    network_name = name.split("/")[-1]
    features, labels, training, log_odds = load(name, held_out)
    _, rate, batch = settings(network_name)
    loss_of = nn.functional.binary_cross_entropy_with_logits
    for seed in range(1, 6):
        torch.manual_seed(seed)
        model = network(network_name, features.shape[1], log_odds)
        adam = optimiser(model, rate, "fused")
        best, since = float("inf"), 0
        for _ in range(60):
            model.train()
            for chosen in torch.randperm(training).split(batch):
                adam.zero_grad(set_to_none=True)
                loss_of(model(features[chosen]), labels[chosen]).backward()
                adam.step()
            model.eval()
            with torch.no_grad():
                loss = loss_of(model(features[training:]), labels[training:]).item()
            since = 0 if loss < best else since + 1
            best = min(best, loss)
            if since == 5:
                break
        print(best, flush=True)


if __name__ == "__main__":
    {"steps": steps, "fit": fit}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
