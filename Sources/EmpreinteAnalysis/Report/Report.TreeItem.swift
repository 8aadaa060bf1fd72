extension Report {
    /// A step of an explanation, with the steps it rests on.
    public struct TreeItem: Sendable, Hashable {
        /// What it is called; the id, where it has a title too.
        public var label: String
        /// What people call it.
        public var title: String?
        /// Its value; nothing for what has none.
        public var figure: Figure?
        /// How it stands, in a few words, such as whether it was answered.
        public var state: String?
        /// What there is to say about it, a line each.
        public var remarks: [String]
        /// Where it is written, as `file:line`.
        public var place: String?
        /// What it rests on.
        public var children: [TreeItem]

        public init(
            _ label: String, title: String? = nil, figure: Figure? = nil, state: String? = nil, remarks: [String] = [],
            place: String? = nil, children: [TreeItem] = []
        ) {
            self.label = label
            self.title = title
            self.figure = figure
            self.state = state
            self.remarks = remarks
            self.place = place
            self.children = children
        }
    }
}
