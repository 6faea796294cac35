/* Questions of the Java process: a full path depends on the current folder of this process. */
#include "ioproc_private.h"

/* Resolves a name into the second half of the memory, of which it is in the first. NULL: failed. */
static const WCHAR *resolve(struct ioproc_cursor *question, WCHAR *memory)
{
    WCHAR *path = memory + IOPROC_LONGEST_NAME;
    DWORD length = ioproc_cursor_text(question, memory, IOPROC_LONGEST_NAME);

    if (length >= IOPROC_LONGEST_NAME)
        return NULL;
    length = GetFullPathNameW(memory, IOPROC_LONGEST_NAME, path, NULL);
    return length > 0 && length < IOPROC_LONGEST_NAME ? path : NULL;
}

static void put_text(struct ioproc_frame *reply, const WCHAR *text)
{
    ioproc_frame_begin(reply, IOPROC_REPLY);
    ioproc_frame_text(reply, text);
}

/* Makes the reply. FALSE: the question does not follow the protocol. */
BOOL ioproc_question_answer(struct ioproc_cursor *question, struct ioproc_frame *reply)
{
    WCHAR *memory = HeapAlloc(GetProcessHeap(), 0, 2 * IOPROC_LONGEST_NAME * sizeof *memory);

    put_text(reply, memory == NULL ? NULL : resolve(question, memory));
    if (memory != NULL)
        HeapFree(GetProcessHeap(), 0, memory);
    if (reply->failed) { /* no memory for the path */
        ioproc_frame_end(reply);
        put_text(reply, NULL);
    }
    return !question->failed;
}
