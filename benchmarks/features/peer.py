"""PyTorch's side: image files to feature vectors, in as many ways as it has to be fast.

  peer.py variants NAME             lists the ways of NAME, one a line; with @int8 behind it those in whole numbers
  peer.py run NAME VARIANT FOLDER   answers each line, a number of images, with the seconds that they took; features go to a file
"""

import pathlib
import sys
import tempfile
import time

import numpy
import torch
from PIL import Image
from torch import multiprocessing
from torch.utils.data import DataLoader, Dataset

SIDE = 224


class Images(Dataset):
    """Decoded at half or a quarter of their size where that is enough, as JPEG can be."""

    def __init__(self, files):
        self.files = files

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        with Image.open(self.files[index]) as image:
            image.draft("RGB", (SIDE, SIDE))
            small = image.convert("RGB").resize((SIDE, SIDE), Image.Resampling.BILINEAR)
        return torch.from_numpy(numpy.asarray(small))


def network(name):
    torch.manual_seed(1)
    if name.startswith("efficientnet-lite0"):
        import timm

        model = timm.create_model("tf_efficientnet_lite0", num_classes=0)
    else:
        from torchvision.models import vgg16

        model = torch.nn.Sequential(vgg16().features, torch.nn.Flatten())
    return model.eval().to(memory_format=torch.channels_last)


def in_whole_numbers(model, example):
    """Calibrated on one batch of noise: its speed is asked for, not what it sees."""
    from torch._inductor import config
    from torchao.quantization.pt2e.quantize_pt2e import convert_pt2e, prepare_pt2e
    from torchao.quantization.pt2e.quantizer import x86_inductor_quantizer

    config.freezing = True
    quantizer = x86_inductor_quantizer.X86InductorQuantizer()
    quantizer.set_global(x86_inductor_quantizer.get_default_x86_inductor_quantization_config())
    watched = prepare_pt2e(torch.export.export(model, (example,)).module(), quantizer)
    watched(torch.randn_like(example))
    return torch.compile(convert_pt2e(watched))


def prepared(name, engine, batch):
    model = network(name)
    example = torch.zeros(batch, 3, SIDE, SIDE).to(memory_format=torch.channels_last)
    if engine == "whole":
        with torch.no_grad():
            return in_whole_numbers(model, example)
    with torch.inference_mode():
        if engine == "traced":
            return torch.jit.optimize_for_inference(torch.jit.freeze(torch.jit.trace(model, example)))
        if engine == "compiled":
            from torch._inductor import config

            config.freezing = True
            return torch.compile(model)
        return model


def extract(model, files, batch, workers, target):
    loader = DataLoader(
        Images(files), batch_size=batch, num_workers=workers, prefetch_factor=4 if workers else None, persistent_workers=False
    )
    rows = []
    with torch.inference_mode(), torch.no_grad():
        for pixels in loader:
            # As uint8 between the processes: a quarter of what floats would be.
            images = pixels.permute(0, 3, 1, 2).float().sub_(127).div_(128).contiguous(memory_format=torch.channels_last)
            rows.append(model(images).half().numpy())
    numpy.save(target, numpy.concatenate(rows))


def serve(name, way, share, shares, requests, answers):
    """One of several processes with a part of the images each, or the only one."""
    engine, _, workers, threads, batch = way
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
    model = prepared(name, engine, batch)
    with tempfile.TemporaryDirectory() as directory:
        while (files := requests.get()) is not None:
            extract(model, files[share::shares], batch, workers, pathlib.Path(directory) / "features.npy")
            answers.put(share)


def ways(name):
    """Engine, processes, loading processes of each, threads of each, batch."""
    whole = name.endswith("@int8")
    for engine, batch in [("whole", 8)] if whole else [("traced", 8), ("traced", 32), ("compiled", 32)]:
        for processes, workers, threads in [(1, 0, 2), (1, 1, 2), (1, 2, 2), (1, 1, 1), (1, 2, 1), (2, 0, 1), (2, 1, 1)]:
            yield engine, processes, workers, threads, batch


def run(name, way, folder):
    files = sorted(str(file) for file in pathlib.Path(folder).glob("*.jpg"))
    processes = way[1]
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    queues = [context.Queue() for _ in range(processes)]
    children = [
        context.Process(target=serve, args=(name, way, share, processes, queues[share], answers)) for share in range(processes)
    ]
    for child in children:
        child.start()
    for line in sys.stdin:
        chosen = (files * (1 + int(line) // len(files)))[: int(line)]
        begin = time.perf_counter()
        for queue in queues:
            queue.put(chosen)
        for _ in children:
            answers.get()
        print(time.perf_counter() - begin, flush=True)
    for queue in queues:
        queue.put(None)
    for child in children:
        child.join()


if __name__ == "__main__":
    if sys.argv[1] == "variants":
        for way in ways(sys.argv[2]):
            print(",".join(str(v) for v in way))
    else:
        engine, *numbers = sys.argv[3].split(",")
        run(sys.argv[2], (engine, *(int(n) for n in numbers)), sys.argv[4])
