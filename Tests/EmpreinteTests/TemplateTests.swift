import Empreinte
import Foundation
import Testing

/// Blank documents of all kinds there are, held to the declarations they are made from.
@Suite struct TemplateTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let engine = try? Engine()
    private static let kinds = engine?.registry.documentKinds ?? []

    private static func template(_ pack: String, _ language: Language = .en) throws -> Template {
        let engine = try #require(engine)
        return Template(
            try engine.model(root.appending(path: "models/\(pack)").path), language: language,
            kinds: engine.registry.kinds)
    }

    /// What is wrong with the documents of a text.
    private static func problems(_ text: String) -> [String] {
        var reader = DocumentReader(kinds)
        var diagnostics = Diagnostics()
        var documents = Documents()
        for document in reader.read(Array(text.utf8), path: "blank.yaml", &diagnostics) {
            documents.add(document, &diagnostics)
        }
        return diagnostics.sorted.map { "\($0.code): \($0.message)" }
    }

    @Test(arguments: kinds.map(\.name)) func aBlankDocumentHasItsShape(name: String) throws {
        let kind = try #require(Self.kinds.first { $0.name == name })
        let text = try Self.template("rouen").yaml(kind)
        #expect(Self.problems(text) == [])
        #expect(text.contains("kind: \(name)\n"))
    }

    /// Every key in a comment is one that may be given, at the place it stands.
    @Test(arguments: kinds.map(\.name)) func everyCommentMayBeTakenAway(name: String) throws {
        let kind = try #require(Self.kinds.first { $0.name == name })
        var lines = try Self.template("rouen").yaml(kind).split(separator: "\n").map(String.init)
        for index in lines.indices {
            let start = lines[index].firstIndex { $0 != " " }
            guard let start, lines[index][start...].hasPrefix("# "), lines[index].contains(/# +(- )?\{?[a-z_0-9]+:/)
            else { continue }
            lines[index].replaceSubrange(start..<lines[index].index(start, offsetBy: 2), with: "")
        }
        // The fields that a pack may change by appending, and all that is left at the top of an empty list.
        #expect(Self.problems(lines.joined(separator: "\n") + "\n") == [])
    }

    @Test func questionsAreThoseOfThePack() throws {
        let people = try #require(Self.kinds.first { $0.name == "people" })
        let text = try Self.template("france", .fr).yaml(people)
        #expect(text.contains("      transport.car.km:  # Combien de kilomètres parcourez-vous en voiture par an"))
        #expect(text.contains("petrol (Essence), diesel (Gazole)"))
        let table = try Self.template("france").csv(people)
        #expect(table.hasPrefix("id,weight,year,"))
        #expect(table.split(separator: "\n").count == 2)
    }

    @Test func whatIsNamedAndMissingComesBefore() throws {
        let session = try #require(Self.kinds.first { $0.name == "session" })
        #expect(try Self.template("france").yaml(session).contains("kind: workshop\nid: workshop_1"))
        let own = try Self.template("rouen").yaml(session)
        #expect(!own.contains("kind: workshop\n"))
        #expect(own.contains("workshop: two_tonnes_rouen  #"))
    }

    @Test func onlyListsAreTables() throws {
        let session = try #require(Self.kinds.first { $0.name == "session" })
        #expect(throws: CompilationError.self) { try Self.template("rouen").csv(session) }
    }
}
