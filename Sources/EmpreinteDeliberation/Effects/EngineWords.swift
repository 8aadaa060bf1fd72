internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// Says in words and figures what the model finds.
struct EngineWords {
    let engine: EngineAssessments
    let assembly: Assembly

    /// The name of assessments that are the model's.
    var title: String { assembly.say("By the engine", "Par le moteur") }

    /// How it is found: for whom, in which year, for how many.
    var method: [String] {
        guard let basis = engine.basis else {
            let hasPlans = assembly.set.standing.contains { !$0.plan.isEmpty }
            return hasPlans
                ? [
                    assembly.say(
                        "Not computed: the pack has no emissions.", "Non calculé : le modèle n’a pas d’émissions.")
                ]
                : []
        }
        let people = basis.people.count
        let whom =
            basis.isDefaultPerson
            ? assembly.say("the default person", "la personne par défaut")
            : assembly.say("\(people) people by their weights", "\(people) personnes selon leur poids")
        let person = assembly.say(
            "Change of the mean footprint of \(whom) in \(basis.year), each action at its full strength, with the plan "
                + "less without. It is the engine's, apart from what groups estimated, and \(use(.en)).",
            "Changement de l’empreinte moyenne de \(whom) en \(basis.year), chaque action à sa pleine force, avec le "
                + "plan moins sans. C’est celui du moteur, à part des estimations des groupes, et \(use(.fr)).")
        return [person, inhabitants(basis)]
    }

    /// Whether the assembly compares proposals by it.
    private func use(_ language: Language) -> String {
        assembly.set.criteria.contains { $0.id == CriterionValue.engine.rawValue && $0.weight > 0 }
            ? language.say("is one of the assembly's criteria", "est un des critères de l’assemblée")
            : language.say("enters no ranking", "n’entre dans aucun classement")
    }

    private func inhabitants(_ basis: EngineBasis) -> String {
        guard let inhabitants = basis.inhabitants else {
            return assembly.say(
                "Per person only: the pack gives no population of the territory by \(basis.year).",
                "Par personne seulement : le modèle ne donne pas de population du territoire en \(basis.year).")
        }
        let number = NumberStyle(assembly.language).text(inhabitants.value, decimals: 0)
        let last =
            inhabitants.year == basis.year ? "" : assembly.say(", the last year known", ", dernière année connue")
        return assembly.say(
            "Territory: times \(number) inhabitants (\(inhabitants.year)\(last)).",
            "Territoire : multiplié par \(number) habitants (\(inhabitants.year)\(last)).")
    }

    /// What has to be known of a plan to read its figure.
    func remarks(_ result: EngineAssessments.Result) -> [String] {
        guard let basis = engine.basis else { return [] }
        func names(_ actions: [Int]) -> String {
            actions.map { assembly.text(basis.model.actions[$0].label) }.joined(separator: ", ")
        }
        var remarks: [String] = []
        if !result.unquantified.isEmpty {
            let list = names(result.unquantified)
            remarks.append(assembly.say("No effect is known of: \(list).", "Effet inconnu : \(list)."))
        }
        for (action, others) in result.unconcerned {
            let name = names([action])
            remarks.append(
                basis.people.count == 1
                    ? assembly.say(
                        "\(name): does not apply to this person; people who stand for the territory would tell.",
                        "\(name) : ne s’applique pas à cette personne ; des gens à l’image du territoire le diraient.")
                    : assembly.say(
                        "\(name): does not apply to \(others) of \(basis.people.count) people.",
                        "\(name) : ne s’applique pas à \(others) personnes sur \(basis.people.count)."))
        }
        return remarks
    }

    // MARK: Tables

    /// The columns of a change: per person, and for the territory where its population is known.
    var columns: [Report.Table.Column] {
        let unit = engine.basis?.unit ?? ""
        let person = Report.Table.Column(
            id: "per_person", title: assembly.say("per person", "par personne"), unit: unit)
        guard engine.basis?.inhabitants != nil else { return [person] }
        return [person, .init(id: "territory", title: assembly.say("territory", "territoire"), unit: unit)]
    }

    /// The cells of what was found of a plan.
    func cells(_ result: EngineAssessments.Result) -> [Report.Table.Cell] {
        if let perPerson = result.perPerson { return cells(perPerson) }
        let reason =
            result.isUnquantified
            ? assembly.say("not quantified", "non chiffré") : assembly.say("does not apply", "sans objet")
        return columns.map { _ in .missing(reason) }
    }

    /// The cells of a change under those columns.
    func cells(_ perPerson: Double) -> [Report.Table.Cell] {
        let unit = engine.basis?.unit ?? ""
        return [.figure(Figure(perPerson, unit))]
            + (engine.territory(perPerson).map { [.figure(Figure($0, unit))] } ?? [])
    }

    /// A change for programs.
    func json(_ perPerson: Double?) -> JSON {
        .object(of: [
            "per_person": perPerson.map { .number($0) },
            "territory": perPerson.flatMap(engine.territory).map { .number($0) },
        ])
    }
}
