/// One name of a catalogue with its exact meaning; two catalogues may give a name two meanings, which never cancel.
final class NamedUnit: Hashable, Sendable, CustomStringConvertible {
    let name: String
    let dimension: Dimension
    /// How many base units one of these is.
    let scale: Rational

    init(_ name: String, dimension: Dimension, scale: Rational) {
        self.name = name
        self.dimension = dimension
        self.scale = scale
    }

    var description: String { name }

    static func == (a: NamedUnit, b: NamedUnit) -> Bool {
        a === b || (a.name == b.name && a.scale == b.scale && a.dimension == b.dimension)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
