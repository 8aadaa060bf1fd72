#ifndef EMPREINTE_PROCESSOR_H
#define EMPREINTE_PROCESSOR_H

/// Asks for the cache line of an address without waiting for it; any address will do, readable or not.
static inline void emp_prefetch(const void *_Nonnull address) {
    __builtin_prefetch(address, 0, 2);
}

/// Whether the program is compiled for vectors of more than two doubles.
#ifdef __AVX__
static const int EMP_HAS_WIDE_VECTORS = 1;
#else
static const int EMP_HAS_WIDE_VECTORS = 0;
#endif

#endif
