// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte
internal import EmpreinteAnalysis
internal import EmpreinteEngine

@c @implementation
public func emp_gains_init(_ gains: UnsafeMutablePointer<emp_gains>?) {
    unsafe gains?.pointee = unsafe emp_gains()
    unsafe gains?.pointee.size = MemoryLayout<emp_gains>.size
}

@c @implementation
public func emp_evaluate_gains(
    _ evaluator: OpaquePointer?, _ columns: UnsafePointer<emp_column>?, _ columnCount: Int, _ peopleCount: Int,
    _ output: Int, _ year: Int32, _ options: UnsafePointer<emp_run_options>?, _ out: UnsafeMutablePointer<emp_gains>?
) -> OpaquePointer? {
    unsafe attempt {
        let evaluator = unsafe try held(evaluator, as: HeldEvaluator.self, "evaluator")
        let lent = unsafe try lentColumns(columns, columnCount, evaluator, peopleCount)
        let run = unsafe try ColumnRun(evaluator, lent, peopleCount, options)
        let year = year == 0 ? evaluator.years.upperBound : Int(year)
        guard evaluator.years.contains(year), run.years == nil else {
            throw Failure(argument: "the evaluator does not compute \(year) for everybody", code: "argument.years")
        }
        guard let choices = run.choices, !choices.hasCommon else {
            throw Failure(
                argument: "gains are told of choices given one by one", code: "argument.choices",
                hint: "set the items of the choices, and neither scenario nor plan")
        }
        guard unsafe out != nil else { throw Failure(null: "out_gains") }
        let node = try evaluator.pack.item(evaluator.outputs, output, "output").node
        let place = unsafe try GainsPlace(
            read(UnsafePointer(out), standing: emp_gains(), "out_gains"), choices.choices.count, people: peopleCount)
        let (plans, room) = (run.plans, StretchRoom(height: 1))
        let acting = choices.acting.offering(choices.choices.map(\.action))
        for person in 0..<peopleCount {
            if run.settings.cancellation?.isCancelled ?? false { throw Failure.cancelled }
            var inputs = try run.inputs(person..<person + 1, plans, room)
            _ = try run.chosen(by: person..<person + 1, choices, plans, &inputs)
            let set = choices.set(of: person)
            let quantified = set.keeping(set.order.filter { !evaluator.model.actions[$0].effects.isEmpty })
            let gains = try acting.gains(
                of: run.person(person, room), taking: quantified, on: node, in: year, seed: choices.random.key)
            for (position, choice) in choices.choices.enumerated() {
                let isKnown = !evaluator.model.actions[choice.action].effects.isEmpty
                place.write(gains, gains.actions.firstIndex(of: choice.action), isKnown, person, position)
            }
            unsafe run.settings.progress?(run.settings.user, person + 1)
        }
    }
}

/// Where gains go.
@safe
private struct GainsPlace {
    private let gains: emp_gains
    private let count: Int

    init(_ gains: emp_gains, _ count: Int, people: Int) throws(Failure) {
        let (needed, overflows) = count.multipliedReportingOverflow(by: people)
        guard !overflows, unsafe gains.capacity >= needed else {
            throw Failure(
                argument: "the gains have no room for \(people) people and \(count) choices", code: "argument.size")
        }
        unsafe self.gains = unsafe gains
        self.count = count
    }

    /// - Parameter action: where the choice stands among the actions that the person takes.
    func write(_ own: Gains, _ action: Int?, _ isKnown: Bool, _ person: Int, _ choice: Int) {
        let place = person * count + choice
        func write(_ memory: UnsafeMutablePointer<Double>?, _ values: [Double]?) {
            unsafe memory?[place] = isKnown ? action.flatMap { values?[$0] } ?? 0 : .nan
        }
        unsafe write(gains.alone, own.alone)
        unsafe write(gains.last, own.last)
        unsafe write(gains.in_order, own.inOrder)
        unsafe write(gains.shapley, own.shapley)
        unsafe write(gains.errors, own.standardErrors)
        unsafe gains.before?[person] = own.before
        unsafe gains.after?[person] = own.after
    }
}
