public import EmpreinteGraph
internal import EmpreinteText
public import EmpreinteUnits

extension ModelBuilder {
    /// The same quantity in another unit; the caller has checked that the dimensions agree.
    public mutating func converted(_ quantity: Quantity, to unit: Unit) -> Quantity {
        guard let own = quantity.unit, own != unit else { return quantity }
        var result = quantity
        result.kind = .number(unit)
        guard !quantity.isBareZero, let conversion = own.conversion(to: unit) else { return result }
        if quantity.isWritten, let constant = graph.constant(of: quantity.node) {
            result.node = graph.number(conversion(constant))
            return result
        }
        if conversion.multiplier != 1 {
            result.node = apply(.mul, result.node, graph.number(conversion.multiplier))
        }
        if conversion.divisor != 1 {
            result.node = apply(.div, result.node, graph.number(conversion.divisor))
        }
        return result
    }

    /// All quantities in the unit of the first that is no bare zero; reports one whose dimension differs at the
    /// operator, with both places.
    public mutating func aligned(_ quantities: [Quantity], at place: Place) -> [Quantity]? {
        guard let lead = quantities.first(where: { !$0.isBareZero }) ?? quantities.first,
            let unit = numberUnit(of: lead)
        else { return nil }
        if quantities.allSatisfy({ $0.unit == unit && !$0.isBareZero }) { return quantities }
        var result: [Quantity] = []
        for quantity in quantities {
            guard let own = numberUnit(of: quantity) else { return nil }
            guard quantity.isBareZero || own.isCompatible(with: unit) else {
                reportMismatch(lead, quantity, at: place)
                return nil
            }
            result.append(converted(quantity, to: unit))
        }
        return result
    }

    /// Two quantities in the unit of the first that is no bare zero; most are in one unit already.
    mutating func aligned(_ a: Quantity, _ b: Quantity, at place: Place) -> (Quantity, Quantity)? {
        if case .number(let unit) = a.kind, case .number(let other) = b.kind, unit == other, !a.isBareZero,
            !b.isBareZero
        {
            return (a, b)
        }
        return aligned([a, b], at: place).map { ($0[0], $0[1]) }
    }

    /// Reports two quantities that do not meet, at the operator that joins them.
    public mutating func reportMismatch(_ a: Quantity, _ b: Quantity, at place: Place) {
        diagnostics.error(
            "unit.mismatch", "\(a.words) does not meet \(b.words)", at: place.range,
            related: [(a.place.range, a.words), (b.place.range, b.words)],
            hint: Self.hint(between: a.unit, b.unit))
    }

    private static func hint(between a: Unit?, _ b: Unit?) -> String? {
        guard let a, let b, let ratio = try? a.divided(by: b) else { return nil }
        let text = ratio.description
        if text == "vehicle/person" || text == "person/vehicle" {
            return
                "kilometres of a vehicle and of a person differ by the people in it: multiply or divide by an occupancy"
        }
        return ratio.isDimensionless ? nil : "they differ by \(text)"
    }

    /// The unit of a number, or an error for a condition or an option.
    mutating func numberUnit(of quantity: Quantity) -> Unit? {
        guard let unit = quantity.unit else {
            diagnostics.error(
                "type.mismatch", "a number is needed here, not \(quantity.words)", at: quantity.place.range)
            return nil
        }
        return unit
    }

    /// `+` or `-` of two quantities of one dimension.
    public mutating func combine(
        _ operation: Operation, _ a: Quantity, _ b: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        guard let terms = aligned(a, b, at: place), let presence = presence(of: terms.0, terms.1) else { return nil }
        let node = apply(operation, terms.0.node, terms.1.node, at: place)
        return Quantity(node, terms.0.kind, presence: presence, place: whole)
    }

    /// `+`, `-`, `min` or `max` of quantities of one dimension, from left to right.
    public mutating func combine(
        _ operation: Operation, _ quantities: [Quantity], at place: Place, whole: Place
    ) -> Quantity? {
        guard let terms = aligned(quantities, at: place), let presence = presence(of: terms), let first = terms.first
        else { return nil }
        let node = terms.dropFirst().reduce(first.node) { apply(operation, $0, $1.node, at: place) }
        return Quantity(node, first.kind, presence: presence, place: whole)
    }

    /// The sum of the terms that apply, from left to right; zero where none does.
    public mutating func sum(_ quantities: [Quantity], at place: Place) -> Quantity? {
        guard let terms = aligned(quantities, at: place), let first = terms.first else { return nil }
        let zero = graph.number(0)
        let node = terms.dropFirst().reduce(masked(first, otherwise: zero)) { sum, term in
            apply(.add, sum, masked(term, otherwise: zero), at: place)
        }
        return Quantity(node, first.kind, place: place)
    }

    /// A product.
    public mutating func multiply(_ a: Quantity, _ b: Quantity, at place: Place, whole: Place) -> Quantity? {
        scale(a, b, .mul, at: place, whole: whole) { (a, b) throws(UnitError) in try a.multiplied(by: b) }
    }

    /// A quotient. Dividing by zero has no value: under `… else …` it leads to the fallback, elsewhere the run
    /// reports it at the operator.
    public mutating func divide(_ a: Quantity, _ b: Quantity, at place: Place, whole: Place) -> Quantity? {
        guard
            var result = scale(
                a, b, .div, at: place, whole: whole, { (a, b) throws(UnitError) in try a.divided(by: b) })
        else { return nil }
        if fallbackDepth > 0 {
            let isZero = apply(.equal, b.node, graph.number(0))
            result.presence = both(result.presence, apply(.not, isZero))
        }
        return result
    }

    private mutating func scale(
        _ a: Quantity, _ b: Quantity, _ operation: Operation, at place: Place, whole: Place,
        _ rule: (Unit, Unit) throws(UnitError) -> Unit
    ) -> Quantity? {
        guard let left = numberUnit(of: a), let right = numberUnit(of: b), let presence = presence(of: a, b)
        else { return nil }
        guard let unit = unit(at: place, { () throws(UnitError) in try rule(left, right) }) else { return nil }
        return Quantity(
            apply(operation, a.node, b.node, at: place), .number(unit), presence: presence, place: whole)
    }

    private mutating func unit(at place: Place, _ rule: () throws(UnitError) -> Unit) -> Unit? {
        do throws(UnitError) {
            return try rule()
        } catch {
            diagnostics.error(error.code, error.message, at: place.range, hint: error.hint)
            return nil
        }
    }

    /// A power: any exponent for a plain number, a whole literal one for a quantity with a unit.
    public mutating func raise(
        _ base: Quantity, to exponent: Quantity, at place: Place, whole: Place
    ) -> Quantity? {
        guard let unit = numberUnit(of: base), let power = numberUnit(of: exponent),
            let presence = presence(of: base, exponent)
        else { return nil }
        guard power.isDimensionless else {
            reportMismatch(number(1, .one, at: exponent.place), exponent, at: place)
            return nil
        }
        let plain = converted(exponent, to: .one)
        var result = Unit.one
        var lead = base
        if unit.isDimensionless {
            lead = converted(base, to: .one)
        } else {
            guard let constant = graph.constant(of: exponent.node), let whole = Int(exactly: constant) else {
                diagnostics.error(
                    "power.exponent", "\(base.words) can only be raised to a whole number written out",
                    at: exponent.place.range)
                return nil
            }
            guard let raised = self.unit(at: place, { () throws(UnitError) in try unit.raised(to: whole) })
            else { return nil }
            result = raised
        }
        return Quantity(
            apply(.pow, lead.node, plain.node, at: place), .number(result), presence: presence, place: whole)
    }

    /// `round(x)`, halves away from zero, of a plain number: rounding a quantity would depend on the unit it happens
    /// to be in.
    ///
    /// Code: `round.unit`.
    public mutating func round(_ operand: Quantity, whole: Place) -> Quantity? {
        guard let unit = numberUnit(of: operand) else { return nil }
        guard unit.isDimensionless else {
            diagnostics.error(
                "round.unit", "\(unit.words) cannot be rounded: to how many?", at: operand.place.range,
                hint: "round a plain number, as in round(x / 1 \(unit)) * 1 \(unit)")
            return nil
        }
        return transform(.round, operand, whole: whole)
    }

    /// `-x`, `abs` or a rounding: one operand, same unit.
    public mutating func transform(_ operation: Operation, _ operand: Quantity, whole: Place) -> Quantity? {
        guard let unit = numberUnit(of: operand), let presence = presence(of: [operand]) else { return nil }
        // A ratio of a week to a day is rounded as the number 7.
        let operand = unit.isDimensionless ? converted(operand, to: .one) : operand
        if operation == .neg, operand.isWritten, let constant = graph.constant(of: operand.node) {
            // A negative number written out may be a threshold or an exponent.
            var negative = Quantity(graph.number(-constant), operand.kind, place: whole)
            negative.isWritten = true
            return negative
        }
        return Quantity(
            apply(operation, [operand.node], at: whole), operand.kind, presence: presence, place: whole)
    }
}
