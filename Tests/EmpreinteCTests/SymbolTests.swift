import Foundation
import Testing

/// What is declared, listed and written is the same.
@Suite struct SymbolTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The functions a header declares.
    private static func declared(in header: String) throws -> Set<String> {
        let bare = try text(header).replacing(/\/\*[\s\S]*?\*\//, with: "")
        return Set(bare.matches(of: /\b(emp_\w+)\s*\(/).map { String($0.1) })
    }

    @Test func theListIsWhatTheHeaderDeclares() throws {
        let listed = try Self.text("Sources/EmpreinteC/exports.map").matches(of: /\s(emp_\w+);/).map { String($0.1) }
        #expect(try Self.declared(in: "Sources/CEmpreinte/empreinte.h") == Set(listed))
        #expect(listed == listed.sorted())
    }

    @Test func theCommandLineTellsTheVersionOfTheHeader() throws {
        let header = try Self.text("Sources/CEmpreinte/empreinte.h").firstMatch(of: /#define EMP_VERSION "(.+)"/)
        let told = try Self.text("Sources/EmpreinteAnalysis/Release.swift").firstMatch(of: /interface = "(.+)"/)
        #expect(try #require(header).1 == #require(told).1)
    }

    @Test func everyDeclarationHasABody() throws {
        let folder = Self.root.appending(path: "Sources/EmpreinteC")
        var bodies: Set<String> = []
        for case let file as URL in try #require(
            FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        where file.pathExtension == "swift" {
            let source = try String(contentsOf: file, encoding: .utf8)
            bodies.formUnion(
                source.matches(of: /@c @implementation\npublic func (emp_\w+)\(/).map { String($0.1) })
        }
        #expect(try Self.declared(in: "Sources/CEmpreinte/empreinte.h") == bodies)
    }
}
