internal import EmpreinteText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Times loading a large pack against libyaml's bare parse of the same bytes.
///
/// `load [--rounds N] [--at-most RATIO] [--format text|json]`; exits with 1 when what was timed is wrong, or when
/// load and optimise take more than RATIO times libyaml's parse.
@main
struct Load {
    static func main() {
        do {
            var options = Options()
            try options.read(CommandLine.arguments.dropFirst())
            let run = try Run(of: SyntheticPack(seed: 20_250_701), rounds: options.rounds)
            print(options.isJSON ? run.json.text() : run.table)
            guard run.ratio <= options.limit else {
                throw Failure("load and optimise take \(run.ratio) times libyaml's parse")
            }
        } catch {
            let words = Array("load: \(error)\n".utf8)
            _ = unsafe write(STDERR_FILENO, words, words.count)
            exit(1)
        }
    }

    struct Options {
        var rounds = 25
        var limit = Double.infinity
        var isJSON = false

        mutating func read(_ arguments: ArraySlice<String>) throws {
            var rest = arguments
            while let name = rest.popFirst() {
                let value = rest.popFirst() ?? ""
                switch (name, value) {
                case ("--rounds", _):
                    guard let count = Int(value), count > 0 else {
                        throw Failure("--rounds needs a number, not '\(value)'")
                    }
                    rounds = count
                case ("--at-most", _):
                    guard let ratio = Double(value) else { throw Failure("--at-most needs a number, not '\(value)'") }
                    limit = ratio
                case ("--format", "text"), ("--format", "json"): isJSON = value == "json"
                default: throw Failure("usage: load [--rounds N] [--at-most RATIO] [--format text|json]")
                }
            }
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }
}
