/* A plugin: functions of formulas, and shapes of ramps. */
#include "empreinte_plugin.h"

static const emp_plugin_host *host;
static int destroyed;

/* x / (1 + x / limit): nearly x when small, never above the limit. */
static int32_t soften(
    void *user, const double *const *arguments, size_t count, double *results, emp_plugin_reply *reply) {
    (void)user;
    (void)reply;
    const double *x = arguments[0], *limit = arguments[1];
    for (size_t lane = 0; lane < count; lane++) results[lane] = x[lane] / (1 + x[lane] / limit[lane]);
    return 0;
}

/* Knows nothing beyond a number, which comes with it. */
static int32_t strict(
    void *user, const double *const *arguments, size_t count, double *results, emp_plugin_reply *reply) {
    for (size_t lane = 0; lane < count; lane++) {
        if (arguments[0][lane] > *(const double *)user) {
            host->fail(reply, "beyond its table");
            return 1;
        }
        results[lane] = 2 * arguments[0][lane];
    }
    return 0;
}

static double surge(void *user, double progress) {
    (void)user;
    return progress * progress;
}

static double excess(void *user, double progress) {
    (void)user;
    return 2 * progress;
}

static void destroy(void *user) {
    (void)user;
    destroyed++;
}

static int32_t start(const emp_plugin_host *table, emp_plugin_registration *registration) {
    static double most = 50000;
    if (table->size < sizeof *table) return 1;
    host = table;
    emp_plugin_function soft = {sizeof soft, "soften", 2, EMP_PLUGIN_SHARED, soften, NULL, NULL};
    emp_plugin_function wrong = soft, sure = {sizeof sure, "strict", 1, EMP_PLUGIN_PLAIN, strict, &most, NULL};
    emp_plugin_ramp slow = {sizeof slow, "surge", surge, NULL, NULL}, over = {sizeof over, "excess", excess, NULL, NULL};
    if (host->add_function(registration, &soft) || host->add_function(registration, &sure)) return 2;
    if (host->add_ramp(registration, &slow) || host->add_ramp(registration, &over)) return 3;

    /* What lacks something is refused, and what came with it destroyed. */
    wrong.destroy = destroy;
    wrong.name = "Not an id";
    if (!host->add_function(registration, &wrong) || destroyed != 1) return 4;
    wrong.name = "none";
    wrong.argument_count = 0;
    if (!host->add_function(registration, &wrong) || destroyed != 2) return 5;
    wrong.argument_count = 2;
    wrong.units = 9;
    if (!host->add_function(registration, &wrong) || destroyed != 3) return 6;
    return 0;
}

EMP_PLUGIN_EXPORT const emp_plugin_description *empreinte_plugin(void) {
    static const emp_plugin_description description = {
        sizeof description, "sample", "2.0", EMP_PLUGIN_INTERFACE, EMP_PLUGIN_INTERFACE, start};
    return &description;
}
