/* An application that knows only the generated header, and no Java: client.exe NAME[=VALUE]... */
#include "client.h"

static const struct check checks[] = {
    {"install", install},
    {"install-by-name", install_by_name},
    {"remove", remove_one},
    {"preload", preload},
    {"early", preload_in_dll_main},
    {"count", count_installations},
    {"covered", remove_covered},
    {"play", play},
    {"direct", direct},
    {"refused", refused},
    {"text", text_is},
    {"read-plain", read_plain},
    {"plain", plain},
    {"play-sound", play_sound},
    {"missing", missing},
    {"deep", stack_overflow},
    {"through", through_mmio},
    {"not-through", not_through_mmio},
    {"element", element},
    {"many-threads", many_threads},
    {"threads", threads},
    {"steady", steady},
    {"garbage", garbage},
    {"exit-elsewhere", exit_elsewhere},
    {"set", set_variable},
    {"repair", repair},
    {"mmio-refuses", mmio_refuses},
    {"policy", policy},
    {"no-jvm", jvm_is_absent},
    {"jvm", jvm_is_present},
    {"squat", squat},
};

int main(int argc, char **argv)
{
    begin();
    run_checks(checks, sizeof checks / sizeof *checks, argc, argv);
    return end();
}
