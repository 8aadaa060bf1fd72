import EmpreinteUnits
import TestSupport

/// A small generator with a fixed seed, so that a failing property fails again.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

let units = UnitCatalogue.standard

/// The unit written, without its spellings.
func unit(_ text: String) throws -> Unit { try units.unit(text).unit }

extension SplitMix64 {
    private static let names = [
        "m", "km", "kg", "g", "kgCO2e", "h", "min", "EUR", "kEUR", "person", "%", "bit", "B", "K",
    ]

    /// A product of up to three named units, scales small enough that no law overflows.
    mutating func unit() throws -> Unit {
        var result = Unit.one
        for name in Self.names.shuffled(using: &self).prefix(Int.random(in: 0...3, using: &self)) {
            let factor = try units.unit(name).unit.raised(to: Bool.random(using: &self) ? 1 : -1)
            result = try result.multiplied(by: factor)
        }
        return result
    }

    /// A unit of the same dimension as another, with some of its names replaced.
    mutating func unit(like text: String) throws -> Unit {
        let families = [
            ["m", "km", "cm", "hkm"], ["kg", "g", "t"], ["h", "day", "year", "s"], ["kWh", "MJ", "toe"],
        ]
        var written = ""
        for factor in text.split(separator: ".") {
            let family = families.first { $0.contains(String(factor)) } ?? [String(factor)]
            written += (written.isEmpty ? "" : ".") + (family.randomElement(using: &self) ?? "")
        }
        return try units.unit(written).unit
    }
}
