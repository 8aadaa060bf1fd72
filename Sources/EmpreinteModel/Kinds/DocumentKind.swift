internal import EmpreinteText

/// A sort of YAML document: its keys, their shapes, how packs override it, and what it is for.
///
/// One declaration drives the checks, the messages about unknown keys, overlays, provenance, the schema editors use, blank
/// documents and the reference.
public struct DocumentKind: Sendable {
    /// The word after `kind:`.
    public let name: String
    /// What the document states, in one sentence.
    public let summary: String
    /// The keys beside `kind` that are not entries.
    public let fields: [Field]
    /// The map of entries by id, for kinds that list things.
    public let entries: Entries?
    /// The map of maps that a table of the kind spreads over rows and columns.
    public let matrix: Matrix?
    /// The list that programs add to, an item in braces on a line of its own, at the end of the file.
    public let growing: String?
    /// What the keys owe one another.
    public let rules: [Rule]

    public init(
        _ name: String, _ summary: String, fields: [Field] = [], entries: Entries? = nil, matrix: Matrix? = nil,
        growing: String? = nil, rules: [Rule] = []
    ) {
        self.name = name
        self.summary = summary
        self.fields = fields
        self.entries = entries
        self.matrix = matrix
        self.growing = growing
        self.rules = rules
    }

    /// How a map of maps stands in a table: a row for each inner key and a column for each outer key, or a row for
    /// each value with both keys.
    public struct Matrix: Sendable {
        /// The key the map stands under.
        public let key: String
        /// What the outer and the inner keys are called, and the values.
        public let column: String
        /// What the inner keys are called.
        public let row: String
        /// What the values are called.
        public let cell: String

        public init(_ key: String, column: String, row: String, cell: String) {
            self.key = key
            self.column = column
            self.row = row
            self.cell = cell
        }
    }

    /// The list of things a document of the kind is, for kinds that list them without ids.
    public var list: Field? {
        fields.first {
            if case .list(.record) = $0.shape { true } else { false }
        }
    }

    /// The map of entries by id in a document of the kind.
    public struct Entries: Sendable {
        /// The key the map stands under.
        public let key: String
        /// What one entry may hold.
        public let fields: [Field]
        /// Whether a pack may override or remove its parent's entries.
        public let isOverlaid: Bool
        /// What the keys of a new entry owe one another.
        public let rules: [Rule]

        public init(_ key: String, isOverlaid: Bool = true, _ fields: [Field], rules: [Rule] = []) {
            self.key = key
            self.fields = fields
            self.isOverlaid = isOverlaid
            self.rules = rules
        }
    }
}

/// One key of a document or an entry.
public final class Field: Sendable {
    /// How an overriding value meets the one above it.
    public enum Merge: Sendable {
        /// The new value stands alone.
        case replace
        /// A map is changed key by key.
        case patch
        /// A list stands alone, or is added to with `{append: […]}`.
        case append
    }

    /// The key as written.
    public let name: String
    /// What may stand under it.
    public let shape: Shape
    /// Whether it must be there.
    public let isRequired: Bool
    /// What becomes of it when a pack gives it anew.
    public let merge: Merge
    /// What the key states, in a few words.
    public let summary: String
    /// A value as YAML has it, which blank documents show; `<action>`, `<year>` and the like stand for the model's own.
    public let example: String?

    public init(
        _ name: String, _ shape: Shape, required: Bool = false, merge: Merge = .replace, _ summary: String,
        example: String? = nil
    ) {
        self.name = name
        self.shape = shape
        isRequired = required
        self.merge = merge
        self.summary = summary
        self.example = example
    }
}

/// What the keys of one map owe one another, beyond what is always required.
///
/// Readers check it in their own words; the declaration says it to editors and in the reference.
public enum Rule: Sendable, Hashable {
    /// Exactly one of the keys is given.
    case oneOf([String])
    /// At least one of the keys is given.
    case someOf([String])
    /// At most one of the keys is given.
    case atMostOne([String])
    /// Where the key is given, so is one of the others.
    case needs(String, [String])
}

extension [Field] {
    /// The position of the field of that name, or nothing.
    func position(of name: String) -> Int? {
        // By index: walking over the fields themselves would count references.
        indices.first { self[$0].name == name }
    }

    /// The position of the field a key names, or nothing.
    func position(of key: Node) -> Int? {
        indices.first { key.textEquals(self[$0].name) }
    }
}

/// What the value of a key looks like, before its meaning is read.
public indirect enum Shape: Sendable {
    /// Any text.
    case text
    /// The id of something.
    case id
    /// A plain text, or one a language.
    case label
    /// A number, with a unit after one space where it has one.
    case quantity
    /// What a question may be answered with: a quantity, an option, `true` or `false`.
    case constant
    /// A quantity, or one of a few words.
    case quantityOr([String])
    /// A year, a month or a day: `2025`, `2025-04`, `2025-04-16`.
    case date
    /// A whole number.
    case integer
    /// A year.
    case year
    /// `true` or `false`.
    case flag
    /// One of a few words.
    case word([String])
    /// An expression over ids.
    case expression
    /// What the question answered says, which is not known here; nothing where it is not answered.
    case answer
    /// A list.
    case list(Shape)
    /// A map with free keys.
    case map(Key, Shape)
    /// A map with known keys, and what they owe one another.
    case record([Field], rules: [Rule] = [])
    /// A scalar of the first shape, or a list or map of the second.
    case either(Shape, Shape)

    /// What the free keys of a map are.
    public enum Key: Sendable {
        case id, year, date, language, name
    }
}
