"""Says which GPUs ND4J's CUDA library holds code for: reads the fat binaries in it, since no tool of CUDA's need be there."""

import collections
import mmap
import shutil
import struct
import sys
import tempfile
import zipfile

MAGIC = struct.pack("<I", 0xBA55ED50)
PTX, ELF = 1, 2


def entries(library):
    """(kind, compute capability) of every entry of every fat binary: a header of 16 bytes, then entries with one each."""
    position = library.find(MAGIC)
    while position >= 0:
        version, header, size = struct.unpack_from("<HHQ", library, position + 4)
        end = position + header + size
        entry = position + header
        # The magic number may turn up in what is no header.
        while version == 1 and header == 16 and entry < end <= len(library):
            kind, _, entry_header, entry_size = struct.unpack_from("<HHIQ", library, entry)
            if entry_header == 0:
                break
            yield kind, struct.unpack_from("<I", library, entry + 28)[0]
            entry += entry_header + entry_size
        position = library.find(MAGIC, max(end if version == 1 and header == 16 else 0, position + 4))


def main(jar, expected):
    with zipfile.ZipFile(jar) as archive, tempfile.TemporaryFile() as unpacked:
        name = next(name for name in archive.namelist() if name.endswith("/libnd4jcuda.so"))
        with archive.open(name) as packed:
            shutil.copyfileobj(packed, unpacked, 1 << 20)
        unpacked.flush()
        with mmap.mmap(unpacked.fileno(), 0, access=mmap.ACCESS_READ) as library:
            counts = collections.Counter(entries(library))
    code = sorted(capability for kind, capability in counts if kind == ELF)
    ptx = sorted(capability for kind, capability in counts if kind == PTX)
    print(f"check-cuda: machine code for {code}, PTX for {ptx}")
    if code != expected or ptx:
        sys.exit(f"check-cuda: expected machine code for {expected} and no PTX; correct Gpu.java and the documentation.")


if __name__ == "__main__":
    main(sys.argv[1], sorted(map(int, sys.argv[2:])))
