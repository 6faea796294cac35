// Opens files in a ZIP archive through the wrapper DLL with koffi's asynchronous calls. Each runs on
// one of 64 threads and on a stack that koffi allocates, rarely the stack of that thread's last call.
// See .ci/language-clients.
"use strict";

process.env.UV_THREADPOOL_SIZE = "64";

const fs = require("fs");
const { promisify } = require("util");
const koffi = require("koffi");

const FILES = 64;
const ROUNDS = 5;
const MMIO_READ = 0;
const MMIO_ALLOCBUF = 0x10000;

const winmm = koffi.load("winmm.dll");
const procedure = koffi.load(".\\zipioproc.dll");
const install = asynchronous(procedure, "uint32_t InstallZipIoProc()");
const open = asynchronous(winmm, "void *mmioOpenA(str name, void *info, uint32_t flags)");
const read = asynchronous(winmm, "int mmioRead(void *file, void *buffer, int length)");
const seek = asynchronous(winmm, "int mmioSeek(void *file, int offset, int origin)");
const close = asynchronous(winmm, "uint32_t mmioClose(void *file, uint32_t flags)");

const expected = fs.readFileSync("hello.wav");

function asynchronous(library, declaration) {
  return promisify(library.func(declaration).async);
}

async function opens() {
  const file = await open("music.zip+hello.wav", null, MMIO_READ | MMIO_ALLOCBUF);
  if (file === null) {
    return false;
  }
  const whole = Buffer.alloc(expected.length);
  const count = await read(file, whole, whole.length);
  const atEnd = (await seek(file, 0, 2)) === expected.length;
  return (await close(file, 0)) === 0 && count === expected.length && whole.equals(expected) && atEnd;
}

async function opensAgainAndAgain() {
  for (let round = 0; round < ROUNDS; round++) {
    if (!(await opens())) {
      return false;
    }
  }
  return true;
}

async function isRefused(name) {
  return (await open(name, null, MMIO_READ)) === null;
}

function report(what, good) {
  fs.writeSync(1, `${good ? "ok" : "FAILED"} ${what}\n`);
}

async function main() {
  report("installed", (await install()) === 0);
  report("mmioOpenA", await opens());
  report("a missing entry", await isRefused("music.zip+absent.wav"));
  const results = await Promise.all(Array.from({ length: FILES }, opensAgainAndAgain));
  report("64 files at once", results.every((good) => good));
  fs.writeSync(1, "ended\n");
}

main();
