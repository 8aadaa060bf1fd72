internal import CLibYAML

/// Turns libyaml's events into a tree, with the ends and limits libyaml does not give.
struct YAMLBuilder {
    var tree: TreeBuilder
    private var cursor: ByteCursor
    private var anchors: [String: TreeBuilder.Finished] = [:]
    /// The anchors of the collections that are open, by depth.
    private var openAnchors: [(depth: Int, name: String)] = []
    private var finishedRoots = 0

    init(_ text: ReadableText, _ tree: TreeBuilder) {
        cursor = ByteCursor(text)
        self.tree = tree
    }

    /// Reads to the end, or to the first problem after which nothing makes sense.
    mutating func read(_ events: borrowing YAMLEvents, _ diagnostics: inout Diagnostics) {
        do {
            while events.next() {
                if unsafe events.event.pointee.type == YAML_STREAM_END_EVENT { return }
                try unsafe take(events.event, &diagnostics)
            }
            diagnostics.report(YAMLProblem(events.problem, in: tree.bytes, of: tree.file, &cursor).diagnostic)
        } catch {
            diagnostics.report(error.diagnostic)
        }
        tree.keepRoots(finishedRoots)
    }

    /// Adds what an event says.
    private mutating func take(
        _ event: UnsafeMutablePointer<yaml_event_t>, _ diagnostics: inout Diagnostics
    ) throws(ReadingProblem) {
        let lower = unsafe offset(event.pointee.start_mark)
        switch unsafe event.pointee.type {
        case YAML_DOCUMENT_START_EVENT:
            anchors.removeAll(keepingCapacity: true)
        case YAML_DOCUMENT_END_EVENT:
            finishedRoots = tree.roots.count
        case YAML_ALIAS_EVENT:
            try unsafe alias(event.pointee.data.alias, lower..<offset(event.pointee.end_mark))
        case YAML_SCALAR_EVENT:
            unsafe scalar(event.pointee.data.scalar, lower..<offset(event.pointee.end_mark), &diagnostics)
        case YAML_SEQUENCE_START_EVENT:
            let start = unsafe event.pointee.data.sequence_start
            let isFlow = unsafe start.style == YAML_FLOW_SEQUENCE_STYLE
            unsafe begin(isFlow ? .flowSequence : .blockSequence, at: lower, start.anchor, start.tag, &diagnostics)
        case YAML_MAPPING_START_EVENT:
            let start = unsafe event.pointee.data.mapping_start
            let isFlow = unsafe start.style == YAML_FLOW_MAPPING_STYLE
            unsafe begin(isFlow ? .flowMapping : .blockMapping, at: lower, start.anchor, start.tag, &diagnostics)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            // Blocks and the pair in `[a: b]` have no bracket of their own: their end event is empty.
            let isBracket =
                unsafe tree.isInnermostFlow && event.pointee.start_mark.index != event.pointee.end_mark.index
            end(at: isBracket ? unsafe offset(event.pointee.end_mark) : nil, &diagnostics)
        default:
            break
        }
        try tree.checkLimits(at: lower)
    }

    private mutating func offset(_ mark: yaml_mark_t) -> Int {
        cursor.offset(of: Int(mark.index), in: tree.bytes)
    }

    // MARK: Values

    private mutating func scalar(
        _ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ range: Range<Int>,
        _ diagnostics: inout Diagnostics
    ) {
        var lower = range.lowerBound
        if unsafe scalar.anchor != nil || scalar.tag != nil {
            lower = unsafe content(after: lower, before: range.upperBound, scalar.tag, &diagnostics)
        }
        var range = lower..<range.upperBound
        var raw = range
        let shape: Tree.Shape
        switch unsafe scalar.style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE:
            shape = unsafe scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ? .singleQuoted : .doubleQuoted
            raw = (lower + 1)..<max(lower + 1, range.upperBound - 1)
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
            shape = unsafe scalar.style == YAML_LITERAL_SCALAR_STYLE ? .literal : .folded
            range = lower..<trimmed(range)
        default:
            shape = .plain
        }
        let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
        unsafe tree.scalar(shape, range, raw: raw, text: text)
        if let anchor = unsafe scalar.anchor { anchors[unsafe name(anchor)] = tree.lastScalar }
    }

    private mutating func begin(
        _ shape: Tree.Shape, at lower: Int, _ anchor: UnsafeMutablePointer<UInt8>?,
        _ tag: UnsafeMutablePointer<UInt8>?, _ diagnostics: inout Diagnostics
    ) {
        var lower = lower
        if unsafe anchor != nil || tag != nil {
            lower = unsafe content(after: lower, before: tree.bytes.count, tag, &diagnostics)
        }
        tree.begin(shape, at: lower)
        if let anchor = unsafe anchor { openAnchors.append((tree.depth, unsafe name(anchor))) }
    }

    /// Closes a collection: after its bracket when it has one, else where its last value ended.
    private mutating func end(at upper: Int?, _ diagnostics: inout Diagnostics) {
        let depth = tree.depth
        let finished = tree.end(at: upper, &diagnostics)
        if let anchor = openAnchors.last, anchor.depth == depth {
            openAnchors.removeLast()
            anchors[anchor.name] = finished
        }
    }

    private mutating func alias(
        _ alias: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_alias, _ range: Range<Int>
    ) throws(ReadingProblem) {
        guard let anchor = unsafe alias.anchor else { return }
        let name = unsafe name(anchor)
        let place = SourceRange(file: tree.file, lowerBound: range.lowerBound, upperBound: range.upperBound)
        guard let value = anchors[name] else {
            let isOpen = openAnchors.contains { $0.name == name }
            throw ReadingProblem(
                isOpen ? YAMLProblem.selfAlias(name, at: place) : YAMLProblem.unknownAnchor(name, at: place))
        }
        tree.alias(value, endingAt: range.upperBound)
        try tree.checkLimits(at: range.lowerBound, height: value.height)
    }

    private func name(_ anchor: UnsafeMutablePointer<UInt8>) -> String { unsafe String(cString: anchor) }

    // MARK: Places

    /// Where a value starts after its anchor and its tag, which is reported.
    private func content(
        after lower: Int, before limit: Int, _ tag: UnsafeMutablePointer<UInt8>?, _ diagnostics: inout Diagnostics
    ) -> Int {
        let bytes = tree.bytes
        var place = lower
        while place < limit {
            switch bytes[place] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"):
                let start = place
                while place < limit, !isBlank(bytes[place]) { place += 1 }
                if bytes[start] == UInt8(ascii: "!") {
                    diagnostics.report(
                        YAMLProblem.tag(SourceRange(file: tree.file, lowerBound: start, upperBound: place)))
                }
            case UInt8(ascii: "#"):
                while place < limit, bytes[place] != UInt8(ascii: "\n") { place += 1 }
            case let byte where isBlank(byte):
                place += 1
            default:
                return place
            }
        }
        return place
    }

    /// The end of a block scalar without the blank lines after it.
    private func trimmed(_ range: Range<Int>) -> Int {
        var upper = range.upperBound
        while upper > range.lowerBound, isBlank(tree.bytes[upper - 1]) { upper -= 1 }
        return upper
    }

    private func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
