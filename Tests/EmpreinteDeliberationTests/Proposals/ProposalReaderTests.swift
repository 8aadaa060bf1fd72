import Empreinte
import EmpreinteDeliberation
import Testing

@Suite struct ProposalReaderTests {
    private func problems(_ body: String) throws -> [String] {
        try Assembled().problems("proposals", [("p.yaml", "kind: proposals\n" + body)])
    }

    @Test(arguments: [
        ("proposals: {a: {authors: [m01]}}", "key.missing 2:17"),
        ("proposals: {a: {lable: A, label: A}}", "key.unknown 2:17"),
        ("proposals: {a: {label: A, authors: [Jane]}}", "id.syntax 2:37"),
        ("proposals: {a: {label: A, origin: letter}}", "value.word 2:35"),
        ("proposals: {a: {label: A, competence: mine}}", "value.word 2:39"),
        ("proposals: {a: {label: A, competence: {owm: 70 %}}}", "key.unknown 2:40"),
        ("proposals: {a: {label: A, competence: {own: 70 %, other: 40 %}}}", "competence.sum 2:40"),
        ("proposals: {a: {label: A, competence: {own: 70 km}}}", "unit.mismatch 2:45"),
        ("proposals: {a: {label: A, status: {2022-13: adopted}}}", "date.syntax 2:36"),
        ("proposals: {a: {label: A, status: {2022-08: accepted}}}", "value.word 2:45"),
        ("proposals: {a: {label: A, assessments: [{date: soon}]}}", "date.syntax 2:48"),
        ("proposals: {a: {label: A, assessments: [{ghg: -6 kWh/year}]}}", "unit.mismatch 2:47"),
        ("proposals: {a: {label: A, assessments: [{ghg: -600}]}}", "unit.mismatch 2:47"),
        ("proposals: {a: {label: A, assessments: [{ghg: lots}]}}", "number.syntax 2:47"),
        ("proposals: {a: {label: A, scores: {x: 1e61}}}", "number.too_large 2:39"),
        ("proposals: {a: {label: A, assessments: [{money: {upfront: 5 USD}}]}}", "unit.mismatch 2:59"),
        ("proposals: {a: {label: A, assessments: [{jobs: {low: 5, central: 4}}]}}", "estimate.order 2:49"),
        ("proposals: {a: {label: A, assessments: [{jobs: {high: 3, central: 4}}]}}", "estimate.order 2:49"),
        ("proposals: {a: {label: A, assessments: [{jobs: {low: 5}}]}}", "key.missing 2:49"),
        ("proposals: {a: {label: A, merges: [b]}}", "proposal.unknown 2:36"),
        ("proposals: {a: {label: A, merges: [a]}}", "proposal.merge_cycle 2:36"),
        (
            "proposals: {a: {label: A, merges: [c]}, b: {label: B, merges: [c]}, c: {label: C}}",
            "proposal.merged_twice 2:64"
        ),
        ("proposals: {a: {label: A}, a: {label: B}}", "yaml.duplicate_key 2:28"),
    ])
    func refusesProposals(body: String, expected: String) throws {
        #expect(try problems(body) == [expected])
    }

    @Test func tellsEveryCycle() throws {
        let found = try problems("proposals: {a: {label: A, merges: [b]}, b: {label: B, merges: [a]}}")
        #expect(found == ["proposal.merge_cycle 2:36", "proposal.merge_cycle 2:64"])
    }

    @Test(arguments: [
        ("finance: {rate: -100 %, horizon: 20 year}", "finance.rate 2:17"),
        ("finance: {rate: 3 %, horizon: 0 year}", "finance.horizon 2:31"),
        ("finance: {rate: 3 %, horizon: 2.5 year}", "finance.horizon 2:31"),
        ("finance: {rate: 3 km, horizon: 20 year}", "unit.mismatch 2:17"),
        ("finance: {rate: 3 %}", "key.missing 2:11"), ("budget: -5 EUR", "budget.amount 2:9"),
        ("budget: 0.001 EUR", "budget.amount 2:9"), ("budget: 5 USD", "unit.mismatch 2:9"),
        ("criteria: {ghh: {weight: 1, better: more}}", "criterion.unknown 2:12"),
        ("criteria: {ghg: {weight: -1, better: more}}", "criterion.weight 2:26"),
        ("criteria: {ghg: {weight: 0, better: more}}", "criterion.no_weight 2:12"),
        ("criteria: {ghg: {weight: 1, better: higher}}", "value.word 2:37"),
        ("criteria: {ghg: {better: more}}", "key.missing 2:18"),
        ("criteria: {cost: {weight: 1, better: less}}", "criterion.finance 2:12"),
        ("criteria: {jobs: {weight: 1, better: more, indifference: 3, preference: 2}}", "criterion.weight 2:73"),
    ])
    func refusesWhatTheyAreComparedBy(line: String, expected: String) throws {
        #expect(try problems(line + "\nproposals: {a: {label: A}}") == [expected])
    }

    @Test func options() throws {
        let files = [("p.yaml", "kind: proposals\nproposals: {a: {label: A}}")]
        let assembled = try Assembled()
        #expect(assembled.problems("proposals", files, ["only": "b"]) == ["proposal.unknown"])
        #expect(assembled.problems("proposals", files, ["draws": "many"]) == ["option.number"])
        #expect(assembled.problems("proposals", files, ["draws": "-1"]) == ["option.number"])
        #expect(assembled.problems("proposals", files, ["seed": "-1"]) == ["option.number"])
        #expect(assembled.problems("proposals", files, ["method": "best"]) == ["option.word"])
        #expect(assembled.problems("proposals", []) == ["document.missing"])
    }

    @Test func mergingKeepsEveryAuthorAndEverySource() throws {
        let body = """
            kind: proposals
            proposals:
              a: {label: A, authors: [m01, m02]}
              b: {label: B, authors: [m02, m03]}
              c: {label: C, authors: [m04], merges: [a]}
              d: {label: D, authors: [m03], merges: [c, b]}
            """
        let proposals = try #require(try Assembled().run("proposals", [("p.yaml", body)])["proposals"])
        let whole = try #require(proposals.named("d"))
        #expect(whole["authors"] == .array(["m03", "m01", "m02", "m04"]))
        #expect(whole["sources"] == .array(["a", "b", "c"]))
        #expect(proposals.named("a")?["merged_into"] == "c" && proposals.named("a")?["state"] == "merged")
        #expect(proposals.named("c")?["authors"] == .array(["m04", "m01", "m02"]))
    }

    @Test func aPlainLabelIsInThePacksLanguage() throws {
        let report = try Assembled().run(
            "proposals", [("p.yaml", "kind: proposals\nproposals: {a: {label: A}}")], language: .fr)
        #expect(report.records?.columns.map(\.id).contains("label.en") == true)
    }
}
