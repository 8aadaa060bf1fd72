// The formulas of the benchmark as somebody would write them in C.
#ifndef RIVALS_H
#define RIVALS_H

#include <stddef.h>
#include <stdint.h>

/// Evaluates the 300 synthetic steps for the people from `first` up to `end`, column by column.
void synthetic300(
    ptrdiff_t first, ptrdiff_t end, const double *_Nonnull const *_Nonnull numbers,
    const int32_t *_Nonnull const *_Nonnull codes, double *_Nonnull const *_Nonnull outputs);

/// How many bits the widest vectors have that the C code was compiled for.
int rivals_vector_bits(void);

#endif
