import EmpreinteText
import Foundation
import Testing

@testable import EmpreintePublicodes

/// Our own examples, one file a mechanism, in the form the language has for them.
@Suite struct ExampleTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples").path

    static let files: [String] = ((try? Disk().list(folder)) ?? []).map(\.name).filter { $0.hasSuffix(".yaml") }

    @Test(arguments: files)
    func examplesHold(file: String) throws {
        let suite = try RuleExamples(Path.join(Self.folder, file))
        #expect(suite.examples.count >= 5)
        for example in suite.examples {
            let failure = suite.failure(of: example)
            #expect(failure == nil, "\(example.rule), \(example.name)")
        }
    }
}
