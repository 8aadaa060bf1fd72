//! One person's footprint from Rust, an error as a `Result`, and people by column.
//!
//!     footprint PACK

use std::ffi::{c_char, c_void, CStr, CString};
use std::ptr::{null, null_mut};

#[repr(C)]
struct Column {
    size: usize,
    question: usize,
    kind: i32,
    reserved: u32,
    values: *const c_void,
    count: usize,
    stride: isize,
    present: *const u8,
    present_offset: usize,
}

#[repr(C)]
struct Results {
    size: usize,
    values: *mut f64,
    capacity: usize,
    person_stride: usize,
    year_stride: usize,
    output_stride: usize,
}

type Handle = *mut c_void;

#[link(name = "EmpreinteC")]
extern "C" {
    fn emp_error_message(error: Handle) -> *const c_char;
    fn emp_error_free(error: Handle);
    fn emp_engine_create(options: *const c_void, out: *mut Handle) -> Handle;
    fn emp_engine_free(engine: Handle);
    fn emp_pack_open(engine: Handle, path: *const c_char, out: *mut Handle) -> Handle;
    fn emp_pack_free(pack: Handle);
    fn emp_pack_find(pack: Handle, sort: i32, id: *const c_char, out: *mut usize) -> Handle;
    fn emp_evaluator_create(pack: Handle, options: *const c_void, out: *mut Handle) -> Handle;
    fn emp_evaluator_free(evaluator: Handle);
    fn emp_evaluator_output_count(evaluator: Handle) -> usize;
    fn emp_evaluate(
        evaluator: Handle, columns: *const Column, column_count: usize, people: usize, results: *const Results,
        options: *const c_void,
    ) -> Handle;
    fn emp_person_create(evaluator: Handle, out: *mut Handle) -> Handle;
    fn emp_person_free(person: Handle);
    fn emp_person_set(person: Handle, question: usize, answer: f64) -> Handle;
    fn emp_person_evaluate(person: Handle, out: *mut f64, capacity: usize) -> Handle;
}

fn check(error: Handle) -> Result<(), String> {
    if error.is_null() {
        return Ok(());
    }
    let message = unsafe { CStr::from_ptr(emp_error_message(error)) }.to_string_lossy().into_owned();
    unsafe { emp_error_free(error) };
    Err(message)
}

fn make(call: impl FnOnce(*mut Handle) -> Handle) -> Result<Handle, String> {
    let mut handle = null_mut();
    check(call(&mut handle))?;
    Ok(handle)
}

fn main() -> Result<(), String> {
    let path = CString::new(std::env::args().nth(1).unwrap_or("models/france".into())).unwrap();
    let kilometres = CString::new("transport.car.km").unwrap();
    unsafe {
        let engine = make(|out| emp_engine_create(null(), out))?;
        let pack = make(|out| emp_pack_open(engine, path.as_ptr(), out))?;
        let evaluator = make(|out| emp_evaluator_create(pack, null(), out))?;
        let mut question = 0;
        check(emp_pack_find(pack, 1, kilometres.as_ptr(), &mut question))?;

        let outputs = emp_evaluator_output_count(evaluator);
        let person = make(|out| emp_person_create(evaluator, out))?;
        let mut alone = vec![0.0; outputs];
        check(emp_person_set(person, question, 12000.0))?;
        check(emp_person_evaluate(person, alone.as_mut_ptr(), outputs))?;
        let refused = check(emp_person_set(person, question, -1.0)).expect_err("no distance is below zero");
        emp_person_free(person);

        let answers = [12000.0, 0.0];
        let mut values = vec![0.0; 2 * outputs];
        let column = Column {
            size: size_of::<Column>(), question, kind: 1, reserved: 0, values: answers.as_ptr().cast(), count: 2,
            stride: 0, present: null(), present_offset: 0,
        };
        let results = Results {
            size: size_of::<Results>(), values: values.as_mut_ptr(), capacity: values.len(), person_stride: 0,
            year_stride: 0, output_stride: 0,
        };
        check(emp_evaluate(evaluator, &column, 1, 2, &results, null()))?;
        emp_evaluator_free(evaluator);
        emp_pack_free(pack);
        emp_engine_free(engine);

        assert_eq!(alone[0].to_bits(), values[0].to_bits());
        assert!(refused.contains("answer.range"));
        println!("{:.0} and {:.0} kg a year", values[0], values[1]);
    }
    Ok(())
}
