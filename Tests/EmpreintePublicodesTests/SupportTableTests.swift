import Foundation
import Testing

@testable import EmpreintePublicodes

/// The table of the documentation names what is read, and nothing else.
@Suite struct SupportTableTests {
    /// Words of a rule that are no mechanism.
    private static let attributes: Set = [
        "formule", "remplace", "rend non applicable", "une possibilité", "question", "titre", "type", "privé",
        "possiblement non applicable",
    ]

    @Test func theTableIsWhole() throws {
        let article = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../Sources/Empreinte/Empreinte.docc/Articles/PublicodesSupport.md")
        let rows = try String(contentsOf: article, encoding: .utf8).split(separator: "\n").filter {
            $0.hasPrefix("| `")
        }
        let shown = rows.flatMap { row in
            row.split(separator: "|")[0].matches(of: /`([^`]+)`/).map { String($0.1) }
        }
        #expect(Set(shown).count == shown.count)
        #expect(Set(shown) == Set(Mechanisms.words).union(Self.attributes))
    }
}
