/* Opens and reads files through the procedure, and from the disk. */
#include "client.h"

#define THROUGH "music.zip+through-mmio"

void play(const char *value)
{
    (void)value;
    report("read through mmio", reads_file(TONE, NULL));
}

void direct(const char *value)
{
    (void)value;
    report("read through pIOProc", reads_file(TONE, ZipIoProcCallback));
}

static BOOL is_refused(const char *name)
{
    MMRESULT error;

    return open_file(name, &error, ZipIoProcCallback) == NULL && error == MMIOERR_CANNOTOPEN;
}

void refused(const char *value)
{
    (void)value;
    report("opening is refused", is_refused(TONE));
}

void text_is(const char *value)
{
    report_failure("its text", ZipIoProcErrorText, value);
}

void read_plain(const char *value)
{
    (void)value;
    report("a plain file is read", reads_file("plain.wav", NULL));
}

/* After a failure, the application must be able to continue. */
void plain(const char *value)
{
    read_plain(value);
    report_played("a plain file is played", "plain-short.wav");
}

void play_sound(const char *value)
{
    (void)value;
    report_played("PlaySound", "music.zip+short.wav");
}

void missing(const char *value)
{
    WCHAR text[FAILURE_LENGTH];
    MMRESULT error;
    HMMIO file = open_file("music.zip+absent.wav", &error, NULL);

    (void)value;
    report("a missing element", file == NULL && error == MMIOERR_FILENOTFOUND);
    text_is("entry absent.wav not in music.zip");
    report("the text's length", ZipIoProcErrorText(NULL, 0) == 33);
    report("the text's beginning",
           ZipIoProcErrorText(text, 6) == 33 && lstrcmpW(text, L"entry") == 0);
}

void stack_overflow(const char *value)
{
    MMRESULT error;

    (void)value;
    report("a stack overflow",
           open_file("music.zip+deep.wav", &error, ZipIoProcCallback) == NULL && error != 0);
    text_is("java.lang.StackOverflowError*");
    report("the procedure still works", reads_file(TONE, ZipIoProcCallback));
}

/* The handler is itself a program that uses mmio. */
void through_mmio(const char *value)
{
    (void)value;
    report("a handler reads a plain file", reads_file(THROUGH, ZipIoProcCallback));
    report("a handler reads through a procedure that it installs",
           reads_file("music.zip+through-another", ZipIoProcCallback));
}

/* Fails twice, because the text must be the same each time. */
void not_through_mmio(const char *value)
{
    int i;

    for (i = 0; i < 2; i++) {
        report("a handler cannot use mmio", is_refused(THROUGH));
        text_is(value);
    }
}

/* Opens an element that does in Java what its name says, and then fails. */
void element(const char *value)
{
    char name[64] = "music.zip+";
    MMRESULT error;

    lstrcpynA(name + lstrlenA(name), value, 32);
    report(value, open_file(name, &error, ZipIoProcCallback) == NULL && error != 0);
}
