"""Measures between which numbers the values of efficientnet-lite0.onnx lie, for its runtime in whole numbers.

    python3 -m venv /tmp/convert && /tmp/convert/bin/pip install numpy==2.* onnx==1.* onnxruntime==1.* pillow
    /tmp/convert/bin/python pretrained/convert/activation_ranges.py \
        pretrained/src/main/resources/pretrained/efficientnet-lite0.onnx \
        pretrained/src/main/resources/pretrained/efficientnet-lite0-ranges.csv IMAGE ...

Of each value the least and the greatest number over all images, 0 included. Of a convolution that is clipped, the clip's.
"""

import sys

import numpy as np
import onnx
import onnxruntime
from PIL import Image

SIDE = 224
MEASURED = ("Conv", "Clip", "Add")


def prepared(path: str) -> np.ndarray:
    with Image.open(path) as image:
        image.draft("RGB", (SIDE, SIDE))
        channels = [c.convert("F").resize((SIDE, SIDE), Image.Resampling.BILINEAR) for c in image.convert("RGB").split()]
    return (np.stack([np.asarray(c) for c in channels]) - 127) / np.float32(128)


def main() -> None:
    source, target, *images = sys.argv[1:]
    model = onnx.load(source)
    clipped = {node.input[0] for node in model.graph.node if node.op_type == "Clip"}
    values = [n.output[0] for n in model.graph.node if n.op_type in MEASURED and n.output[0] not in clipped]
    del model.graph.output[:]
    model.graph.output.extend(onnx.helper.make_tensor_value_info(v, onnx.TensorProto.FLOAT, None) for v in values)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    # What a pixel can be, whatever the images are.
    ranges = {"image": (-127 / 128, 1.0)}
    ranges.update((value, (0.0, 0.0)) for value in values)
    for path in images:
        for value, array in zip(values, session.run(None, {"image": prepared(path)[np.newaxis]})):
            lowest, highest = ranges[value]
            ranges[value] = (min(lowest, float(array.min())), max(highest, float(array.max())))
    with open(target, "w") as file:
        file.write("value,lowest,highest\n")
        file.writelines(f"{value},{lowest:.6g},{highest:.6g}\n" for value, (lowest, highest) in ranges.items())


if __name__ == "__main__":
    main()
