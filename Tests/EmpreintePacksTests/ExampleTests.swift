import EmpreinteGraph
import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePacks

/// Every file of `Examples` is a whole pack about one feature, with tests whose values were worked out by hand.
@Suite struct ExampleTests {
    @Test(arguments: Fixture.names(in: "Examples"))
    func givesTheValuesItStates(name: String) throws {
        let pack = try LoadedPack(files: Fixture(name, in: "Examples").texts, path: Self.path(name))
        #expect(pack.warnings.isEmpty)
        #expect(!pack.model.expectations.isEmpty)
        for expectation in pack.model.expectations {
            let values = pack.values(of: expectation.person)
            #expect(!expectation.values.isEmpty)
            for expected in expectation.values {
                let value = values[expected.node.index]
                #expect(
                    abs(value - expected.value) <= expected.tolerance * max(abs(expected.value), 1),
                    "\(expectation.name): \(expected.id) is \(value), not \(expected.value)")
            }
        }
    }

    /// A folder holds a child pack and its parent.
    private static func path(_ name: String) -> String {
        name.hasSuffix(".yaml") ? name : "\(name)/child"
    }
}
