/*
 * Formats texts like the C run-time library, which the prebuilt DLLs do not contain: %ls, %hs, %d,
 * %u, %ld, %lu, %p and %%, and a width with leading zeros for numbers.
 */
#include "ioproc_private.h"

#include <stdarg.h>

struct output {
    WCHAR *buffer;
    size_t room;   /* without the terminator */
    size_t length; /* of the whole text */
};

static void put(struct output *output, WCHAR character)
{
    if (output->length < output->room)
        output->buffer[output->length] = character;
    output->length++;
}

static void put_wide(struct output *output, const WCHAR *text)
{
    for (text = text == NULL ? L"(null)" : text; *text != L'\0'; text++)
        put(output, *text);
}

static void put_narrow(struct output *output, const char *text)
{
    for (text = text == NULL ? "(null)" : text; *text != '\0'; text++)
        put(output, (unsigned char)*text);
}

static void put_number(struct output *output, ULONG_PTR number, unsigned base, size_t width)
{
    WCHAR digits[3 * sizeof number];
    size_t count = 0;

    do {
        digits[count++] = L"0123456789ABCDEF"[number % base];
        number /= base;
    } while (number != 0);
    for (; width > count; width--)
        put(output, L'0');
    while (count > 0)
        put(output, digits[--count]);
}

static void put_signed(struct output *output, long number, size_t width)
{
    if (number >= 0) {
        put_number(output, (ULONG_PTR)number, 10, width);
        return;
    }
    put(output, L'-');
    put_number(output, 0UL - (unsigned long)number, 10, width > 0 ? width - 1 : 0);
}

static const WCHAR *read_width(const WCHAR *format, size_t *width)
{
    *width = 0;
    for (; *format >= L'0' && *format <= L'9'; format++)
        *width = *width * 10 + (size_t)(*format - L'0');
    return format;
}

/* Returns the text after the format. Windows' int and long have the same size. */
static const WCHAR *put_argument(struct output *output, const WCHAR *format, va_list *arguments)
{
    BOOL narrow = FALSE;
    size_t width;

    format = read_width(format, &width);
    if (*format == L'l' || *format == L'h')
        narrow = *format++ == L'h';
    switch (*format) {
    case L'\0':
        return format;
    case L's':
        if (narrow)
            put_narrow(output, va_arg(*arguments, const char *));
        else
            put_wide(output, va_arg(*arguments, const WCHAR *));
        break;
    case L'd':
        put_signed(output, va_arg(*arguments, long), width);
        break;
    case L'u':
        put_number(output, va_arg(*arguments, unsigned long), 10, width);
        break;
    case L'p':
        put_number(output, (ULONG_PTR)va_arg(*arguments, void *), 16, 2 * sizeof(void *));
        break;
    default:
        put(output, *format);
    }
    return format + 1;
}

BOOL ioproc_format_list(WCHAR *buffer, size_t length, const WCHAR *format, va_list arguments)
{
    struct output output = {buffer, length - 1, 0};
    va_list rest;

    va_copy(rest, arguments);
    while (*format != L'\0') {
        if (*format == L'%')
            format = put_argument(&output, format + 1, &rest);
        else
            put(&output, *format++);
    }
    va_end(rest);
    buffer[output.length < output.room ? output.length : output.room] = L'\0';
    return output.length <= output.room;
}

BOOL ioproc_format(WCHAR *buffer, size_t length, const WCHAR *format, ...)
{
    va_list arguments;
    BOOL whole;

    va_start(arguments, format);
    whole = ioproc_format_list(buffer, length, format, arguments);
    va_end(arguments);
    return whole;
}
