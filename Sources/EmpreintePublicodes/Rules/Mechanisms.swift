internal import EmpreinteText

/// The words of the language that make or change a value.
enum Mechanisms {
    /// What transforms a value; any number of them may stand beside it.
    enum Link: String, Sendable, Hashable, CaseIterable {
        case context = "contexte"
        case with = "avec"
        case when = "applicable si"
        case unless = "non applicable si"
        case rounding = "arrondi"
        case unit = "unité"
        case simplify = "simplifier l'unité"
        case floor = "plancher"
        case ceiling = "plafond"
        case fallback = "par défaut"
        case solve = "résoudre la référence circulaire"
        case rebate = "abattement"
    }

    typealias Reader = @Sendable (inout RuleReader, Node) -> TermID

    /// What gives a value, by name.
    static let readers: [String: Reader] = {
        var readers: [String: Reader] = [
            "somme": { $0.add(Sum(terms: $0.readList($1))) },
            "produit": { $0.readProduct($1) },
            "multiplication": { $0.readProduct($1) },
            "moyenne": { $0.add(Average(terms: $0.readList($1))) },
            "le maximum de": { $0.add(Extreme(terms: $0.readList($1), isMaximum: true)) },
            "le minimum de": { $0.add(Extreme(terms: $0.readList($1), isMaximum: false)) },
            "toutes ces conditions": { $0.readConditions($1, .and) },
            "une de ces conditions": { $0.readConditions($1, .or) },
            "est non défini": { $0.add(Definition(value: $0.read($1), isNegated: true)) },
            "est défini": { $0.add(Definition(value: $0.read($1), isNegated: false)) },
            "est non applicable": { $0.add(Presence(value: $0.read($1), isNegated: true)) },
            "est applicable": { $0.add(Presence(value: $0.read($1), isNegated: false)) },
            "condition": { $0.readConditional($1) },
            "variations": { $0.readVariations($1) },
            "barème": { $0.readTiers($1, .marginal) },
            "grille": { $0.readTiers($1, .grid) },
            "taux progressif": { $0.readTiers($1, .progressive) },
            "durée": { $0.readDuration($1) },
            "texte": { $0.readTemplate($1) },
            "logarithme": { $0.add(Logarithm(value: $0.read($1))) },
            "inversion numérique": { $0.readInversion($1) },
            "constant": { $0.readConstant($1) },
            "variable": { $0.reference(to: $1.text, at: 0..<$1.utf8.count) },
        ]
        for operation in Operator.allCases {
            readers[operation.symbol] = { $0.readOperation($1, operation) }
        }
        return readers
    }()

    static func isKnown(_ word: String) -> Bool {
        word == "valeur" || Link(rawValue: word) != nil || readers[word] != nil
    }

    static var words: [String] { ["valeur"] + Link.allCases.map(\.rawValue) + readers.keys.sorted() }
}
