"""Makes vgg16-features.txt: what PyTorch says of two images, by weights that a formula gives.

    python3 -m venv /tmp/vgg16 && /tmp/vgg16/bin/pip install numpy==2.* torch==2.*
    /tmp/vgg16/bin/python learning/src/test/python/vgg16_features.py > learning/src/test/resources/vgg16-features.txt

The true weights are nobody's here to give; these have their shapes, and sizes that keep every layer alive. One line for
each of the blocks 4 and 5: their first 64 features, flattened C x H x W, of each of the two images, 32 pixels a side.
`SeededVgg16` in Java makes the same weights and images, to the bit.
"""

import numpy as np
import torch
import torch.nn.functional as functional

GOLDEN = 0x9E3779B97F4A7C15
BLOCKS = [(2, 64), (2, 128), (3, 256), (3, 512), (3, 512)]
SIDE = 32


def uniform(stream: int, count: int) -> np.ndarray:
    """SplitMix64, its upper 24 bits as numbers in [-1, 1)."""
    with np.errstate(over="ignore"):
        state = np.uint64(stream << 40) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(GOLDEN)
        state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        state = state ^ (state >> np.uint64(31))
    return (state >> np.uint64(40)).astype(np.float64) / (1 << 23) - 1


def image(number: int) -> torch.Tensor:
    values = uniform(1000 + number, 3 * SIDE * SIDE) * 120
    return torch.from_numpy(values.astype(np.float32)).reshape(1, 3, SIDE, SIDE)


def features(blocks: int, x: torch.Tensor) -> np.ndarray:
    stream, inputs = 0, 3
    for convolutions, channels in BLOCKS[:blocks]:
        for _ in range(convolutions):
            fan_in = inputs * 9
            weight = uniform(stream, channels * fan_in) * np.sqrt(6 / fan_in)
            bias = uniform(stream + 1, channels) * 0.1
            x = functional.conv2d(
                x,
                torch.from_numpy(weight.astype(np.float32)).reshape(channels, inputs, 3, 3),
                torch.from_numpy(bias.astype(np.float32)),
                padding=1,
            ).relu()
            stream, inputs = stream + 2, channels
        x = functional.max_pool2d(x, 2)
    return x.flatten(1).numpy()[0]


def main():
    for blocks in (4, 5):
        for number in range(2):
            print(" ".join(f"{value:.6g}" for value in features(blocks, image(number))[:64]))


if __name__ == "__main__":
    main()
