internal import EmpreinteModel
internal import EmpreinteUnits

extension TrajectoryReport {
    /// What is said of draws; nothing unless they are asked for.
    var drawn: UncertaintyWords? { run.draws.map { UncertaintyWords(request, $0) } }

    /// Where a course's total lies in the years shown; nothing unless draws are asked for.
    func bands(_ followed: TrajectoryRun.Followed, _ indicator: Branches) -> [Band] {
        followed.bands.isEmpty ? [] : followed.bands[indicator.drawn]
    }

    func chanceNote(
        _ target: TargetTrajectory, _ followed: TrajectoryRun.Followed, _ indicator: Branches
    ) -> String {
        guard let drawn, let chance = chance(of: target, followed, indicator) else { return "" }
        return language.say(" Met in \(drawn.part(chance)).", " Atteint dans \(drawn.part(chance)).")
    }

    /// How likely a target is met in its year.
    func chance(of target: TargetTrajectory, _ followed: TrajectoryRun.Followed, _ indicator: Branches) -> Double? {
        guard let goal = target.result?.path.goal else { return nil }
        return followed.drawn?.chance(of: indicator.drawn, atMost: goal.value, in: goal.year)
    }

    /// What the choices bring in the last year, on the same draws with and without them.
    func reductionNotes(_ followed: TrajectoryRun.Followed, _ indicator: Branches) -> [String] {
        guard let baseline = run.baseline?.drawn, let own = followed.drawn else { return [] }
        let year = span.shown.upperBound
        guard let band = own.reduction(of: indicator.drawn, from: baseline, in: year), band.range != 0...0 else {
            return []
        }
        let unit = indicator.indicator.unit.description
        let (low, middle, high) = (
            words.short(Figure(band.p5, unit)), words.short(Figure(band.p50, unit)), words.short(Figure(band.p95, unit))
        )
        return [
            language.say(
                "Against no new action: \(middle) less in \(year), between \(low) and \(high).",
                "Face à aucune action nouvelle : \(middle) de moins en \(year), entre \(low) et \(high).")
        ]
    }
}
