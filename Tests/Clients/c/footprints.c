/* Footprints of many people from a table, with nothing but the header and the library.
 *
 *   footprints PACK PEOPLE.csv COUNT THREADS
 *
 * The rows of the table are repeated until there are COUNT people. Prints a row a person of the table, with all its
 * digits, and fails when a repeated person has other results. */
#include "empreinte.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void require(emp_error *error) {
    if (error == NULL) return;
    fprintf(stderr, "%s", emp_error_message(error));
    emp_error_free(error);
    exit(1);
}

static void *allocate(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (memory == NULL) exit(3);
    return memory;
}

/* The next cell of a line, which it cuts. */
static char *cell(char **rest) {
    char *start = *rest;
    char *end = start + strcspn(start, ",\r\n");
    *rest = *end == ',' ? end + 1 : end;
    *end = 0;
    return start;
}

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    size_t people = strtoul(argv[3], NULL, 10);

    emp_engine *engine;
    emp_pack *pack;
    emp_evaluator *evaluator;
    require(emp_engine_create(NULL, &engine));
    require(emp_pack_open(engine, argv[1], &pack));
    require(emp_evaluator_create(pack, NULL, &evaluator));

    static char line[1 << 16];
    FILE *table = fopen(argv[2], "r");
    if (table == NULL || fgets(line, sizeof line, table) == NULL) return 2;
    emp_column columns[512];
    size_t column_count = 0;
    char *rest = line;
    cell(&rest);
    while (*rest && column_count < 512) {
        emp_question question = EMP_QUESTION_INIT;
        emp_column column = EMP_COLUMN_INIT;
        require(emp_pack_find(pack, EMP_SORT_QUESTION, cell(&rest), &column.question));
        require(emp_pack_question(pack, column.question, &question));
        column.type = question.type;
        column.values = allocate(people, sizeof(double));
        column.present = allocate(people / 8 + 1, 1);
        column.count = people;
        columns[column_count++] = column;
    }

    size_t rows = 0;
    while (rows < people && fgets(line, sizeof line, table)) {
        rest = line;
        cell(&rest);
        for (size_t index = 0; index < column_count; index++) {
            emp_column column = columns[index];
            char *text = cell(&rest);
            if (*text == 0) continue;
            ((uint8_t *)column.present)[rows / 8] |= (uint8_t)(1u << rows % 8);
            if (column.type == EMP_TYPE_NUMBER)
                ((double *)column.values)[rows] = strtod(text, NULL);
            else if (column.type == EMP_TYPE_FLAG)
                ((uint8_t *)column.values)[rows] = strcmp(text, "true") == 0;
            else
                require(emp_pack_find_option(pack, column.question, text, &((int32_t *)column.values)[rows]));
        }
        rows++;
    }
    fclose(table);
    if (rows == 0) return 2;
    for (size_t index = 0; index < column_count; index++) {
        emp_column column = columns[index];
        size_t size = column.type == EMP_TYPE_NUMBER ? 8 : column.type == EMP_TYPE_OPTION ? 4 : 1;
        for (size_t person = rows; person < people; person++) {
            uint8_t *present = (uint8_t *)column.present;
            size_t first = person % rows;
            memcpy((char *)column.values + person * size, (const char *)column.values + first * size, size);
            if (present[first / 8] >> first % 8 & 1) present[person / 8] |= (uint8_t)(1u << person % 8);
        }
    }

    size_t outputs = emp_evaluator_output_count(evaluator);
    emp_results results = EMP_RESULTS_INIT;
    results.capacity = outputs * people;
    results.values = allocate(results.capacity, sizeof(double));
    emp_run_options options = EMP_RUN_OPTIONS_INIT;
    options.thread_count = (uint32_t)strtoul(argv[4], NULL, 10);
    require(emp_evaluate(evaluator, columns, column_count, people, &results, &options));

    for (size_t output = 0; output < outputs; output++)
        for (size_t person = rows; person < people; person++)
            if (results.values[output * people + person] != results.values[output * people + person % rows]) {
                fprintf(stderr, "person %zu differs from person %zu\n", person, person % rows);
                return 1;
            }
    for (size_t person = 0; person < rows; person++)
        for (size_t output = 0; output < outputs; output++)
            printf("%.17g%c", results.values[output * people + person], output + 1 < outputs ? ',' : '\n');

    for (size_t index = 0; index < column_count; index++) {
        free((void *)columns[index].values);
        free((void *)columns[index].present);
    }
    free(results.values);
    emp_pack_free(pack);
    emp_engine_free(engine);
    emp_evaluator_free(evaluator);
    return 0;
}
