import EmpreinteText
import Testing

@testable import EmpreintePublicodes

/// The language's own examples, mechanism by mechanism.
@Suite(.enabled(if: Conformance.isThere, "EMPREINTE_CONFORMANCE names no directory"))
struct OfficialSuiteTests {
    @Test(arguments: Conformance.files(in: "publicodes", ".yaml"))
    func examplesHold(file: String) throws {
        let suite = try RuleExamples(Conformance.path("publicodes/" + file))
        #expect(!suite.examples.isEmpty)
        for example in suite.examples {
            let failure = suite.failure(of: example)
            #expect(failure == nil, "\(example.rule), \(example.name)")
        }
    }
}
