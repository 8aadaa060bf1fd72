internal import Measures

/// What the command line asks for.
struct Options {
    /// The cases to run; all unless said.
    var cases: Set<String> = []
    /// The numbers of people to evaluate, instead of each case's own.
    var people: [Int] = []
    var rounds = 5
    var python = "python3"
    var pack = "../models/france"
    var isJSON = false
    var printsGenerated = false
    /// A file to compare with what would be generated.
    var generated: String?

    static let usage = """
        usage: rivals [--case NAME]… [--people N]… [--rounds N] [--python PATH] [--pack PATH] [--format text|json]
               rivals --print-generated | --check-generated FILE
        """

    init(_ arguments: ArraySlice<String>) throws {
        var rest = arguments
        while let name = rest.popFirst() {
            if name == "--print-generated" {
                printsGenerated = true
                continue
            }
            guard let value = rest.popFirst() else { throw Failure(Self.usage) }
            switch (name, value) {
            case ("--case", _): cases.insert(value)
            case ("--people", _): people.append(try Self.count(value))
            case ("--rounds", _): rounds = try Self.count(value)
            case ("--python", _): python = value
            case ("--pack", _): pack = value
            case ("--check-generated", _): generated = value
            case ("--format", "text"), ("--format", "json"): isJSON = value == "json"
            default: throw Failure(Self.usage)
            }
        }
    }

    private static func count(_ text: String) throws -> Int {
        guard let count = Int(text), count > 0 else { throw Failure("'\(text)' is not a number above 0") }
        return count
    }
}
