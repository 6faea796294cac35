// Opens files in a ZIP archive through the wrapper DLL, with its header and its import library, on
// the main thread and on 64 others. All clients of .ci/language-clients print the same lines. They
// run in the application's folder.
#include <windows.h>
#include <mmsystem.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "zipioproc.h"

namespace {

constexpr int threads = 64;
constexpr int rounds = 5;
const char *const sound = "music.zip+hello.wav";
const wchar_t *const wide_sound = L"music.zip+hello.wav";

std::vector<char> expected;

std::vector<char> load(const char *path)
{
    std::ifstream file(path, std::ios::binary);

    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<char> content(HMMIO file, LONG length)
{
    std::vector<char> buffer(static_cast<std::size_t>(length));
    LONG count = mmioRead(file, buffer.data(), length);

    buffer.resize(static_cast<std::size_t>(std::max(count, 0L)));
    return buffer;
}

// Reads the whole file, then its middle, and closes it.
bool is_the_sound(HMMIO file)
{
    if (file == nullptr)
        return false;
    LONG size = static_cast<LONG>(expected.size());
    LONG middle = size / 2;
    bool whole = content(file, size + 1) == expected;
    bool sought = mmioSeek(file, middle, SEEK_SET) == middle &&
                  content(file, 2) == std::vector<char>{expected[middle], expected[middle + 1]};
    bool at_end = mmioSeek(file, 0, SEEK_END) == size;
    return mmioClose(file, 0) == 0 && whole && sought && at_end;
}

// mmio may write to the name.
HMMIO open(const std::string &name, DWORD flags)
{
    std::string copy(name);

    return mmioOpenA(copy.data(), nullptr, flags);
}

bool opens_a()
{
    return is_the_sound(open(sound, MMIO_READ | MMIO_ALLOCBUF));
}

bool opens_w()
{
    std::wstring name(wide_sound);

    return is_the_sound(mmioOpenW(name.data(), nullptr, MMIO_READ));
}

// Returns whether a missing entry is refused, and this thread's failure names it.
bool is_refused(const std::string &entry)
{
    if (open("music.zip+" + entry, MMIO_READ) != nullptr)
        return false;
    std::array<wchar_t, 1024> text{};
    ZipIoProcErrorText(text.data(), static_cast<int>(text.size()));
    std::wstring begin = L"entry " + std::wstring(entry.begin(), entry.end()) + L" not in ";
    return std::wstring(text.data()).compare(0, begin.size(), begin) == 0;
}

// Returns 0 if all succeed. The parameter is the thread's number.
DWORD WINAPI run_rounds(void *parameter)
{
    std::string absent = "absent" + std::to_string(reinterpret_cast<INT_PTR>(parameter)) + ".wav";

    for (int round = 0; round < rounds; round++) {
        if (!opens_a() || !is_refused(absent) || !opens_w())
            return 1;
    }
    return 0;
}

bool ended_well(HANDLE thread)
{
    DWORD result = 1;

    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &result);
    CloseHandle(thread);
    return result == 0;
}

// mingw-w64's library may lack std::thread.
bool runs_on_threads()
{
    std::vector<HANDLE> all;

    for (INT_PTR number = 0; number < threads; number++)
        all.push_back(
            CreateThread(nullptr, 0, run_rounds, reinterpret_cast<void *>(number), 0, nullptr));
    return std::count_if(all.begin(), all.end(), ended_well) == threads;
}

void report(const char *what, bool good)
{
    std::cout << (good ? "ok " : "FAILED ") << what << std::endl;
}

} // namespace

int main()
{
    expected = load("hello.wav");
    report("installed", InstallZipIoProc() == 0);
    report("mmioOpenA", opens_a());
    report("mmioOpenW", opens_w());
    report("a missing entry", is_refused("absent.wav"));
    report("removed", RemoveZipIoProc() == 0 && !opens_a());
    report("installed again", InstallZipIoProc() == 0);
    report("64 threads", runs_on_threads());
    std::cout << "ended" << std::endl;
}
