/* The native methods of org.ioproc.internal.transport.JniTransport. */
#include "ioproc_private.h"

#include <wchar.h>

/* The longest path on Windows, in characters with the terminator. */
#define LONGEST_PATH 32768

static jobject JNICALL native_view(JNIEnv *env, jclass type, jlong address, jint length)
{
    (void)type;
    return (*env)->NewDirectByteBuffer(env, (void *)(UINT_PTR)address, length);
}

static jlong JNICALL native_address(JNIEnv *env, jclass type, jobject buffer)
{
    (void)type;
    return (jlong)(UINT_PTR)(*env)->GetDirectBufferAddress(env, buffer);
}

/* Returns NULL for a text that is not a path on Windows. The caller in Java reports it. */
static jstring full_path(JNIEnv *env, const WCHAR *path, WCHAR *full)
{
    DWORD length = GetFullPathNameW(path, LONGEST_PATH, full, NULL);

    if (length == 0 || length >= LONGEST_PATH)
        return NULL;
    return (*env)->NewString(env, full, (jint)length);
}

/*
 * Resolves a path against the process's current directory. Java itself knows only the directory in
 * which it started.
 */
static jstring JNICALL native_full_path(JNIEnv *env, jclass type, jstring path)
{
    WCHAR *text = HeapAlloc(GetProcessHeap(), 0, 2 * LONGEST_PATH * sizeof *text);
    jint length = (*env)->GetStringLength(env, path);
    jstring result = NULL;

    (void)type;
    if (text == NULL)
        return NULL;
    ioproc_copy_string(env, path, text, LONGEST_PATH);
    if (wcslen(text) == (size_t)length)
        result = full_path(env, text, text + LONGEST_PATH);
    HeapFree(GetProcessHeap(), 0, text);
    return result;
}

BOOL ioproc_natives_register(JNIEnv *env, jobject loader)
{
    static char view[] = "view0";
    static char view_signature[] = "(JI)Ljava/nio/ByteBuffer;";
    static char address[] = "address0";
    static char address_signature[] = "(Ljava/nio/ByteBuffer;)J";
    static char path[] = "fullPath0";
    static char path_signature[] = "(Ljava/lang/String;)Ljava/lang/String;";
    const JNINativeMethod natives[] = {{view, view_signature, (void *)native_view},
                                       {address, address_signature, (void *)native_address},
                                       {path, path_signature, (void *)native_full_path}};
    const jint count = sizeof natives / sizeof *natives;
    jclass type =
        ioproc_loader_load(env, loader, L"org.ioproc.internal.transport.JniTransport");

    return type != NULL && (*env)->RegisterNatives(env, type, natives, count) == JNI_OK;
}
