"""Made-up features with several labels an item that can be learnt from them, in the files that both sides read."""

import struct

import numpy

CLASSES = 16
CAUSES = 32


def write(name, rows, width, seed=1):
    """Features are a noisy view of a few causes, positive as behind a ReLU; so are the labels, about 1.6 an item."""
    random = numpy.random.default_rng(seed)
    view = random.standard_normal((CAUSES, width), dtype=numpy.float32) / numpy.sqrt(CAUSES)
    pull = random.standard_normal((CAUSES, CLASSES)) * 1.5 / numpy.sqrt(CAUSES)
    rarity = numpy.linspace(-1.0, -4.5, CLASSES)
    with open(f"{name}.features", "wb") as features, open(f"{name}.labels", "wb") as labels:
        features.write(b"FOMOFEAT" + struct.pack("<iii", 1, rows, width))
        for begin in range(0, rows, 512):
            causes = random.standard_normal((min(512, rows - begin), CAUSES), dtype=numpy.float32)
            seen = causes @ view + 0.5 * random.standard_normal((len(causes), width), dtype=numpy.float32)
            features.write(numpy.maximum(seen, 0).astype("<f2").tobytes())
            chance = 1 / (1 + numpy.exp(-(causes @ pull * 2 + rarity)))
            labels.write((random.random(chance.shape) < chance).astype(numpy.uint8).tobytes())


def read(name):
    """Features as float32 and labels as float32."""
    with open(f"{name}.features", "rb") as file:
        magic, version, rows, width = struct.unpack("<8siii", file.read(20))
    assert magic == b"FOMOFEAT" and version == 1
    features = numpy.memmap(f"{name}.features", dtype="<f2", mode="r", offset=20, shape=(rows, width))
    labels = numpy.fromfile(f"{name}.labels", dtype=numpy.uint8).reshape(rows, CLASSES)
    return features.astype(numpy.float32), labels.astype(numpy.float32)
