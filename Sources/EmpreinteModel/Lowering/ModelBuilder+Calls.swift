internal import EmpreinteGraph
internal import EmpreinteUnits

extension ModelBuilder {
    /// A call of a plugin's function, whose arguments measure what its unit rule says.
    public mutating func call(
        _ function: Vocabulary.Function, _ arguments: [Quantity], at place: Place, whole: Place
    ) -> Quantity? {
        let given = function.units == .shared ? aligned(arguments, at: place) : plain(arguments, at: place)
        guard let given, let lead = given.first, let presence = presence(of: given) else { return nil }
        let node = graph.call(function.external, on: given.map(\.node), origin: origins.add(place))
        return Quantity(node, lead.kind, presence: presence, place: whole)
    }

    /// All quantities as plain numbers; reports one that measures something.
    private mutating func plain(_ quantities: [Quantity], at place: Place) -> [Quantity]? {
        var result: [Quantity] = []
        for quantity in quantities {
            guard let unit = numberUnit(of: quantity) else { return nil }
            guard unit.isDimensionless else {
                reportMismatch(number(1, .one, at: quantity.place), quantity, at: place)
                return nil
            }
            result.append(converted(quantity, to: .one))
        }
        return result
    }
}
