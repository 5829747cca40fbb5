"""Pillow's side, in microseconds of one core: decoding in draft mode, and resizing what that gives."""

import io
import pathlib
import sys
import time

from PIL import Image

SIDE = 224
contents = [file.read_bytes() for file in sorted(pathlib.Path(sys.argv[1]).glob("*.jpg"))[:100]]


def decode(content):
    with Image.open(io.BytesIO(content)) as image:
        image.draft("RGB", (SIDE, SIDE))
        return image.convert("RGB")


decoded = [decode(content) for content in contents]
for name, work, inputs in [
    ("decode", decode, contents),
    ("resize", lambda image: image.resize((SIDE, SIDE), Image.Resampling.BILINEAR), decoded),
]:
    begin = time.process_time()
    for i in range(500):
        work(inputs[i % len(inputs)])
    print(f"Pillow {name} {(time.process_time() - begin) / 500 * 1e6:.0f} us")
