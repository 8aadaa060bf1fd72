import EmpreinteModel
import EmpreinteText
import Testing

@testable import EmpreintePacks

/// Packs and formulas far larger or deeper than anybody writes: they load, or are refused, without exhausting anything.
@Suite struct LargePackTests {
    private func formula(_ text: String) -> String { "---\nkind: formulas\nformulas:\n  f: {value: \"\(text)\"}\n" }

    @Test(arguments: [
        String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
        Array(repeating: "1", count: 10_000).joined(separator: " + "),
        Array(repeating: "2", count: 10_000).joined(separator: " ^ "),
        String(repeating: "-", count: 10_000) + "1",
        "if " + String(repeating: "not ", count: 10_000) + "true then 1 else 0",
        String(repeating: "if true then 1 else ", count: 10_000) + "0",
        Array(repeating: "1", count: 10_000).joined(separator: " else "),
        String(repeating: "sum(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
        "1" + String(repeating: " at(2025)", count: 10_000),
    ])
    func refusesFormulasThatAreTooDeep(text: String) {
        let errors = LoadedPack.errors(formula(text))
        #expect(errors.count == 1)
        #expect(errors.first?.hasPrefix("formula.depth pack.yaml:10:") == true)
    }

    @Test func takesFormulasOfOneHundredTerms() throws {
        let pack = try LoadedPack(formula(Array(repeating: "1", count: 100).joined(separator: " + ")))
        #expect(pack.value("f") == 100)
        let nested = String(repeating: "(", count: 40) + "3" + String(repeating: ")", count: 40)
        #expect(try LoadedPack(formula(nested)).value("f") == 3)
    }

    @Test func takesASumOfOneThousandTermsAndNotMore() throws {
        let terms = { (count: Int) in "sum(" + Array(repeating: "1", count: count).joined(separator: ", ") + ")" }
        #expect(try LoadedPack(formula(terms(1_000))).value("f") == 1_000)
        #expect(LoadedPack.errors(formula(terms(10_000))) == ["formula.arity pack.yaml:10:15"])
    }

    @Test func loadsAChainOfFiveThousandFormulas() throws {
        // Written backwards, so that the first asks for all the others.
        var text = "---\nkind: formulas\nformulas:\n"
        for index in (1...5_000).reversed() { text += "  f\(index): {value: f\(index - 1) + 1}\n" }
        text += "  f0: {value: 0}\n"
        #expect(try LoadedPack(text).value("f5000") == 5_000)
    }

    @Test func loadsAChainOfConditionsAndOfWhatTheyGuard() throws {
        var text = "---\nkind: questions\nquestions:\n  q0: {default: true}\n"
        for index in 1...1_000 { text += "  q\(index): {default: true, ask_if: c\(index - 1)}\n" }
        text += "---\nkind: formulas\nformulas:\n  c0: {value: q0}\n"
        for index in 1...1_000 { text += "  c\(index): {value: c\(index - 1) and q\(index)}\n" }
        let pack = try LoadedPack(text)
        #expect(pack.value("c1000") == 1)
        #expect(pack.value("c1000", ["q500": 0]) == 0)
    }

    /// Branches inside one another, the innermost with the only leaf.
    private static func categories(_ count: Int) -> String {
        var text =
            "---\nkind: formulas\nformulas:\n  leaf: {gives: {ghg: 7 kgCO2e/year}}\n---\nkind: categories\ncategories:\n"
        for index in 1..<count { text += "  c\(index): {contains: [c\(index - 1)]}\n" }
        return text + "  c0: {contains: [leaf]}\n"
    }

    @Test func loadsCategoriesInsideOneAnother() throws {
        let pack = try LoadedPack(Self.categories(32))
        #expect(pack.total() == 7)
        #expect(pack.model.categories.filter(\.isTop).map(\.id) == ["c31"])
    }

    @Test func refusesCategoriesNobodyCouldRead() {
        #expect(LoadedPack.errors(Self.categories(33)).map { $0.prefix(14) } == ["category.depth"])
        #expect(LoadedPack.errors(Self.categories(5_000)).map { $0.prefix(14) } == ["category.depth"])
    }

    @Test func reportsARingOfFiveThousandFormulasOnce() {
        var text = "---\nkind: formulas\nformulas:\n"
        for index in 0..<5_000 { text += "  f\(index): {value: f\((index + 1) % 5_000) + 1}\n" }
        // The ring is closed by the last, which reads the first.
        #expect(LoadedPack.errors(text) == ["formula.cycle pack.yaml:5009:18"])
    }
}
