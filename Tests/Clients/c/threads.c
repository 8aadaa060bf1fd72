/* Eight threads share a pack: each makes an evaluator and a person of its own, and all use one evaluator at once.
 *
 *   threads PACK
 *
 * Every thread has to compute the same numbers, and errors made in one thread may be read and freed in another. */
#include "empreinte.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, PEOPLE = 3000, OUTPUTS = 64 };

static emp_engine *engine;
static emp_pack *pack;
static emp_evaluator *shared;
static size_t kilometres;

typedef struct work {
    pthread_t thread;
    double total, alone;
    emp_error *error;
} work;

static void require(emp_error *error) {
    if (error == NULL) return;
    fprintf(stderr, "%s", emp_error_message(error));
    exit(1);
}

static double evaluate(const emp_evaluator *evaluator, uint32_t threads) {
    double *answers = malloc(PEOPLE * sizeof *answers);
    double *values = malloc(PEOPLE * OUTPUTS * sizeof *values);
    if (answers == NULL || values == NULL) exit(3);
    uint8_t present[PEOPLE / 8 + 1];
    memset(present, 0x77, sizeof present);
    for (size_t person = 0; person < PEOPLE; person++) answers[person] = (double)(person * 37 % 20000);
    emp_column column = EMP_COLUMN_INIT;
    column.question = kilometres;
    column.type = EMP_TYPE_NUMBER;
    column.values = answers;
    column.count = PEOPLE;
    column.present = present;
    emp_results results = EMP_RESULTS_INIT;
    results.values = values;
    results.capacity = PEOPLE * OUTPUTS;
    emp_run_options options = EMP_RUN_OPTIONS_INIT;
    options.thread_count = threads;
    require(emp_evaluate(evaluator, &column, 1, PEOPLE, &results, &options));
    double total = 0;
    for (size_t person = 0; person < PEOPLE; person++) total += values[person];
    free(answers);
    free(values);
    return total;
}

static void *run(void *argument) {
    work *own = argument;
    emp_evaluator *evaluator;
    emp_person *person;
    emp_pack_facts facts = EMP_PACK_FACTS_INIT;
    const char *label;
    emp_text *report;
    emp_pack *missing = NULL;
    double values[OUTPUTS];
    require(emp_pack_describe(pack, &facts));
    require(emp_pack_label(pack, EMP_SORT_QUESTION, kilometres, "fr", &label));
    require(emp_evaluator_create(pack, NULL, &evaluator));
    own->total = evaluate(evaluator, 2) - evaluate(shared, 1);
    require(emp_person_create(evaluator, &person));
    emp_evaluator_free(evaluator);
    require(emp_person_set(person, kilometres, 12000));
    require(emp_person_evaluate(person, values, OUTPUTS));
    own->alone = values[0];
    emp_person_free(person);
    require(emp_analysis_run(engine, pack, "footprint", NULL, &report, NULL));
    emp_text_free(report);
    own->error = emp_pack_open(engine, "/nowhere", &missing);
    return NULL;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    require(emp_engine_create(NULL, &engine));
    require(emp_pack_open(engine, argv[1], &pack));
    require(emp_evaluator_create(pack, NULL, &shared));
    require(emp_pack_find(pack, EMP_SORT_QUESTION, "transport.car.km", &kilometres));
    work works[THREADS];
    for (int place = 0; place < THREADS; place++)
        if (pthread_create(&works[place].thread, NULL, run, &works[place]) != 0) return 3;
    int failures = 0;
    for (int place = 0; place < THREADS; place++) {
        pthread_join(works[place].thread, NULL);
        failures += works[place].total != 0 || works[place].alone != works[0].alone;
        failures += works[place].error == NULL || strlen(emp_error_message(works[place].error)) == 0;
        emp_error_free(works[place].error);
    }
    emp_evaluator_free(shared);
    emp_pack_free(pack);
    emp_engine_free(engine);
    if (failures == 0) puts("8 threads agree");
    return failures != 0;
}
