//! Opens files in a ZIP archive through the wrapper DLL, with its import library, on the main thread
//! and on 64 others. All clients of .ci/language-clients print the same lines. They run in the
//! application's folder.

use std::ffi::{c_void, CString};
use std::os::raw::c_char;
use std::{fs, ptr, thread};

const THREADS: usize = 64;
const ROUNDS: usize = 5;
const SOUND: &str = "music.zip+hello.wav";
const MMIO_READ: u32 = 0;
const MMIO_ALLOCBUF: u32 = 0x10000;

type File = *mut c_void;

#[link(name = "winmm")]
extern "system" {
    fn mmioOpenA(name: *const c_char, info: *mut c_void, flags: u32) -> File;
    fn mmioOpenW(name: *const u16, info: *mut c_void, flags: u32) -> File;
    fn mmioRead(file: File, buffer: *mut u8, length: i32) -> i32;
    fn mmioSeek(file: File, offset: i32, origin: i32) -> i32;
    fn mmioClose(file: File, flags: u32) -> u32;
}

#[link(name = "zipioproc")]
extern "system" {
    fn InstallZipIoProc() -> u32;
    fn RemoveZipIoProc() -> u32;
    fn ZipIoProcErrorText(buffer: *mut u16, length: i32) -> i32;
}

fn installs() -> bool {
    unsafe { InstallZipIoProc() == 0 }
}

fn removes() -> bool {
    unsafe { RemoveZipIoProc() == 0 }
}

fn error_text() -> String {
    let mut text = [0u16; 1024];
    let length = unsafe { ZipIoProcErrorText(text.as_mut_ptr(), text.len() as i32) };
    String::from_utf16_lossy(&text[..(length as usize).min(text.len() - 1)])
}

fn open(name: &str, flags: u32) -> File {
    let name = CString::new(name).unwrap();
    unsafe { mmioOpenA(name.as_ptr(), ptr::null_mut(), flags) }
}

fn open_wide(name: &str, flags: u32) -> File {
    let name: Vec<u16> = name.encode_utf16().chain(Some(0)).collect();
    unsafe { mmioOpenW(name.as_ptr(), ptr::null_mut(), flags) }
}

fn content(file: File, length: usize) -> Vec<u8> {
    let mut buffer = vec![0; length];
    let count = unsafe { mmioRead(file, buffer.as_mut_ptr(), length as i32) };
    buffer.truncate(count.max(0) as usize);
    buffer
}

fn seek(file: File, offset: usize, origin: i32) -> usize {
    unsafe { mmioSeek(file, offset as i32, origin) as usize }
}

/// Reads the whole file, then its middle, and closes it.
fn is_the_sound(file: File, expected: &[u8]) -> bool {
    if file.is_null() {
        return false;
    }
    let size = expected.len();
    let middle = size / 2;
    let whole = content(file, size + 1) == expected;
    let sought =
        seek(file, middle, 0) == middle && content(file, 2) == expected[middle..middle + 2];
    let at_end = seek(file, 0, 2) == size;
    unsafe { mmioClose(file, 0) == 0 && whole && sought && at_end }
}

fn opens_a(expected: &[u8]) -> bool {
    is_the_sound(open(SOUND, MMIO_READ | MMIO_ALLOCBUF), expected)
}

fn opens_w(expected: &[u8]) -> bool {
    is_the_sound(open_wide(SOUND, MMIO_READ), expected)
}

/// Returns whether a missing entry is refused, and this thread's failure names it.
fn is_refused(entry: &str) -> bool {
    open(&format!("music.zip+{entry}"), MMIO_READ).is_null()
        && error_text().starts_with(&format!("entry {entry} not in "))
}

fn runs_rounds(number: usize, expected: &[u8]) -> bool {
    let absent = format!("absent{number}.wav");
    (0..ROUNDS).all(|_| opens_a(expected) && is_refused(&absent) && opens_w(expected))
}

fn runs_on_threads(expected: &[u8]) -> bool {
    thread::scope(|scope| {
        let start = |number| scope.spawn(move || runs_rounds(number, expected));
        let all: Vec<_> = (0..THREADS).map(start).collect();
        all.into_iter().all(|thread| thread.join().unwrap())
    })
}

fn report(what: &str, good: bool) {
    println!("{} {what}", if good { "ok" } else { "FAILED" });
}

fn main() {
    let expected = fs::read("hello.wav").unwrap();
    report("installed", installs());
    report("mmioOpenA", opens_a(&expected));
    report("mmioOpenW", opens_w(&expected));
    report("a missing entry", is_refused("absent.wav"));
    report("removed", removes() && !opens_a(&expected));
    report("installed again", installs());
    report("64 threads", runs_on_threads(&expected));
    println!("ended");
}
