/// `le maximum de` and `le minimum de`: among what applies; absent when nothing does.
struct Extreme: Term {
    let terms: [TermID]
    let isMaximum: Bool

    func shape(in shapes: inout Shapes) -> Shape {
        Shape(isNullable: true, kind: terms.first.flatMap { shapes.of($0).kind })
    }

    func value(in lowering: inout Lowering) -> Value {
        var best = lowering.absent
        for term in terms {
            let value = lowering.value(of: term)
            if value.isAbsent == lowering.yes { continue }
            if best.isAbsent == lowering.yes {
                best = value
                continue
            }
            let comparison = lowering.join(isMaximum ? .greater : .less, value, best)
            let isBetter = lowering.join(
                .or, lowering.present(.flag(best.isAbsent)), comparison)
            let chosen = lowering.conditional(isBetter, { _ in value }, else: { _ in best })
            best = lowering.choose(value.isAbsent, best, else: chosen)
        }
        return best
    }

    func absence(in lowering: inout Lowering) -> Absence {
        var all = Absence(isAbsent: lowering.yes, isUndefined: lowering.no)
        for term in terms {
            let absence = lowering.absence(of: term)
            all.isAbsent = lowering.and(all.isAbsent, absence.isAbsent)
            all.isUndefined = lowering.or(all.isUndefined, absence.isUndefined)
        }
        all.isUndefined = lowering.and(all.isUndefined, lowering.not(all.isAbsent))
        return all
    }
}
