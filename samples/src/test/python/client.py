"""Opens files in a ZIP archive through the wrapper DLL, with ctypes, on 65 threads.

All clients of .ci/language-clients print the same lines. They run in the application's folder.
"""

import ctypes
import threading
from ctypes import c_char_p, c_int32, c_uint32, c_void_p, c_wchar_p

THREADS = 64
ROUNDS = 5
SOUND = "music.zip+hello.wav"
MMIO_READ, MMIO_ALLOCBUF = 0, 0x10000

winmm = ctypes.WinDLL("winmm")
procedure = ctypes.WinDLL("./zipioproc.dll")


def function(library, name, result, *arguments):
    found = getattr(library, name)
    found.restype = result
    found.argtypes = arguments
    return found


install = function(procedure, "InstallZipIoProc", c_uint32)
remove = function(procedure, "RemoveZipIoProc", c_uint32)
error_text = function(procedure, "ZipIoProcErrorText", c_int32, c_wchar_p, c_int32)
open_a = function(winmm, "mmioOpenA", c_void_p, c_char_p, c_void_p, c_uint32)
open_w = function(winmm, "mmioOpenW", c_void_p, c_wchar_p, c_void_p, c_uint32)
read = function(winmm, "mmioRead", c_int32, c_void_p, c_void_p, c_int32)
seek = function(winmm, "mmioSeek", c_int32, c_void_p, c_int32, c_int32)
close = function(winmm, "mmioClose", c_uint32, c_void_p, c_uint32)

with open("hello.wav", "rb") as plain:
    expected = plain.read()


def content(file, length):
    buffer = ctypes.create_string_buffer(length)
    count = read(file, buffer, length)
    return buffer.raw[: max(count, 0)]


def is_the_sound(file):
    """Reads the whole file, then its middle, and closes it."""
    if not file:
        return False
    middle = len(expected) // 2
    whole = content(file, len(expected) + 1) == expected
    sought = seek(file, middle, 0) == middle and content(file, 2) == expected[middle : middle + 2]
    at_end = seek(file, 0, 2) == len(expected)
    return close(file, 0) == 0 and whole and sought and at_end


def opens_a():
    return is_the_sound(open_a(SOUND.encode("ascii"), None, MMIO_READ | MMIO_ALLOCBUF))


def opens_w():
    return is_the_sound(open_w(SOUND, None, MMIO_READ))


def is_refused(entry):
    """Returns whether a missing entry is refused, and this thread's failure names it."""
    if open_a(f"music.zip+{entry}".encode("ascii"), None, MMIO_READ):
        return False
    text = ctypes.create_unicode_buffer(1024)
    error_text(text, 1024)
    return text.value.startswith(f"entry {entry} not in ")


def runs_on_threads():
    good = [False] * THREADS

    def run(number):
        good[number] = all(
            opens_a() and is_refused(f"absent{number}.wav") and opens_w() for _ in range(ROUNDS)
        )

    threads = [threading.Thread(target=run, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return all(good)


def report(what, good):
    print("ok" if good else "FAILED", what, flush=True)


report("installed", install() == 0)
report("mmioOpenA", opens_a())
report("mmioOpenW", opens_w())
report("a missing entry", is_refused("absent.wav"))
report("removed", remove() == 0 and not opens_a())
report("installed again", install() == 0)
report("64 threads", runs_on_threads())
print("ended", flush=True)
