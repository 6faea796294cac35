/*
 * A program that reads files on fibers. Each argument selects a case; after each, the procedure
 * must still work on an ordinary thread.
 */
#include "fiber.h"

#include "check.h"
#include "failure.h"
#include "files.h"
#include "threads.h"
#include "zipioproc.h"

static BOOL fails_with_text(void)
{
    MMRESULT error;

    return open_file("music.zip+absent.wav", &error, NULL) == NULL &&
           error == MMIOERR_FILENOTFOUND &&
           failure_is(ZipIoProcErrorText, "entry absent.wav not in music.zip");
}

BOOL works(void)
{
    return reads_file("music.zip+tone.wav", NULL) && fails_with_text() && PreloadZipIoProc() == 0;
}

void CALLBACK work(void *parameter)
{
    struct task *task = parameter;

    for (;;) {
        task->good = works();
        SwitchToFiber(task->home);
    }
}

BOOL works_on_fiber(LPVOID home)
{
    struct task task = {home, FALSE, NULL, NULL};

    task.fiber = CreateFiber(0, work, &task);
    SwitchToFiber(task.fiber);
    DeleteFiber(task.fiber);
    return task.good;
}

/* Works on the thread's stack first and last, and on fibers in between. */
static DWORD WINAPI thread_first(void *unused)
{
    BOOL good = works();
    LPVOID home = ConvertThreadToFiber(unused);

    good = good && works() && works_on_fiber(home) && works_on_fiber(home);
    return good && works() && ConvertFiberToThread() && works();
}

static DWORD WINAPI alternate(void *unused)
{
    struct task first = {ConvertThreadToFiber(unused), FALSE, NULL, NULL};
    struct task second = first;
    BOOL good = TRUE;
    int i;

    first.fiber = CreateFiber(0, work, &first);
    second.fiber = CreateFiber(0, work, &second);
    for (i = 0; good && i < 5; i++) {
        first.good = second.good = FALSE;
        SwitchToFiber(first.fiber);
        SwitchToFiber(second.fiber);
        good = first.good && second.good && works();
    }
    DeleteFiber(first.fiber);
    DeleteFiber(second.fiber);
    return good && ConvertFiberToThread() && works();
}

static DWORD WINAPI fiber_first(void *unused)
{
    LPVOID home = ConvertThreadToFiber(unused);

    return works_on_fiber(home) && works() && works_on_fiber(home) && ConvertFiberToThread() &&
           works();
}

static DWORD WINAPI converted_first(void *unused)
{
    LPVOID home = ConvertThreadToFiber(unused);

    return works() && works_on_fiber(home) && works();
}

/* Uses many more fibers than there are helper threads. */
static DWORD WINAPI many(void *unused)
{
    LPVOID home = ConvertThreadToFiber(unused);
    BOOL good = home != NULL;
    int i;

    for (i = 0; good && i < 200; i++)
        good = works_on_fiber(home);
    return good;
}

static DWORD WINAPI ordinary(void *unused)
{
    (void)unused;
    return works();
}

static void report_case(const char *what, BOOL good)
{
    report(what, good);
    report_as(run_thread(ordinary, NULL), "a thread, after %s", what);
}

/* The first thread has started the helpers. Later ones must leave nothing behind. */
static void run_known(const char *value)
{
    const char *what;
    int before;
    int after;
    int i;

    (void)value;
    report_case("fibers of a thread that Java knows", run_thread(thread_first, NULL));
    report("the main thread", works());
    before = left_behind(&what);
    for (i = 0; i < 5; i++)
        report("fibers of another such thread", run_thread(thread_first, NULL));
    after = left_behind(&what);
    report_as(before > 0 && after <= before, "%d %s before, %d afterwards", before, what, after);
}

static void run_first(const char *value)
{
    (void)value;
    report_case("a fiber before its thread", run_thread(fiber_first, NULL));
}

static void run_turns(const char *value)
{
    (void)value;
    report_case("two fibers in turns", run_thread(alternate, NULL));
}

static void run_converted(const char *value)
{
    (void)value;
    report_case("a thread that is converted to a fiber first", run_thread(converted_first, NULL));
}

static void run_stays(const char *value)
{
    (void)value;
    report_case("a thread that continues on a fiber's stack", continues_on_a_fiber());
}

static void run_ends(const char *value)
{
    (void)value;
    report_case("a thread that ends on a fiber", ends_on_a_fiber());
}

static void run_moves(const char *value)
{
    (void)value;
    report_case("a fiber that moves to another thread", moves_to_another_thread());
}

static void run_shared(const char *value)
{
    (void)value;
    report_case("a fiber's file on another thread", hands_its_file_over());
}

static void run_many(const char *value)
{
    (void)value;
    report_case("16 threads with 200 fibers each", run_threads(16, many, NULL));
}

static const struct check cases[] = {
    {"known", run_known}, {"first", run_first}, {"turns", run_turns},
    {"converted", run_converted}, {"stays", run_stays}, {"ends", run_ends},
    {"moves", run_moves}, {"shared", run_shared}, {"many", run_many},
};

int main(int argc, char **argv)
{
    begin();
    report("installed", InstallZipIoProc() == 0);
    run_checks(cases, sizeof cases / sizeof *cases, argc, argv);
    return end();
}
