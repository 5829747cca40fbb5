"""Makes the Keras files of resources/keras: three convolutions with few channels, in every layout there is.

    python3 -m venv /tmp/keras && /tmp/keras/bin/pip install keras==3.15.1 h5py==3.* torch==2.*
    KERAS_BACKEND=torch /tmp/keras/bin/python learning/src/test/python/keras_files.py learning/src/test/resources/keras

keras3-whole.h5 and keras3.weights.h5 are written by Keras 3 itself, the first one with the layers nested in another model
and after a step of training. keras1-weights.h5 is laid out as Keras' published files of VGG16 are (with a dense top),
keras2-whole.h5 as Keras 2 saved whole models. Every number says where it stands: see `kernel` and `bias`.
"""

import pathlib
import sys

import h5py
import keras
import numpy as np

LAYERS = [("block1_conv1", 3, 2), ("block1_conv2", 2, 4), ("block2_conv1", 4, 5)]


def kernel(layer: int, inputs: int, outputs: int) -> np.ndarray:
    """H x W x I x O: layer, row, column, input and output as decimal digits."""
    h, w, i, o = np.meshgrid(*(np.arange(n) for n in (3, 3, inputs, outputs)), indexing="ij")
    return (((layer * 10 + h) * 10 + w) * 10 + i) * 10.0 + o


def bias(layer: int, outputs: int) -> np.ndarray:
    return -(layer * 10.0 + np.arange(outputs))


def by_hand(path: pathlib.Path, root: str, kernel_name: str, bias_name: str):
    with h5py.File(path, "w") as file:
        top = file.require_group(root)
        top.attrs["layer_names"] = [name.encode() for name, *_ in LAYERS]
        for number, (name, inputs, outputs) in enumerate(LAYERS, 1):
            layer = top.create_group(name)
            layer.create_dataset(kernel_name.format(name), data=kernel(number, inputs, outputs).astype(np.float32))
            layer.create_dataset(bias_name.format(name), data=bias(number, outputs).astype(np.float32))
        top.create_group("block2_pool")
        dense = top.create_group("fc1")
        dense.create_dataset(kernel_name.format("fc1"), data=np.zeros((4, 2), np.float32))


def by_keras() -> keras.Model:
    x = image = keras.layers.Input((8, 8, 3))
    for name, _, outputs in LAYERS:
        x = keras.layers.Conv2D(outputs, 3, padding="same", activation="relu", name=name)(x)
    model = keras.Model(image, x, name="vgg")
    fill(model)
    return model


def fill(model: keras.Model):
    for number, (name, inputs, outputs) in enumerate(LAYERS, 1):
        model.get_layer(name).set_weights([kernel(number, inputs, outputs), bias(number, outputs)])


def trained(inner: keras.Model) -> keras.Model:
    image = keras.layers.Input((8, 8, 3))
    top = keras.layers.Dense(1, name="predictions")(keras.layers.GlobalAveragePooling2D()(inner(image)))
    model = keras.Model(image, top, name="outer")
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((1, 8, 8, 3)), np.zeros((1, 1)), verbose=0)
    fill(inner)
    return model


def main():
    directory = pathlib.Path(sys.argv[1])
    by_hand(directory / "keras1-weights.h5", "/", "{0}_W_1:0", "{0}_b_1:0")
    by_hand(directory / "keras2-whole.h5", "model_weights", "{0}/kernel:0", "{0}/bias:0")
    by_keras().save_weights(directory / "keras3.weights.h5")
    trained(by_keras()).save(directory / "keras3-whole.h5")


if __name__ == "__main__":
    main()
