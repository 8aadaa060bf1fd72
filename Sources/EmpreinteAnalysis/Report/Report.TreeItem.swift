extension Report {
    /// A step of an explanation, with the steps it rests on.
    public struct TreeItem: Sendable, Hashable {
        public var label: String
        public var figure: Figure?
        public var remarks: [String]
        /// Where it is written, as `file:line`.
        public var place: String?
        public var children: [TreeItem]

        public init(
            _ label: String, figure: Figure? = nil, remarks: [String] = [], place: String? = nil,
            children: [TreeItem] = []
        ) {
            self.label = label
            self.figure = figure
            self.remarks = remarks
            self.place = place
            self.children = children
        }
    }
}
