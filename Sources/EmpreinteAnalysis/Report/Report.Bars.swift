extension Report {
    /// Amounts of one unit to compare at a glance.
    public struct Bars: Sendable, Hashable {
        /// The canonical unit of every amount.
        public var unit: String
        /// The bars, from top to bottom.
        public var rows: [Row]
        /// A level to compare all rows with, such as a target.
        public var reference: Reference?

        public init(unit: String, rows: [Row], reference: Reference? = nil) {
            self.unit = unit
            self.rows = rows
            self.reference = reference
        }

        /// One amount, or the reason why there is none.
        public enum Amount: Sendable, Hashable {
            case value(Double)
            /// Said in words, such as "not covered"; never shown as zero.
            case missing(String)
        }

        /// One labelled amount.
        public struct Row: Sendable, Hashable {
            /// The name for people.
            public var label: String
            /// How long the bar is, or why there is none.
            public var amount: Amount
            /// 0 for a whole, 1 for its parts, and so on.
            public var level: Int
            /// What stands beside the bar.
            public var remark: String?

            public init(_ label: String, _ amount: Amount, level: Int = 0, remark: String? = nil) {
                self.label = label
                self.amount = amount
                self.level = level
                self.remark = remark
            }
        }

        /// A named level in the unit of the bars.
        public struct Reference: Sendable, Hashable {
            /// The name for people.
            public var label: String
            /// Where it stands, in the unit of the bars.
            public var value: Double

            public init(_ label: String, _ value: Double) {
                self.label = label
                self.value = value
            }
        }
    }
}
