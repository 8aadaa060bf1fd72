/* Footprints of many people from a table, with nothing but the header and the library.
 *
 *   footprints PACK PEOPLE.csv COUNT THREADS
 *
 * The rows of the table are repeated until there are COUNT people. Prints a row a person of the table, with all its
 * digits, and fails when a repeated person has other results. */
#include "table.h"

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    size_t people = strtoul(argv[3], NULL, 10);

    emp_engine *engine;
    emp_pack *pack;
    emp_evaluator *evaluator;
    require(emp_engine_create(NULL, &engine));
    require(emp_pack_open(engine, argv[1], &pack));
    require(emp_evaluator_create(pack, NULL, &evaluator));

    table table = table_read(pack, argv[2], people);
    size_t rows = table.rows;
    size_t outputs = emp_evaluator_output_count(evaluator);
    emp_results results = EMP_RESULTS_INIT;
    results.capacity = outputs * people;
    results.values = allocate(results.capacity, sizeof(double));
    emp_run_options options = EMP_RUN_OPTIONS_INIT;
    options.thread_count = (uint32_t)strtoul(argv[4], NULL, 10);
    require(emp_evaluate(evaluator, table.columns, table.column_count, people, &results, &options));

    for (size_t output = 0; output < outputs; output++)
        for (size_t person = rows; person < people; person++)
            if (results.values[output * people + person] != results.values[output * people + person % rows]) {
                fprintf(stderr, "person %zu differs from person %zu\n", person, person % rows);
                return 1;
            }
    for (size_t person = 0; person < rows; person++)
        for (size_t output = 0; output < outputs; output++)
            printf("%.17g%c", results.values[output * people + person], output + 1 < outputs ? ',' : '\n');

    table_free(table);
    free(results.values);
    emp_pack_free(pack);
    emp_engine_free(engine);
    emp_evaluator_free(evaluator);
    return 0;
}
