import EmpreinteModel
import EmpreinteUnits
import TestSupport
import Testing

@testable import EmpreintePacks

@Suite struct ExpressionParserTests {
    private func parse(_ text: String) throws(ExpressionError) -> Expression {
        try ExpressionParser.parse(text, units: .standard).expression
    }

    @Test(arguments: [
        ("a + b * c", "(a + (b * c))"), ("a * b + c", "((a * b) + c)"), ("(a + b) * c", "((a + b) * c)"),
        ("a - b - c", "((a - b) - c)"), ("a / b / c", "((a / b) / c)"), ("a - b + c", "((a - b) + c)"),
        ("a / b * c", "((a / b) * c)"), ("a ^ b ^ c", "(a ^ (b ^ c))"), ("a * b ^ c", "(a * (b ^ c))"),
        ("-a ^ 2", "(- (a ^ 2))"), ("a ^ -2", "(a ^ (- 2))"), ("a * -b", "(a * (- b))"), ("--a", "(- (- a))"),
        ("- a + b", "((- a) + b)"), ("a < b + c", "(a < (b + c))"), ("a >= b", "(a >= b)"), ("a != b", "(a != b)"),
        ("not a and b", "((not a) and b)"), ("not a == b", "(not (a == b))"), ("not not a", "(not (not a))"),
        ("a or b and c", "(a or (b and c))"), ("a and b or c", "((a and b) or c)"),
        ("a and b and c", "((a and b) and c)"),
        ("a or b else c", "((a or b) else c)"), ("a else b else c", "(a else (b else c))"),
        ("if a then b else c else d", "(if a then b else (c else d))"),
        ("if a then b else if c then d else e", "(if a then b else (if c then d else e))"),
        ("if a or b then c + d else e", "(if (a or b) then (c + d) else e)"),
        ("2 * (if a then 1 else 2)", "(2 * (if a then 1 else 2))"),
        ("t[a]", "t[a]"), ("t[a] * b", "(t[a] * b)"), ("t[if a then b else c]", "t[(if a then b else c)]"),
        ("a at(2030)", "(a at 2030)"), ("a * b at(year + 1)", "(a * (b at (year + 1)))"),
        ("t[a] at(2030) ^ 2", "((t[a] at 2030) ^ 2)"),
        ("(a + b) at(2030)", "((a + b) at 2030)"), ("min(a, b + c, 3)", "min(a, (b + c), 3)"),
        ("sum( a , b )", "sum(a, b)"), ("clamp(a, 0, 1)", "clamp(a, 0, 1)"),
        ("bands(x, 0 -> 1, 5 -> 2 + y)", "bands(x, 0 -> 1, 5 -> (2 + y))"),
        ("minimum * sums", "(minimum * sums)"), ("if_any + at_home", "(if_any + at_home)"), ("a.b_1.c2", "a.b_1.c2"),
        ("true", "true"), ("\n a +\n b \n", "(a + b)"),
    ])
    func binds(text: String, brackets: String) throws {
        #expect(try parse(text).brackets == brackets)
    }

    @Test(arguments: [
        ("0.5", "0.5"), ("2 km", "2 km"), ("12 %", "12 %"), ("x / 2 km/year", "(x / 2 km/year)"), ("1e3 kg", "1000 kg"),
        ("1.5e-2", "0.015"), ("3 kWh/(m2.year) * x", "(3 kWh/(m2.year) * x)"), ("(2 km)", "2 km"),
        ("2 km / x", "(2 km / x)"),
        ("2 * x", "(2 * x)"), ("if a then 1 else 2", "(if a then 1 else 2)"), ("1 and a", "(1 and a)"),
        ("2 kgCO2e at(2030)", "(2 kgCO2e at 2030)"), ("min(1 kg, 2 kg)", "min(1 kg, 2 kg)"), ("t[2 km]", "t[2 km]"),
        ("5 m2 + x", "(5 m2 + x)"), ("2030 - year", "(2030 - year)"), ("5 year", "5 year"),
        ("bands(x, 0 -> 5 %, 1000 km/year -> 10 %)", "bands(x, 0 -> 5 %, 1000 km/year -> 10 %)"),
    ])
    func readsNumbersWithTheirUnits(text: String, brackets: String) throws {
        #expect(try parse(text).brackets == brackets)
    }

    @Test(arguments: [
        ("", "formula.syntax", 0..<0), ("   ", "formula.syntax", 2..<3), ("a +", "formula.syntax", 2..<3),
        ("a + * b", "formula.syntax", 4..<5), ("a b", "formula.syntax", 2..<3), ("(a", "formula.syntax", 1..<2),
        ("a)", "formula.syntax", 1..<2), ("a]", "formula.syntax", 1..<2), ("t[a", "formula.syntax", 2..<3),
        ("a = b", "formula.syntax", 2..<3), ("a < b < c", "formula.syntax", 6..<7),
        ("if a then b", "formula.syntax", 10..<11),
        ("if a else b", "formula.syntax", 5..<9), ("then", "formula.syntax", 0..<4),
        ("a + else", "formula.syntax", 4..<8),
        ("a..b", "formula.syntax", 0..<4), ("a.", "formula.syntax", 0..<2), ("é + 1", "formula.syntax", 0..<2),
        ("a + 🏡", "formula.syntax", 4..<8), ("A + 1", "formula.syntax", 0..<1), ("min(a; b)", "formula.syntax", 5..<6),
        ("min()", "formula.syntax", 4..<5), ("bands(x, 0)", "formula.syntax", 10..<11),
        ("a ? b", "formula.syntax", 2..<3),
        ("\"a\"", "formula.syntax", 0..<1), ("a at 2030", "formula.syntax", 2..<4), ("a && b", "formula.syntax", 2..<3),
        ("a+b", "formula.spacing", 1..<2), ("a +b", "formula.spacing", 2..<3), ("a-b", "formula.spacing", 1..<2),
        ("a -1", "formula.spacing", 2..<3), ("2*x", "formula.spacing", 1..<2), ("a<b", "formula.spacing", 1..<2),
        ("a <=b", "formula.spacing", 2..<4), ("x ^2", "formula.spacing", 2..<3), ("3 m^2", "formula.spacing", 3..<4),
        ("2 km/x", "unit.unknown", 5..<6),
        ("maxi(a)", "formula.function", 0..<4), ("clamp(a, b)", "formula.arity", 0..<5),
        ("abs(a, b)", "formula.arity", 0..<3),
        ("bands(x)", "formula.arity", 0..<5), ("a * 1,5", "number.decimal_comma", 4..<7),
        ("min(1,5)", "number.decimal_comma", 4..<7),
        ("a + 1 000", "number.grouping", 4..<9), ("1e999 + a", "number.not_finite", 0..<5),
        ("a + 2 kmm", "unit.unknown", 6..<9),
        ("a * 2km", "formula.syntax", 5..<7),
    ])
    func refuses(text: String, code: String, range: Range<Int>) {
        let error = #expect(throws: ExpressionError.self) { try parse(text) }
        #expect(error?.code == code)
        #expect(error?.range == range)
    }

    @Test(
        arguments: [
            ("a+b", nil), ("a-b", "ids hold no hyphen: a '-' is a minus"), ("a = b", "equality is written =="),
            ("1 < a < 2", "join two comparisons with and"), ("ruond(a)", "did you mean 'round'?"),
            ("zzzzzzz(a)", "functions: min, max, sum, clamp, abs, round, bands"), ("a * 1,5", "write `1.5`"),
        ] as [(String, String?)])
    func hints(text: String, hint: String?) {
        let error = #expect(throws: ExpressionError.self) { try parse(text) }
        #expect(error?.hint == hint)
    }

    @Test func knowsWhereOperatorsAndOperandsStand() throws {
        guard case .binary(_, let left, let right, let at) = try parse("  (a + b) * t[c] ").kind else {
            Issue.record("not a product")
            return
        }
        #expect(at == 10..<11)
        #expect(left.range == 2..<9)
        #expect(right.range == 12..<16)
    }

    @Test func listsTheElementsItReads() throws {
        let symbols: [String: Element] = [
            "a": .input(1), "t": .factor(2), "c": .formula(3), "d": .trend(4), "e": .formula(5), "g": .input(6),
        ]
        let text = "if a then t[b] at(year) else bands(c, d -> -e) + abs(g)"
        let readings = try ExpressionParser.parse(text, units: .standard, symbols: symbols).readings
        #expect(
            readings.map(\.element) == [.input(1), .factor(2), .formula(3), .trend(4), .formula(5), .input(6)])
        #expect(readings.map(\.range.lowerBound) == [3, 10, 35, 38, 44, 53])
    }

    /// Whatever stands in a file, reading it ends, and the place of an error lies in the text.
    @Test(arguments: 0..<20) func endsOnAnyText(seed: Int) {
        let pieces = [
            "a", "b.c", "1", "2 km", "1,5", "(", ")", "[", "]", ",", " + ", "-", " - ", " * ", "^", " < ", "=", "if ",
            " then ",
            " else ", "not ", " and ", "min(", "bands(", " -> ", " at(", "é", "🏡", " ", "\n", "%", "/", "±", "\"",
        ]
        var random = SplitMix64(seed: UInt64(seed))
        for _ in 0..<200 {
            let text = (0..<random.below(12)).map { _ in random.choose(pieces) }.joined()
            do throws(ExpressionError) {
                let tree = try parse(text)
                #expect(tree.range.upperBound <= text.utf8.count)
            } catch {
                #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text)")
            }
        }
    }
}
