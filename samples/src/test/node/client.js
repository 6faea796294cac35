// Opens files in a ZIP archive through the wrapper DLL, with koffi, on the main thread and on 64
// others. All clients of .ci/language-clients print the same lines. They run in the application's
// folder.
"use strict";

const fs = require("fs");
const { Worker, isMainThread, parentPort, workerData } = require("worker_threads");
const koffi = require("koffi");

const THREADS = 64;
const ROUNDS = 5;
const SOUND = "music.zip+hello.wav";
const MMIO_READ = 0;
const MMIO_ALLOCBUF = 0x10000;

const winmm = koffi.load("winmm.dll");
const procedure = koffi.load(".\\zipioproc.dll");
const install = procedure.func("uint32_t InstallZipIoProc()");
const remove = procedure.func("uint32_t RemoveZipIoProc()");
const errorText = procedure.func("int ZipIoProcErrorText(void *buffer, int length)");
const openA = winmm.func("void *mmioOpenA(str name, void *info, uint32_t flags)");
const openW = winmm.func("void *mmioOpenW(str16 name, void *info, uint32_t flags)");
const read = winmm.func("int mmioRead(void *file, void *buffer, int length)");
const seek = winmm.func("int mmioSeek(void *file, int offset, int origin)");
const close = winmm.func("uint32_t mmioClose(void *file, uint32_t flags)");

const expected = fs.readFileSync("hello.wav");

function content(file, length) {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, Math.max(read(file, buffer, length), 0));
}

// Reads the whole file, then its middle, and closes it.
function isTheSound(file) {
  if (file === null) {
    return false;
  }
  const middle = expected.length >> 1;
  const whole = content(file, expected.length + 1).equals(expected);
  const sought =
    seek(file, middle, 0) === middle &&
    content(file, 2).equals(expected.subarray(middle, middle + 2));
  const atEnd = seek(file, 0, 2) === expected.length;
  return close(file, 0) === 0 && whole && sought && atEnd;
}

function opensA() {
  return isTheSound(openA(SOUND, null, MMIO_READ | MMIO_ALLOCBUF));
}

function opensW() {
  return isTheSound(openW(SOUND, null, MMIO_READ));
}

// Returns whether a missing entry is refused, and this thread's failure names it.
function isRefused(entry) {
  if (openA(`music.zip+${entry}`, null, MMIO_READ) !== null) {
    return false;
  }
  const text = Buffer.alloc(2048);
  errorText(text, 1024);
  return text.toString("utf16le").startsWith(`entry ${entry} not in `);
}

function runRounds(number) {
  for (let round = 0; round < ROUNDS; round++) {
    if (!(opensA() && isRefused(`absent${number}.wav`) && opensW())) {
      return false;
    }
  }
  return true;
}

function runOnThread(number) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: number });
    let good = false;
    worker.on("message", (message) => (good = message));
    worker.on("error", reject);
    worker.on("exit", () => resolve(good));
  });
}

// Written synchronously, because Node.js under Wine cannot write to a pipe.
function print(line) {
  fs.writeSync(1, `${line}\n`);
}

function report(what, good) {
  print(`${good ? "ok" : "FAILED"} ${what}`);
}

async function main() {
  report("installed", install() === 0);
  report("mmioOpenA", opensA());
  report("mmioOpenW", opensW());
  report("a missing entry", isRefused("absent.wav"));
  report("removed", remove() === 0 && !opensA());
  report("installed again", install() === 0);
  const results = await Promise.all([...Array(THREADS).keys()].map(runOnThread));
  report("64 threads", results.every((good) => good));
  print("ended");
}

if (isMainThread) {
  main();
} else {
  parentPort.postMessage(runRounds(workerData));
}
