public import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreintePacks
public import EmpreinteText

extension Engine {
    /// Reads callers' files into a request: people, and documents of the kinds that plugins own.
    ///
    /// - Parameters:
    ///   - paths: YAML or JSON files, each of any number of documents, and tables of one kind as CSV; `-` is standard
    ///     input.
    ///   - request: takes the people and the documents, in their order.
    /// - Returns: what was worth saying without refusing it; it stands in the request's sources.
    /// - Throws: all problems found in all the files.
    public func read(
        _ paths: [String], into request: inout Analysis.Request
    ) throws(CompilationError) -> [Diagnostic] {
        var files: [(path: String, bytes: [UInt8])] = []
        for path in paths {
            if let reader = registry.reader(of: path) {
                request.people += try people(path, by: reader, for: request.model)
            } else {
                files.append((path, try bytes(of: path)))
            }
        }
        return try read(files, into: &request)
    }

    /// Everybody of a file that a plugin reads.
    private func people(
        _ path: String, by reader: PopulationReader, for model: Model
    ) throws(CompilationError) -> [Person] {
        var stream = try reader.people(in: MemorySource(try bytes(of: path)), for: model)
        var people: [Person] = []
        var block = PeopleColumns()
        do throws(TableError) {
            while try stream.read(into: &block, leavingOut: nil) { people += (0..<block.count).map(block.person) }
        } catch {
            throw CompilationError(error, path: path)
        }
        return people
    }

    /// Reads what is in memory as callers' files; the paths are the names shown in messages.
    public func read(
        _ files: [(path: String, bytes: [UInt8])], into request: inout Analysis.Request
    ) throws(CompilationError) -> [Diagnostic] {
        let people = PeopleReader(request.model)
        var reader = DocumentReader(registry.kinds + PackKinds.callers, addingTo: request.sources)
        reader.listKind = PackKinds.people
        var diagnostics = Diagnostics()
        var places: [String: SourceRange] = [:]
        for file in files {
            for document in reader.read(file.bytes, path: file.path, &diagnostics) {
                if document.kind.name == PackKinds.people.name {
                    request.people += people.people(in: document, besides: &places, &diagnostics)
                } else {
                    request.documents.add(document, &diagnostics)
                }
            }
        }
        request.sources = reader.sources
        try diagnostics.throwIfErrors(in: reader.sources)
        return diagnostics.sorted
    }
}
