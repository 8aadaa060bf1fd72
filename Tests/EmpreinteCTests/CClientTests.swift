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

    /// Each person chooses some actions, in part too, and everybody others.
    @Test(.enabled(if: Client.hasC, "gcc is missing"), arguments: [(24, 1), (3_000, 2)])
    func choicesHaveTheBitsOfTheCommandLine(people: Int, threads: Int) throws {
        let folder = try Scratch()
        let program = try Client.compile("Tests/Clients/c/choices.c", with: "gcc", ["-std=c11"], in: folder)
        let (table, list, plan) = (folder.path("people.csv"), folder.path("choices.csv"), folder.path("plan.yaml"))
        var rows = "id,transport.car.has,transport.car.km,transport.car.fuel,food.meals.red_meat,food.waste.level\n"
        var choices: [(row: Int?, action: String, level: Double, start: Int, adoption: Double)] = [
            (nil, "public.halve_food_waste", 1, 2025, 1), (nil, "public.no_oil_cars", 1, 2027, 0.6),
            (nil, "housing.heat_pump_from_gas", 1, 2026, 0.4),
        ]
        for row in 0..<24 {
            rows +=
                "p\(row),true,\(2_000 + 37 * row * row),\(row % 2 == 0 ? "petrol" : "diesel"),\(1 + row % 5),average\n"
            if row % 2 == 0 {
                choices.append((row, "transport.drive_less", [1, 0.5, 0.25][row % 3], 2025 + row % 3, 1))
            }
            if row % 3 != 0 { choices.append((row, "food.no_red_meat", 1, 2025, [1, 0.5][row % 2])) }
            choices.append((row, "transport.electric_car", [1, 0.5][row % 2], 2025 + row % 4, [1, 0.3, 0.7][row % 3]))
        }
        try rows.write(toFile: table, atomically: true, encoding: .utf8)
        try choices.map { choice in
            "\(choice.row.map(String.init) ?? "*"),\(choice.action),\(choice.level),\(choice.start),\(choice.adoption)\n"
        }.joined().write(toFile: list, atomically: true, encoding: .utf8)
        let items = choices.map { choice in
            let person = choice.row.map { ", person: p\($0)" } ?? ""
            return "- {action: \(choice.action), level: \(choice.level), start: \(choice.start), "
                + "adoption: \(choice.adoption)\(person)}\n"
        }
        try ("kind: plan\nplan:\n" + items.joined()).write(toFile: plan, atomically: true, encoding: .utf8)

        let client = try Client(program, ["models/france", table, list, "2025", "2028", "\(people)", "\(threads)"])
        try #require(client.status == 0, "\(client.errors)")
        let shown = try Client(
            Client.products.appending(path: "empreinte").path,
            ["trajectory", "models/france", table, "--plan", plan, "--people", "--format", "csv"]
                + ["--from", "2025", "--to", "2028"])
        try #require(shown.status == 0, "\(shown.errors)")
        let own = client.output.split(separator: "\n").map { $0.split(separator: ",").map { Double($0) } }
        let theirs = shown.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").dropFirst(3).map { Double($0) }
        }
        #expect(own == theirs)
        #expect(own.count == 24 * 4 && own.allSatisfy { $0.count == 9 && !$0.contains(nil) })
    }

    @Test(.enabled(if: Client.hasC, "gcc is missing")) func threadsShareAPack() throws {
        let folder = try Scratch()
        let program = try Client.compile(
            "Tests/Clients/c/threads.c", with: "gcc", ["-std=c11", "-pthread"], in: folder)
        let run = try Client(program, ["models/france"])
        #expect(run.output == "8 threads agree\n", "\(run.errors)")
    }
}
