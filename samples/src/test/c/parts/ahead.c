/*
 * Tests that read-ahead cannot be seen, with random messages to files whose contents are known. The
 * program contains the DLL's sources for messages to Java beside the process.
 *
 *   ahead SETTING    the value of IOPROC_READ_AHEAD, or - for none
 */
#include "ahead.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

#define FILES 6
#define ROUNDS 20
#define MESSAGES 2000
#define LONGEST_READ (80 * 1024)
#define PIECE 4096
#define DEFAULT_AHEAD (64 * 1024)

struct open_file {
    MMIOINFO info;
    DWORD content;
    LONG position; /* where the file must be */
};

static struct ioproc_procedure procedure = {.name = L"ahead", .provider = L"", .prepared = 1};
static struct open_file files[FILES];
static const struct open_file *busy; /* that a read or write is being sent to */
static const char *setting;
static BOOL complained;
static BYTE buffer[LARGEST];
static BYTE expected[LARGEST];

BOOL ioproc_options_setting(const WCHAR *variable, const char *property, WCHAR *value, int length)
{
    return lstrcmpW(variable, L"IOPROC_READ_AHEAD") == 0 &&
           strcmp(property, "org.ioproc.readahead") == 0 && strcmp(setting, "-") != 0 &&
           MultiByteToWideChar(CP_ACP, 0, setting, -1, value, length) > 0;
}

void ioproc_log(const WCHAR *format, ...)
{
    (void)format;
    complained = TRUE;
}

static LRESULT send(MMIOINFO *info, UINT message, LPARAM first, LPARAM second)
{
    return ioproc_beside_message(&procedure, (LPSTR)info, message, first, second);
}

static LRESULT send_busy(struct open_file *file, UINT message, BYTE *data, DWORD count)
{
    const struct open_file *other = busy;
    LRESULT result;

    busy = file;
    result = send(&file->info, message, (LPARAM)data, (LPARAM)count);
    busy = other;
    return result;
}

static BOOL open_content(struct open_file *file, DWORD content, DWORD flags)
{
    char name[2] = {(char)('0' + content), '\0'};

    ZeroMemory(file, sizeof *file);
    file->content = content;
    file->info.dwFlags = flags;
    return send(&file->info, MMIOM_OPEN, (LPARAM)name, 0) == 0;
}

static BOOL read_file(struct open_file *file, DWORD count)
{
    DWORD size = contents[file->content].size;
    DWORD left = (DWORD)file->position < size ? size - (DWORD)file->position : 0;
    LRESULT read;

    memcpy(expected, contents[file->content].bytes + file->position, left < count ? left : count);
    seen.shortened = seen.failed = FALSE;
    read = send_busy(file, MMIOM_READ, buffer, count);
    if (seen.failed) {
        REQUIRE(read == -1);
    } else {
        REQUIRE(read >= 0 && read <= (LRESULT)count && read <= (LRESULT)left);
        REQUIRE(seen.shortened || read == (LRESULT)(left < count ? left : count));
        REQUIRE(memcmp(buffer, expected, (size_t)read) == 0);
        file->position += (LONG)read;
    }
    REQUIRE(file->info.lDiskOffset == file->position);
    return TRUE;
}

static BOOL write_file(struct open_file *file)
{
    DWORD count = 1 + random_below(LONGEST_READ);
    BYTE *data;
    BOOL written;

    if ((DWORD)file->position + count > LARGEST)
        return TRUE;
    data = malloc(count);
    fill(data, count);
    written = send_busy(file, random_below(2) == 0 ? MMIOM_WRITE : MMIOM_WRITEFLUSH, data,
                        count) == (LRESULT)count &&
              memcmp(contents[file->content].bytes + file->position, data, count) == 0;
    free(data);
    REQUIRE(written);
    file->position += (LONG)count;
    REQUIRE(file->info.lDiskOffset == file->position);
    return TRUE;
}

static BOOL seek_file(struct open_file *file)
{
    LONG size = (LONG)contents[file->content].size;
    LONG target = (LONG)random_below((DWORD)size + 1);
    int origin = (int)random_below(3);
    LONG base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? file->position : size;

    REQUIRE(send(&file->info, MMIOM_SEEK, target - base, origin) == target);
    file->position = target;
    REQUIRE(file->info.lDiskOffset == target);
    return TRUE;
}

/* The ways other than a write in which a content changes. */
static BOOL change(struct open_file *file)
{
    char from[] = "0";
    char to[] = "1";
    struct open_file created;

    switch (random_below(3)) {
    case 0:
        return send(NULL, MMIOM_RENAME, (LPARAM)from, (LPARAM)to) == 0;
    case 1:
        return send(&file->info, MMIOM_USER, (LPARAM)random_below(LARGEST), 0) == 0;
    default:
        return open_content(&created, file->content, MMIO_CREATE | MMIO_WRITE) &&
               read_file(file, PIECE) && write_file(&created) &&
               send(&created.info, MMIOM_CLOSE, 0, 0) == 0;
    }
}

/* Messages to the busy file wait. Others read on, so that they get ahead, or write. */
static void do_meanwhile(BOOL writing)
{
    DWORD i;

    for (i = 0; i < 4 * FILES; i++) {
        struct open_file *other = &files[i % FILES];

        if (other != busy && writing && !read_file(other, PIECE))
            report("reads during a write", FALSE);
    }
    if (!writing && busy != &files[0] && !write_file(&files[0]))
        report("a write during a read", FALSE);
}

/* Programs mostly read on. */
static BOOL send_any(struct open_file *file)
{
    DWORD chance = random_below(100);

    if (chance < 3)
        return change(file);
    if (chance < 8)
        return seek_file(&files[0]) && write_file(&files[0]);
    if (chance < 12)
        return seek_file(file);
    return read_file(file, 1 + random_below(chance < 20 ? LONGEST_READ : 2 * PIECE));
}

static BOOL run_round(void)
{
    DWORD i;

    for (i = 0; i < CONTENTS; i++) {
        contents[i].size = random_below(LARGEST);
        fill(contents[i].bytes, LARGEST);
    }
    for (i = 0; i < FILES; i++)
        REQUIRE(open_content(&files[i], i % CONTENTS, i < 2 ? MMIO_READWRITE : MMIO_READ));
    for (i = 0; i < MESSAGES; i++)
        REQUIRE(send_any(&files[random_below(FILES)]));
    for (i = 0; i < FILES; i++)
        REQUIRE(send(&files[i].info, MMIOM_CLOSE, 0, 0) == 0);
    return TRUE;
}

static BOOL run_rounds(BOOL reads_go_wrong, void (*meanwhile)(BOOL))
{
    int i;

    trouble.reads = reads_go_wrong;
    trouble.meanwhile = meanwhile;
    for (i = 0; i < ROUNDS; i++)
        REQUIRE(run_round());
    ZeroMemory(&trouble, sizeof trouble);
    return TRUE;
}

/* Reads a file from front to back. Requests bring as much more as the setting says. */
static BOOL saves_requests(DWORD ahead)
{
    DWORD pieces = LARGEST / PIECE;
    DWORD most = 2 + LARGEST / (1 + ahead);
    struct open_file *file = &files[0];
    DWORD i;

    contents[0].size = LARGEST;
    ZeroMemory(&seen, sizeof seen);
    REQUIRE(open_content(file, 0, MMIO_READ));
    for (i = 0; i < pieces; i++)
        REQUIRE(read_file(file, PIECE));
    REQUIRE(send(&file->info, MMIOM_CLOSE, 0, 0) == 0);
    REQUIRE(seen.reads <= (most < pieces ? most : pieces) && (seen.with_wish > 0) == (ahead > 0));
    return TRUE;
}

static DWORD limit_of_setting(void)
{
    char *rest;
    DWORD limit = (DWORD)strtoul(setting, &rest, 10);

    return rest == setting || *rest != '\0' ? DEFAULT_AHEAD : limit;
}

int main(int argc, char **argv)
{
    BOOL is_text;

    setting = argc == 2 ? argv[1] : "-";
    is_text = strcmp(setting, "-") != 0 && strspn(setting, "0123456789") != strlen(setting);
    begin();
    report_as(saves_requests(limit_of_setting()), "IOPROC_READ_AHEAD=%s saves requests", setting);
    report("a value that is no number is reported", complained == is_text);
    report("random messages", run_rounds(FALSE, NULL));
    report("reads that fail or are short", run_rounds(TRUE, NULL));
    report("writes during reads, and reads during writes", run_rounds(TRUE, do_meanwhile));
    return end();
}
