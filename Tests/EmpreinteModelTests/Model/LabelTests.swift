import EmpreinteModel
import Testing

@Suite struct LabelTests {
    private let label = Label([.init(language: "fr", text: "Bac"), .init(language: "en", text: "Ferry")])

    @Test(arguments: [("fr", "Bac"), ("en", "Ferry"), ("de", "Ferry")])
    func fallsBackOnEnglish(language: String, text: String) {
        #expect(label.text(in: language) == text)
    }

    @Test func fallsBackOnTheFirstLanguageWritten() {
        #expect(Label("Bac", language: "fr").text(in: "de") == "Bac")
        #expect(Label([]).text(in: "de") == "")
    }

    @Test func givesNothingForAMissingTranslation() {
        #expect(label["fr"] == "Bac")
        #expect(label["de"] == nil)
    }
}
