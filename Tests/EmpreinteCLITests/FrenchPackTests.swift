import Foundation
import Testing

/// The French pack against what it was taken from.
@Suite struct FrenchPackTests {
    private static let golden = Command.root.appending(path: "Tests/Golden")

    /// Each figure of the pack is the one of the row it was taken from, in value, unit and year.
    @Test func everyFigureIsTheOneOfItsSource() throws {
        let expected = try rows(
            of: String(contentsOf: Self.golden.appending(path: "factors_france.csv"), encoding: .utf8))
        let found = try rows(of: Command("list", "models/france", "factors", "--format", "csv").output)
        func key(_ row: [String: String]) -> String {
            "\(row["id"] ?? "")[\(row["option"] ?? "")] \(row["year"] ?? "")"
        }
        let figures = Dictionary(found.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        #expect(figures.count == found.count)
        for row in expected {
            let figure = try #require(figures[key(row)], "\(key(row))")
            #expect(Double(figure["value"] ?? "") == Double(row["value"] ?? ""), "\(key(row))")
            #expect(figure["unit"] == row["unit"], "\(key(row))")
        }
        #expect(found.count == expected.count)
    }

    /// The golden people, computed by a script that shares nothing with the engine.
    @Test(
        .enabled(
            if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "python3 is not installed: skipped"))
    func theIndependentScriptGivesTheGoldenPeople() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", Self.golden.appending(path: "france.py").path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let printed = try JSONSerialization.jsonObject(with: pipe.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        let golden = try JSONSerialization.jsonObject(
            with: Data(contentsOf: Self.golden.appending(path: "france.expected.json")))
        #expect(printed as? [String: [String: Double]] == golden as? [String: [String: Double]])
        #expect(process.terminationStatus == 0)
    }

    /// The national calculator's default person, in kilograms; agreement shows that it is reproduced, not that it is true.
    @Test(arguments: [
        ("ghg", 8255.0), ("ghg.transport", 2077), ("ghg.food", 2046), ("ghg.housing", 1589), ("ghg.goods", 1146),
        ("ghg.services", 1398),
    ])
    func theDefaultPersonIsNearThePublishedOne(column: String, published: Double) throws {
        let row = try #require(try rows(of: Command("footprint", "models/france", "--format", "csv").output).first)
        let value = try #require(row[column].flatMap(Double.init))
        #expect(abs(value / published - 1) < 0.1)
    }

    /// A small reader for tests: quotes, doubled quotes, one record a line.
    private func rows(of text: String) throws -> [[String: String]] {
        let lines = text.split(separator: "\n").map { cells(of: $0) }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
