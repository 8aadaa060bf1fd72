#ifndef EMPREINTE_PROCESSOR_H
#define EMPREINTE_PROCESSOR_H

/// Asks for the cache line of an address without waiting for it; any address will do, readable or not.
static inline void emp_prefetch(const void *_Nonnull address) {
    __builtin_prefetch(address, 0, 2);
}

/// Whether the program is compiled for vectors of more than two doubles.
static inline int emp_has_wide_vectors(void) {
#ifdef __AVX__
    return 1;
#else
    return 0;
#endif
}

#endif
