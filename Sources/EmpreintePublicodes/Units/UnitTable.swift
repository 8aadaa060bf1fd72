/// Names a unit of a ``UnitTable``.
struct UnitID: Hashable, Sendable {
    let index: Int32

    /// No unit at all, as `kg / kg` has; not the same as never having been given one.
    static let none = UnitID(index: 0)
    static let percent = UnitID(index: 1)
}

/// The units a model uses, each once, so that comparing and combining them costs nothing.
struct UnitTable: Sendable {
    private(set) var units: [FreeUnit] = []
    private var places: [FreeUnit: UnitID] = [:]
    private var conversions: [Pair: UnitConversionFactors?] = [:]
    private var products: [Pair: UnitID] = [:]

    private struct Pair: Hashable {
        let first: UnitID
        let second: UnitID
    }

    init() {
        _ = id(of: .none)
        _ = id(of: .percent)
    }

    subscript(id: UnitID) -> FreeUnit { units[Int(id.index)] }

    mutating func id(of unit: FreeUnit) -> UnitID {
        if let known = places[unit] { return known }
        let id = UnitID(index: Int32(units.count))
        units.append(unit)
        places[unit] = id
        return id
    }

    /// The unit, if it is used.
    func known(_ unit: FreeUnit) -> UnitID? { places[unit] }

    /// How a number in one unit becomes one in another, or nothing when they do not convert.
    mutating func conversion(from: UnitID, to: UnitID) -> UnitConversionFactors? {
        if from == to { return UnitConversionFactors.none }
        let pair = Pair(first: from, second: to)
        if let known = conversions[pair] { return known }
        let conversion = UnitScale.conversion(from: self[from], to: self[to])
        conversions.updateValue(conversion, forKey: pair)
        return conversion
    }

    mutating func product(_ a: UnitID, _ b: UnitID) -> UnitID {
        let pair = Pair(first: a, second: b)
        if let known = products[pair] { return known }
        let product = id(of: self[a].times(self[b]))
        products[pair] = product
        return product
    }

    mutating func inverse(of unit: UnitID) -> UnitID { id(of: self[unit].inverse) }

    mutating func simplified(_ unit: UnitID) -> UnitID { id(of: self[unit].simplified) }

    func isPercent(_ unit: UnitID?) -> Bool { unit.map { self[$0].isPercent } ?? false }
}
