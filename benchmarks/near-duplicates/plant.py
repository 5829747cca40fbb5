"""Plants copies of pictures: resized, recompressed, mirrored, brightened, and combinations of these.

A copy is drawn from the seed, its picture's name and its kind alone, so that the same pictures give the same copies.
"""

import csv
import random
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image, ImageOps, ImageEnhance

SIZES = (64, 96, 128, 200, 300, 500, 800, 1200)
FILTERS = (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS)


def resized(picture, chance, size=None, stretch=1.0):
    factor = (size or chance.choice(SIZES)) / max(picture.size)
    width = max(1, round(picture.width * factor * stretch))
    height = max(1, round(picture.height * factor))
    return picture.resize((width, height), chance.choice(FILTERS))


def brightened(picture, chance):
    return ImageEnhance.Brightness(picture).enhance(chance.choice((0.85, 0.92, 1.08, 1.15)))


def jpeg(quality):
    return "jpg", {"quality": quality}


def webp(quality):
    return "webp", {"quality": quality}


PNG = ("png", {"compress_level": 1})

# kind -> (picture, chance) -> (what is saved, how)
KINDS = {
    "resized": lambda p, c: (resized(p, c), PNG),
    "resized to 64": lambda p, c: (resized(p, c, 64), PNG),
    "resized, 5 % wider or narrower": lambda p, c: (resized(p, c, stretch=c.choice((0.95, 1.05))), PNG),
    "JPEG 20": lambda p, c: (p, jpeg(20)),
    "JPEG 30 to 95": lambda p, c: (p, jpeg(c.randint(30, 95))),
    "PNG": lambda p, c: (p, PNG),
    "WebP 30 to 90": lambda p, c: (p, webp(c.randint(30, 90))),
    "brightness 85 to 115 %": lambda p, c: (brightened(p, c), jpeg(90)),
    "mirrored": lambda p, c: (ImageOps.mirror(p), PNG),
    "mirrored, JPEG 20 to 95": lambda p, c: (ImageOps.mirror(p), jpeg(c.randint(20, 95))),
    "mirrored, resized, JPEG 20 to 95": lambda p, c: (resized(ImageOps.mirror(p), c), jpeg(c.randint(20, 95))),
    "mirrored, resized, brightness, WebP": lambda p, c: (brightened(resized(ImageOps.mirror(p), c), c), webp(50)),
    "64 px, JPEG 20": lambda p, c: (resized(p, c, 64), jpeg(20)),
}


def plant_all(job):
    index, picture_path, target, seed = job
    rows = []
    with Image.open(picture_path) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    for number, (kind, change) in enumerate(KINDS.items()):
        copy, (extension, options) = change(picture, random.Random(f"{seed}/{picture_path.name}/{kind}"))
        path = target / f"{index}.{number}.{extension}"
        copy.save(path, **options)
        rows.append((str(path), str(picture_path), kind))
    return rows


def plant(pictures, target, seed, processes=2):
    """Returns rows of (copy, original, kind). They are also in target/planted.csv; where that exists, nothing is drawn again."""
    if (target / "planted.csv").exists():
        with open(target / "planted.csv", newline="") as file:
            return [tuple(row) for row in csv.reader(file)]
    target.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(processes) as pool:
        jobs = [(index, Path(picture), target, seed) for index, picture in enumerate(pictures)]
        rows = [row for rows in pool.map(plant_all, jobs, chunksize=8) for row in rows]
    with open(target / "planted.csv", "w", newline="") as file:
        csv.writer(file).writerows(rows)
    return rows
