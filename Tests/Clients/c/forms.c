/* A plugin with forms of its own: people as a kilometre a line, reports as one line, and an analysis with options. */
#include "empreinte_plugin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const emp_plugin_host *host;

/* One number a line, which is how far somebody drives. */
static int32_t read_people(void *user, const void *bytes, size_t byte_count, emp_plugin_reply *reply) {
    const char *text = (const char *)bytes, *end = text + byte_count;
    (void)user;
    while (text < end) {
        const char *stop = (const char *)memchr(text, '\n', (size_t)(end - text));
        char line[128];
        int size;
        if (stop == NULL) stop = end;
        if (stop - text > 32) {
            host->fail(reply, "a line is too long");
            return 1;
        }
        size = snprintf(line, sizeof line, "{\"transport.car.km\": %.*s}\n", (int)(stop - text), text);
        host->write(reply, line, (size_t)size);
        text = stop + 1;
    }
    return 0;
}

/* How long a report is as JSON. */
static int32_t render(void *user, const char *report, size_t report_size, emp_plugin_reply *reply) {
    char line[64];
    int size;
    (void)user;
    if (report[report_size] != 0 || report[0] != '{') {
        host->fail(reply, "that is no report");
        return 1;
    }
    size = snprintf(line, sizeof line, "a report of %s\n", strstr(report, "\"people\"") ? "people" : "something else");
    host->write(reply, line, (size_t)size);
    return 0;
}

static int32_t above(void *user, const emp_plugin_people *people, emp_plugin_reply *reply) {
    double limit = atof(people->option_values[0]), count = 0;
    (void)user;
    for (size_t person = 0; person < people->count; person++)
        if (people->outputs[0][person] > limit) count += people->weights[person];
    host->add_figure(reply, "above", "People above the limit", count, people->option_values[1]);
    return 0;
}

static int32_t start(const emp_plugin_host *table, emp_plugin_registration *registration) {
    static const char *const outputs[] = {"ghg"};
    static const char *const units[] = {"person", "1"};
    static const emp_plugin_option options[] = {
        {sizeof *options, "limit", "kilograms a year", NULL, NULL, 0},
        {sizeof *options, "unit", "of the count", "person", units, 2},
    };
    emp_plugin_analysis analysis = {sizeof analysis, "count_above", "How many people are above a limit.", outputs, 1,
                                    above, NULL, NULL, options, 2};
    emp_plugin_reader reader = {sizeof reader, "kilometres", "drives", read_people, NULL, NULL};
    emp_plugin_format format = {sizeof format, "headline", render, NULL, NULL};
    host = table;
    return host->add_analysis(registration, &analysis) || host->add_reader(registration, &reader)
        || host->add_format(registration, &format);
}

EMP_PLUGIN_EXPORT const emp_plugin_description *empreinte_plugin(void) {
    static const emp_plugin_description description = {sizeof description, "forms", "1.0", 1, 1, start};
    return &description;
}
