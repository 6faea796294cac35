/* Reads the homes that installers of Java write into the registry. */
#include "ioproc_private.h"

#include <wchar.h>

/* Below Eclipse Adoptium: JDK\21.0.8.9\hotspot\MSI. */
#define DEPTH 4

#define NAME 256

struct walk {
    const WCHAR *hive;
    REGSAM view; /* 0: the process's own */
    ioproc_registry_found found;
    void *context;
};

static const struct hive {
    const WCHAR *name;
    HKEY key;
} hives[] = {
    {L"HKLM", HKEY_LOCAL_MACHINE},
    {L"HKCU", HKEY_CURRENT_USER},
};

/*
 * Oracle, JDK installation guide, "Windows Registry Keys": JDK and JRE, since Java 9. Installers of
 * Corretto, SapMachine and others also write these keys, some of them on demand. The keys of older
 * installers, "Java Runtime Environment" and "Java Development Kit", are found below it as well, so
 * a failure can name the versions that they installed.
 */
static const WCHAR *const javasoft[] = {L"SOFTWARE\\JavaSoft", NULL};

/*
 * The layouts that launchers and build tools know (Gradle's toolchains, Prism Launcher,
 * JavaInfo.dll). Every level is searched for the values, so a vendor may change the level.
 */
static const WCHAR *const vendors[] = {
    L"SOFTWARE\\Eclipse Adoptium",   /* JDK|JRE\<version>\hotspot\MSI: Path */
    L"SOFTWARE\\Eclipse Foundation", /* the same, in Temurin's first year */
    L"SOFTWARE\\AdoptOpenJDK",       /* the same, before that */
    L"SOFTWARE\\Semeru",             /* JDK|JRE\<version>\openj9\MSI: Path */
    L"SOFTWARE\\Microsoft\\JDK",     /* <version>\hotspot\MSI: Path */
    L"SOFTWARE\\Azul Systems",       /* Zulu\zulu-<version>: InstallationPath */
    L"SOFTWARE\\BellSoft",           /* Liberica|LibericaNIK\<version>: InstallationPath */
    L"SOFTWARE\\Amazon Corretto",    /* JDK|JRE\<version>: Path or JavaHome */
    L"SOFTWARE\\SapMachine",         /* JDK|JRE\<version>: JavaHome */
    L"SOFTWARE\\GraalVM",            /* <version>: InstallationPath */
    NULL,
};

static void read_values(const struct walk *walk, HKEY key, const WCHAR *path)
{
    static const WCHAR *const names[] = {L"JavaHome", L"Path", L"InstallationPath"};
    WCHAR home[IOPROC_PATH];
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        DWORD size = sizeof home;

        if (RegGetValueW(key, NULL, names[i], RRF_RT_REG_SZ, NULL, home, &size) == ERROR_SUCCESS &&
            home[0] != L'\0')
            walk->found(walk->context, walk->hive, path, home);
    }
}

/* The path ends with the key's name, and has room for the names of its subkeys. */
static void walk_key(const struct walk *walk, HKEY parent, const WCHAR *name, WCHAR *path,
                     int depth)
{
    size_t length = wcslen(path);
    HKEY key;
    DWORD i;

    if (RegOpenKeyExW(parent, name, 0, KEY_QUERY_VALUE | KEY_ENUMERATE_SUB_KEYS | walk->view,
                      &key) !=
        ERROR_SUCCESS)
        return;
    read_values(walk, key, path);
    for (i = 0; depth > 0; i++) {
        WCHAR subkey[NAME];
        DWORD subkey_length = NAME;

        if (RegEnumKeyExW(key, i, subkey, &subkey_length, NULL, NULL, NULL, NULL) != ERROR_SUCCESS)
            break;
        if (ioproc_format(path + length, IOPROC_PATH - length, L"\\%ls", subkey))
            walk_key(walk, key, subkey, path, depth - 1);
        path[length] = L'\0';
    }
    RegCloseKey(key);
}

static void walk_view(const WCHAR *const *keys, REGSAM view, ioproc_registry_found found,
                      void *context)
{
    size_t i;

    for (i = 0; i < sizeof hives / sizeof *hives; i++) {
        struct walk walk = {hives[i].name, view, found, context};
        const WCHAR *const *key;

        for (key = keys; *key != NULL; key++) {
            WCHAR path[IOPROC_PATH];

            ioproc_format(path, IOPROC_PATH, L"%ls", *key);
            walk_key(&walk, hives[i].key, path, path, DEPTH);
        }
    }
}

/* Installers for other architectures write into the other view. */
static void walk_all(const WCHAR *const *keys, BOOL both_views, ioproc_registry_found found,
                     void *context)
{
    walk_view(keys, 0, found, context);
    if (both_views)
        walk_view(keys, sizeof(void *) == 8 ? KEY_WOW64_32KEY : KEY_WOW64_64KEY, found, context);
}

void ioproc_registry_javasoft(BOOL both_views, ioproc_registry_found found, void *context)
{
    walk_all(javasoft, both_views, found, context);
}

void ioproc_registry_vendors(BOOL both_views, ioproc_registry_found found, void *context)
{
    walk_all(vendors, both_views, found, context);
}
