internal import EmpreinteAnalysis

extension Competence.Part {
    func words(_ language: Language) -> String {
        switch self {
        case .own: language.say("own", "propre")
        case .shared: language.say("shared", "partagée")
        case .other: language.say("other", "autre")
        case .unknown: language.say("unknown", "inconnue")
        }
    }
}

extension Proposal.State {
    func words(_ language: Language) -> String {
        switch self {
        case .draft: language.say("draft", "brouillon")
        case .submitted: language.say("submitted", "déposée")
        case .assessed: language.say("assessed", "évaluée")
        case .merged: language.say("merged", "fusionnée")
        case .adopted: language.say("adopted", "adoptée")
        case .rejected: language.say("rejected", "rejetée")
        case .sentElsewhere: language.say("sent elsewhere", "transmise")
        case .voted: language.say("voted", "votée")
        case .inProgress: language.say("in progress", "en cours")
        case .done: language.say("done", "réalisée")
        }
    }
}

extension Decision.Outcome {
    func words(_ language: Language) -> String {
        switch self {
        case .adopted: language.say("adopted", "adoptée")
        case .amended: language.say("amended", "amendée")
        case .refused: language.say("refused", "refusée")
        case .referendum: language.say("referendum", "référendum")
        case .sentElsewhere: language.say("sent elsewhere", "transmise")
        }
    }
}

extension AdoptionRule.Outcome {
    func words(_ language: Language) -> String {
        switch self {
        case .adopted: language.say("adopted", "adoptée")
        case .rejected: language.say("rejected", "rejetée")
        case .noQuorum: language.say("no quorum", "sans quorum")
        }
    }
}

extension Opinion {
    func words(_ language: Language) -> String {
        switch self {
        case .agreedFor: language.say("agreed for", "accord pour")
        case .agreedAgainst: language.say("agreed against", "accord contre")
        case .divided: language.say("divided", "partagé")
        case .lukewarm: language.say("lukewarm", "tiède")
        }
    }
}

extension Assessment.Measure {
    func words(_ language: Language) -> String {
        switch self {
        case .ghg: language.say("Emissions", "Émissions")
        case .energy: language.say("Energy use", "Consommation d’énergie")
        case .upfront: language.say("Paid once", "Payé une fois")
        case .yearly: language.say("Paid every year", "Payé chaque année")
        case .revenue: language.say("Earned every year", "Recettes annuelles")
        case .bills: language.say("Households' bills", "Factures des ménages")
        case .jobs: language.say("Jobs", "Emplois")
        case .localSpend: language.say("Spent locally", "Dépense locale")
        }
    }
}

extension CriterionValue {
    func words(_ language: Language) -> String {
        switch self {
        case .ghg: language.say("emissions avoided", "émissions évitées")
        case .engine: language.say("emissions avoided, by the engine", "émissions évitées, par le moteur")
        case .energy: language.say("energy saved", "énergie économisée")
        case .bills: language.say("bills saved", "factures allégées")
        case .jobs: language.say("jobs", "emplois")
        case .localSpend: language.say("local spending", "dépense locale")
        case .cost: language.say("net cost", "coût net")
        case .upfront: language.say("cost at once", "coût initial")
        case .support: language.say("mean grade", "note moyenne")
        case .approval: language.say("approval", "approbation")
        case .consensus: language.say("consensus", "consensus")
        }
    }
}

extension RankingMethod {
    func words(_ language: Language) -> String {
        switch self {
        case .weightedSum: language.say("weighted sum", "somme pondérée")
        case .topsis: "TOPSIS"
        case .topsisVector: language.say("TOPSIS (vector)", "TOPSIS (vecteur)")
        case .promethee: "PROMETHEE II"
        case .pareto: language.say("Pareto layer", "rang de Pareto")
        case .majorityJudgement: language.say("majority judgement", "jugement majoritaire")
        case .borda: "Borda"
        case .mean: language.say("mean grade", "note moyenne")
        }
    }
}
