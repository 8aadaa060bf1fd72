public import EmpreinteText

/// A reader of one modelling language: it turns files into a `Model`.
///
/// Front-ends are registered with a plugin; none is privileged.
public protocol FrontEnd: Sendable {
    /// The language's name, as listed to users.
    var name: String { get }

    /// The kinds of document the language is made of, whose names are taken.
    var kinds: [DocumentKind] { get }

    /// Whether a path looks like a model in this language.
    func recognises(_ path: String, in files: any FileSource) -> Bool

    /// Reads a model with everything it refers to.
    ///
    /// - Parameters:
    ///   - path: a folder or a file of `files`.
    ///   - places: folders where parents are looked for, after the places the language itself names.
    ///   - vocabulary: what plugins lend; the model keeps the documents of their kinds that it finds.
    /// - Throws: all problems found, at least one of them an error.
    func load(
        _ path: String, from files: any FileSource, searching places: [String], adding vocabulary: Vocabulary
    ) throws(CompilationError) -> Compilation
}

extension FrontEnd {
    /// None, for a language that is not made of such documents.
    public var kinds: [DocumentKind] { [] }
}

/// A model and what was worth saying about it without refusing it.
public struct Compilation: Sendable {
    /// The model that was read.
    public var model: Model
    /// What is worth knowing of it.
    public var warnings: [Diagnostic]

    public init(model: Model, warnings: [Diagnostic]) {
        self.model = model
        self.warnings = warnings
    }
}
