import EmpreinteText
import Testing

@testable import EmpreintePacks

/// Every folder of `Broken` is a pack with mistakes. A comment on the line of each says its code and its column;
/// nothing else may be reported, and in this order.
@Suite struct BrokenPackTests {
    @Test(arguments: Fixture.names(in: "Broken"))
    func reportsExactlyWhatIsMarked(name: String) throws {
        let pack = try Fixture(name, in: "Broken")
        let path = pack.texts.keys.contains { $0.hasPrefix("\(name)/child/") } ? "\(name)/child" : name
        let error = #expect(throws: CompilationError.self) {
            try PackFrontEnd().load(path, from: pack.files, searching: [])
        }
        guard let error else { return }
        let markers = error.sources.files.flatMap { Marker.all(in: pack.texts[$0.path] ?? "", path: $0.path) }
        let isExact =
            markers.count == error.diagnostics.count
            && zip(markers, error.diagnostics).allSatisfy { $0.announces($1, in: error.sources) }
        let expected = markers.map(\.description).joined(separator: "\n")
        #expect(isExact, "expected:\n\(expected)\nreported:\n\(error.description)")
    }
}
