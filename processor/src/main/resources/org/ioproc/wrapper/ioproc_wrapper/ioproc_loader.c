/*
 * The library's classes: a class loader over the DLL, which Java reads as a jar if it contains
 * them, or over the jars beside it. Unlike the class path option,
 * which is in the ANSI code page, it takes UTF-16 paths, and it also works in a VM that another
 * part of the process has started.
 */
#include "ioproc_private.h"

#include <wchar.h>

#define JARS 256

static BOOL on_class_path; /* whether the VM has started with the classes on its class path */

struct jars {
    int count;
    WCHAR *path[JARS];
};

static void free_jars(struct jars *jars)
{
    while (jars->count > 0)
        HeapFree(GetProcessHeap(), 0, jars->path[--jars->count]);
}

static BOOL add_jar(struct jars *jars, const WCHAR *path)
{
    size_t length = wcslen(path) + 1;
    WCHAR *copy;

    if (jars->count == JARS)
        return FALSE;
    copy = HeapAlloc(GetProcessHeap(), 0, length * sizeof *copy);
    if (copy == NULL)
        return FALSE;
    ioproc_format(copy, length, L"%ls", path);
    jars->path[jars->count++] = copy;
    return TRUE;
}

static BOOL add_found(struct jars *jars, const WCHAR *name)
{
    WCHAR relative[MAX_PATH + 8];
    WCHAR path[IOPROC_PATH];

    return ioproc_format(relative, MAX_PATH + 8, L"lib\\%ls", name) &&
           ioproc_beside(path, relative) && add_jar(jars, path);
}

static void sort(WCHAR **paths, int count)
{
    int sorted;

    for (sorted = 1; sorted < count; sorted++) {
        WCHAR *path = paths[sorted];
        int i = sorted;

        for (; i > 0 && wcscmp(paths[i - 1], path) > 0; i--)
            paths[i] = paths[i - 1];
        paths[i] = path;
    }
}

/* The pattern also matches folders, and short names such as that of "a.jar_old". */
static BOOL is_jar(const WIN32_FIND_DATAW *found)
{
    size_t length = wcslen(found->cFileName);

    return !(found->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) && length > 4 &&
           lstrcmpiW(found->cFileName + length - 4, L".jar") == 0;
}

/* Adds the jars sorted by name, because the order depends on the file system. */
static BOOL add_lib(struct jars *jars)
{
    WCHAR pattern[IOPROC_PATH];
    WIN32_FIND_DATAW found;
    int first = jars->count;
    BOOL added = TRUE;
    HANDLE search;

    if (!ioproc_beside(pattern, L"lib\\*.jar"))
        return FALSE;
    search = FindFirstFileW(pattern, &found);
    if (search == INVALID_HANDLE_VALUE)
        return TRUE;
    do
        added = !is_jar(&found) || add_found(jars, found.cFileName);
    while (added && FindNextFileW(search, &found));
    FindClose(search);
    sort(jars->path + first, jars->count - first);
    return added;
}

BOOL ioproc_loader_in_dll(void)
{
    return ioproc_library.archive.length > 0;
}

static MMRESULT fail_with_path(void)
{
    return ioproc_fail(IOPROC_E_NO_CLASSES, L"The DLL's path is too long");
}

static MMRESULT find_archive(struct jars *jars)
{
    WCHAR path[IOPROC_PATH];
    MMRESULT status;

    if (!ioproc_own_path(path))
        return fail_with_path();
    status = ioproc_archive_check(&ioproc_library.archive, path);
    if (status != MMSYSERR_NOERROR)
        return status;
    ioproc_strip_prefix(path);
    return add_jar(jars, path) ? MMSYSERR_NOERROR : ioproc_fail_memory();
}

static MMRESULT find_jars(struct jars *jars)
{
    WCHAR name[MAX_PATH];
    WCHAR path[IOPROC_PATH];

    if (!ioproc_format(name, MAX_PATH, L"%ls.jar", ioproc_library.name) ||
        !ioproc_beside(path, name))
        return fail_with_path();
    if (!ioproc_file_exists(path))
        return ioproc_fail(IOPROC_E_NO_CLASSES, L"The procedures' classes are missing: %ls does "
                                                L"not exist", path);
    if (!add_jar(jars, path) || !add_lib(jars))
        return ioproc_fail(IOPROC_E_NO_CLASSES, L"More than %d jars are beside the DLL, or a path "
                                                L"is too long", JARS);
    return MMSYSERR_NOERROR;
}

static BOOL find_paths(struct jars *jars)
{
    WCHAR path[IOPROC_PATH];

    if (!ioproc_loader_in_dll())
        return find_jars(jars) == MMSYSERR_NOERROR;
    if (!ioproc_own_path(path))
        return FALSE;
    ioproc_strip_prefix(path);
    return add_jar(jars, path);
}

/* HotSpot reads its class path in the ANSI code page, and finds no file with a longer path. */
static BOOL add_to_class_path(WCHAR *whole, size_t length, const WCHAR *path)
{
    size_t used = wcslen(whole);

    return wcschr(path, L';') == NULL && wcslen(path) < MAX_PATH && ioproc_is_ansi(path) &&
           ioproc_format(whole + used, length - used, used == 0 ? L"%ls" : L";%ls", path);
}

BOOL ioproc_loader_class_path(WCHAR *path, size_t length)
{
    struct jars jars = {0, {NULL}};
    BOOL fits = find_paths(&jars);
    int i;

    path[0] = L'\0';
    for (i = 0; fits && i < jars.count; i++)
        fits = add_to_class_path(path, length, jars.path[i]);
    free_jars(&jars);
    return fits;
}

void ioproc_loader_use_class_path(void)
{
    on_class_path = TRUE;
}

MMRESULT ioproc_loader_check(void)
{
    struct jars jars = {0, {NULL}};
    MMRESULT status = ioproc_loader_in_dll() ? find_archive(&jars) : find_jars(&jars);

    free_jars(&jars);
    return status;
}

/* The functions below return NULL or FALSE with an exception pending. */

/* new File(path).toURI().toURL() */
static jobject create_url(JNIEnv *env, const WCHAR *path)
{
    jvalue argument;
    jobject file;
    jobject uri;

    argument.l = ioproc_new_string(env, path);
    if (argument.l == NULL)
        return NULL;
    file = ioproc_new(env, (*env)->FindClass(env, "java/io/File"), "(Ljava/lang/String;)V",
                      &argument);
    if (file == NULL)
        return NULL;
    uri = ioproc_call(env, file, "java/io/File", "toURI", "()Ljava/net/URI;", NULL);
    if (uri == NULL)
        return NULL;
    return ioproc_call(env, uri, "java/net/URI", "toURL", "()Ljava/net/URL;", NULL);
}

static BOOL put_url(JNIEnv *env, jobjectArray urls, jint index, const WCHAR *path)
{
    jobject url;

    if ((*env)->PushLocalFrame(env, IOPROC_LOCAL_REFERENCES) != JNI_OK)
        return FALSE;
    url = create_url(env, path);
    if (url != NULL)
        (*env)->SetObjectArrayElement(env, urls, index, url);
    (*env)->PopLocalFrame(env, NULL);
    return url != NULL && !(*env)->ExceptionCheck(env);
}

static jobjectArray create_urls(JNIEnv *env, const struct jars *jars)
{
    jclass type = (*env)->FindClass(env, "java/net/URL");
    jobjectArray urls;
    int i;

    urls = type == NULL ? NULL : (*env)->NewObjectArray(env, jars->count, type, NULL);
    for (i = 0; urls != NULL && i < jars->count; i++) {
        if (!put_url(env, urls, i, jars->path[i]))
            return NULL;
    }
    return urls;
}

/*
 * Only Java's own class loader takes classes from an archive. The new loader's parent is the
 * platform class loader, so a Java application's classes stay apart.
 */
static jobject create_loader(JNIEnv *env, const struct jars *jars)
{
    jvalue arguments[2];

    if (on_class_path)
        return ioproc_call_static(env, "java/lang/ClassLoader", "getSystemClassLoader",
                                  "()Ljava/lang/ClassLoader;");
    arguments[0].l = create_urls(env, jars);
    if (arguments[0].l == NULL)
        return NULL;
    arguments[1].l = ioproc_call_static(env, "java/lang/ClassLoader", "getPlatformClassLoader",
                                        "()Ljava/lang/ClassLoader;");
    if (arguments[1].l == NULL)
        return NULL;
    return ioproc_new(env, (*env)->FindClass(env, "java/net/URLClassLoader"),
                      "([Ljava/net/URL;Ljava/lang/ClassLoader;)V", arguments);
}

MMRESULT ioproc_loader_create(JNIEnv *env, jobject *loader)
{
    struct jars jars = {0, {NULL}};
    MMRESULT status = ioproc_loader_in_dll() ? find_archive(&jars) : find_jars(&jars);

    if (status == MMSYSERR_NOERROR) {
        *loader = create_loader(env, &jars);
        if (*loader == NULL)
            status = ioproc_exception_fail(env, IOPROC_E_SYSTEM,
                                           L"A class loader could not be created");
    }
    free_jars(&jars);
    return status;
}

jclass ioproc_loader_load(JNIEnv *env, jobject loader, const WCHAR *name)
{
    jvalue argument;

    argument.l = ioproc_new_string(env, name);
    if (argument.l == NULL)
        return NULL;
    return ioproc_call(env, loader, "java/lang/ClassLoader", "loadClass",
                       "(Ljava/lang/String;)Ljava/lang/Class;", &argument);
}
