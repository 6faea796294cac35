/* The functions of the C library that the sources and compilers call: the template contains none. */
#include <stddef.h>

/* Without this, a compiler turns a loop into a call of the function that contains the loop. */
#if defined(__clang__)
#define NO_CALLS __attribute__((no_builtin))
#else
#define NO_CALLS __attribute__((optimize("no-tree-loop-distribute-patterns")))
#endif

/* Copies upwards, so the target may overlap the source if it is below. */
NO_CALLS static void *copy_up(void *to, const void *from, size_t size)
{
    unsigned char *target = to;
    const unsigned char *source = from;

    while (size-- > 0)
        *target++ = *source++;
    return to;
}

NO_CALLS void *memcpy(void *restrict to, const void *restrict from, size_t size)
{
    return copy_up(to, from, size);
}

NO_CALLS void *memmove(void *to, const void *from, size_t size)
{
    unsigned char *target = to;
    const unsigned char *source = from;

    if (target <= source)
        return copy_up(to, from, size);
    while (size-- > 0)
        target[size] = source[size];
    return to;
}

NO_CALLS void *memset(void *memory, int value, size_t size)
{
    unsigned char *target = memory;

    while (size-- > 0)
        *target++ = (unsigned char)value;
    return memory;
}

NO_CALLS int memcmp(const void *a, const void *b, size_t size)
{
    const unsigned char *left = a;
    const unsigned char *right = b;

    for (; size > 0; size--, left++, right++) {
        if (*left != *right)
            return *left - *right;
    }
    return 0;
}

NO_CALLS size_t strlen(const char *text)
{
    size_t length = 0;

    while (text[length] != '\0')
        length++;
    return length;
}

NO_CALLS int strncmp(const char *a, const char *b, size_t length)
{
    for (; length > 0; length--, a++, b++) {
        if (*a != *b)
            return (unsigned char)*a - (unsigned char)*b;
        if (*a == '\0')
            return 0;
    }
    return 0;
}

NO_CALLS int strcmp(const char *a, const char *b)
{
    return strncmp(a, b, (size_t)-1);
}

NO_CALLS char *strchr(const char *text, int character)
{
    for (; *text != (char)character; text++) {
        if (*text == '\0')
            return NULL;
    }
    return (char *)text;
}

NO_CALLS char *strstr(const char *text, const char *part)
{
    size_t length = strlen(part);

    for (; *text != '\0'; text++) {
        if (strncmp(text, part, length) == 0)
            return (char *)text;
    }
    return length == 0 ? (char *)text : NULL;
}

NO_CALLS size_t strspn(const char *text, const char *accepted)
{
    size_t length = 0;

    while (text[length] != '\0' && strchr(accepted, text[length]) != NULL)
        length++;
    return length;
}

NO_CALLS size_t wcslen(const wchar_t *text)
{
    size_t length = 0;

    while (text[length] != L'\0')
        length++;
    return length;
}

NO_CALLS int wcsncmp(const wchar_t *a, const wchar_t *b, size_t length)
{
    for (; length > 0; length--, a++, b++) {
        if (*a != *b)
            return *a < *b ? -1 : 1;
        if (*a == L'\0')
            return 0;
    }
    return 0;
}

NO_CALLS int wcscmp(const wchar_t *a, const wchar_t *b)
{
    return wcsncmp(a, b, (size_t)-1);
}

NO_CALLS wchar_t *wcschr(const wchar_t *text, wchar_t character)
{
    for (; *text != character; text++) {
        if (*text == L'\0')
            return NULL;
    }
    return (wchar_t *)text;
}

NO_CALLS wchar_t *wcsrchr(const wchar_t *text, wchar_t character)
{
    const wchar_t *found = NULL;

    for (; *text != L'\0'; text++) {
        if (*text == character)
            found = text;
    }
    return (wchar_t *)found;
}

NO_CALLS wchar_t *wmemcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t count)
{
    return memcpy(to, from, count * sizeof *to);
}

NO_CALLS wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count)
{
    return memmove(to, from, count * sizeof *to);
}
