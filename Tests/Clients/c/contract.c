/* What the headers promise about themselves, in C and in C++: they stand alone, may be included twice, and each struct
 * is the same by its macro and by its function. */
#include "empreinte.h"
#include "empreinte_plugin.h"
#include "empreinte.h"
#include "empreinte_plugin.h"

#include <stdio.h>
#include <string.h>

#ifdef __cplusplus
#define NAME "C++"
#else
#define NAME "C"
#endif

static int failures = 0;

#define SAME(type, TYPE)                                                                                            \
    do {                                                                                                            \
        type by_macro = EMP_##TYPE##_INIT;                                                                          \
        type by_function;                                                                                           \
        memset(&by_function, 0xA5, sizeof by_function);                                                             \
        type##_init(&by_function);                                                                                  \
        type##_init(NULL);                                                                                          \
        if (memcmp(&by_macro, &by_function, sizeof by_macro) != 0 || by_macro.size != sizeof(type)) {               \
            printf("%s differs\n", #type);                                                                          \
            failures++;                                                                                             \
        }                                                                                                           \
    } while (0)

int main(void) {
    SAME(emp_diagnostic, DIAGNOSTIC);
    SAME(emp_engine_options, ENGINE_OPTIONS);
    SAME(emp_file, FILE);
    SAME(emp_pack_facts, PACK_FACTS);
    SAME(emp_question, QUESTION);
    SAME(emp_category, CATEGORY);
    SAME(emp_indicator, INDICATOR);
    SAME(emp_source, SOURCE);
    SAME(emp_factor, FACTOR);
    SAME(emp_figure, FIGURE);
    SAME(emp_evaluator_options, EVALUATOR_OPTIONS);
    SAME(emp_column, COLUMN);
    SAME(emp_results, RESULTS);
    SAME(emp_run_options, RUN_OPTIONS);
    SAME(emp_action, ACTION);
    SAME(emp_choice, CHOICE);
    SAME(emp_choices, CHOICES);
    SAME(emp_gains, GAINS);
    SAME(emp_summary, SUMMARY);
    SAME(emp_analysis_options, ANALYSIS_OPTIONS);
    if (emp_version_number() != EMP_VERSION_NUMBER || strcmp(emp_version(), EMP_VERSION) != 0) {
        printf("the library is %s and the header %s\n", emp_version(), EMP_VERSION);
        failures++;
    }
    if (failures == 0) printf("%s agrees\n", NAME);
    return failures != 0;
}
