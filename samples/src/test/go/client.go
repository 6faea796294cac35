// Opens files in a ZIP archive through the wrapper DLL, with package syscall, on the main thread
// and on 64 others. All clients of .ci/language-clients print the same lines. They run in the
// application's folder.
package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"unsafe"
)

const (
	threads      = 64
	rounds       = 5
	sound        = "music.zip+hello.wav"
	mmioRead     = 0
	mmioAllocBuf = 0x10000
)

var (
	winmm     = syscall.NewLazyDLL("winmm.dll")
	procedure = syscall.NewLazyDLL(`.\zipioproc.dll`)
	install   = procedure.NewProc("InstallZipIoProc")
	remove    = procedure.NewProc("RemoveZipIoProc")
	errorText = procedure.NewProc("ZipIoProcErrorText")
	openA     = winmm.NewProc("mmioOpenA")
	openW     = winmm.NewProc("mmioOpenW")
	read      = winmm.NewProc("mmioRead")
	seek      = winmm.NewProc("mmioSeek")
	closeFile = winmm.NewProc("mmioClose")

	expected []byte
)

func content(file uintptr, length int) []byte {
	buffer := make([]byte, length)
	count, _, _ := read.Call(file, uintptr(unsafe.Pointer(&buffer[0])), uintptr(length))
	return buffer[:max(int(int32(count)), 0)]
}

func seeks(file uintptr, offset, origin, position int) bool {
	result, _, _ := seek.Call(file, uintptr(offset), uintptr(origin))
	return int(int32(result)) == position
}

// Reads the whole file, then its middle, and closes it.
func isTheSound(file uintptr) bool {
	if file == 0 {
		return false
	}
	middle := len(expected) / 2
	whole := bytes.Equal(content(file, len(expected)+1), expected)
	sought := seeks(file, middle, 0, middle) &&
		bytes.Equal(content(file, 2), expected[middle:middle+2])
	atEnd := seeks(file, 0, 2, len(expected))
	closed, _, _ := closeFile.Call(file, 0)
	return closed == 0 && whole && sought && atEnd
}

func open(name string, flags uintptr) uintptr {
	text, _ := syscall.BytePtrFromString(name)
	file, _, _ := openA.Call(uintptr(unsafe.Pointer(text)), 0, flags)
	return file
}

func openWide(name string, flags uintptr) uintptr {
	text, _ := syscall.UTF16PtrFromString(name)
	file, _, _ := openW.Call(uintptr(unsafe.Pointer(text)), 0, flags)
	return file
}

func opensA() bool { return isTheSound(open(sound, mmioRead|mmioAllocBuf)) }

func opensW() bool { return isTheSound(openWide(sound, mmioRead)) }

// Returns whether a missing entry is refused, and this thread's failure names it.
func isRefused(entry string) bool {
	if open("music.zip+"+entry, mmioRead) != 0 {
		return false
	}
	text := make([]uint16, 1024)
	errorText.Call(uintptr(unsafe.Pointer(&text[0])), uintptr(len(text)))
	return strings.HasPrefix(syscall.UTF16ToString(text), "entry "+entry+" not in ")
}

// The goroutine stays locked to its thread, which therefore ends with it.
func runRounds(number int) bool {
	runtime.LockOSThread()
	for round := 0; round < rounds; round++ {
		if !opensA() || !isRefused(fmt.Sprintf("absent%d.wav", number)) || !opensW() {
			return false
		}
	}
	return true
}

func runsOnThreads() bool {
	var good [threads]bool
	var all sync.WaitGroup
	all.Add(threads)
	for number := 0; number < threads; number++ {
		go func(number int) {
			defer all.Done()
			good[number] = runRounds(number)
		}(number)
	}
	all.Wait()
	return !slices.Contains(good[:], false)
}

func succeeds(proc *syscall.LazyProc) bool {
	status, _, _ := proc.Call()
	return status == 0
}

func report(what string, good bool) {
	if good {
		fmt.Println("ok", what)
	} else {
		fmt.Println("FAILED", what)
	}
}

func main() {
	runtime.LockOSThread()
	expected, _ = os.ReadFile("hello.wav")
	report("installed", succeeds(install))
	report("mmioOpenA", opensA())
	report("mmioOpenW", opensW())
	report("a missing entry", isRefused("absent.wav"))
	report("removed", succeeds(remove) && !opensA())
	report("installed again", succeeds(install))
	report("64 threads", runsOnThreads())
	fmt.Println("ended")
}
