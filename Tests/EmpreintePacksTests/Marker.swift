import EmpreinteText
import Foundation

/// A diagnostic announced by a comment on its own line: `#! code:column`, then words that it must hold.
struct Marker: CustomStringConvertible {
    let code: String
    let location: String
    /// A part of the message, a note or the hint.
    let words: String

    /// The markers of a file, from the first line to the last and from left to right.
    static func all(in text: String, path: String) -> [Marker] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            line.components(separatedBy: "#! ").dropFirst().map { mark in
                let parts = mark.split(separator: " ", maxSplits: 1)
                let place = parts[0].split(separator: ":")
                return Marker(
                    code: String(place[0]), location: "\(path):\(index + 1):\(place[1])",
                    words: parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : "")
            }
        }
    }

    /// Whether a diagnostic is the one announced.
    func announces(_ diagnostic: Diagnostic, in sources: SourceMap) -> Bool {
        let place = diagnostic.range.map { sources.location(of: $0).description }
        let said = [diagnostic.message, diagnostic.hint ?? ""] + diagnostic.notes
        return code == diagnostic.code && location == place && said.contains { $0.contains(words) || words.isEmpty }
    }

    var description: String { "\(code) \(location) \(words)" }
}
