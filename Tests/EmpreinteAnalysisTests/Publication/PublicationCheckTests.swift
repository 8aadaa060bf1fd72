import EmpreinteAnalysis
import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct PublicationCheckTests {
    /// A change to a clean pack, and what it is then found to lack.
    struct Change: Sendable {
        let old: String
        let new: String
        let findings: [String]

        init(_ old: String, _ new: String, _ findings: String...) {
            self.old = old
            self.new = new
            self.findings = findings
        }
    }

    @Test(arguments: [
        Change("", ""),
        Change("year: 2024,", "year: 2024, confidence: recalled,", "strict.recalled 17:3"),
        Change("source: src.a}", "assumption: true, reason: none}", "strict.assumed 17:3"),
        Change("{en: Car, fr: Voiture}", "{en: Car}", "strict.translation 32:3"),
        Change("car.km * car.ghg", "10000 km/year * car.ghg + 0 kgCO2e/km * step - 0 kgCO2e/km * step"),
        Change(
            "car.km * car.ghg + 0 kgCO2e/km * step", "9 km/year * car.ghg", "strict.idle 23:3", "strict.unused 35:3"),
        Change("car.km * car.ghg", "car.km * 0.2 kgCO2e/km", "strict.unused 17:3"),
        Change(
            "value: car.km}", "value: car.km}\n  lost: {label: {en: Lost, fr: Perdu}, value: car.km}",
            "strict.unused 36:3"),
        Change("value: 0.2 kgCO2e/km, year: 2024", "years: {2025: 0.2 kgCO2e/km}", "strict.series_ends 17:48"),
        Change("src.a: {title: A}", "src.a: {title: A}\n  src.b: {title: B}", "strict.unused 11:3"),
    ])
    func findsWhatIsMissing(change: Change) throws {
        let pack =
            change.old.isEmpty ? Self.pack : Self.pack.replacing(change.old, with: change.new, maxReplacements: 1)
        #expect(change.old.isEmpty || pack != Self.pack)
        let model = try SmallModel.load(pack)
        let found = PublicationCheck(model).findings().map { diagnostic in
            let place = diagnostic.range.map { model.sources.location(of: $0) }
            return "\(diagnostic.code) \(place.map { "\($0.line):\($0.column)" } ?? "-")"
        }
        #expect(found == change.findings)
    }

    private static let pack = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: sources
        sources:

          src.a: {title: A}
        ---
        kind: factors
        factors:



          car.ghg: {label: {en: Car, fr: Auto}, value: 0.2 kgCO2e/km, year: 2024, source: src.a}
        ---
        kind: questions
        questions:


          car.km:
            label: {en: Kilometres, fr: Kilomètres}
            unit: km/year
            default: 10000
            source: src.a
        ---
        kind: formulas
        formulas:

          car:
            label: {en: Car, fr: Voiture}
            gives: {ghg: car.km * car.ghg + 0 kgCO2e/km * step}
          step: {label: {en: Step, fr: Pas}, value: car.km}
        ---
        kind: categories
        categories:
          travel: {label: {en: Travel, fr: Trajets}, contains: [car]}
        """
}
