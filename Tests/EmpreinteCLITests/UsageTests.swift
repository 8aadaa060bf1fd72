import Testing

@Suite struct UsageTests {
    @Test(arguments: [
        ["footprint"], ["nonsense"], ["footprint", "models/france", "--format", "pdf"],
        ["footprint", "models/france", "--lang", "de"], ["footprint", "models/france", "--year", "soon"],
        ["run", "list", "models/france", "--set", "what"],
    ])
    func aWrongCommandIsRefusedWithHelp(arguments: [String]) throws {
        let run = try Command(words: arguments)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains("Usage:"))
    }

    @Test func helpGroupsVerbsByReader() throws {
        let run = try Command("--help")
        #expect(run.status == 0)
        for words in [
            "A PERSON", "A MODELLER", "A PROGRAMMER", "footprint", "ask", "check", "new", "template", "schema",
        ] {
            #expect(run.output.contains(words))
        }
        #expect(try Command("--version").output == "empreinte 0.1.0\nC interface 0.1.0\npack format 1\n")
    }

    @Test func anyAnalysisRunsByItsId() throws {
        let run = try Command("run", "list", "models/france", "--set", "what=targets", "--format", "csv")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("id,label,indicator,aim,value,unit,by,source\ntwo_tonnes,"))
        let unknown = try Command("run", "footprnt", "models/france")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("did you mean 'footprint'?"))
    }
}
