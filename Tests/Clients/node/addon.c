/* The engine for Node through Node-API: evaluate(pack, columns, count) takes a Float64Array a question and gives a
 * Float64Array an output. */
#include "empreinte.h"

#include <node_api.h>
#include <stdio.h>
#include <stdlib.h>

static bool fails(napi_env env, emp_error *error) {
    if (error == NULL) return false;
    napi_throw_error(env, "EMPREINTE", emp_error_message(error));
    emp_error_free(error);
    return true;
}

static void evaluate_columns(
    napi_env env, emp_pack *pack, emp_evaluator *evaluator, napi_value object, uint32_t people, napi_value result) {
    emp_column columns[256];
    uint32_t count = 0;
    napi_value names;
    napi_get_property_names(env, object, &names);
    napi_get_array_length(env, names, &count);
    if (count > 256) count = 256;
    for (uint32_t place = 0; place < count; place++) {
        char id[256];
        napi_value name, array;
        napi_typedarray_type type = napi_int8_array;
        void *values = NULL;
        emp_column column = EMP_COLUMN_INIT;
        napi_get_element(env, names, place, &name);
        napi_get_value_string_utf8(env, name, id, sizeof id, NULL);
        napi_get_property(env, object, name, &array);
        if (napi_get_typedarray_info(env, array, &type, &column.count, &values, NULL, NULL) != napi_ok ||
            type != napi_float64_array) {
            napi_throw_type_error(env, NULL, "a column is a Float64Array");
            return;
        }
        if (fails(env, emp_pack_find(pack, EMP_SORT_QUESTION, id, &column.question))) return;
        column.type = EMP_TYPE_NUMBER;
        column.values = values;
        columns[place] = column;
    }
    size_t outputs = emp_evaluator_output_count(evaluator);
    void *memory = NULL;
    napi_value buffer;
    napi_create_arraybuffer(env, outputs * people * sizeof(double), &memory, &buffer);
    emp_results results = EMP_RESULTS_INIT;
    results.values = memory;
    results.capacity = outputs * people;
    if (fails(env, emp_evaluate(evaluator, columns, count, people, &results, NULL))) return;
    for (size_t output = 0; output < outputs; output++) {
        const char *id = NULL;
        napi_value column;
        if (fails(env, emp_evaluator_output(evaluator, output, &id, NULL))) return;
        napi_create_typedarray(
            env, napi_float64_array, people, buffer, output * people * sizeof(double), &column);
        napi_set_named_property(env, result, id, column);
    }
}

static napi_value evaluate(napi_env env, napi_callback_info info) {
    napi_value arguments[3], result;
    size_t count = 3;
    char path[4096];
    uint32_t people = 0;
    napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
    if (count != 3 || napi_get_value_string_utf8(env, arguments[0], path, sizeof path, NULL) != napi_ok ||
        napi_get_value_uint32(env, arguments[2], &people) != napi_ok) {
        napi_throw_type_error(env, NULL, "evaluate(pack, columns, count)");
        return NULL;
    }
    napi_create_object(env, &result);
    emp_engine *engine = NULL;
    emp_pack *pack = NULL;
    emp_evaluator *evaluator = NULL;
    if (!fails(env, emp_engine_create(NULL, &engine)) && !fails(env, emp_pack_open(engine, path, &pack)) &&
        !fails(env, emp_evaluator_create(pack, NULL, &evaluator)))
        evaluate_columns(env, pack, evaluator, arguments[1], people, result);
    emp_evaluator_free(evaluator);
    emp_pack_free(pack);
    emp_engine_free(engine);
    return result;
}

NAPI_MODULE_INIT() {
    napi_value function;
    napi_create_function(env, "evaluate", NAPI_AUTO_LENGTH, evaluate, NULL, &function);
    napi_set_named_property(env, exports, "evaluate", function);
    return exports;
}
