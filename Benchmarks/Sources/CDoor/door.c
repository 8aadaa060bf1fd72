#include "door.h"

#include <dlfcn.h>
#include <stdio.h>

static __typeof__(&emp_error_message) error_message;
static __typeof__(&emp_error_free) error_free;
static __typeof__(&emp_pack_find) pack_find;
static __typeof__(&emp_evaluate) evaluate;
static __typeof__(&emp_evaluator_output_count) output_count;
static __typeof__(&emp_person_set) person_set;
static __typeof__(&emp_person_evaluate) person_evaluate;

static emp_pack *pack;
static emp_evaluator *evaluator;
static emp_person *person;
static char said[4096];

static const char *say(emp_error *error) {
    if (error == NULL) return NULL;
    snprintf(said, sizeof said, "%s", error_message(error));
    error_free(error);
    return said;
}

const char *door_open(const char *path, const char *pack_path) {
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return dlerror();
    __typeof__(&emp_engine_create) engine_create = dlsym(library, "emp_engine_create");
    __typeof__(&emp_pack_open) pack_open = dlsym(library, "emp_pack_open");
    __typeof__(&emp_evaluator_create) evaluator_create = dlsym(library, "emp_evaluator_create");
    __typeof__(&emp_person_create) person_create = dlsym(library, "emp_person_create");
    error_message = dlsym(library, "emp_error_message");
    error_free = dlsym(library, "emp_error_free");
    pack_find = dlsym(library, "emp_pack_find");
    evaluate = dlsym(library, "emp_evaluate");
    output_count = dlsym(library, "emp_evaluator_output_count");
    person_set = dlsym(library, "emp_person_set");
    person_evaluate = dlsym(library, "emp_person_evaluate");
    if (!engine_create || !pack_open || !evaluator_create || !person_create || !error_message || !error_free ||
        !pack_find || !evaluate || !output_count || !person_set || !person_evaluate)
        return "the library lacks a function";
    emp_engine *engine;
    const char *problem = say(engine_create(NULL, &engine));
    if (!problem) problem = say(pack_open(engine, pack_path, &pack));
    if (!problem) problem = say(evaluator_create(pack, NULL, &evaluator));
    if (!problem) problem = say(person_create(evaluator, &person));
    return problem;
}

size_t door_output_count(void) { return output_count(evaluator); }

const char *door_find(const char *question, size_t *out_index) {
    return say(pack_find(pack, EMP_SORT_QUESTION, question, out_index));
}

const char *door_evaluate(
    const emp_column *columns, size_t column_count, size_t people, double *values, size_t capacity, uint32_t threads) {
    emp_results results = EMP_RESULTS_INIT;
    emp_run_options options = EMP_RUN_OPTIONS_INIT;
    results.values = values;
    results.capacity = capacity;
    options.thread_count = threads;
    return say(evaluate(evaluator, columns, column_count, people, &results, &options));
}

const char *door_answer(size_t question, double answer, double *values, size_t capacity) {
    const char *problem = say(person_set(person, question, answer));
    return problem ? problem : say(person_evaluate(person, values, capacity));
}
