import EmpreinteAnalysis
import Testing

@Suite struct LanguageTests {
    @Test(arguments: [
        (["LANG": "fr_FR.UTF-8"], Language.fr),
        (["LANG": "en"], .en),
        (["LC_ALL": "en_GB", "LC_MESSAGES": "fr_FR", "LANG": "fr_FR"], .en),
        (["LC_ALL": "", "LC_MESSAGES": "fr_CA@euro", "LANG": "en_US"], .fr),
        (["LC_ALL": "C", "LANG": "fr_FR"], nil),
        (["LANG": "C.UTF-8"], nil),
        (["LANG": "POSIX"], nil),
        (["LANG": "de_DE"], nil),
        (["LANGUAGE": "fr"], nil),
        ([:], nil),
    ])
    func readsTheEnvironment(_ environment: [String: String], _ expected: Language?) {
        #expect(Language.preferred(environment: environment) == expected)
    }
}
