/* A table of people read into columns, with nothing but the header and the library. */
#ifndef TABLE_H
#define TABLE_H

#include "empreinte.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_COLUMNS = 512 };

typedef struct table {
    emp_column columns[MOST_COLUMNS];
    size_t column_count;
    /* How many people the file has; the columns repeat them. */
    size_t rows;
} table;

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

/* Reads a table whose first column is the id; its rows are repeated until there are that many people. */
static table table_read(const emp_pack *pack, const char *path, size_t people) {
    static char line[1 << 16];
    table table = {0};
    FILE *file = fopen(path, "r");
    if (file == NULL || fgets(line, sizeof line, file) == NULL) exit(2);
    char *rest = line;
    cell(&rest);
    while (*rest && table.column_count < MOST_COLUMNS) {
        emp_question question = EMP_QUESTION_INIT;
        emp_column column = EMP_COLUMN_INIT;
        require(emp_pack_find(pack, EMP_SORT_QUESTION, cell(&rest), &column.question));
        require(emp_pack_question(pack, column.question, &question));
        column.type = question.type;
        column.values = allocate(people, sizeof(double));
        column.present = allocate(people / 8 + 1, 1);
        column.count = people;
        table.columns[table.column_count++] = column;
    }

    size_t rows = 0;
    while (rows < people && fgets(line, sizeof line, file)) {
        rest = line;
        cell(&rest);
        for (size_t index = 0; index < table.column_count; index++) {
            emp_column column = table.columns[index];
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
    fclose(file);
    if (rows == 0) exit(2);
    for (size_t index = 0; index < table.column_count; index++) {
        emp_column column = table.columns[index];
        size_t size = column.type == EMP_TYPE_NUMBER ? 8 : column.type == EMP_TYPE_OPTION ? 4 : 1;
        for (size_t person = rows; person < people; person++) {
            uint8_t *present = (uint8_t *)column.present;
            size_t first = person % rows;
            memcpy((char *)column.values + person * size, (const char *)column.values + first * size, size);
            if (present[first / 8] >> first % 8 & 1) present[person / 8] |= (uint8_t)(1u << person % 8);
        }
    }
    table.rows = rows;
    return table;
}

static void table_free(table table) {
    for (size_t index = 0; index < table.column_count; index++) {
        free((void *)table.columns[index].values);
        free((void *)table.columns[index].present);
    }
}

#endif
