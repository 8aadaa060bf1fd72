internal import EmpreinteModel

extension TrajectoryReport {
    /// What has to be known of all the choices to read the figures.
    var choiceNotes: [String] {
        guard run.asked.contains(where: { $0.evaluator.acting != nil }) else { return [sameAnswers] }
        let sets = run.asked.map { $0.course.set(in: model, from: span.shown.lowerBound) }
        let own = run.asked.flatMap { $0.course.own.values.joined().map(\.action) }
        let chosen = Set(sets.flatMap(\.order) + own).sorted()
        return ramps(chosen) + unquantified(chosen) + assumed(chosen) + [splitting]
    }

    private var sameAnswers: String {
        language.say(
            "The same answers every year: only dated factors and trends move this path.",
            "Les mêmes réponses chaque année : seuls les facteurs datés et les tendances changent ce parcours.")
    }

    // MARK: Of a course

    /// What has to be known of a course: what it moves and leaves, whom it passes over.
    func notes(of followed: TrajectoryRun.Followed) -> [String] {
        var notes: [String] = []
        if let scenario = followed.course.scenario {
            let scenario = model.scenarios[scenario]
            notes += scenario.note.map { [text($0)] } ?? []
            notes.append(moved(followed.course))
            if !scenario.leftAtTrend.isEmpty {
                let left = scenario.leftAtTrend.map(text).joined(separator: language.say("; ", " ; "))
                notes.append(language.say("Left at trend: \(left).", "Laissés à la tendance : \(left)."))
            }
            notes += evidence(scenario.evidence, language.say("The scenario", "Le scénario"))
        }
        notes += (followed.observed?.masked ?? []).map { action, others in
            let name = text(model.actions[action].label)
            return run.people == 1
                ? language.say("\(name): does not apply here.", "\(name) : ne s’applique pas ici.")
                : language.say(
                    "\(name): does not apply to \(others) of \(run.people) people.",
                    "\(name) : ne s’applique pas à \(others) personnes sur \(run.people).")
        }
        notes += (followed.observed?.reduced ?? []).map { actions in
            let names = list(actions)
            return language.say(
                "Shares that come to more than 100 % are reduced in proportion: \(names).",
                "Des parts qui dépassent 100 % en tout sont réduites en proportion : \(names).")
        }
        return notes
    }

    private func moved(_ course: Course) -> String {
        let actions = course.set(in: model, from: span.shown.lowerBound).order
        guard !actions.isEmpty else {
            return language.say("It moves nothing but the dated series.", "Il ne change que les séries datées.")
        }
        return language.say("It moves: \(list(actions, most: 12)).", "Il change : \(list(actions, most: 12)).")
    }

    private func evidence(_ evidence: Evidence, _ subject: String) -> [String] {
        var notes: [String] = []
        if evidence.isRecalled {
            notes.append(
                language.say(
                    "\(subject) is recalled from a publication, and awaits a check.",
                    "\(subject) est cité de mémoire d’une publication, et attend d’être vérifié."))
        }
        if let reason = evidence.assumption {
            notes.append(language.say("\(subject) is assumed: \(reason).", "\(subject) est supposé : \(reason)."))
        }
        return notes
    }

    // MARK: Of actions

    private func ramps(_ actions: [Int]) -> [String] {
        let steps = actions.filter { model.actions[$0].ramp == nil && !model.actions[$0].effects.isEmpty }
        guard !steps.isEmpty else { return [] }
        let names = list(steps, most: 6)
        return [
            language.say(
                "No published ramp, so from one year to the next: \(names).",
                "Sans rythme publié, donc d’une année à l’autre : \(names).")
        ]
    }

    private func unquantified(_ actions: [Int]) -> [String] {
        let unknown = actions.filter { model.actions[$0].effects.isEmpty }
        guard !unknown.isEmpty else { return [] }
        let names = list(unknown, most: 6)
        return [language.say("Not quantified: \(names).", "Non chiffré : \(names).")]
    }

    private func assumed(_ actions: [Int]) -> [String] {
        func note(_ actions: [Int], _ english: String, _ french: String) -> [String] {
            actions.isEmpty ? [] : [language.say(english, french) + list(actions, most: 6) + "."]
        }
        let evidence = actions.map { ($0, model.actions[$0].evidence) }
        let reasons = Dictionary(grouping: evidence.filter { $0.1.assumption != nil }) { $0.1.assumption ?? "" }
        return note(
            evidence.filter(\.1.isRecalled).map(\.0), "Recalled, to be checked: ", "De mémoire, à vérifier : ")
            + reasons.sorted { ($0.value[0].0, $0.key) < ($1.value[0].0, $1.key) }.flatMap { reason, actions in
                note(actions.map(\.0), "Assumed (\(reason)): ", "Supposé (\(reason)) : ")
            }
    }

    private var splitting: String {
        guard run.asked.contains(where: { !$0.evaluator.isWhole }) else { return sameAnswersOtherwise }
        let seed = request["seed"]
        let counts = run.asked.map { Splitting.variants($0.evaluator.partialGroups).count }
        if run.isCrowd {
            return language.say(
                "Who takes an option that part of the people take is drawn for each person, seed \(seed).",
                "Qui prend une option qu’une partie des gens prennent est tiré au sort, graine \(seed).")
        }
        guard let most = counts.max(), !counts.contains(0) else {
            let limit = Splitting.mostVariants
            return language.say(
                "Options taken by part of the people: each combination counts by its share; who has more than "
                    + "\(limit) is drawn, seed \(seed).",
                "Options prises par une partie des gens : chaque combinaison compte pour sa part ; au-delà de "
                    + "\(limit), c’est tiré au sort, graine \(seed).")
        }
        return language.say(
            "Options taken by part of the people: \(most) combinations, each counted by its share.",
            "Options prises par une partie des gens : \(most) combinaisons, chacune comptée pour sa part.")
    }

    private var sameAnswersOtherwise: String {
        language.say(
            "But for the actions, the same answers every year; dated factors and trends move on.",
            "Hors actions, les mêmes réponses chaque année ; les facteurs datés et les tendances suivent leur cours.")
    }

    /// The actions' names, so many at most.
    private func list(_ actions: [Int], most: Int = .max) -> String {
        let names = actions.prefix(most).map { text(model.actions[$0].label) }
        let rest = actions.count - names.count
        let all = names.joined(separator: ", ")
        return rest > 0 ? language.say("\(all) and \(rest) more", "\(all) et \(rest) autres") : all
    }
}
