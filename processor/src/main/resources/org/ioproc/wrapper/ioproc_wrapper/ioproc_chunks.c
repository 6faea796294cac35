/* Walks the chunks of a RIFF file through mmio, and compares their sizes with the file's. */
#include "ioproc_private.h"

#define HEADER 8

/* A file of nothing but empty chunks must not fill the report. */
#define MOST_CHUNKS 200

struct walk {
    struct ioproc_report *report;
    HMMIO file;
    int count;
    BOOL has_format;
    BOOL has_data;
};

static BOOL is_list(const MMCKINFO *chunk)
{
    return chunk->ckid == FOURCC_RIFF || chunk->ckid == FOURCC_LIST;
}

static void show(struct walk *walk, const MMCKINFO *chunk, int depth)
{
    WCHAR indent[64] = L"";
    WCHAR id[IOPROC_CODE];
    WCHAR type[IOPROC_CODE] = L"";

    for (; depth > 0; depth--)
        ioproc_append(indent, 64, L"  ");
    if (is_list(chunk))
        ioproc_code_text(chunk->fccType, type);
    ioproc_report_line(walk->report, walk->count == 0 ? L"chunks" : L"",
                       L"%ls%ls%ls%ls, %lu bytes at %lu", indent, ioproc_code_text(chunk->ckid, id),
                       *type == L'\0' ? L"" : L" ", type, chunk->cksize, chunk->dwDataOffset);
    walk->count++;
    walk->has_format = walk->has_format || chunk->ckid == mmioFOURCC('f', 'm', 't', ' ');
    walk->has_data = walk->has_data || chunk->ckid == mmioFOURCC('d', 'a', 't', 'a');
}

static void require_sound(const struct walk *walk, const MMCKINFO *chunk)
{
    if (!is_list(chunk) || chunk->fccType != mmioFOURCC('W', 'A', 'V', 'E') ||
        walk->count >= MOST_CHUNKS)
        return;
    if (!walk->has_format)
        ioproc_report_problem(walk->report,
                              L"A sound must have a chunk \"fmt \". This one has none.");
    if (!walk->has_data)
        ioproc_report_problem(walk->report,
                              L"A sound must have a chunk \"data\". This one has none.");
}

static void report_too_long(const struct walk *walk, const MMCKINFO *chunk, DWORD end)
{
    WCHAR id[IOPROC_CODE];

    ioproc_report_problem(walk->report,
                          L"Chunk \"%ls\" at %lu has %lu bytes according to its header, but only "
                          L"%lu bytes follow. The file is cut off, or the program that wrote it "
                          L"did not complete the header.",
                          ioproc_code_text(chunk->ckid, id), chunk->dwDataOffset, chunk->cksize,
                          end - chunk->dwDataOffset);
}

static BOOL has_next(const struct walk *walk, DWORD end)
{
    LONG position = mmioSeek(walk->file, 0, SEEK_CUR);

    return position >= 0 && (DWORD)position + HEADER <= end && walk->count < MOST_CHUNKS;
}

/* Walks the chunks up to a position, which is the end of their parent or of the file. */
static void walk_to(struct walk *walk, const MMCKINFO *parent, DWORD end, int depth)
{
    while (has_next(walk, end)) {
        MMCKINFO chunk;
        ULONGLONG data_end;

        ZeroMemory(&chunk, sizeof chunk);
        if (mmioDescend(walk->file, &chunk, parent, 0) != MMSYSERR_NOERROR)
            return;
        show(walk, &chunk, depth);
        data_end = (ULONGLONG)chunk.dwDataOffset + chunk.cksize;
        if (data_end > end)
            report_too_long(walk, &chunk, end);
        if (is_list(&chunk)) {
            walk_to(walk, &chunk, data_end > end ? end : (DWORD)data_end, depth + 1);
            require_sound(walk, &chunk);
        }
        if (data_end + (chunk.cksize & 1) >= end ||
            mmioAscend(walk->file, &chunk, 0) != MMSYSERR_NOERROR)
            return;
    }
}

void ioproc_chunks_report(struct ioproc_report *report, HMMIO file, DWORD length)
{
    struct walk walk = {report, file, 0, FALSE, FALSE};
    WCHAR text[IOPROC_CODE];
    FOURCC first = 0;

    if (mmioSeek(file, 0, SEEK_SET) != 0 ||
        mmioRead(file, (HPSTR)&first, sizeof first) != sizeof first)
        ioproc_report_line(report, L"chunks",
                           L"none, because the file is too short to be a RIFF file");
    else if (first != FOURCC_RIFF)
        ioproc_report_line(
            report, L"chunks",
            L"none, because the file begins with \"%ls\", and not with \"RIFF\"",
            ioproc_code_text(first, text));
    else if (mmioSeek(file, 0, SEEK_SET) == 0)
        walk_to(&walk, NULL, length, 0);
}
