import Foundation
import Testing

/// An article of the documentation, with the samples it shows.
///
/// A comment before a block says what the block is:
///
/// - `file: PATH`, a file to write; `plan.yaml` and the like, beside the command that reads it;
/// - `run`, commands that succeed, and `run: fails`, commands that do not; `run: PROGRAM`, where PROGRAM is installed;
/// - `prints`, all that the commands before it said;
/// - `swift: NAME`, the body of the test that runs it;
/// - `excerpt: PATH`, lines of a file of the package;
/// - `by hand`, what a test cannot do, such as installing.
///
/// `uses: NAME`, alone, starts from the files of another article.
struct Article: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let samples: [Sample]
    /// The articles whose files it starts from.
    let bases: [String]
    /// The blocks that no comment explains, by their line.
    let unmarked: [Int]

    var testDescription: String { name }

    struct Sample: Sendable {
        let line: Int
        /// The word of the comment, and what follows it.
        let mark: String
        let detail: String
        /// What stands between the fences, with the end of its last line.
        let body: String
    }

    /// Every article and landing page, in the order of their names.
    static let all: [Article] = {
        let sources = Command.root.appending(path: "Sources")
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.contains(".docc/") && $0.hasSuffix(".md") }.sorted().compactMap { path in
            (try? String(contentsOf: sources.appending(path: path), encoding: .utf8)).map {
                Article(name: URL(filePath: path).deletingPathExtension().lastPathComponent, text: $0)
            }
        }
    }()

    init(name: String, text: String) {
        self.name = name
        self.text = text
        var samples: [Sample] = []
        var bases: [String] = []
        var unmarked: [Int] = []
        var marker: (mark: String, detail: String)?
        var block: (line: Int, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                if let whole = block {
                    if let marker {
                        let body = whole.lines.map { $0 + "\n" }.joined()
                        samples.append(
                            Sample(line: whole.line, mark: marker.mark, detail: marker.detail, body: body))
                    } else {
                        unmarked.append(whole.line)
                    }
                    (block, marker) = (nil, nil)
                } else {
                    block = (index + 1, [])
                }
            } else if block != nil {
                block?.lines.append(line)
            } else if line.hasPrefix("<!-- "), line.hasSuffix(" -->") {
                let parts = line.dropFirst(5).dropLast(4).split(separator: ": ", maxSplits: 1)
                marker = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
                if marker?.mark == "uses" {
                    bases.append(marker?.detail ?? "")
                    marker = nil
                }
            } else if !line.isEmpty {
                marker = nil
            }
        }
        self.samples = samples
        self.bases = bases
        self.unmarked = unmarked
    }
}
