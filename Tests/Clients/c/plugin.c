/* A plugin: the share of people above a limit. */
#include "empreinte_plugin.h"

#include <stdlib.h>

#ifndef INTERFACE
#define INTERFACE EMP_PLUGIN_INTERFACE
#endif

static const emp_plugin_host *host;

static int32_t run(void *user, const emp_plugin_people *people, emp_plugin_reply *reply) {
    double limit = *(const double *)user, above = 0, all = 0;
    for (size_t person = 0; person < people->count; person++) {
        all += people->weights[person];
        if (people->outputs[0][person] > limit) above += people->weights[person];
    }
    if (people->count > 1000) {
        host->fail(reply, "more people than it counts");
        return 1;
    }
    host->add_figure(reply, "above", "People above the limit", above / all, NULL);
    host->add_figure(reply, "limit", "The limit", limit, "kgCO2e/year");
    return 0;
}

static int32_t start(const emp_plugin_host *table, emp_plugin_registration *registration) {
    static const char *const outputs[] = {"ghg"};
    double *limit = malloc(sizeof *limit);
    if (limit == NULL) return 1;
    *limit = 8000;
    host = table;
    emp_plugin_analysis analysis = {
        sizeof analysis, "above", "How many people are above a limit.", outputs, 1, run, limit, free,
        NULL, 0};
    return host->add_analysis(registration, &analysis);
}

EMP_PLUGIN_EXPORT const emp_plugin_description *empreinte_plugin(void) {
    static const emp_plugin_description description = {
        sizeof description, "limits", "1.0", INTERFACE, INTERFACE, start};
    return &description;
}
