#ifndef EMPREINTE_PREFETCH_H
#define EMPREINTE_PREFETCH_H

/// Asks for the cache line of an address without waiting for it; any address will do, readable or not.
static inline void emp_prefetch(const void *_Nonnull address) {
    __builtin_prefetch(address, 0, 2);
}

#endif
