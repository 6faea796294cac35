/*
 * Answers for Java in the test of read-ahead. A file's name is a digit, the number of its content.
 * A file's token is that number and 1. Renaming exchanges two contents.
 */
#include "ahead.h"

#include <string.h>

struct content contents[CONTENTS];
struct seen seen;
struct trouble trouble;

static DWORD state = 1;

DWORD random_below(DWORD limit)
{
    state = state * 1664525U + 1013904223U;
    return (DWORD)((ULONGLONG)state * limit >> 32);
}

void fill(BYTE *bytes, DWORD size)
{
    DWORD i;

    for (i = 0; i < size; i++)
        bytes[i] = (BYTE)random_below(256);
}

struct request {
    UINT message;
    DWORD flags;
    struct content *content; /* that the token belongs to */
    LONG offset;
    LONGLONG first;
    LONGLONG second;
    DWORD ahead;
};

static void read_request(struct ioproc_cursor *frame, struct request *request)
{
    DWORD token;

    ioproc_cursor_number(frame); /* the procedure */
    request->message = ioproc_cursor_number(frame);
    ioproc_cursor_number(frame); /* whether there is an MMIOINFO */
    request->flags = ioproc_cursor_number(frame);
    ioproc_cursor_long(frame); /* adwInfo[0] and [1] */
    token = ioproc_cursor_number(frame);
    request->content = token == 0 ? NULL : &contents[token - 1];
    request->offset = (LONG)ioproc_cursor_number(frame);
    request->first = ioproc_cursor_long(frame);
    request->second = ioproc_cursor_long(frame);
    request->ahead = ioproc_cursor_number(frame);
}

static DWORD number_of(struct ioproc_cursor *frame)
{
    WCHAR name[8];

    ioproc_cursor_text(frame, name, 8);
    return (DWORD)(name[0] - L'0');
}

static DWORD least(DWORD a, DWORD b)
{
    return a < b ? a : b;
}

static DWORD left(const struct request *request, DWORD offset)
{
    DWORD position = (DWORD)request->offset + offset;

    return position < request->content->size ? request->content->size - position : 0;
}

/* Returns how many bytes a procedure answers, which may be less than it could. */
static DWORD answered(DWORD possible, BOOL *shortened)
{
    if (!trouble.reads || random_below(16) != 0 || possible == 0)
        return possible;
    *shortened = TRUE;
    return random_below(possible);
}

/* What others do is not disturbed again. */
static void let_others(BOOL writing)
{
    void (*meanwhile)(BOOL) = trouble.meanwhile;

    if (meanwhile == NULL || random_below(4) != 0)
        return;
    trouble.meanwhile = NULL;
    meanwhile(writing);
    trouble.meanwhile = meanwhile;
}

static void copy(const struct request *request, DWORD offset, BYTE *to, DWORD size)
{
    memcpy(to, request->content->bytes + request->offset + offset, size);
}

/* What was not answered is filled with other bytes, so that their use would be seen. */
static void read_ahead(const struct request *request, const struct ioproc_transfer *transfer,
                       struct ioproc_answer *answer)
{
    BOOL unused;

    fill(transfer->ahead, transfer->ahead_room);
    answer->ahead = answered(least(request->ahead, left(request, answer->read)), &unused);
    copy(request, answer->read, transfer->ahead, answer->ahead);
}

static void read(const struct request *request, const struct ioproc_transfer *transfer,
                 struct ioproc_answer *answer)
{
    seen.reads++;
    seen.with_wish += request->ahead > 0;
    if (trouble.reads && random_below(64) == 0) {
        seen.failed = TRUE;
        fill(transfer->ahead, transfer->ahead_room);
        answer->result = -1;
        return;
    }
    answer->read = answered(least((DWORD)request->second, left(request, 0)), &seen.shortened);
    answer->result = answer->read;
    copy(request, 0, transfer->data, answer->read);
    if (request->ahead > 0 && answer->read == (DWORD)request->second)
        read_ahead(request, transfer, answer);
    let_others(FALSE);
}

/* Others see the content before the write or after it, as it happens. */
static LONGLONG write(const struct request *request, const BYTE *data)
{
    DWORD end = (DWORD)(request->offset + request->second);
    BOOL before = random_below(2) == 0;

    if (before)
        let_others(TRUE);
    memcpy(request->content->bytes + request->offset, data, (size_t)request->second);
    if (end > request->content->size)
        request->content->size = end;
    if (!before)
        let_others(TRUE);
    return request->second;
}

static LONGLONG seek_from_end(const struct request *request, struct ioproc_answer *answer)
{
    answer->offset = (LONG)(request->content->size + request->first);
    return answer->offset;
}

static LONGLONG open_file(const struct request *request, DWORD number,
                          struct ioproc_answer *answer)
{
    answer->info[2] = (LONG)number + 1;
    answer->offset = 0;
    if ((request->flags & MMIO_CREATE) != 0)
        contents[number].size = 0;
    return 0;
}

static LONGLONG rename_file(DWORD from, DWORD to)
{
    static struct content kept;

    kept = contents[from];
    contents[from] = contents[to];
    contents[to] = kept;
    return 0;
}

MMRESULT ioproc_peer_ask(struct ioproc_peer *peer, struct ioproc_frame *frame,
                         const struct ioproc_transfer *transfer, struct ioproc_answer *answer)
{
    struct ioproc_cursor cursor = {frame->bytes + IOPROC_FRAME_HEADER, frame->bytes + frame->size,
                                   FALSE};
    struct request request;
    DWORD name;

    (void)peer;
    ZeroMemory(answer, sizeof *answer);
    read_request(&cursor, &request);
    answer->offset = request.offset;
    switch (request.message) {
    case MMIOM_OPEN:
        answer->result = open_file(&request, number_of(&cursor), answer);
        break;
    case MMIOM_RENAME:
        name = number_of(&cursor);
        answer->result = rename_file(name, number_of(&cursor));
        break;
    case MMIOM_READ:
        read(&request, transfer, answer);
        break;
    case MMIOM_WRITE:
    case MMIOM_WRITEFLUSH:
        answer->result = write(&request, frame->data);
        break;
    case MMIOM_SEEK:
        answer->result = seek_from_end(&request, answer);
        break;
    case MMIOM_USER: /* truncates the file */
        request.content->size = least(request.content->size, (DWORD)request.first);
        break;
    default:
        break;
    }
    return cursor.failed ? 1 : 0;
}

/* The rest of what the sources use. */
MMRESULT ioproc_starter_use(struct ioproc_peer **peer)
{
    *peer = NULL;
    return 0;
}

void ioproc_peer_hold(struct ioproc_peer *peer)
{
    (void)peer;
}

void ioproc_peer_release(struct ioproc_peer *peer)
{
    (void)peer;
}

LONG ioproc_peer_instance(const struct ioproc_peer *peer)
{
    (void)peer;
    return 1;
}

BOOL ioproc_peer_ended(struct ioproc_peer *peer)
{
    (void)peer;
    return FALSE;
}

BOOL ioproc_loader_in_dll(void)
{
    return TRUE;
}

MMRESULT ioproc_way_fail(MMRESULT status)
{
    return status;
}

void ioproc_keep_failure(const WCHAR *text)
{
    (void)text;
}

MMRESULT ioproc_fail_memory(void)
{
    return 1;
}

MMRESULT ioproc_fail(MMRESULT status, const WCHAR *format, ...)
{
    (void)format;
    return status;
}
