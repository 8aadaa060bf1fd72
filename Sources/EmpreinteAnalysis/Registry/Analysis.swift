public import EmpreinteModel
public import EmpreinteText

/// Something a user can run on a model: a name, what it takes, and how it makes a report.
///
/// The command line, the C library and Swift offer every registered analysis alike.
public struct Analysis: Sendable {
    /// The name it is run by.
    public let id: String
    /// What it tells, in one sentence.
    public let summary: String
    /// The kinds of document it takes, by name; none for an analysis of people alone.
    public let documents: [String]
    /// The settings it takes.
    public let options: [Option]
    private let make: @Sendable (Request) throws(CompilationError) -> Report

    /// - Parameter run: makes the report of a checked request.
    public init(
        _ id: String, _ summary: String, documents: [String] = [], options: [Option] = [],
        run: @escaping @Sendable (Request) throws(CompilationError) -> Report
    ) {
        self.id = id
        self.summary = summary
        self.documents = documents
        self.options = options
        make = run
    }

    /// A named setting of an analysis.
    public struct Option: Sendable {
        /// What a setting may be.
        public enum Kind: Sendable {
            case text
            /// One of these words.
            case word([String])
        }

        /// The name it is set by.
        public let name: String
        /// What it is for.
        public let summary: String
        /// What it may be.
        public let kind: Kind
        /// The value when none is set; an option without one must be set.
        public let standing: String?

        public init(_ name: String, _ kind: Kind, standing: String? = nil, _ summary: String) {
            self.name = name
            self.kind = kind
            self.standing = standing
            self.summary = summary
        }
    }

    /// What an analysis is run on.
    public struct Request: Sendable {
        /// The model it is run on.
        public var model: Model
        /// The people; the default person where there are none.
        public var people: [Person]
        /// The documents of the model, and those the caller gives.
        public var documents: Documents
        /// The files all of them stand in, and the model's.
        public var sources: SourceMap
        /// The year for people who state none; the model's reference year where nothing is set.
        public var year: Int?
        /// The language of the report's texts.
        public var language: Language
        /// The settings of the analysis, by name.
        public var options: [String: String]

        public init(
            _ model: Model, people: [Person] = [], year: Int? = nil, language: Language = .en,
            options: [String: String] = [:]
        ) {
            self.model = model
            self.people = people
            documents = model.documents
            sources = model.sources
            self.year = year
            self.language = language
            self.options = options
        }

        /// The people, or the default person.
        public var everyone: [Person] { people.isEmpty ? [Person(id: Self.defaultPerson)] : people }

        /// The id of the person who answers nothing.
        public static let defaultPerson = "default"

        /// The value of an option that was set or has a standing value.
        public subscript(option: String) -> String { options[option] ?? "" }
    }

    /// Makes the report, after checking the options and the documents.
    ///
    /// - Throws: `document.unexpected`, `option.unset`, `option.unknown_name`, `option.word`, and what the analysis itself refuses.
    public func run(_ request: Request) throws(CompilationError) -> Report {
        try make(try checked(request))
    }

    /// The request with the standing values of options, for those who run an analysis a part at a time.
    ///
    /// - Throws: `document.unexpected`, `option.unset`, `option.unknown_name`, `option.word`.
    public func checked(_ request: Request) throws(CompilationError) -> Request {
        var request = request
        var diagnostics = Diagnostics()
        for document in request.documents.all
        where document.layer == Document.callers && !documents.contains(document.kind.name) {
            diagnostics.error(
                "document.unexpected", "\(id) has no use for a document of kind \(document.kind.name)",
                at: document.root.firstLine,
                hint: documents.isEmpty ? nil : "it takes \(documents.joined(separator: ", "))")
        }
        for name in request.options.keys.sorted() where !options.contains(where: { $0.name == name }) {
            diagnostics.report(
                .error(
                    "option.unknown_name", "\(id) has no option '\(name)'", at: nil,
                    hint: Spelling.didYouMean(name, among: options.map(\.name))))
        }
        for option in options {
            let value = request.options[option.name] ?? option.standing
            request.options[option.name] = value
            switch (option.kind, value) {
            case (_, nil):
                diagnostics.report(
                    .error("option.unset", "\(id) needs \(option.name): \(option.summary)", at: nil))
            case (.word(let words), let value?) where !words.contains(value):
                diagnostics.report(
                    .error(
                        "option.word", "\(option.name) is one of \(words.joined(separator: ", ")), not '\(value)'",
                        at: nil, hint: Spelling.didYouMean(value, among: words)))
            default: break
            }
        }
        try diagnostics.throwIfErrors(in: request.sources)
        return request
    }
}

extension Report.About {
    /// What every report of a request says of where its numbers come from.
    public init(_ request: Analysis.Request, year: Int? = nil) {
        let identity = request.model.identity
        self.init(
            engine: Release.name, pack: identity.id, version: identity.version, hash: identity.hash, year: year,
            language: request.language)
    }
}
