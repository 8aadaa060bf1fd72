/* Trajectories of people who choose actions, with nothing but the header and the library.
 *
 *   choices PACK PEOPLE.csv CHOICES.csv FIRST LAST COUNT THREADS
 *
 * A line of CHOICES.csv is ROW,ACTION,LEVEL,START,ADOPTION, where ROW is the position of a person in the table or * for
 * everybody. The rows of the table are repeated until there are COUNT people. Prints a row a person of the table and
 * year, with all its digits, and fails when a repeated person has other results. */
#include "table.h"

typedef struct columns {
    char action[128];
    emp_column levels, starts, adoptions;
} columns;

static emp_column lent(emp_type type, size_t people) {
    emp_column column = EMP_COLUMN_INIT;
    column.type = type;
    column.count = people;
    column.values = allocate(people, sizeof(double));
    column.present = allocate(people / 8 + 1, 1);
    return column;
}

static void give(emp_column column, size_t person, double value) {
    ((uint8_t *)column.present)[person / 8] |= (uint8_t)(1u << person % 8);
    if (column.type == EMP_TYPE_NUMBER)
        ((double *)column.values)[person] = value;
    else
        ((int32_t *)column.values)[person] = (int32_t)value;
}

int main(int argc, char **argv) {
    if (argc != 8) return 2;
    size_t people = strtoul(argv[6], NULL, 10);

    emp_engine *engine;
    emp_pack *pack;
    emp_evaluator *evaluator;
    emp_evaluator_options wanted = EMP_EVALUATOR_OPTIONS_INIT;
    wanted.first_year = atoi(argv[4]);
    wanted.last_year = atoi(argv[5]);
    require(emp_engine_create(NULL, &engine));
    require(emp_pack_open(engine, argv[1], &pack));
    require(emp_evaluator_create(pack, &wanted, &evaluator));
    table table = table_read(pack, argv[2], people);

    static char line[1024];
    static columns own[64];
    emp_choice items[64];
    size_t count = 0;
    FILE *file = fopen(argv[3], "r");
    if (file == NULL) return 2;
    while (fgets(line, sizeof line, file)) {
        char *rest = line;
        char *row = cell(&rest);
        char *action = cell(&rest);
        size_t index = 0;
        while (index < count && strcmp(own[index].action, action) != 0) index++;
        if (index == count) {
            if (count == 64 || strlen(action) >= sizeof own[index].action) return 2;
            strcpy(own[index].action, action);
            items[index] = (emp_choice)EMP_CHOICE_INIT;
            require(emp_pack_find(pack, EMP_SORT_ACTION, action, &items[index].action));
            count++;
        }
        double level = strtod(cell(&rest), NULL);
        char *start = cell(&rest);
        double adoption = strtod(cell(&rest), NULL);
        if (strcmp(row, "*") == 0) {
            items[index].level = level;
            items[index].start = atoi(start);
            items[index].adoption = adoption;
            continue;
        }
        if (items[index].levels == NULL) {
            own[index].levels = lent(EMP_TYPE_NUMBER, people);
            own[index].starts = lent(EMP_TYPE_OPTION, people);
            own[index].adoptions = lent(EMP_TYPE_NUMBER, people);
            items[index].levels = &own[index].levels;
            items[index].starts = &own[index].starts;
            items[index].adoptions = &own[index].adoptions;
        }
        for (size_t person = strtoul(row, NULL, 10); person < people; person += table.rows) {
            give(own[index].levels, person, level);
            if (*start) give(own[index].starts, person, atoi(start));
            give(own[index].adoptions, person, adoption);
        }
    }
    fclose(file);

    size_t outputs = emp_evaluator_output_count(evaluator);
    size_t years = emp_evaluator_year_count(evaluator);
    emp_results results = EMP_RESULTS_INIT;
    results.capacity = outputs * years * people;
    results.values = allocate(results.capacity, sizeof(double));
    emp_choices choices = EMP_CHOICES_INIT;
    choices.items = items;
    choices.count = count;
    emp_run_options options = EMP_RUN_OPTIONS_INIT;
    options.thread_count = (uint32_t)strtoul(argv[7], NULL, 10);
    options.choices = &choices;
    require(emp_evaluate(evaluator, table.columns, table.column_count, people, &results, &options));

    for (size_t place = 0; place < outputs * years; place++)
        for (size_t person = table.rows; person < people; person++)
            if (results.values[place * people + person] != results.values[place * people + person % table.rows]) {
                fprintf(stderr, "person %zu differs from person %zu\n", person, person % table.rows);
                return 1;
            }
    for (size_t person = 0; person < table.rows; person++)
        for (size_t year = 0; year < years; year++)
            for (size_t output = 0; output < outputs; output++)
                printf("%.17g%c", results.values[(output * years + year) * people + person],
                       output + 1 < outputs ? ',' : '\n');

    for (size_t index = 0; index < count; index++) {
        if (items[index].levels == NULL) continue;
        const emp_column *lists[] = {items[index].levels, items[index].starts, items[index].adoptions};
        for (size_t list = 0; list < 3; list++) {
            free((void *)lists[list]->values);
            free((void *)lists[list]->present);
        }
    }
    free(results.values);
    table_free(table);
    emp_pack_free(pack);
    emp_engine_free(engine);
    emp_evaluator_free(evaluator);
    return 0;
}
