/// The names an option's integer codes stand for: code *k* is the *k*-th name.
///
/// Text never reaches the graph; an option is compared, looked up and stored by its code.
public struct Codes: Sendable, Hashable {
    /// The options, in the order of their codes.
    public let names: [String]
    private let index: [String: Int32]

    /// Makes the table; a repeated name keeps its first code.
    public init(_ names: [String]) {
        self.names = names
        index = Dictionary(zip(names, 0..<Int32(clamping: names.count)), uniquingKeysWith: { first, _ in first })
    }

    /// How many options there are.
    public var count: Int { names.count }

    /// The code of a name, or nothing when it is not an option.
    public func code(of name: String) -> Int32? { index[name] }

    /// The name of a code, or nothing when out of range.
    public func name(of code: Int32) -> String? {
        names.indices.contains(Int(code)) ? names[Int(code)] : nil
    }

    public static func == (a: Codes, b: Codes) -> Bool { a.names == b.names }
    public func hash(into hasher: inout Hasher) { hasher.combine(names) }
}
