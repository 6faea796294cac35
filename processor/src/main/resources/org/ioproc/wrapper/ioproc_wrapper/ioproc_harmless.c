/*
 * Recognizes harmless options. For some other options JNI_CreateJavaVM ends the process, such as a
 * heap that is too large, two collectors or a missing agent.
 */
#include "ioproc_private.h"

#include <string.h>

static BOOL begins_with_one(const char *text, const char *const *starts)
{
    for (; *starts != NULL; starts++) {
        if (ioproc_begins_with(text, *starts))
            return TRUE;
    }
    return FALSE;
}

/*
 * The properties in the list decide how Java itself starts, and a wrong value ends the process. All
 * others are read by classes, whose exceptions become failures of a procedure.
 */
static BOOL is_harmless_property(const char *name)
{
    static const char *const starts_with[] = {
        "java.security.manager", "java.system.class.loader", "java.home", "java.vm.",
        "java.ext.dirs",         "java.endorsed.dirs",       "java.compiler",
        "java.locale.providers", "jdk.module.",              "jdk.boot.",
        "jdk.internal.",         "sun.boot.",                "sun.jnu.encoding",
        "com.sun.management",    NULL,
    };

    return *name != '\0' && *name != '=' && !begins_with_one(name, starts_with);
}

/* MODULE/PACKAGE=MODULE or ALL-UNNAMED. For unknown names Java only prints a warning. */
static BOOL is_export(const char *value)
{
    static const char name[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._$-";
    size_t module = strspn(value, name);
    size_t package = value[module] == '/' ? strspn(value + module + 1, name) : 0;
    const char *end = value + module + 1 + package;

    return module > 0 && package > 0 && *end == '=' && end[1] != '\0' &&
           end[1 + strspn(end + 1, name)] == '\0';
}

BOOL ioproc_is_harmless(const char *option)
{
    static const char *const whole[] = {
        "-ea",     "-da",    "-esa",   "-dsa",   "-Xrs",           "-Xcheck:jni", "-Xint",
        "-Xmixed", "-Xcomp", "-Xbatch", "-verbose", "-verbose:class", "-verbose:gc", "-verbose:jni",
        "-Xshare:auto", "-Xshare:off", "-enableassertions", "-disableassertions",
        "-enablesystemassertions", "-disablesystemassertions",
    };
    static const char *const assertions[] = {"-ea:", "-da:", "-enableassertions:",
                                             "-disableassertions:", NULL};
    size_t i;

    if (ioproc_begins_with(option, "-D"))
        return is_harmless_property(option + 2);
    if (ioproc_begins_with(option, "--add-opens=") || ioproc_begins_with(option, "--add-exports="))
        return is_export(strchr(option, '=') + 1);
    for (i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (strcmp(option, whole[i]) == 0)
            return TRUE;
    }
    return begins_with_one(option, assertions);
}
