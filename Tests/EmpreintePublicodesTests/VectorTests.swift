import EmpreinteEngine
import EmpreinteGraph
import EmpreinteText
import TestSupport
import Testing

@testable import EmpreintePublicodes

/// A crowd gets what each gets alone, to the bit.
@Suite struct VectorTests {
    private static let yaml = """
        revenu:
          question: Combien ?
          unité: €
        enfants:
          question: Combien d'enfants ?
        marié:
          question: Marié ?
        statut:
          question: Quel statut ?
          une possibilité: ["'salarié'", "'indépendant'", "'aucun'"]
        statut . cotisation:
          applicable si: statut != 'aucun'
          variations:
            - si: statut = 'salarié'
              alors: 20% * revenu
            - si: revenu > 50000 €
              alors: 30% * revenu
            - sinon: 3000 €
        parts:
          somme: [1, demi, 0.5 * enfants]
        demi:
          applicable si: marié
          valeur: 1
        quotient:
          valeur: (revenu - statut . cotisation) / parts
          plancher: 0 €
        par enfant: revenu / enfants * enfants
        impôt:
          valeur:
            barème:
              assiette: quotient
              tranches:
                - {taux: 0%, plafond: 10000 €}
                - {taux: 11%, plafond: 26000 €}
                - {taux: 30%, plafond: 70000 €}
                - {taux: 41%}
          arrondi: oui
        taux:
          taux progressif:
            assiette: quotient
            tranches:
              - {taux: 0%, plafond: 1000 €}
              - {taux: 40%, plafond: 90000 €}
              - {taux: 40%}
        prime:
          grille:
            assiette: enfants
            tranches:
              - {montant: 0 €, plafond: 1}
              - {montant: 100 €, plafond: 3}
              - {montant: 300 €}
        reste:
          le maximum de:
            - revenu - impôt + prime
            - taux * 100 €
            - statut . cotisation
        si seul:
          valeur: impôt
          contexte: {marié: non, enfants: 0}
        écart: impôt - si seul
        fonds:
          valeur: 100 + 0.1 * (revenu + fonds)
          résoudre la référence circulaire: oui
        brut:
          inversion numérique: [revenu net]
          unité: €
        revenu net:
          question: Combien de net ?
          valeur: brut * 0.7
          unité: €
        total brut: brut + fonds

        """

    private static let outputs = [
        "statut . cotisation", "parts", "quotient", "par enfant", "impôt", "taux", "prime", "reste", "si seul", "écart",
        "fonds", "brut", "total brut",
    ]

    /// A rule with a value of its own is not asked, but may be given.
    private let net = PublicodesModel.Question(name: "revenu net", kind: .number, choices: [])

    @Test(arguments: [1, 64, 200], [false, true])
    func aCrowdGetsWhatEachGets(people: Int, isOptional: Bool) throws {
        let model = try PublicodesModel("model.yaml", from: MemoryFiles(["model.yaml": Self.yaml]))
        let program = model.program(of: Self.outputs, answering: model.questions + [net], isOptional: isOptional)
        #expect(program.graph.nodes.contains { if case .external = program.graph.kind(of: $0) { true } else { false } })
        var random = SplitMix64(seed: 11)
        let answers = program.inputs.map { input in
            (0..<people).map { _ in
                switch input.type {
                case .number: Double(random.below(9)) * (input.rule.hasPrefix("revenu") ? 12_345.67 : 1)
                case .flag: Double(random.below(2))
                case .code: Double(random.choose(input.codes.values.sorted()))
                }
            }
        }
        let nodes = program.outputs.flatMap { [$0.number, $0.isAbsent, $0.isUndefined].compactMap { $0 } }
        let numbers = try columns(of: program, nodes, answers, people)

        var evaluator = Evaluator(program)
        var reasons: Set<String> = []
        for person in 0..<people {
            let values = evaluator.values(of: answers.map { $0[person] })
            var column = 0
            for (output, value) in zip(program.outputs, values) {
                let number = output.number == nil ? nil : numbers[column * people + person]
                column += output.number == nil ? 0 : 1
                let isAbsent = numbers[column * people + person] != 0
                let isUndefined = numbers[(column + 1) * people + person] != 0
                column += 2
                switch value {
                case .number(let alone):
                    #expect(!isAbsent && !isUndefined)
                    if let number { #expect(isSame(alone + 0, number + 0), "\(output.name)") }
                case .absent:
                    #expect(isAbsent)
                    if let number { #expect(number == 0, "\(output.name)") }
                case .undefined: #expect(isUndefined && !isAbsent)
                case .failed: if let number { #expect(!number.isFinite) }
                case .flag, .text: break
                }
                reasons.insert(String("\(value)".prefix { $0 != "(" }))
            }
        }
        // What is compared takes all the ways there are.
        if people > 1 {
            #expect(reasons.isSuperset(of: isOptional ? ["number", "absent", "undefined"] : ["number", "absent"]))
        }
    }

    /// The values of nodes for people, a column after the other; flags as 0 or 1.
    private func columns(
        of program: Program, _ nodes: [NodeID], _ answers: [[Double]], _ people: Int
    ) throws -> [Double] {
        var graph = program.graph
        let (one, zero) = (graph.number(1), graph.number(0))
        let outputs = nodes.map { graph.type(of: $0) == .flag ? graph.apply(.selectNumber, $0, one, zero) : $0 }
        let plan = Plan(graph, Binding(inputs: program.inputs.map { _ in .lane }, outputs: outputs))
        var inputs: [Int: Run.Input] = [:]
        for (input, values) in zip(program.inputs, answers) {
            inputs[input.slot] =
                switch input.type {
                case .number: .lane(Column(numbers: values))
                case .flag: .lane(Column(flags: values.map { $0 != 0 }))
                case .code: .lane(Column(codes: values.map { Int32($0) }))
                }
        }
        var results = [Double](repeating: .nan, count: outputs.count * people)
        try unsafe results.withUnsafeMutableBufferPointer { buffer in
            var sink = unsafe BufferSink(buffer, strides: .init(lane: 1, year: people, output: people))
            try Run(plan, laneCount: people, inputs: inputs).feed(&sink)
        }
        return results
    }
}
