/// One person's answers, in the order of the model's inputs.
public struct Person: Sendable {
    /// The id.
    public var id: String
    /// How many people of the population this one stands for.
    public var weight: Double
    /// The year to evaluate; the run's year where nothing is stated.
    public var year: Int?
    /// The answers by position in `Model.inputs`: a number in the question's unit, a code, or 0 and 1 for no and yes.
    public var answers: [Int: Double]
    /// The actions taken, by position in `Model.actions`, in the order written.
    public var taken: [Int]

    public init(
        id: String, weight: Double = 1, year: Int? = nil, answers: [Int: Double] = [:], taken: [Int] = []
    ) {
        self.id = id
        self.weight = weight
        self.year = year
        self.answers = answers
        self.taken = taken
    }
}
