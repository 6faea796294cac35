"""Checks DLLs that "ioproc wrap" wrote, with readers that know nothing of it: pefile, and llvm-readobj if it
is installed. Prints a line for each DLL, and fails on a warning, a wrong checksum, a damaged archive, or
exports that differ from the module-definitions file.

Usage: image.py FOLDER...
A folder contains <library>.def and, for each architecture, x64/<library>.dll and x64/<library>.lib."""

import io
import re
import shutil
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pefile

HAS_ARCHIVE, INSIDE, BESIDE = 1, 2, 4

MACHINES = {"x64": 0x8664, "x86": 0x014C, "arm64": 0xAA64}


def definitions(file):
    """Returns the exports of a module-definitions file: the ordinals and names, None for a nameless one."""
    lines = [line.split(";")[0].strip() for line in file.read_text("utf-8").splitlines()]
    exports, missing = {}, []
    for line in lines[lines.index("EXPORTS") + 1:]:
        entry = re.fullmatch(r"([^\s=@]+)(?:\s*=\s*\S+)?(?:\s+@(\d+)(\s+NONAME)?)?(?:\s+PRIVATE)?", line)
        if entry and entry[2]:
            exports[int(entry[2])] = None if entry[3] else entry[1]
        elif entry:
            missing.append(entry[1])
        elif line:
            raise ValueError(f"{file}: {line}")
    for name in sorted(missing, key=str.encode):
        exports[next(n for n in range(1, 0x10000) if n not in exports)] = name
    return exports


def exported(image):
    return {symbol.ordinal: symbol.name and symbol.name.decode()
            for symbol in image.DIRECTORY_ENTRY_EXPORT.symbols if symbol.address}


def resources(image):
    """Returns the resources' bytes by type, name and language."""
    found = {}
    for kind in image.DIRECTORY_ENTRY_RESOURCE.entries:
        for name in kind.directory.entries:
            for language in name.directory.entries:
                place = language.data.struct
                key = (kind.id, str(name.name) if name.name else name.id, language.id)
                found[key] = image.get_data(place.OffsetToData, place.Size)
    return found


def flags_problems(configuration):
    """Checks the flags: Java runs inside only, beside only, or where it can."""
    (flags,) = struct.unpack_from("<14xH", configuration)
    return [f"the configuration's flags are {flags}"] if flags & ~HAS_ARCHIVE not in (0, INSIDE, BESIDE) else []


def archive_problems(configuration, content):
    """Checks the archive: it ends with the file, and each of its entries has its checksum."""
    flags, offset, length, checksum = struct.unpack_from("<14xH8xIII", configuration)
    if not flags & HAS_ARCHIVE:
        return []
    archive = content[offset:offset + length]
    if offset % 0x200 or offset + length != len(content) or zlib.crc32(archive) != checksum:
        return ["the archive is not where the configuration says"]
    with zipfile.ZipFile(io.BytesIO(archive)) as entries:
        damaged = entries.testzip()
    return [f"the archive's entry {damaged} is damaged"] if damaged else []


def image_problems(file, expected):
    content = file.read_bytes()
    image = pefile.PE(data=content)
    problems = [f"pefile: {warning}" for warning in image.get_warnings()]
    if image.FILE_HEADER.Machine != MACHINES[file.parent.name] or not image.is_dll():
        problems.append(f"it is not a DLL for {file.parent.name}")
    if not image.verify_checksum():
        problems.append("its checksum is wrong")
    if image.get_overlay_data_start_offset() is not None:
        problems.append("bytes follow its last section")
    if exported(image) != expected:
        differing = set(exported(image).items()) ^ set(expected.items())
        problems.append(f"exports and module definitions differ: {sorted(differing, key=str)}")
    found = resources(image)
    if list(found) != [(10, "IOPROC", 0x409), (16, 1, 0x409)]:
        return problems + [f"its resources are {list(found)}"]
    configuration = found[10, "IOPROC", 0x409]
    return problems + flags_problems(configuration) + archive_problems(configuration, content)


def readobj_problems(file):
    """Returns what llvm-readobj complains about."""
    if not shutil.which("llvm-readobj"):
        return []
    result = subprocess.run(["llvm-readobj", "--all", file], capture_output=True, text=True,
                            errors="replace", check=False)
    complaints = [line for line in (result.stdout + result.stderr).splitlines()
                  if re.search(r"\b(warning|error):", line)]
    return complaints or ([f"llvm-readobj failed with {result.returncode}"] if result.returncode else [])


def check(file, expected):
    problems = image_problems(file, expected) + readobj_problems(file)
    library = file.with_suffix(".lib")
    problems += readobj_problems(library) if library.exists() else [f"{library} is missing"]
    correct = f"{len(expected)} exports, {file.stat().st_size} bytes: correct"
    print(f"{file}: {'; '.join(problems) or correct}")
    return not problems


def main(folders):
    results = []
    for folder in map(Path, folders):
        for module in sorted(folder.glob("*.def")):
            files = sorted(folder.glob(f"*/{module.stem}.dll"))
            results += [check(file, definitions(module)) for file in files]
    if not results:
        sys.exit("No DLLs. Usage: image.py FOLDER...")
    if not shutil.which("llvm-readobj"):
        print("Not read by llvm-readobj, because it is not installed")
    sys.exit(not all(results))


main(sys.argv[1:])
