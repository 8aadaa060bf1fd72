import Foundation
import Testing

/// The dialogue of `ask`, through a pipe and in a terminal.
@Suite struct AskCommandTests {
    private static let pack = """
        kind: pack
        id: small
        version: 1.0.0
        language: en
        years: {from: 2020, to: 2030, reference: 2025}
        ---
        kind: sources
        sources: {src.a: {title: Survey of cars, publisher: Bureau, date: 2024}}
        ---
        kind: questions
        questions:
          car.has: {ask: {en: "Do you drive?", fr: "Conduisez-vous ?"}, default: true}
          car.km:
            ask: {en: "How far in a year?", fr: "Combien de kilomètres par an ?"}
            unit: km/year
            range: [0, 50000]
            default: 9000
            ask_if: car.has
            note: {en: The whole year., fr: Toute l’année.}
            source: src.a
          car.fuel:
            ask: {en: "On what?", fr: "Avec quoi ?"}
            options: {petrol: {en: Petrol, fr: Essence}, power: {en: Power, fr: Électricité}}
            default: petrol
            ask_if: car.has
          meals: {ask: {en: "How many meals?", fr: "Combien de repas ?"}, unit: kg/year, default: 10}
        ---
        kind: formulas
        formulas:
          drive: {applies_if: car.has, gives: {ghg: "(if car.fuel == petrol then 0.2 else 0.1) * car.km * 1 kgCO2e/km"}}
          food: {gives: {ghg: meals * 100 kgCO2e/kg}}
        ---
        kind: categories
        categories: {car: {label: {en: Car, fr: Voiture}, contains: [drive]}, table: {contains: [food]}}
        """

    private func written(_ folder: TemporaryFolder) throws -> String {
        try folder.write(Self.pack, to: "small/pack.yaml").deletingLastPathComponent().path
    }

    // MARK: A pipe

    @Test func keepingAllDefaultsIsTheDefaultPerson() throws {
        let folder = try TemporaryFolder()
        let answers = folder.url.appending(path: "me.yaml").path
        let enters = String(repeating: "\n", count: 200)
        let asked = try Command("ask", "models/france", "--lang", "en", "-o", answers, input: enters)
        #expect(asked.status == 0, "\(asked.errors.suffix(500))")
        #expect(asked.output == "")
        #expect(asked.errors.contains("Nothing is left to ask."))
        func total(_ people: String...) throws -> Double? {
            let data = try Command(words: ["footprint", "models/france"] + people + ["--format", "json"]).json()
            let person = (data["people"] as? [[String: Any]])?.first
            return ((person?["indicators"] as? [String: Any])?["ghg"] as? [String: Any])?["total"] as? Double
        }
        #expect(try total(answers) == total())
    }

    @Test func answersAreAFileOfPeople() throws {
        let folder = try TemporaryFolder()
        let pack = try written(folder)
        let replies = "yes\n12000 km/year\n2\ns\n"
        let asked = try Command("ask", pack, "--lang", "en", "--year", "2026", input: replies)
        #expect(asked.status == 0)
        #expect(
            asked.output == """
                kind: people
                model: "small@1.0.0"
                people:
                  - id: p01
                    year: 2026
                    answers:
                      car.has: true
                      car.km: 12000
                      car.fuel: power
                      meals:

                """)
        #expect(asked.errors.contains("  = 3.4 t CO2e a year (+600\u{A0}kg)\n"))
        #expect(asked.errors.hasSuffix("  = 2.2 t CO2e a year\n"))
        try folder.write(asked.output, to: "me.yaml")
        let footprint = try Command(
            "footprint", pack, folder.url.appending(path: "me.yaml").path, "--format", "csv", "--lang", "en")
        #expect(footprint.status == 0, "\(footprint.errors)")
    }

    @Test func aFileOfSeveralPeopleIsRefused() throws {
        let run = try Command("ask", "models/france", "-o", "models/france/examples/people.yaml")
        #expect(run.status == 1)
        #expect(run.errors.contains("ask.several"))
        #expect(try Command("ask", "models/france", "-o", "me.csv").status == 2)
    }

    // MARK: A terminal

    private static let script = Command.root.appending(path: "Tests/Clients/terminal/converse.py").path

    private func converse(_ arguments: String..., replies: String...) throws -> Command {
        try Command(
            program: #require(Command.python), words: [Self.script, Command.binary.path, "ask"] + arguments,
            input: replies.joined(separator: "\n"))
    }

    @Test(.enabled(if: Command.python != nil, "python3 is missing"))
    func aBadAnswerIsAskedAgainWithTheReason() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "me.yaml").path
        let talk = try converse(
            written(folder), "-o", file, "--lang", "en",
            replies: "perhaps", "1", "?", "90000", "1,5", "5 kg", "8000", "patrol", "b", "", "power", "q")
        #expect(talk.status == 0)
        for words in [
            "Car\n\n1/4  Do you drive?\n  1 yes   2 no\n[yes] > perhaps",
            "✗ 'perhaps' does not answer the yes or no question 'car.has'; write true or false\n[yes] > ",
            "car.km: How far in a year?\n  The whole year.\n  km a year, from 0 to 50,000\n  What is in brackets comes from: Survey",
            "✗ 90000 is outside 0 to 50000 km/year for 'car.km'\n", "✗ the decimal mark is a point; write `1.5`\n",
            "✗ kg cannot be read as km/year; a bare number is taken in km/year\n",
            "✗ 'patrol' is not an option of 'car.fuel'; did you mean 'petrol'?\n",
            // Back, and the answer given stands in brackets.
            "2/4  How far in a year?\n  km a year, from 0 to 50,000\n[8,000] > \n",
            "4/4  How many meals?",
        ] {
            #expect(talk.output.contains(words), "\(words) is not in:\n\(talk.output)")
        }
        #expect(try folder.read("me.yaml").hasSuffix("      car.km: 8000\n      car.fuel: power\n"))
    }

    @Test(.enabled(if: Command.python != nil, "python3 is missing"), arguments: ["^C", "^D", "q"])
    func whatWasAnsweredIsKeptAndAskingGoesOn(key: String) throws {
        let folder = try TemporaryFolder()
        let pack = try written(folder)
        let file = folder.url.appending(path: "me.yaml").path
        let first = try converse(pack, "-o", file, "--lang", "fr", replies: "oui", "s", key)
        #expect(first.status == (key == "^C" ? 130 : 0))
        #expect(first.output.contains("Voiture\n\n1/4  Conduisez-vous ?\n  1 oui   2 non\n[oui] > "))
        let kept = "      car.has: true\n      car.km:\n"
        #expect(try folder.read("me.yaml").hasSuffix(kept))
        #expect(try Command("footprint", pack, file).status == 0)
        let second = try converse(pack, "-o", file, "--lang", "fr", replies: "vapeur", "1", "12")
        #expect(second.status == 0)
        #expect(second.output.contains("4 questions, 2 déjà posées."))
        #expect(!second.output.contains("Combien de kilomètres"))
        #expect(second.output.contains("✗ tapez le numéro ou le nom d’un des choix\n"))
        #expect(second.output.contains("Tout a été demandé.\n  = 3 t CO2e par an"))
        #expect(try folder.read("me.yaml").hasSuffix(kept + "      car.fuel: petrol\n      meals: 12\n"))
    }
}
