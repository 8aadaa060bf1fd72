#pragma once
#include <empreinte.h>

/* A client of the shared library as others have it: opened by path, nothing linked. Messages live until the next one;
 * NULL is success. */
const char *door_open(const char *library, const char *pack);
size_t door_output_count(void);
const char *door_find(const char *question, size_t *out_index);
/* Everybody, over borrowed columns. */
const char *door_evaluate(
    const emp_column *columns, size_t column_count, size_t people, double *values, size_t capacity, uint32_t threads);
/* One answer of one person, and every output. */
const char *door_answer(size_t question, double answer, double *values, size_t capacity);
