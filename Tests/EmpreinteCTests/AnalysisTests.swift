import CEmpreinte
import Testing

/// Registered analyses through the C interface.
@Suite struct AnalysisTests {
    let door: Door

    init() throws { door = try Door() }

    private func run(
        _ id: String, people: String? = nil, settings: [(StaticString, StaticString)] = [],
        format: StaticString? = nil, language: StaticString? = nil
    ) throws -> (text: String, failed: UInt32) {
        func pointer(_ text: StaticString) -> UnsafePointer<CChar> {
            UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
        }
        var options = emp_analysis_options()
        emp_analysis_options_init(&options)
        options.format = format.map(pointer)
        options.language = language.map(pointer)
        var (report, failed): (OpaquePointer?, UInt32) = (nil, 7)
        let pairs = settings.map { emp_setting(name: pointer($0), value: pointer($1)) }
        try pairs.withUnsafeBufferPointer { pairs in
            options.settings = pairs.baseAddress
            options.setting_count = pairs.count
            guard let people else {
                return try check(emp_analysis_run(door.engine, door.pack, id, &options, &report, &failed))
            }
            try people.withCString { text in
                options.documents = text
                options.documents_size = people.utf8.count
                try check(emp_analysis_run(door.engine, door.pack, id, &options, &report, &failed))
            }
        }
        defer { emp_text_free(report) }
        return (string(emp_text_bytes(report)), failed)
    }

    @Test func peopleComeAsYAMLOrJSON() throws {
        let json = try run("footprint", people: #"[{"id": "a", "answers": {"km": 4, "fuel": "petrol"}}]"#)
        #expect(json.text.contains("\"total\": 2,") && json.failed == 0)
        let csv = try run(
            "footprint", people: "kind: people\npeople: [{id: a, answers: {km: 4}}]", format: "csv")
        #expect(csv.text.hasPrefix("id,year,ghg,ghg.travel,ghg.home\na,2025,1,1,0"))
    }

    @Test func settingsAndLanguagesReachTheAnalysis() throws {
        #expect(try run("list", settings: [("what", "sources")]).text.contains("\"publisher\": \"Nobody\""))
        let french = try run("list", settings: [("what", "questions")], format: "text", language: "fr").text
        #expect(french.contains("Kilomètres"))
    }

    @Test func whatIsWrongIsRefused() throws {
        func refusal(_ body: () throws -> Any) -> String? {
            do { _ = try body(); return nil } catch { return (error as? Refused)?.code }
        }
        #expect(refusal { try run("nothing") } == "analysis.unknown")
        #expect(refusal { try run("list", settings: [("what", "x")]) } == "option.word")
        #expect(refusal { try run("footprint", people: "{") } == "json.syntax")
        #expect(refusal { try run("footprint", people: "[{\"answers\": {\"kn\": 1}}]") } == "answer.unknown")
        #expect(refusal { try run("footprint", format: "png") } == "argument.format")
        #expect(refusal { try run("footprint", language: "de") } == "argument.language")
    }

    @Test func anEngineDescribesItself() throws {
        var text: OpaquePointer?
        try check(emp_engine_describe(door.engine, &text))
        defer { emp_text_free(text) }
        let json = string(emp_text_bytes(text))
        #expect(json.contains("\"id\": \"footprint\"") && json.contains("\"words\": ["))
    }
}
