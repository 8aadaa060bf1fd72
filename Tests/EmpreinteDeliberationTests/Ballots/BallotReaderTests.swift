import Empreinte
import EmpreinteDeliberation
import Testing

@Suite struct BallotReaderTests {
    @Test(arguments: [
        ("votes: {a: {m01: 6}}", "ballot.grade 3:18"), ("votes: {a: {m01: 0}}", "ballot.grade 3:18"),
        ("votes: {a: {m01: 2.5}}", "ballot.grade 3:18"), ("votes: {a: {m01: yes}}", "ballot.grade 3:18"),
        ("votes: {a: {g1: {grade: 4, weight: 0}}}", "ballot.weight 3:36"),
        ("votes: {a: {g1: {grade: 4, weight: -2}}}", "ballot.weight 3:36"),
        ("votes: {a: {g1: {grade: 4, weight: 1000001}}}", "ballot.weight 3:36"),
        ("votes: {a: {g1: {weight: 2}}}", "key.missing 3:18"), ("votes: {a: {m01: [4]}}", "shape.mismatch 3:19"),
        ("votes: {a: {m01: 5, m01: 4}}", "yaml.duplicate_key 3:21"), ("votes: {a: {Jane: 5}}", "id.syntax 3:13"),
        ("votes: {a: {m01: 5}}\nelectorate: 0", "ballot.electorate 4:13"),
        ("votes: {a: {m01: 5}}\napprove: 1", "ballot.approve 4:10"),
        ("votes: {a: {m01: 5}}\napprove: 6", "ballot.approve 4:10"),
        ("votes: {a: {m01: 5}}\nadopt: {quorum: 150 %, threshold: 50 %}", "ballot.share 4:17"),
        ("votes: {a: {m01: 5}}\nadopt: {quorum: 50 %}", "key.missing 4:9"),
        ("votes: {a: {m01: 5}}\nclasses: {for_at_least: 40 %, against_at_most: 40 %}", "ballot.share 4:11"),
    ])
    func refuses(body: String, expected: String) throws {
        let text = "kind: ballots\nscale: {from: 1, to: 5}\n" + body
        #expect(try Assembled().problems("ballots", [("b.yaml", text)]) == [expected])
    }

    @Test(arguments: [
        ("scale: {from: 5, to: 1}\nvotes: {a: {m01: 5}}", "ballot.scale 2:9"),
        ("scale: {from: 1, to: 1}\nvotes: {a: {m01: 1}}", "ballot.scale 2:9"),
        ("scale: {from: -9223372036854775808, to: 9223372036854775807}\nvotes: {}", "ballot.scale 2:9"),
        ("scale: {from: 1}\nvotes: {a: {m01: 5}}", "key.missing 2:9"), ("votes: {a: {m01: 5}}", "ballot.scale 1:1"),
    ])
    func refusesScales(body: String, expected: String) throws {
        #expect(try Assembled().problems("ballots", [("b.yaml", "kind: ballots\n" + body)]) == [expected])
    }

    @Test func refusesWhatFilesSayTogether() throws {
        let first = ("a.yaml", "kind: ballots\nscale: {from: 1, to: 5}\nvotes: {a: {m01: 5}}")
        let assembled = try Assembled()
        #expect(
            assembled.problems("ballots", [first, ("b.yaml", "kind: ballots\nvotes: {a: {m02: 4, m01: 4}}")])
                == ["ballot.double b.yaml:2:21"])
        #expect(
            assembled.problems("ballots", [first, ("b.yaml", "kind: ballots\nscale: {from: 0, to: 5}\nvotes: {}")])
                == ["ballot.scale b.yaml:2:9"])
        #expect(
            assembled.problems("ballots", [first, ("p.yaml", "kind: proposals\nproposals: {aa: {label: A}}")])
                == ["proposal.unknown a.yaml:3:9"])
        #expect(
            assembled.problems("ballots", [first, ("ballots.csv", "voter;a\nm02;4,5\n")])
                == ["ballot.grade ballots.csv:2:5"])
        #expect(
            assembled.problems(
                "ballots", [first, ("d.yaml", "kind: decisions\ncouncil: {2023-04-31: {a: adopted}}")])
                == ["date.syntax d.yaml:2:11"])
        #expect(
            assembled.problems(
                "ballots", [first, ("d.yaml", "kind: decisions\ncouncil: {2023-04: {a: accepted}}")])
                == ["value.word d.yaml:2:24"])
        let decided = ("c.yaml", "kind: decisions\ncouncil: {2023-04: {a: adopted}}")
        #expect(assembled.problems("ballots", [first, decided, decided]) == ["decision.double c.yaml:2:21"])
        #expect(assembled.problems("ballots", [("p.yaml", "kind: proposals\nproposals: {}")]) == ["document.missing"])
    }

    @Test func tablesAreBallotsToo() throws {
        let rules = ("rules.yaml", "kind: ballots\nscale: {from: 1, to: 5}\nelectorate: 10")
        let wide = ("ballots.csv", "voter,a,b\nm01,5,\nm02,blank,2\n")
        let long = ("ballots.csv", "voter,proposal,grade,weight\nm01,a,5,\nm02,a,blank,\nm02,b,2,\n")
        let nested = ("b.json", #"{"kind": "ballots", "votes": {"a": {"m01": 5, "m02": "blank"}, "b": {"m02": 2}}}"#)
        let assembled = try Assembled()
        let reports = try [wide, long, nested].map { try assembled.run("ballots", [rules, $0]).records }
        #expect(reports[0] == reports[1] && reports[1] == reports[2])
        #expect(reports[0]?.rows.first?.prefix(3) == [.text("a"), .figure(Figure(1)), .figure(Figure(1))])
    }

    @Test func aHeaderAloneIsNobody() throws {
        let rules = ("rules.yaml", "kind: ballots\nscale: {from: 1, to: 5}")
        let report = try Assembled().run("ballots", [rules, ("ballots.csv", "voter,proposal,grade\n")])
        #expect(report.text.contains("There are no ballots."))
    }

    @Test func agreementNeedsThreeGradesAndSaysSo() throws {
        let text = "kind: ballots\nscale: {from: 0, to: 1}\nvotes: {a: {m01: 1, m02: 0}, b: {m01: blank}}"
        let report = try Assembled().run("ballots", [("b.yaml", text)])
        #expect(report["ballots"]?.named("a", by: "proposal")?["agreement"] == nil)
        #expect(report["ballots"]?.named("b", by: "proposal")?["mean"] == nil)
        #expect(report.text.contains("grades") && report.text.contains("no vote"))
    }

    @Test func whatNobodyVotedOnIsSaid() throws {
        let ballots = ("b.yaml", "kind: ballots\nscale: {from: 1, to: 3}\nvotes: {a: {m01: 1}}")
        let proposals = ("p.yaml", "kind: proposals\nproposals: {a: {label: A}, b: {label: B}}")
        let text = try Assembled().run("ballots", [ballots, proposals]).text
        #expect(text.contains("No ballots on b.") && text.contains("No electorate is stated"))
    }

    @Test func adoption() {
        let rule = AdoptionRule(quorum: 0.5, threshold: 0.5)
        #expect(rule.outcome(approving: 3, expressed: 6, blank: 0, electorate: 12) == .adopted)
        #expect(rule.outcome(approving: 2, expressed: 5, blank: 1, electorate: 12) == .rejected)
        #expect(rule.outcome(approving: 5, expressed: 5, blank: 0, electorate: 12) == .noQuorum)
        #expect(rule.outcome(approving: 0, expressed: 0, blank: 6, electorate: 12) == .rejected)
        #expect(AdoptionRule(threshold: 0.6).outcome(approving: 1, expressed: 1, blank: 0, electorate: 99) == .adopted)
    }
}
