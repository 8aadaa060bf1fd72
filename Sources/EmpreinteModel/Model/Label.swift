/// A text a person reads, in one or several languages.
public struct Label: Sendable, Hashable {
    /// The texts by language code, in the order written.
    public private(set) var texts: [Translation]

    /// One language's text.
    public struct Translation: Sendable, Hashable {
        /// The language, as in `fr`.
        public var language: String
        /// The text in it.
        public var text: String

        public init(language: String, text: String) {
            self.language = language
            self.text = text
        }
    }

    public init(_ texts: [Translation]) {
        self.texts = texts
    }

    public init(_ text: String, language: String) {
        texts = [Translation(language: language, text: text)]
    }

    /// The text in exactly that language, or nothing.
    public subscript(language: String) -> String? {
        texts.first { $0.language == language }?.text
    }

    /// The text in that language, else in English, else in the first language written.
    public func text(in language: String) -> String {
        self[language] ?? self["en"] ?? texts.first?.text ?? ""
    }
}
