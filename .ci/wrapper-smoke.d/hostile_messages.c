/* Messages at the procedure's address: valid ones, and others that it must refuse. */
#include "hostile.h"

#include <string.h>

#include "zipioproc.h"

static LRESULT send_to(struct thread *t, MMIOINFO *info, UINT message, LPARAM lParam1,
                       LPARAM lParam2)
{
    t->messages++;
    return ZipIoProc((LPSTR)info, message, lParam1, lParam2);
}

static LRESULT open_at(struct thread *t, MMIOINFO *info, DWORD flags, const char *text)
{
    memset(info, (int)next(t), sizeof *info);
    info->dwFlags = flags;
    return send_to(t, info, MMIOM_OPEN, (LPARAM)(text == NULL ? NULL : name(t, text)), 0);
}

static void open_well(struct thread *t, struct file *file)
{
    LRESULT opened = open_at(t, file->info, (DWORD)below(t, 5) << 4, NAME);

    expect(t, opened == 0 && file->info->adwInfo[2] != 0 && file->info->lDiskOffset == 0, "open",
           opened);
    file->position = 0;
}

static void close_well(struct thread *t, struct file *file)
{
    DWORD token = file->info->adwInfo[2];
    LRESULT closed = send_to(t, file->info, MMIOM_CLOSE, 0, 0);

    expect(t, closed == 0 && file->info->adwInfo[2] == 0, "close", closed);
    t->stale[below(t, STALE)] = token;
}

static void read_well(struct thread *t, struct file *file)
{
    LONG count = below(t, below(t, 8) == 0 ? 9000 : 80);

    expect_tone(t, file, count,
                send_to(t, file->info, MMIOM_READ, (LPARAM)(t->bytes - count), count));
}

static void seek_somewhere(struct thread *t, struct file *file)
{
    LONG_PTR offset = below(t, 2) == 0 ? below(t, LENGTH) : (LONG)next(t);
    LONG_PTR target = 0;
    int origin = below(t, 4);
    LRESULT found;

    if (origin < 2)
        target = offset + (origin == 1 ? file->position : 0);
    else if (origin == 2)
        target = LENGTH - (offset < 0 ? -offset : offset);
    if (origin == 3 || target < 0 || target > 0x7FFFFFFF)
        target = -1;
    found = send_to(t, file->info, MMIOM_SEEK, offset, origin);
    expect(t, found == target, "seek", found);
    if (target >= 0)
        file->position = (LONG)target;
}

static void send_badly(struct thread *t, struct file *file)
{
    static const UINT transfers[] = {MMIOM_READ, MMIOM_WRITE, MMIOM_WRITEFLUSH};
    UINT message = transfers[below(t, 3)];
    LPARAM bad = (LPARAM)((ULONG_PTR)0x80000000 << below(t, 33)) | (LPARAM)next(t) << 33;
    LRESULT answer;

    if (bad >= 0 && bad < 0x80000000LL)
        bad = -1;
    answer = send_to(t, file->info, message, (LPARAM)(t->bytes - 80), bad);
    expect(t, answer == -1, "a bad count", answer);
    answer = send_to(t, file->info, message, 0, 1 + below(t, 100));
    expect(t, answer == -1, "no buffer", answer);
    answer = send_to(t, file->info, MMIOM_WRITE, (LPARAM)(t->bytes - 9), 9);
    expect(t, answer == -1, "write, read-only", answer);
    answer = send_to(t, NULL, message, (LPARAM)(t->bytes - 9), 9);
    expect(t, answer == -1, "no MMIOINFO", answer);
    answer = send_to(t, NULL, below(t, 2) == 0 ? MMIOM_OPEN : MMIOM_CLOSE, 0, 0);
    expect(t, answer > 0, "open or close without MMIOINFO", answer);
    answer = send_to(t, NULL, MMIOM_RENAME, 0, 0);
    expect(t, answer > 0, "rename", answer);
    answer = send_to(t, file->info, 7 + below(t, 0x7FFFFFF), next(t), next(t));
    expect(t, answer == 0, "an unknown message", answer);
}

static BOOL is_open(DWORD token)
{
    int i;

    for (i = 0; i < THREADS * FILES; i++)
        if (thread[i / FILES].file[i % FILES].info->adwInfo[2] == token)
            return TRUE;
    return FALSE;
}

static void send_forged(struct thread *t, DWORD token)
{
    LRESULT answer;

    if (token == 0 || is_open(token))
        return;
    t->forged->adwInfo[2] = token;
    t->forged->lDiskOffset = below(t, 100);
    answer = send_to(t, t->forged, below(t, 3), (LPARAM)(t->bytes - 80), below(t, 80));
    expect(t, answer == -1, "a forged token", answer);
    answer = send_to(t, t->forged, MMIOM_CLOSE, 0, 0);
    expect(t, answer > 0, "close, forged", answer);
}

static void open_badly(struct thread *t)
{
    LRESULT answer;

    answer = open_at(t, t->forged, MMIO_READ, "music.zip+absent.wav");
    expect(t, answer == MMIOERR_FILENOTFOUND, "a missing file", answer);
    answer = open_at(t, t->forged, MMIO_WRITE | MMIO_READWRITE, NAME);
    expect(t, answer > 0, "mode 3", answer);
    answer = open_at(t, t->forged, MMIO_READ, NULL);
    expect(t, answer > 0, "no name", answer);
    answer = open_at(t, t->forged, MMIO_EXIST, NAME);
    expect(t, answer == 0 && t->forged->adwInfo[2] == 0, "exist", answer);
    answer = send_to(t, t->forged, MMIOM_CLOSE, 0, 0);
    expect(t, answer == 0, "close after it", answer);
    memset(t->names - PAGES, 'x', PAGES);
    answer = send_to(t, t->forged, MMIOM_OPEN, (LPARAM)(t->names - PAGES), 0);
    expect(t, answer > 0, "a name without end", answer);
}

static void one_message(struct thread *t)
{
    struct file *file = &t->file[below(t, FILES)];
    int what = below(t, 20);

    if (file->info->adwInfo[2] == 0)
        open_well(t, file);
    else if (what < 8)
        read_well(t, file);
    else if (what < 13)
        seek_somewhere(t, file);
    else if (what < 15)
        close_well(t, file);
    else if (what < 16)
        send_badly(t, file);
    else if (what < 17)
        send_forged(t, t->stale[below(t, STALE)]);
    else if (what < 19)
        send_forged(t, file->info->adwInfo[2] ^ (DWORD)1 << below(t, 32));
    else
        open_badly(t);
}

DWORD WINAPI messages(void *parameter)
{
    struct thread *t = parameter;
    int i;

    while (t->messages < t->limit)
        one_message(t);
    for (i = 0; i < FILES; i++)
        if (t->file[i].info->adwInfo[2] != 0)
            close_well(t, &t->file[i]);
    return 0;
}
