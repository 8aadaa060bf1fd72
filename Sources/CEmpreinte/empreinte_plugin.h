/*
 * What a shared library has to look like to be a plugin of Empreinte.
 *
 * A plugin exports one function, `empreinte_plugin`, and is only ever loaded when somebody names its file. It is never
 * unloaded. C11 and C++; this file needs no other. Tables and structs start with their size, and only grow at their
 * ends: a field may be read when the size covers it.
 */
#ifndef EMPREINTE_PLUGIN_H
#define EMPREINTE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The interface this header describes. */
#define EMP_PLUGIN_INTERFACE 1

/* What is added while a plugin starts. */
typedef struct emp_plugin_registration emp_plugin_registration;
/* What an analysis, a function, a reader or a format says while it runs. */
typedef struct emp_plugin_reply emp_plugin_reply;

/* People and what was computed for them, lent for the time of a call. */
typedef struct emp_plugin_people {
    size_t size;
    size_t count;
    /* How many people each stands for. */
    const double *weights;
    /* A column for each output the analysis asked for, a number a person. */
    const double *const *outputs;
    size_t output_count;
    int32_t year;
    uint32_t reserved;
    /* The value of each option the analysis declares, in that order. */
    const char *const *option_values;
    size_t option_count;
} emp_plugin_people;

/* A setting of an analysis, as `--set name=value` gives it. */
typedef struct emp_plugin_option {
    size_t size;
    const char *name;
    /* What it sets, in a few words. */
    const char *summary;
    /* The value when none is set; NULL for one that must be set. */
    const char *standing;
    /* The words it may be; any text where there are none. */
    const char *const *words;
    size_t word_count;
} emp_plugin_option;

/* Something a user can run. Texts are copied. */
typedef struct emp_plugin_analysis {
    size_t size;
    const char *id;
    /* What it tells, in one sentence. */
    const char *summary;
    /* The outputs it reads, such as "ghg" or "ghg.transport". */
    const char *const *outputs;
    size_t output_count;
    /* Returns 0, or anything else after it has said why by `fail`. May be called from several threads at once. */
    int32_t (*run)(void *user, const emp_plugin_people *people, emp_plugin_reply *reply);
    void *user;
    /* Called once, when nobody needs `user` any more, also when the analysis was refused; may be NULL. */
    void (*destroy)(void *user);
    const emp_plugin_option *options;
    size_t option_count;
} emp_plugin_analysis;

/* What the arguments of a function measure, and what it gives. */
enum {
    /* Plain numbers, and a plain number. */
    EMP_PLUGIN_PLAIN = 0,
    /* Quantities of one dimension: all come in the unit of the first, and so does the result. */
    EMP_PLUGIN_SHARED = 1
};

/* A function of formulas, which call it by the plugin's name, a dot and its own: limits.soften(x, y). Texts are copied. */
typedef struct emp_plugin_function {
    size_t size;
    /* An id: small letters, digits and _. */
    const char *name;
    /* From 1 to 16. */
    uint32_t argument_count;
    /* EMP_PLUGIN_PLAIN or EMP_PLUGIN_SHARED. */
    uint32_t units;
    /* Sets results[0..count-1] from a column an argument; results overlap none. What it gives for a lane depends on
       that lane's arguments only, to the last bit, whatever the count. It gives NaN where it has no value, for it is
       also asked about people whose formula takes another branch. Returns 0, or anything else when it cannot compute
       at all, after it has said why by `fail`. May be called from several threads at once. */
    int32_t (*compute)(
        void *user, const double *const *arguments, size_t count, double *results, emp_plugin_reply *reply);
    void *user;
    /* Called once, when nobody needs `user` any more, also when the function was refused; may be NULL. */
    void (*destroy)(void *user);
} emp_plugin_function;

/* A shape of ramps, which name it as they name functions: ramp: {shape: limits.surge, years: 10}. Texts are copied. */
typedef struct emp_plugin_ramp {
    size_t size;
    /* An id: small letters, digits and _. */
    const char *name;
    /* The strength, from 0 to 1, when that much of the time has gone by, from 0 to 1; asked once a year, when a pack is
       loaded. May be called from several threads at once. */
    double (*strength)(void *user, double progress);
    void *user;
    /* Called once, when nobody needs `user` any more, also when the shape was refused; may be NULL. */
    void (*destroy)(void *user);
} emp_plugin_ramp;

/* A way to read people from files of a form of their own. Texts are copied. */
typedef struct emp_plugin_reader {
    size_t size;
    /* What it reads, in a word or two. */
    const char *name;
    /* How the names of its files end, in small letters and without the dot. */
    const char *extension;
    /* Gives, by `write`, JSON lines of the bytes of a file: an object a person, with a member a question, and "id",
       "weight" and "year" where they are known. Returns 0, or anything else after it has said why by `fail`. May be
       called from several threads at once. */
    int32_t (*read)(void *user, const void *bytes, size_t byte_count, emp_plugin_reply *reply);
    void *user;
    /* Called once, when nobody needs `user` any more, also when the reader was refused; may be NULL. */
    void (*destroy)(void *user);
} emp_plugin_reader;

/* A way to write reports, which `--format` then offers. Texts are copied. */
typedef struct emp_plugin_format {
    size_t size;
    /* An id: small letters, digits and _. */
    const char *name;
    /* Gives, by `write`, the text of a report, which comes as its JSON and ends with a zero. Returns 0, or anything else
       after it has said why by `fail`. May be called from several threads at once. */
    int32_t (*render)(void *user, const char *report, size_t report_size, emp_plugin_reply *reply);
    void *user;
    /* Called once, when nobody needs `user` any more, also when the format was refused; may be NULL. */
    void (*destroy)(void *user);
} emp_plugin_format;

/* What the host does for a plugin; it lives as long as the process. */
typedef struct emp_plugin_host {
    size_t size;
    /* The interfaces the host speaks, both included. */
    uint32_t interface_minimum, interface_maximum;
    /* Name and version. */
    const char *engine;
    /* Adds an analysis while the plugin starts. Returns 0, or 1 for an analysis that lacks something. */
    int32_t (*add_analysis)(emp_plugin_registration *registration, const emp_plugin_analysis *analysis);
    /* Adds a figure to the report of an analysis. */
    void (*add_figure)(emp_plugin_reply *reply, const char *id, const char *label, double value, const char *unit);
    /* Says why an analysis, a function, a reader or a format fails. */
    void (*fail)(emp_plugin_reply *reply, const char *message);
    /* Adds a function while the plugin starts. Returns 0, or 1 for a function that lacks something. */
    int32_t (*add_function)(emp_plugin_registration *registration, const emp_plugin_function *function);
    /* Adds a shape of ramps while the plugin starts. Returns 0, or 1 for a shape that lacks something. */
    int32_t (*add_ramp)(emp_plugin_registration *registration, const emp_plugin_ramp *ramp);
    /* Adds a reader of people, or a format of reports, while the plugin starts. Returns 0, or 1 for what lacks
       something. */
    int32_t (*add_reader)(emp_plugin_registration *registration, const emp_plugin_reader *reader);
    int32_t (*add_format)(emp_plugin_registration *registration, const emp_plugin_format *format);
    /* Adds bytes to what a reader or a format gives. */
    void (*write)(emp_plugin_reply *reply, const char *bytes, size_t byte_count);
} emp_plugin_host;

typedef struct emp_plugin_description {
    size_t size;
    const char *name;
    const char *version;
    /* The interfaces the plugin speaks, both included; the host refuses one that shares none with it. */
    uint32_t interface_minimum, interface_maximum;
    /* Adds what there is to add. Returns 0, or anything else when the plugin cannot be used. */
    int32_t (*start)(const emp_plugin_host *host, emp_plugin_registration *registration);
} emp_plugin_description;

#if defined(_WIN32)
#define EMP_PLUGIN_EXPORT __declspec(dllexport)
#else
#define EMP_PLUGIN_EXPORT __attribute__((visibility("default")))
#endif

/* The one function of a plugin; what it returns lives as long as the process. */
EMP_PLUGIN_EXPORT const emp_plugin_description *empreinte_plugin(void);

#ifdef __cplusplus
}
#endif

#endif
