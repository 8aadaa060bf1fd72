import Foundation
import Testing

/// Programs in C and C++ that know the header and the library, and nothing else.
@Suite struct CClientTests {
    @Test(.enabled(if: Client.hasC, "gcc is missing"))
    func theHeaderAgreesWithTheLibraryInC() throws {
        let folder = try Scratch()
        let program = try Client.compile("Tests/Clients/c/contract.c", with: "gcc", ["-std=c11"], in: folder)
        #expect(try Client(program, []).output == "C agrees\n")
    }

    @Test(.enabled(if: Client.hasCPlusPlus, "g++ is missing"))
    func theHeaderAgreesWithTheLibraryInCPlusPlus() throws {
        let folder = try Scratch()
        let program = try Client.compile(
            "Tests/Clients/c/contract.c", with: "g++", ["-x", "c++", "-std=c++11"], in: folder)
        #expect(try Client(program, []).output == "C++ agrees\n")
    }

    @Test(.enabled(if: Client.hasC, "gcc is missing"), arguments: [(1, 1), (100_000, 2)])
    func footprintsHaveTheBitsOfTheCommandLine(people: Int, threads: Int) throws {
        let folder = try Scratch()
        let program = try Client.compile("Tests/Clients/c/footprints.c", with: "gcc", ["-std=c11"], in: folder)
        let command = Client.products.appending(path: "empreinte").path
        let table = folder.url.appending(path: "people.csv").path
        let rows = min(people, 50)
        let sample = try Client(
            command, ["sample", "models/france", "--count", "\(rows)", "--seed", "7", "-o", table])
        try #require(sample.status == 0)

        let client = try Client(program, ["models/france", table, "\(people)", "\(threads)"])
        try #require(client.status == 0, "\(client.errors)")
        let shown = try Client(command, ["footprint", "models/france", table, "--format", "csv"])
        let own = client.output.split(separator: "\n").map { $0.split(separator: ",").map { Double($0) } }
        let theirs = shown.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").dropFirst(2).map { Double($0) }
        }
        #expect(own == theirs)
        #expect(own.count == rows && own.allSatisfy { $0.count == 9 && !$0.contains(nil) })
    }

    @Test(.enabled(if: Client.hasC, "gcc is missing")) func threadsShareAPack() throws {
        let folder = try Scratch()
        let program = try Client.compile(
            "Tests/Clients/c/threads.c", with: "gcc", ["-std=c11", "-pthread"], in: folder)
        let run = try Client(program, ["models/france"])
        #expect(run.output == "8 threads agree\n", "\(run.errors)")
    }
}
