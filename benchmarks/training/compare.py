"""Runs both sides in turn: compare.py WORK speed|agreement|memory [NAME ...] -- COMMAND that starts ours ..."""

import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import data

HERE = Path(__file__).parent

# Rows, numbers in each, of which validate, and steps in a block.
SPEED = {
    "prototype": (1040, 25088, 16, 4),
    "small-512": (8208, 1280, 16, 100),
    "fine-tune-32": (272, 100352, 16, 3),
    "fine-tune-16": (272, 100352, 16, 6),
}
AGREEMENT = {"small-128": (12000, 1280, 4000), "hidden-256": (4000, 25088, 1000)}
MEMORY = {
    "prototype": (21000, 25088, 200),
    "fine-tune-16": (600, 100352, 100),
    "fine-tune-32": (600, 100352, 100),
    "fine-tune-64": (600, 100352, 100),
    "small-128": (20000, 1280, 2000),
}


class Side:
    """A process that answers a line with a line, and stands still in between: idle threads that spin would take its rival's cores."""

    def __init__(self, command, **environment):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
        )

    def ask(self, line):
        self.process.send_signal(signal.SIGCONT)
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.read()
        self.process.send_signal(signal.SIGSTOP)
        return answer

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"{self.process.args} ended early")
        return line.strip()

    def end(self):
        self.process.send_signal(signal.SIGCONT)
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait()


def peer(*arguments):
    return [sys.executable, str(HERE / "peer.py"), *(str(a) for a in arguments)]


def speed(work, ours, names, rounds=5):
    for name in names:
        rows, width, held_out, steps = SPEED[name]
        path = work / name
        data.write(path, rows, width)
        batch = 128 if name == "prototype" else int(name.rpartition("-")[2])
        java = Side(ours("steps", path, held_out))
        # Whether its threads should spin while they wait depends on what else the machine does; huge pages are as ours.
        policies = {
            f"{policy},{pages}": Side(peer("steps", path, held_out), OMP_WAIT_POLICY=policy, GLIBC_TUNABLES=tunables)
            for policy in ("ACTIVE", "PASSIVE")
            for pages, tunables in (("huge pages", "glibc.malloc.hugetlb=1"), ("small pages", "glibc.malloc.hugetlb=0"))
        }
        ways = []
        for policy, torch in policies.items():
            for i, way in enumerate(torch.read().split(" ")):
                ways.append((torch, i, f"{way},{policy}"))
        java.ask(str(steps * 4))

        def rate(way, steps=steps):
            return steps * batch / float(way[0].ask(f"{way[1]} {steps}"))

        tried = sorted(((rate(way, (steps + 3) // 4), way) for way in ways), key=lambda t: -t[0])
        # The fastest ones once more, since the machine may have been busy with something else.
        tried = sorted(((max(t, rate(way) if i < 3 else 0), way) for i, (t, way) in enumerate(tried)), key=lambda t: -t[0])
        for images, way in tried:
            print(f"  {name}: PyTorch {way[2]}: {images:.1f} images/s", flush=True)
        best = tried[0][1]
        mine, theirs = [], []
        for _ in range(rounds):
            mine.append(steps * batch / float(java.ask(str(steps))))
            theirs.append(rate(best))
        for side in (java, *policies.values()):
            side.end()
        ratios = [a / b for a, b in zip(mine, theirs)]
        print(
            f"{name}: ours {spread(mine)} images/s, PyTorch ({best[2]}) {spread(theirs)} images/s,"
            f" ratio {spread(ratios, 2)}",
            flush=True,
        )


def spread(values, digits=0):
    return f"{statistics.median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def agreement(work, ours, names):
    for name in names:
        rows, width, held_out = AGREEMENT[name]
        path = work / name
        data.write(path, rows, width)
        losses = []
        for command in (ours("fit", path, held_out), peer("fit", path, held_out)):
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            losses.append([float(line) for line in done.stdout.split()])
        means = [statistics.mean(side) for side in losses]
        pooled = (sum(statistics.variance(side) / len(side) for side in losses)) ** 0.5
        print(
            f"{name}: validation loss, ours {means[0]:.5f} {losses[0]}, PyTorch {means[1]:.5f} {losses[1]},"
            f" difference {(means[0] / means[1] - 1) * 100:+.2f} %, {(means[0] - means[1]) / pooled:+.2f} standard errors",
            flush=True,
        )


def resident(pid):
    """Megabytes: anonymous, and of files."""
    with open(f"/proc/{pid}/status") as status:
        lines = dict(line.split(":", 1) for line in status if ":" in line)
    return [int(lines[key].split()[0]) / 1024 for key in ("RssAnon", "RssFile")]


def memory(work, ours, names):
    for name in names:
        rows, width, held_out = MEMORY[name]
        path = work / name
        data.write(path, rows, width)
        java = Side(ours("epoch", path, held_out))
        estimate = int(java.read()) / (1 << 20)
        before = resident(java.process.pid)[0]
        peaks = [0.0, 0.0]

        def watch():
            while java.process.poll() is None:
                try:
                    peaks[:] = map(max, peaks, resident(java.process.pid))
                except (OSError, KeyError):
                    return
                time.sleep(0.1)

        watcher = threading.Thread(target=watch)
        watcher.start()
        seconds = float(java.ask("go"))
        java.end()
        watcher.join()
        grown = peaks[0] - before
        print(
            f"{name}: {seconds:.0f} s, anonymous {before:.0f} MiB before and at most {peaks[0]:.0f} MiB, grown by {grown:.0f},"
            f" estimated {estimate:.0f} ({estimate / grown:.2f} times), mapped at most {peaks[1]:.0f} MiB",
            flush=True,
        )
        for file in work.glob(f"{name}.*"):
            file.unlink()


if __name__ == "__main__":
    end = sys.argv.index("--")
    work, what, *names = sys.argv[1:end]
    command = sys.argv[end + 1 :]
    run, known = {"speed": (speed, SPEED), "agreement": (agreement, AGREEMENT), "memory": (memory, MEMORY)}[what]
    for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
        os.environ.pop(variable, None)
    run(Path(work), lambda *arguments: [*command, *(str(a) for a in arguments)], names or list(known))
