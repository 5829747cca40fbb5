"""Runs both sides in turn: compare.py ENCODER FOLDER IMAGES PEER -- COMMAND that starts ours ..."""

import os
import signal
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS = 5


class Side:
    """A process, or several, that answer a line with a line, and stand still in between."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)

    def ask(self, line):
        os.killpg(self.process.pid, signal.SIGCONT)
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        os.killpg(self.process.pid, signal.SIGSTOP)
        if not answer:
            raise SystemExit(f"{self.process.args} ended early")
        return float(answer)

    def end(self):
        os.killpg(self.process.pid, signal.SIGCONT)
        self.process.stdin.close()
        self.process.wait()


def settle(side, line):
    """Asks until the best of three answers is no longer better than all before by a fiftieth."""
    best = side.ask(line)
    while True:
        latest = min(side.ask(line) for _ in range(3))
        if latest > 0.98 * best:
            return
        best = latest


def spread(values, digits=0):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def main():
    end = sys.argv.index("--")
    encoder, folder, images, network = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    peer = [sys.executable, str(HERE / "peer.py")]
    network, _, known = network.partition(":")
    variants = known.split(";") if known else subprocess.run(
        [*peer, "variants", network], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.split()
    tried = []
    for variant in variants:
        side = Side([*peer, "run", network, variant, folder])
        # Twice the same, whole batches: what is compiled for a size of batch is compiled before it is timed.
        side.ask(min(images, 128))
        tried.append((min(images, 128) / side.ask(min(images, 128)), variant))
        side.end()
        print(f"  {variant}: {tried[-1][0]:.1f} images/s", flush=True)
    tried.sort(reverse=True)
    # The fastest ones once more and longer, since the machine may have been busy with something else.
    rivals = []
    for _, variant in tried[:4]:
        side = Side([*peer, "run", network, variant, folder])
        side.ask(images)
        rivals.append((images / side.ask(images), variant, side))
    rivals.sort(key=lambda rival: -rival[0])
    for _, _, side in rivals[1:]:
        side.end()
    _, variant, rival = rivals[0]
    ours = Side(sys.argv[end + 1 :])
    # A worker runs for days: what compiles itself while it runs, on either side, is compiled before it is timed.
    settle(rival, images)
    settle(ours, f"pipeline {images}")
    mine, theirs, prepare, encode = [], [], [], []
    for _ in range(ROUNDS):
        mine.append(images / ours.ask(f"pipeline {images}"))
        theirs.append(images / rival.ask(images))
        prepare.append(1000 * ours.ask("prepare 64") / 64)
        encode.append(images / ours.ask(f"encode {images}"))
    ours.end()
    rival.end()
    cores = os.cpu_count()
    core_time = [p + 1000 * cores / e for p, e in zip(prepare, encode)]
    print(f"{encoder}: ours {spread(mine, 1)} images/s, PyTorch ({network}, {variant}) {spread(theirs, 1)} images/s,"
          f" ratio {spread([a / b for a, b in zip(mine, theirs)], 2)}")
    print(f"{encoder}: decoding and resizing {spread(prepare, 1)} ms of a core, encoder alone {spread(encode, 1)} images/s;"
          f" pipeline takes {spread([1000 / m / (t / cores) for m, t in zip(mine, core_time)], 2)}"
          f" times core-time / cores, {spread([100 * m / e for m, e in zip(mine, encode)])} % of the encoder's own")


if __name__ == "__main__":
    main()
