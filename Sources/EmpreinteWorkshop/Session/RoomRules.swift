internal import EmpreinteAnalysis
public import EmpreinteModel

/// What a model says of choices; made once for any number of rooms.
public struct RoomRules: Sendable {
    /// The model it works on.
    public let model: Model
    private let check: ChoiceCheck
    private let applicability: Applicability

    public init(_ model: Model) {
        self.model = model
        check = ChoiceCheck(model)
        applicability = Applicability(model)
    }

    /// What is wrong with what a person takes, and with what is chosen for everybody.
    func problems(
        of picks: [RoomState.Pick], for person: RoomState.Participant?, from year: Int
    ) -> [ChoiceCheck.Problem] {
        var set = ActionSet()
        for pick in picks where pick.person == nil || pick.person == person?.id {
            set[pick.action] = .init(level: pick.level, start: year)
        }
        return check.problems(of: set)
    }

    func applies(_ action: Int, to person: RoomState.Participant, in year: Int) -> Bool {
        applicability.applies(action, to: Person(id: person.id, answers: person.answers), in: year)
    }
}
