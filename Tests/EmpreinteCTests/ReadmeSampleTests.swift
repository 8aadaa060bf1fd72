import Foundation
import Testing

/// What the README shows of other languages is what happens.
@Suite struct ReadmeSampleTests {
    /// The code block that follows a marker.
    static func block(after marker: String) throws -> String {
        let readme = try String(contentsOf: Client.root.appending(path: "README.md"), encoding: .utf8)
        let start = try #require(readme.range(of: "<!-- \(marker) -->\n```"))
        let first = try #require(readme[start.upperBound...].firstIndex(of: "\n"))
        let end = try #require(readme[first...].range(of: "\n```"))
        return readme[readme.index(after: first)..<end.lowerBound] + "\n"
    }

    @Test(.enabled(if: Client.hasC, "gcc is missing")) func theCSampleRuns() throws {
        let folder = try Scratch()
        let source = folder.url.appending(path: "sample.c")
        try Data(Self.block(after: "sample: c").utf8).write(to: source)
        let program = try Client.compile(source.path, with: "gcc", ["-std=c11"], in: folder)
        #expect(try Client(program, []).output == Self.block(after: "output: c"))
    }
}
