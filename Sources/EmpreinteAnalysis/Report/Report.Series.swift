extension Report {
    /// Amounts of one unit over years: a whole or several, the parts it is made of, levels to compare with.
    public struct Series: Sendable, Hashable {
        /// The canonical unit of every amount.
        public var unit: String
        /// The years, in order.
        public var years: [Int]
        /// The lines, each with a value a year.
        public var lines: [Line]

        public init(unit: String, years: [Int], lines: [Line]) {
            self.unit = unit
            self.years = years
            self.lines = lines
        }

        /// What a line stands for.
        public enum Role: Sendable, Hashable {
            case total
            /// One of the parts that add up to the total.
            case part
            case target
            /// Another whole to compare with.
            case other
        }

        /// Amounts by year.
        public struct Line: Sendable, Hashable {
            /// The name for people.
            public var label: String
            /// What it is among the lines.
            public var role: Role
            /// In the order of the years; nothing where there is no amount, which is not zero.
            public var values: [Double?]
            /// The ranges the amounts are likely to lie in, in the order of the years; empty where they are not known.
            public var band: [ClosedRange<Double>]

            public init(_ label: String, _ role: Role, _ values: [Double?], band: [ClosedRange<Double>] = []) {
                self.label = label
                self.role = role
                self.values = values
                self.band = band
            }

            /// The amount of a year by its position; nothing where none is given, or where it is no number.
            func value(at position: Int) -> Double? {
                guard values.indices.contains(position), let value = values[position], value.isFinite else {
                    return nil
                }
                return value
            }
        }

        /// The amounts of every line.
        var amounts: [Double] { lines.flatMap { line in years.indices.compactMap(line.value) } }
    }
}
