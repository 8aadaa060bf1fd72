import EmpreinteAnalysis
import EmpreinteModel
import EmpreintePacks
import EmpreinteText

/// A pack of one leaf, to which tests add questions and actions.
enum ActedModel {
    /// - Parameters:
    ///   - questions: under `questions:`.
    ///   - ghg: the only leaf.
    ///   - actions: under `actions:`.
    static func load(questions: String, ghg: String, actions: String, factors: String = "") throws -> Model {
        let text = """
            kind: pack
            id: acted
            version: 1.0.0
            language: en
            currency: EUR
            years: {from: 2020, to: 2050, reference: 2025}
            units: {meal: count}
            ---
            kind: sources
            sources: {src.a: {title: A}}
            ---
            kind: factors
            factors:
              one: {value: 1 kgCO2e/km, year: 2024, source: src.a}
            \(factors)
            ---
            kind: questions
            questions:
            \(questions)
            ---
            kind: formulas
            formulas:
              leaf: {gives: {ghg: "\(ghg)"}}
            ---
            kind: categories
            categories: {all: {contains: [leaf]}}
            ---
            kind: actions
            actions:
            \(actions)
            """
        return try SmallModel.load(text)
    }

    /// The total of a person who answers nothing, under actions at their full strength.
    static func total(_ model: Model, _ taken: [String], in year: Int = 2025, _ person: Person = Person(id: "p01"))
        throws -> Double
    {
        let set = ActionSet(fully: taken.compactMap { model.action($0) })
        return try total(model, set, in: year, person)
    }

    static func total(_ model: Model, _ set: ActionSet, in year: Int, _ person: Person = Person(id: "p01")) throws
        -> Double
    {
        guard let node = model.indicators[0].total else { return .nan }
        let values = try ActedEvaluator(model).values(of: [node], people: [person], under: [set], in: [year])
        return values[0, person: 0, set: 0]
    }
}
