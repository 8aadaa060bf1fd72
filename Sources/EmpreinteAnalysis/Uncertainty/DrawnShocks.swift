internal import EmpreinteEngine
internal import EmpreinteModel
internal import Synchronization

/// The shocks of some draws, made when they are first asked for; usable from any thread.
final class DrawnShocks: Sendable {
    let draws: Range<Int>
    private let random: Philox
    private let bySlot: [Int: FigureShocks.Figure]
    private let made = Mutex<[Int: (values: [Double], column: Column)]>([:])

    init(_ shocks: FigureShocks, _ draws: Range<Int>, seed: UInt64) {
        self.draws = draws
        random = Philox(key: seed)
        bySlot = Dictionary(shocks.figures.map { ($0.slot, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The graph inputs that shocks go to.
    var slots: some Sequence<Int> { bySlot.keys }

    /// The figure whose shock goes to an input; nothing for other inputs.
    func figure(at slot: Int) -> FigureShocks.Figure? { bySlot[slot] }

    /// A shock a draw, to be read by kernels; nothing for inputs that are no shock.
    func column(at slot: Int) -> Column? { made(at: slot)?.column }

    /// A shock a draw.
    func values(at slot: Int) -> [Double] { made(at: slot)?.values ?? [] }

    private func made(at slot: Int) -> (values: [Double], column: Column)? {
        guard let figure = bySlot[slot] else { return nil }
        return made.withLock { made in
            if let known = made[slot] { return known }
            let values = figure.shock.values(random, stream: figure.stream, draws: draws)
            let new = (values: values, column: Column(numbers: values))
            made[slot] = new
            return new
        }
    }

    /// All shocks of one draw, by input.
    func values(ofDraw draw: Int) -> [Int: Double] {
        bySlot.mapValues { $0.shock.value(random, stream: $0.stream, draw: draw) }
    }
}
