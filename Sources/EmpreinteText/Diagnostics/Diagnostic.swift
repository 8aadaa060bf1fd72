/// One problem in what people wrote: what is wrong, where, and what to do.
public struct Diagnostic: Hashable, Sendable {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable {
        case error, warning
    }

    /// Another place that matters, and why.
    public struct Related: Hashable, Sendable {
        /// Where it stands.
        public var range: SourceRange
        /// The name for people.
        public var label: String

        public init(_ range: SourceRange, _ label: String) {
            self.range = range
            self.label = label
        }
    }

    /// A replacement that would repair the text.
    public struct FixIt: Hashable, Sendable {
        /// What to replace.
        public var range: SourceRange
        /// What to put there.
        public var replacement: String

        public init(_ range: SourceRange, replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// How bad it is.
    public var severity: Severity
    /// A stable dotted name, such as `unit.mismatch`.
    public var code: String
    /// What is wrong, in a sentence.
    public var message: String
    /// The place in a file; nothing when the problem is about a whole path or about no file.
    public var range: SourceRange?
    /// The path when there is no range, for a file that could not be read.
    public var path: String?
    /// Other places that have to do with it.
    public var related: [Related]
    /// What else there is to say.
    public var notes: [String]
    /// What to do; nothing where nothing is known.
    public var hint: String?
    /// Replacements that would mend it.
    public var fixIts: [FixIt]

    public init(
        _ severity: Severity, _ code: String, _ message: String, at range: SourceRange? = nil, path: String? = nil,
        related: [Related] = [], notes: [String] = [], hint: String? = nil, fixIts: [FixIt] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.range = range
        self.path = path
        self.related = related
        self.notes = notes
        self.hint = hint
        self.fixIts = fixIts
    }

    /// A problem that prevents the compilation from succeeding.
    public static func error(
        _ code: String, _ message: String, at range: SourceRange?, related: [Related] = [], notes: [String] = [],
        hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(.error, code, message, at: range, related: related, notes: notes, hint: hint)
    }

    /// A problem worth telling that prevents nothing.
    public static func warning(
        _ code: String, _ message: String, at range: SourceRange?, related: [Related] = [], notes: [String] = [],
        hint: String? = nil
    ) -> Diagnostic {
        Diagnostic(.warning, code, message, at: range, related: related, notes: notes, hint: hint)
    }
}
