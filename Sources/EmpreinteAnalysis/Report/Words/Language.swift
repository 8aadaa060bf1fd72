/// A language reports are written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case fr, en

    /// The language a process was asked to speak: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set decides.
    ///
    /// Nothing when none is set, when it is `C` or `POSIX`, or when reports do not speak it.
    public static func preferred(environment: [String: String]) -> Language? {
        let settings = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }
        guard let locale = settings.first(where: { !$0.isEmpty }) else { return nil }
        return Language(rawValue: locale.prefix { $0.isLetter }.lowercased())
    }

    /// One of two texts, by language.
    public func say(_ english: String, _ french: String) -> String {
        switch self {
        case .en: english
        case .fr: french
        }
    }
}
