internal import Empreinte
internal import EmpreintePublicodes
internal import Foundation
internal import Measures

/// Times a Publicodes model: reading it, compiling some rules, one situation, and random people by the million.
///
/// `publicodes --model PATH [--rules a,b] [--people N] [--rounds N] [--format text|json]`; exits with 1 when people of
/// a block get other results than each alone.
@main
struct PublicodesBenchmark {
    static func main() {
        do {
            var options = Options()
            try options.read(CommandLine.arguments.dropFirst())
            let timings = try Timings(options)
            print(options.isJSON ? timings.json.text() : timings.text)
        } catch {
            FileHandle.standardError.write(Data("publicodes: \(error)\n".utf8))
            exit(1)
        }
    }
}

struct Options {
    var model = ""
    var rules = ["bilan", "alimentation", "transport", "logement", "divers", "services sociétaux"]
    var people = 1_000_000
    var rounds = 5
    var isJSON = false

    mutating func read(_ arguments: ArraySlice<String>) throws {
        var rest = arguments
        while let name = rest.popFirst() {
            let value = rest.popFirst() ?? ""
            switch (name, value) {
            case ("--model", _): model = value
            case ("--rules", _): rules = value.split(separator: ",").map(String.init)
            case ("--people", _): people = try count(value)
            case ("--rounds", _): rounds = try count(value)
            case ("--format", "text"), ("--format", "json"): isJSON = value == "json"
            default: throw Self.usage
            }
        }
        if model.isEmpty { throw Self.usage }
    }

    private static let usage = Failure(
        "usage: publicodes --model PATH [--rules a,b] [--people N] [--rounds N] [--format text|json]")

    private func count(_ text: String) throws -> Int {
        guard let count = Int(text), count > 0 else { throw Failure("'\(text)' is not a number above 0") }
        return count
    }
}
