extension Diagnostic {
    /// The diagnostic for programs, with the same content as the text.
    ///
    /// Lines and columns start at 1; `endLine` and `endColumn` are the place just after the range. What is absent
    /// is left out, and so are empty lists.
    public func json(in sources: SourceMap) -> JSON {
        var members: [JSON.Member] = [
            JSON.Member("code", .string(code)),
            JSON.Member("severity", .string(severity.rawValue)),
            JSON.Member("message", .string(message)),
        ]
        if let range {
            members += Self.place(range, in: sources)
        } else if let path {
            members.append(JSON.Member("file", .string(path)))
        }
        if let hint { members.append(JSON.Member("hint", .string(hint))) }
        if !notes.isEmpty { members.append(JSON.Member("notes", .array(notes.map(JSON.string)))) }
        if !related.isEmpty {
            let places = related.map { related in
                JSON.object([JSON.Member("label", .string(related.label))] + Self.place(related.range, in: sources))
            }
            members.append(JSON.Member("related", .array(places)))
        }
        if !fixIts.isEmpty {
            let places = fixIts.map { fixIt in
                let replacement = JSON.Member("replacement", .string(fixIt.replacement))
                return JSON.object([replacement] + Self.place(fixIt.range, in: sources))
            }
            members.append(JSON.Member("fixIts", .array(places)))
        }
        return .object(members)
    }

    private static func place(_ range: SourceRange, in sources: SourceMap) -> [JSON.Member] {
        let start = sources.location(of: range)
        let end = sources.endLocation(of: range)
        return [
            JSON.Member("file", .string(start.path)),
            JSON.Member("line", .integer(start.line)),
            JSON.Member("column", .integer(start.column)),
            JSON.Member("endLine", .integer(end.line)),
            JSON.Member("endColumn", .integer(end.column)),
        ]
    }
}
