/*
 * Checks the classes in the DLL's own file before Java reads them. With damaged ones Java would
 * fail later, with an exception that does not name the cause.
 *
 * Source: PKWARE, "APPNOTE.TXT - .ZIP File Format Specification", CRC-32.
 */
#include "ioproc_private.h"

#include <string.h>

#define CHUNK (64 * 1024)
#define POLYNOMIAL 0xEDB88320UL

/* Eight bytes are added at once. Each is looked up in the table of as many bytes as follow it. */
#define SLICES 8

struct check {
    HANDLE file;
    DWORD crc;
    DWORD table[SLICES][256];
    BYTE bytes[CHUNK];
};

static DWORD shifted(DWORD crc)
{
    int bit;

    for (bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ ((crc & 1) != 0 ? POLYNOMIAL : 0);
    return crc;
}

static void fill_tables(struct check *check)
{
    DWORD byte;
    int slice;

    for (byte = 0; byte < 256; byte++)
        check->table[0][byte] = shifted(byte);
    for (slice = 1; slice < SLICES; slice++) {
        for (byte = 0; byte < 256; byte++) {
            DWORD before = check->table[slice - 1][byte];

            check->table[slice][byte] = before >> 8 ^ check->table[0][before & 0xFF];
        }
    }
}

/* Looks up four bytes. The first table is that of the bytes which follow the last of them. */
static DWORD looked_up(const DWORD (*table)[256], DWORD bytes)
{
    return table[3][bytes & 0xFF] ^ table[2][bytes >> 8 & 0xFF] ^ table[1][bytes >> 16 & 0xFF] ^
           table[0][bytes >> 24];
}

static void add(struct check *check, const BYTE *bytes, DWORD length)
{
    const DWORD(*table)[256] = (const DWORD(*)[256])check->table;
    DWORD crc = check->crc;

    for (; length >= SLICES; length -= SLICES, bytes += SLICES) {
        DWORD word[2];

        memcpy(word, bytes, sizeof word);
        crc = looked_up(table + 4, crc ^ word[0]) ^ looked_up(table, word[1]);
    }
    for (; length > 0; length--)
        crc = crc >> 8 ^ table[0][(crc ^ *bytes++) & 0xFF];
    check->crc = crc;
}

/* Returns how many of the bytes are in the file. */
static DWORD read_all(struct check *check, DWORD length)
{
    DWORD total = 0;
    DWORD read = 1;

    while (total < length && read > 0) {
        DWORD rest = length - total;

        if (!ReadFile(check->file, check->bytes, rest < CHUNK ? rest : CHUNK, &read, NULL))
            break;
        add(check, check->bytes, read);
        total += read;
    }
    return total;
}

static BOOL sum_with(struct check *check, const WCHAR *path, DWORD offset, DWORD length,
                     struct ioproc_checksum *sum)
{
    LARGE_INTEGER start;

    check->file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, FILE_FLAG_SEQUENTIAL_SCAN, NULL);
    if (check->file == INVALID_HANDLE_VALUE)
        return FALSE;
    start.QuadPart = offset;
    SetFilePointerEx(check->file, start, NULL, FILE_BEGIN);
    fill_tables(check);
    check->crc = MAXDWORD;
    sum->length = read_all(check, length);
    sum->crc = ~check->crc;
    CloseHandle(check->file);
    return TRUE;
}

BOOL ioproc_archive_sum(const WCHAR *path, DWORD offset, DWORD length, struct ioproc_checksum *sum)
{
    struct check *check = HeapAlloc(GetProcessHeap(), 0, sizeof *check);
    BOOL read;
    DWORD error;

    if (check == NULL) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    read = sum_with(check, path, offset, length, sum);
    error = GetLastError();
    HeapFree(GetProcessHeap(), 0, check);
    SetLastError(error);
    return read;
}

MMRESULT ioproc_archive_check(const struct ioproc_archive *archive, const WCHAR *path)
{
    struct ioproc_checksum sum;

    if (!ioproc_archive_sum(path, archive->offset, archive->length, &sum))
        return ioproc_fail(IOPROC_E_NO_CLASSES,
                           L"The classes in the DLL could not be read (Windows error %lu): %ls",
                           GetLastError(), path);
    if (sum.length < archive->length)
        return ioproc_fail(IOPROC_E_DAMAGED,
                           L"The DLL is incomplete; copy it again: it contains only %lu of the "
                           L"%lu bytes of its classes: %ls",
                           sum.length, archive->length, path);
    if (sum.crc != archive->crc)
        return ioproc_fail(IOPROC_E_DAMAGED,
                           L"The DLL is damaged; copy it again: its classes have changed since it "
                           L"was created: %ls",
                           path);
    return MMSYSERR_NOERROR;
}
