/*
 * Empreinte: carbon footprints and trajectories from packs of YAML, for any program.
 *
 * C11 and C++; this file needs no other. Every symbol is there since 0.1 unless its comment says otherwise.
 *
 * Errors    A function that may fail returns an `emp_error *`: NULL is success, anything else is the caller's, to be
 *           read and freed by any thread. Nothing is printed, nothing exits, and no input traps.
 * Threads   What is taken as `const` may be used by many threads at once, anything else by one at a time.
 * Memory    What a function hands over through `out_…` is freed by the function its type names; freeing NULL is fine.
 *           A `const char *` handed out is UTF-8 and lives as long as the handle it came from. Handles keep what they
 *           rest on: a pack may be freed before its evaluators. When a function fails, its `out_…` are NULL or as they
 *           were.
 * Structs   A struct that starts with `size` is made by its `…_INIT` macro or its `…_init` function; later releases
 *           add fields at its end. Zero and NULL mean "as usual".
 * Indices   Questions, categories, indicators and so on are counted from 0 in the order of the pack.
 */
#ifndef EMPREINTE_H
#define EMPREINTE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version ------------------------------------------------------------------------------------------------- */

#define EMP_VERSION_MAJOR 0
#define EMP_VERSION_MINOR 1
#define EMP_VERSION_PATCH 0
#define EMP_VERSION "0.1.0"
/* The version of this header as one number that grows, such as 1002003 for 1.2.3. */
#define EMP_VERSION_NUMBER (EMP_VERSION_MAJOR * 1000000 + EMP_VERSION_MINOR * 1000 + EMP_VERSION_PATCH)

/* The version of the library, which may be newer than this header. */
const char *emp_version(void);
uint32_t emp_version_number(void);

/* ---- Errors -------------------------------------------------------------------------------------------------- */

/* Why something failed; freed by emp_error_free. */
typedef struct emp_error emp_error;

typedef int32_t emp_error_kind_t;
enum {
    /* The call is wrong: NULL where something is needed, a size, an index, an id. */
    EMP_ERROR_ARGUMENT = 1,
    /* The pack, the people or the request is wrong; diagnostics say where. */
    EMP_ERROR_INPUT = 2,
    /* Somebody cancelled. */
    EMP_ERROR_CANCELLED = 3
};

typedef int32_t emp_severity;
enum { EMP_SEVERITY_ERROR = 1, EMP_SEVERITY_WARNING = 2 };

/* One problem: what is wrong, where, and what to do. */
typedef struct emp_diagnostic {
    size_t size;
    /* A stable dotted name, such as "unit.mismatch". */
    const char *code;
    const char *message;
    /* What to do, or NULL. */
    const char *hint;
    /* The file, or NULL when the problem stands in none. */
    const char *file;
    /* From 1, 0 without a place; the end is just after the last character. */
    uint32_t line, column, end_line, end_column;
    emp_severity severity;
    uint32_t reserved;
} emp_diagnostic;
#define EMP_DIAGNOSTIC_INIT { sizeof(emp_diagnostic), NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0 }
void emp_diagnostic_init(emp_diagnostic *diagnostic);

void emp_error_free(emp_error *error);
emp_error_kind_t emp_error_kind(const emp_error *error);
/* Everything there is to say, as text for people, with the lines concerned. */
const char *emp_error_message(const emp_error *error);
/* The same as a JSON array, laid out as `empreinte check --format json` does. */
const char *emp_error_json(const emp_error *error);
/* The person concerned among those evaluated, from 0; -1 when it is none. */
int64_t emp_error_person(const emp_error *error);
/* At least one. */
size_t emp_error_diagnostic_count(const emp_error *error);
/* Returns NULL, or an error of its own when there is no such diagnostic. */
emp_error *emp_error_diagnostic(const emp_error *error, size_t index, emp_diagnostic *out_diagnostic);

/* ---- Texts handed over --------------------------------------------------------------------------------------- */

/* A text, or bytes, that are the caller's; freed by emp_text_free. */
typedef struct emp_text emp_text;

void emp_text_free(emp_text *text);
/* Ends with a zero, which the size leaves out. */
const char *emp_text_bytes(const emp_text *text);
size_t emp_text_size(const emp_text *text);

/* ---- Plugins ------------------------------------------------------------------------------------------------- */

/* A plugin in a shared library, as empreinte_plugin.h describes it; freed by emp_plugin_free. */
typedef struct emp_plugin emp_plugin;

/* Loads a plugin from a file, which then stays open for the life of the process. */
emp_error *emp_plugin_load(const char *path, emp_plugin **out_plugin);
void emp_plugin_free(emp_plugin *plugin);

/* ---- Engine -------------------------------------------------------------------------------------------------- */

/* What reads packs and knows the analyses; freed by emp_engine_free. */
typedef struct emp_engine emp_engine;

typedef struct emp_engine_options {
    size_t size;
    /* Folders where packs are looked for by name. */
    const char *const *places;
    size_t place_count;
    /* What to add to what is built in. */
    const emp_plugin *const *plugins;
    size_t plugin_count;
} emp_engine_options;
#define EMP_ENGINE_OPTIONS_INIT { sizeof(emp_engine_options), NULL, 0, NULL, 0 }
void emp_engine_options_init(emp_engine_options *options);

/* `options` may be NULL. */
emp_error *emp_engine_create(const emp_engine_options *options, emp_engine **out_engine);
void emp_engine_free(emp_engine *engine);
/* The plugins and the analyses with their options, as JSON. */
emp_error *emp_engine_describe(const emp_engine *engine, emp_text **out_text);

/* ---- Packs --------------------------------------------------------------------------------------------------- */

/* A pack that was read and found right; freed by emp_pack_free. */
typedef struct emp_pack emp_pack;

/* A file in memory. */
typedef struct emp_file {
    size_t size;
    const char *path;
    const void *bytes;
    size_t byte_count;
} emp_file;
#define EMP_FILE_INIT { sizeof(emp_file), NULL, NULL, 0 }
void emp_file_init(emp_file *file);

/* Reads a pack: a folder, a file, or the name of a pack in one of the places. */
emp_error *emp_pack_open(const emp_engine *engine, const char *path, emp_pack **out_pack);
/* Reads a pack from files in memory, which hide those of the disk of the same path; `path` is a folder or a file of
 * theirs. The bytes are copied. A parent that is not among them is looked for on disk. */
emp_error *emp_pack_open_files(
    const emp_engine *engine, const emp_file *files, size_t file_count, const char *path, emp_pack **out_pack);
void emp_pack_free(emp_pack *pack);

/* What is worth knowing about a pack that was accepted. */
size_t emp_pack_warning_count(const emp_pack *pack);
emp_error *emp_pack_warning(const emp_pack *pack, size_t index, emp_diagnostic *out_diagnostic);
/* What the pack lacks for publication, with its warnings, as a JSON array. */
emp_error *emp_pack_check(const emp_pack *pack, emp_text **out_text);

typedef struct emp_pack_facts {
    size_t size;
    const char *id;
    const char *version;
    /* SHA-256 of the resolved content, in hexadecimal. */
    const char *hash;
    /* The language of texts that state none. */
    const char *language;
    int32_t first_year, last_year, reference_year;
    uint32_t reserved;
    size_t question_count, category_count, indicator_count, formula_count, factor_count, source_count;
    size_t action_count, scenario_count;
} emp_pack_facts;
#define EMP_PACK_FACTS_INIT { sizeof(emp_pack_facts), NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }
void emp_pack_facts_init(emp_pack_facts *facts);
emp_error *emp_pack_describe(const emp_pack *pack, emp_pack_facts *out_facts);

typedef int32_t emp_sort;
enum {
    EMP_SORT_QUESTION = 1,
    EMP_SORT_CATEGORY = 2,
    EMP_SORT_INDICATOR = 3,
    EMP_SORT_FORMULA = 4,
    EMP_SORT_FACTOR = 5,
    EMP_SORT_SOURCE = 6,
    EMP_SORT_ACTION = 7,
    EMP_SORT_SCENARIO = 8
};

/* The position of a thing of that sort by its id. */
emp_error *emp_pack_find(const emp_pack *pack, emp_sort sort, const char *id, size_t *out_index);
/* Its label in a language ("fr", "en"), else in English, else in the first one written. */
emp_error *emp_pack_label(
    const emp_pack *pack, emp_sort sort, size_t index, const char *language, const char **out_label);

typedef int32_t emp_type;
enum {
    /* double */
    EMP_TYPE_NUMBER = 1,
    /* int32_t: the position of an option */
    EMP_TYPE_OPTION = 2,
    /* uint8_t: 0 is no, anything else yes */
    EMP_TYPE_FLAG = 3
};

typedef struct emp_question {
    size_t size;
    const char *id;
    /* The unit of a number; "1" where it has none. */
    const char *unit;
    /* The id of the source of the default, or NULL. */
    const char *source;
    emp_type type;
    /* 0 for numbers and flags. */
    uint32_t option_count;
    /* Infinite where a number has no range. */
    double minimum, maximum;
    /* What counts when nothing is answered, for a person of the reference year who answers nothing. */
    double standing;
    /* 1 when a number outside the range is taken as its nearest end instead of being refused. */
    uint32_t clamps;
    /* 1 when the answer is the household's. */
    uint32_t is_per_household;
} emp_question;
#define EMP_QUESTION_INIT { sizeof(emp_question), NULL, NULL, NULL, 0, 0, 0, 0, 0, 0, 0 }
void emp_question_init(emp_question *question);
emp_error *emp_pack_question(const emp_pack *pack, size_t index, emp_question *out_question);
/* The question as asked, or its label where it has no wording. */
emp_error *emp_pack_question_words(
    const emp_pack *pack, size_t index, const char *language, const char **out_words);
/* The id and the label of an option of a question; `out_label` may be NULL. */
emp_error *emp_pack_option(
    const emp_pack *pack, size_t question, int32_t option, const char *language, const char **out_id,
    const char **out_label);
/* The position of an option by its id. */
emp_error *emp_pack_find_option(const emp_pack *pack, size_t question, const char *id, int32_t *out_option);

typedef struct emp_category {
    size_t size;
    const char *id;
    /* The categories it holds are named by emp_category_member. */
    size_t member_count;
    /* 1 when no other category holds it. */
    uint32_t is_top;
    /* 1 when only public action changes it. */
    uint32_t is_public;
} emp_category;
#define EMP_CATEGORY_INIT { sizeof(emp_category), NULL, 0, 0, 0 }
void emp_category_init(emp_category *category);
emp_error *emp_pack_category(const emp_pack *pack, size_t index, emp_category *out_category);
/* What a category holds: another category, or a formula that is a leaf. */
emp_error *emp_pack_category_member(
    const emp_pack *pack, size_t category, size_t member, emp_sort *out_sort, size_t *out_index);

typedef struct emp_indicator {
    size_t size;
    const char *id;
    /* The unit of one person's result. */
    const char *unit;
} emp_indicator;
#define EMP_INDICATOR_INIT { sizeof(emp_indicator), NULL, NULL }
void emp_indicator_init(emp_indicator *indicator);
emp_error *emp_pack_indicator(const emp_pack *pack, size_t index, emp_indicator *out_indicator);

typedef struct emp_source {
    size_t size;
    const char *id;
    /* NULL where the pack does not say. */
    const char *publisher, *date, *licence, *url;
} emp_source;
#define EMP_SOURCE_INIT { sizeof(emp_source), NULL, NULL, NULL, NULL, NULL }
void emp_source_init(emp_source *source);
emp_error *emp_pack_source(const emp_pack *pack, size_t index, emp_source *out_source);

typedef struct emp_factor {
    size_t size;
    const char *id;
    const char *unit;
    /* The id of its source, or NULL for an assumption. */
    const char *source;
    /* Why it was assumed, or NULL. */
    const char *assumption;
    /* The pack that states it. */
    const char *pack;
    /* One figure an option and year. */
    size_t figure_count;
    /* The year it is valid for; 0 where the pack does not say. */
    int32_t year;
    uint32_t reserved;
} emp_factor;
#define EMP_FACTOR_INIT { sizeof(emp_factor), NULL, NULL, NULL, NULL, NULL, 0, 0, 0 }
void emp_factor_init(emp_factor *factor);
emp_error *emp_pack_factor(const emp_pack *pack, size_t index, emp_factor *out_factor);

typedef struct emp_figure {
    size_t size;
    /* The option it is for, or NULL for a factor without options. */
    const char *option;
    double value;
    /* Half the width of the relative 95 % range, or NaN. */
    double spread;
    /* The year of a dated figure; 0 for a constant. */
    int32_t year;
    uint32_t reserved;
} emp_figure;
#define EMP_FIGURE_INIT { sizeof(emp_figure), NULL, 0, 0, 0, 0 }
void emp_figure_init(emp_figure *figure);
emp_error *emp_pack_figure(const emp_pack *pack, size_t factor, size_t index, emp_figure *out_figure);

typedef struct emp_action {
    size_t size;
    const char *id;
    /* "person", "household", "organisation" or "public". */
    const char *actor;
    /* When it concerns somebody, as the pack writes it; NULL where it concerns everybody. */
    const char *condition;
    /* The levels that have a name. */
    size_t level_count;
    /* The category it belongs to. */
    size_t domain;
    /* The year it starts unless a choice says another; 0 where the pack does not say. */
    int32_t start;
    /* 0 when nobody knows what it changes: it can be chosen, and changes no result. */
    uint32_t is_quantified;
} emp_action;
#define EMP_ACTION_INIT { sizeof(emp_action), NULL, NULL, NULL, 0, 0, 0, 0 }
void emp_action_init(emp_action *action);
emp_error *emp_pack_action(const emp_pack *pack, size_t index, emp_action *out_action);
/* A named level of an action, and what it is from 0 to 1. */
emp_error *emp_pack_level(
    const emp_pack *pack, size_t action, size_t level, const char **out_id, double *out_level);

/* ---- Evaluators ---------------------------------------------------------------------------------------------- */

/* A pack made ready to compute chosen outputs in chosen years; freed by emp_evaluator_free. */
typedef struct emp_evaluator emp_evaluator;

typedef struct emp_evaluator_options {
    size_t size;
    /* What to compute: an indicator ("ghg"), an indicator and a category or a leaf ("ghg.transport",
     * "ghg.transport.car.exhaust"), or a formula that is a step. NULL: every indicator, each followed by its top
     * categories. */
    const char *const *outputs;
    size_t output_count;
    /* The years, both included; 0 and 0 is the pack's reference year. */
    int32_t first_year, last_year;
} emp_evaluator_options;
#define EMP_EVALUATOR_OPTIONS_INIT { sizeof(emp_evaluator_options), NULL, 0, 0, 0 }
void emp_evaluator_options_init(emp_evaluator_options *options);

/* `options` may be NULL. */
emp_error *emp_evaluator_create(
    const emp_pack *pack, const emp_evaluator_options *options, emp_evaluator **out_evaluator);
void emp_evaluator_free(emp_evaluator *evaluator);
size_t emp_evaluator_output_count(const emp_evaluator *evaluator);
size_t emp_evaluator_year_count(const emp_evaluator *evaluator);
emp_error *emp_evaluator_output(
    const emp_evaluator *evaluator, size_t index, const char **out_id, const char **out_unit);

/* ---- Cancellation -------------------------------------------------------------------------------------------- */

/* A way to stop evaluations; freed by emp_cancellation_free once nobody uses it. */
typedef struct emp_cancellation emp_cancellation;

emp_cancellation *emp_cancellation_create(void);
void emp_cancellation_free(emp_cancellation *cancellation);
/* Stops the evaluations that hold it, now and later; any thread may call it at any time. */
void emp_cancellation_cancel(const emp_cancellation *cancellation);

/* ---- Many people --------------------------------------------------------------------------------------------- */

/* The answers of many people to one question, in the caller's memory, which stays as it is during the call. */
typedef struct emp_column {
    size_t size;
    size_t question;
    /* The type of the question. */
    emp_type type;
    uint32_t reserved;
    /* The answer of the first person. What stands where somebody has not answered does not matter. */
    const void *values;
    /* How many there are; at least as many as people. */
    size_t count;
    /* From one answer to the next, in bytes; 0 when they touch. */
    ptrdiff_t stride;
    /* Who answered, a bit a person, the lowest bit of each byte first; NULL when everybody did. */
    const uint8_t *present;
    /* How many bits stand before the first person's. */
    size_t present_offset;
} emp_column;
#define EMP_COLUMN_INIT { sizeof(emp_column), 0, 0, 0, NULL, 0, 0, NULL, 0 }
void emp_column_init(emp_column *column);

/* Where results go: memory that no column is lent from, since some are computed where they go. */
typedef struct emp_results {
    size_t size;
    double *values;
    /* How many numbers there is room for. */
    size_t capacity;
    /* How far apart two people, two years and two outputs stand, in numbers. All 0: people touch, a column a year,
     * the columns of an output together. */
    size_t person_stride, year_stride, output_stride;
} emp_results;
#define EMP_RESULTS_INIT { sizeof(emp_results), NULL, 0, 0, 0, 0 }
void emp_results_init(emp_results *results);

/* An action that people take. Made by EMP_CHOICE_INIT it is taken by everybody it concerns, wholly. */
typedef struct emp_choice {
    size_t size;
    size_t action;
    /* How strongly, from 0 to 1, and the share of those concerned who take it, where there is no column. */
    double level, adoption;
    /* The year it starts, where there is no column; 0 is the action's own, else the evaluator's first year. */
    int32_t start;
    uint32_t reserved;
    /* By person, or NULL; the question of a column does not matter. Who has no level does not take the action, who has
     * no start or no adoption takes it as those do for whom there is no column. */
    /* Numbers from 0 to 1, positions of named levels (options), or flags. */
    const emp_column *levels;
    /* Years, of the type EMP_TYPE_OPTION. */
    const emp_column *starts;
    /* Numbers from 0 to 1. */
    const emp_column *adoptions;
    /* The share of those concerned in each year of the evaluator, instead of `adoption`; or NULL. */
    const double *yearly_adoption;
    size_t yearly_adoption_count;
} emp_choice;
#define EMP_CHOICE_INIT { sizeof(emp_choice), 0, 1, 1, 0, 0, NULL, NULL, NULL, NULL, 0 }
void emp_choice_init(emp_choice *choice);

typedef int32_t emp_splitting;
enum {
    /* The mean over every combination of options, each with its share; drawn above 64 combinations a person. */
    EMP_SPLITTING_EXACT = 0,
    /* Each person switches or not, for good, as the seed, the person's id and the action say. */
    EMP_SPLITTING_DRAWN = 1
};

/* What people do. Refused, with the person: actions that do not go together, levels and adoptions that are none, and
 * an action with a column of levels taken by somebody it does not concern. Taken by everybody it concerns, an action
 * passes the others by. */
typedef struct emp_choices {
    size_t size;
    /* In the order of choice, each action once. */
    const emp_choice *items;
    size_t count;
    /* The id of a scenario of the pack, whose choices count for actions that are not among the items; or NULL. */
    const char *scenario;
    /* A document of kind plan, YAML or JSON, for everybody; it counts over the scenario, and the items over it. */
    const char *plan;
    size_t plan_size;
    /* How those split who switch options in part. */
    emp_splitting splitting;
    /* 1: who takes an action that does not concern them is passed by instead of being refused. */
    uint32_t passes_unconcerned;
    /* Of what is drawn; 0 is 1. */
    uint64_t seed;
    /* The id of each person, needed where something is drawn: who draws what depends on it and on nothing else. */
    const char *const *ids;
    size_t id_count;
} emp_choices;
#define EMP_CHOICES_INIT { sizeof(emp_choices), NULL, 0, NULL, NULL, 0, 0, 0, 0, NULL, 0 }
void emp_choices_init(emp_choices *choices);

typedef struct emp_run_options {
    size_t size;
    /* 0 is 1. Results have the same bits for any number. */
    uint32_t thread_count;
    /* 1: a result that is no number, as after a division by zero, is left as it is instead of being refused. */
    uint32_t keeps_not_finite;
    /* 1: columns of a table that are no question of the pack are passed over instead of being refused. */
    uint32_t ignores_other_columns;
    uint32_t reserved;
    const emp_cancellation *cancellation;
    /* Hears how many people are done, from one thread at a time. */
    void (*progress)(void *user, size_t people_done);
    void *user;
    /* What people do; nothing when NULL. */
    const emp_choices *choices;
    /* The year of each person, of the type EMP_TYPE_OPTION, for an evaluator of one year, which counts for who has
     * none; NULL when everybody has that year. */
    const emp_column *years;
} emp_run_options;
#define EMP_RUN_OPTIONS_INIT { sizeof(emp_run_options), 0, 0, 0, 0, NULL, NULL, NULL, NULL, NULL }
void emp_run_options_init(emp_run_options *options);

/* Evaluates many people. Questions without a column are not answered. `options` may be NULL.
 * After an error the results hold what was computed before it. */
emp_error *emp_evaluate(
    const emp_evaluator *evaluator, const emp_column *columns, size_t column_count, size_t people_count,
    const emp_results *results, const emp_run_options *options);

/* What each choice brings to each person in one output and year: none of these figures is the gain by itself. Each
 * memory holds a number a choice for the first person, then for the second, or is NULL; a choice that is not taken
 * brings 0, and one of an action that is not quantified brings NaN. */
typedef struct emp_gains {
    size_t size;
    /* How many numbers there is room for in each memory. */
    size_t capacity;
    /* By itself, and lost when it is taken away from all of them: these do not add up. */
    double *alone, *last;
    /* After those chosen before it, and the mean over all orders: these add up to `before` less `after`. */
    double *in_order, *shapley;
    /* The standard error of `shapley`: 0 up to 12 choices, above which orders are drawn. */
    double *errors;
    /* A number a person: the output without any choice, and with all of them; or NULL. */
    double *before, *after;
} emp_gains;
#define EMP_GAINS_INIT { sizeof(emp_gains), 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL }
void emp_gains_init(emp_gains *gains);

/* Tells what the choices of `options` bring; they name no scenario and no plan. `year` is one of the evaluator's, 0 the
 * last of them. */
emp_error *emp_evaluate_gains(
    const emp_evaluator *evaluator, const emp_column *columns, size_t column_count, size_t people_count, size_t output,
    int32_t year, const emp_run_options *options, emp_gains *out_gains);

/* ---- Statistics ---------------------------------------------------------------------------------------------- */

/* Sums, moments, extremes and quantiles of some series of numbers, such as a series an output and year, which come to
 * the same bits whatever the order and the parts in which numbers are added; freed by emp_statistics_free. */
typedef struct emp_statistics emp_statistics;

emp_error *emp_statistics_create(size_t series_count, emp_statistics **out_statistics);
void emp_statistics_free(emp_statistics *statistics);
size_t emp_statistics_series_count(const emp_statistics *statistics);
/* Adds numbers to a series, each with a weight, or with 1 where `weights` is NULL. Each is rounded once, to 2^-40, and
 * added as an integer; one that is NaN, infinite or not within 2^30 is refused and counted. */
emp_error *emp_statistics_add(
    emp_statistics *statistics, size_t series, const double *values, size_t count, const double *weights);
/* Adds what another one took, series by series. */
emp_error *emp_statistics_merge(emp_statistics *statistics, const emp_statistics *other);

typedef struct emp_summary {
    size_t size;
    /* How many numbers were taken, and how many refused. */
    uint64_t count, refused_count;
    /* The sum of weights, and of numbers times their weight. */
    double weight, sum;
    /* NaN without weight. */
    double mean, variance;
    /* Infinite where there is no number. */
    double minimum, maximum;
} emp_summary;
#define EMP_SUMMARY_INIT { sizeof(emp_summary), 0, 0, 0, 0, 0, 0, 0, 0 }
void emp_summary_init(emp_summary *summary);
emp_error *emp_statistics_summary(const emp_statistics *statistics, size_t series, emp_summary *out_summary);
/* The number below which that share of the weight lies, within 0.2 % of itself; NaN where there is none. */
emp_error *emp_statistics_quantile(
    const emp_statistics *statistics, size_t series, double share, double *out_value);

/* Everything that was taken, as bytes to send elsewhere. */
emp_error *emp_statistics_write(const emp_statistics *statistics, emp_text **out_bytes);
/* Statistics from such bytes, whatever machine wrote them. */
emp_error *emp_statistics_read(const void *bytes, size_t size, emp_statistics **out_statistics);

/* ---- One person ---------------------------------------------------------------------------------------------- */

/* A person who answers question after question; freed by emp_person_free. */
typedef struct emp_person emp_person;

/* Somebody who has not answered anything. */
emp_error *emp_person_create(const emp_evaluator *evaluator, emp_person **out_person);
void emp_person_free(emp_person *person);
/* Takes an answer: a number in the question's unit, the position of an option, 0 or 1. */
emp_error *emp_person_set(emp_person *person, size_t question, double answer);
/* Takes an answer as people write it, read as the command line reads it: "12000 km", "oui", the id of an option. */
emp_error *emp_person_set_text(emp_person *person, size_t question, const char *answer);
/* Takes an answer back. */
emp_error *emp_person_unset(emp_person *person, size_t question);
/* Computes every output for every year: the years of the first output, then those of the second. Allocates nothing
 * unless it fails. */
emp_error *emp_person_evaluate(emp_person *person, double *out_values, size_t capacity);

/* ---- Analyses ------------------------------------------------------------------------------------------------ */

typedef struct emp_setting {
    const char *name;
    const char *value;
} emp_setting;

typedef struct emp_analysis_options {
    size_t size;
    /* The analysis's own options. */
    const emp_setting *settings;
    size_t setting_count;
    /* People, and documents of other kinds the analysis takes, as YAML or JSON; NULL for the default person. */
    const char *documents;
    size_t documents_size;
    /* "fr" or "en"; English when NULL. */
    const char *language;
    /* "json", "csv", "svg" or "text"; JSON when NULL. */
    const char *format;
    /* The year for people who state none; 0 is the pack's reference year. */
    int32_t year;
    uint32_t reserved;
} emp_analysis_options;
#define EMP_ANALYSIS_OPTIONS_INIT { sizeof(emp_analysis_options), NULL, 0, NULL, 0, NULL, NULL, 0, 0 }
void emp_analysis_options_init(emp_analysis_options *options);

/* Runs any registered analysis, such as "footprint", "trajectory", "explain" or "list". `options` may be NULL.
 * A report that says that what was asked did not hold, as when a test fails, is no error; `out_failed`, which may be
 * NULL, is then 1, else 0. */
emp_error *emp_analysis_run(
    const emp_engine *engine, const emp_pack *pack, const char *analysis, const emp_analysis_options *options,
    emp_text **out_report, uint32_t *out_failed);

/* ---- Arrow C data interface ---------------------------------------------------------------------------------- */

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif

/* The schema of a table of people: a nullable column a question, float64 for numbers, a dictionary of utf8 with int32
 * indices for options, bool for flags; the unit stands in the metadata of the column. */
emp_error *emp_pack_arrow_schema(const emp_pack *pack, struct ArrowSchema *out_schema);

/* Evaluates a table of people, a struct array with a column a question by its id: float64, float32 and integers for
 * numbers; utf8, large_utf8, utf8_view and dictionaries of them for options; bool for flags; null for none.
 * Where the evaluator has one year and the pack no such question, a column "year" of integers is the year of each.
 * Float64, the bits of presence and the results are never copied whole. Takes `people` and `schema` over and releases
 * both before it returns, whatever happens. The results are a struct array of float64, a column an output, or an output
 * and year ("ghg@2030") when there are several years. */
emp_error *emp_evaluate_arrow(
    const emp_evaluator *evaluator, struct ArrowArray *people, struct ArrowSchema *schema,
    const emp_run_options *options, struct ArrowArray *out_results, struct ArrowSchema *out_schema);

#ifdef __cplusplus
}
#endif

#endif
