internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

extension TerritoryReport {
    /// Where the last known total of an account lies.
    func range(_ subject: Territory.Target.Subject) -> ClosedRange<Double>? {
        guard let range = drawn?.last[subject]?.range else { return nil }
        return figure(range.lowerBound, subject).value...figure(range.upperBound, subject).value
    }

    /// What draws are made of, and what they leave out.
    var drawNotes: [String] {
        guard let drawn else { return [] }
        let (exact, all) = drawn.exact
        guard exact < all else {
            return [
                say(
                    "No amount of the inventory has a published range: nothing is drawn.",
                    "Aucun montant de l’inventaire n’a de marge publiée : rien n’est tiré.")
            ]
        }
        let count = NumberStyle(language, digits: 6).text(Double(drawn.draws.count))
        return [
            say(
                "In brackets: nine in ten of \(count) draws within published ranges, seed \(drawn.draws.seed); a sector "
                    + "is wrong alike in all years. \(exact) of \(all) amounts have no range and count as exact.",
                "Entre parenthèses : neuf sur dix des \(count) tirages dans les marges publiées, graine "
                    + "\(drawn.draws.seed) ; un secteur se trompe de même chaque année. \(exact) montants sur \(all) "
                    + "n’ont pas de marge et comptent comme exacts.")
        ]
    }

    var drawData: [JSON.Member] {
        guard let drawn else { return [] }
        let bands = Territory.Target.Subject.allCases.compactMap { subject -> JSON.Member? in
            guard let band = drawn.last[subject] else { return nil }
            return .init(
                subject.rawValue,
                .object(of: [
                    "p5": .number(figure(band.p5, subject).value), "p50": .number(figure(band.p50, subject).value),
                    "p95": .number(figure(band.p95, subject).value),
                ]))
        }
        return [
            .init(
                "uncertainty",
                .object(of: [
                    "draws": .integer(drawn.draws.count), "seed": .string(String(drawn.draws.seed)),
                    "exact": .object(of: ["count": .integer(drawn.exact.count), "of": .integer(drawn.exact.of)]),
                    "last": .object(bands),
                ]))
        ]
    }
}
