"""cuda_code.py finds every piece of code in fat binaries built here, and nothing in what only looks like one."""

import struct
import unittest

from cuda_code import ELF, MAGIC, PTX, entries


def fat_binary(*codes):
    """codes: (kind, compute capability, number of bytes)"""
    body = b""
    for kind, capability, size in codes:
        header = struct.pack("<HHIQ", kind, 0x101, 64, size)
        body += header.ljust(28, b"\0") + struct.pack("<I", capability) + bytes(32) + b"\x7f" * size
    return MAGIC + struct.pack("<HHQ", 1, 16, len(body)) + body


class CudaCodeTest(unittest.TestCase):
    def test_every_entry_of_every_fat_binary_is_found(self):
        library = b"code" + fat_binary((ELF, 75, 40), (PTX, 90, 8)) + bytes(100) + fat_binary((ELF, 86, 24)) + b"end"
        self.assertEqual([(ELF, 75), (PTX, 90), (ELF, 86)], list(entries(library)))

    def test_a_magic_number_that_is_no_header_is_passed_over(self):
        library = MAGIC + b"\x07" * 40 + fat_binary((ELF, 70, 16))
        self.assertEqual([(ELF, 70)], list(entries(library)))

    def test_a_header_without_entries_ends(self):
        self.assertEqual([], list(entries(MAGIC + struct.pack("<HHQ", 1, 16, 64) + bytes(64))))

    def test_a_library_without_cuda_has_none(self):
        self.assertEqual([], list(entries(bytes(4096))))


if __name__ == "__main__":
    unittest.main()
