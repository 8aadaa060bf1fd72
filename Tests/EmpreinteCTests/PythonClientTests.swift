import Foundation
import Testing

/// The Python package, its examples, and what its own tests say of them; what Python lacks is skipped there.
@Suite struct PythonClientTests {
    /// The interpreter of the environment's EMPREINTE_PYTHON, else the first one found.
    private static let python = ProcessInfo.processInfo.environment["EMPREINTE_PYTHON"] ?? Client.find("python3")

    @Test(.enabled(if: python != nil && Client.hasLibrary, "python3 is missing"))
    func thePackagePassesItsTests() throws {
        let run = try Client(
            try #require(Self.python), ["-B", "-m", "unittest", "discover", "-s", "Tests/Clients/python"],
            environment: [
                "EMPREINTE_LIBRARY": Client.products.appending(path: "libEmpreinteC.so").path,
                "PYTHONPATH": "Sources/Bindings/python",
            ])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test(.enabled(if: python != nil && Client.hasLibrary, "python3 is missing")) func theReadmeSampleRuns() throws {
        let run = try Client(
            try #require(Self.python), ["-B", "-c", ReadmeSampleTests.block(after: "sample: python")],
            environment: [
                "EMPREINTE_LIBRARY": Client.products.appending(path: "libEmpreinteC.so").path,
                "PYTHONPATH": "Sources/Bindings/python",
            ])
        let lines = run.output.split(separator: "\n")
        #expect(lines.first == "8308 and 6614 kg a year", "\(run.errors)")
        #expect(lines.count == 2)
    }
}
