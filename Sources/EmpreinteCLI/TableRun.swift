internal import ArgumentParser
internal import Empreinte

/// Evaluates a table of people: a row a person as CSV, a summary in other formats.
struct TableRun {
    private let request: Analysis.Request
    private let table: TableOptions
    private let output: OutputOptions
    private let path: String
    private let evaluator: PopulationEvaluator
    /// The people in every draw, where draws are asked for.
    private let drawn: DrawnPopulation?

    init(_ request: Analysis.Request, _ table: TableOptions, _ output: OutputOptions, path: String) throws {
        self.request = request
        self.table = table
        self.output = output
        self.path = path
        var evaluator = try PopulationEvaluator(
            request.model, year: request.year, detail: table.leaves ? .leaves : .branches)
        evaluator.threadCount = table.threads
        self.evaluator = evaluator
        drawn = try Draws(request).map { try DrawnPopulation(evaluator, $0) }
    }

    func run(_ stream: any PeopleStream) throws {
        var stream = stream
        if let rejects = table.rejects, let output = output.output, Path.normalised(rejects) == Path.normalised(output)
        {
            throw CompilationError("file.unwritable", "'\(output)' cannot hold both the results and the rejects")
        }
        let rejects = try table.rejects.map { try OutputFile($0) }
        var run = PopulationRun(evaluator, path: path)
        if let rejects {
            var records = RejectRecords(output.csv.style)
            rejects.append(records.take())
            run.reject = { row in
                records.write(row)
                rejects.append(records.take())
            }
        }
        if Console.isTerminal(.error) {
            run.progress = { people in Console.complain("\r\(people) people") }
        }
        let outcome =
            output.format == "csv" && table.by == nil
            ? try writeRecords(&stream, run) : try writeSummary(&stream, run)
        try rejects?.finish()
        clearProgress()
        if outcome.rejected > 0 {
            Console.complain("\(outcome.rejected) of \(outcome.people + outcome.rejected) rows were left out\n")
        }
        if outcome.clamped > 0 {
            Console.complain("\(outcome.clamped) answers outside their range were taken as its nearest end\n")
        }
        if outcome.people == 0 { Console.complain("'\(path)' holds nobody who could be evaluated\n") }
    }

    private func writeRecords(
        _ stream: inout some PeopleStream, _ run: PopulationRun
    ) throws -> PopulationRun.Outcome {
        let file = try output.output.map { try OutputFile($0) } ?? OutputFile.standardOutput
        var records = FootprintRecords(
            evaluator, kept: table.kept, year: request.year, style: output.csv.style, drawn: drawn)
        var drawn = drawn
        let outcome = try run.forEachBlock(of: &stream) { (people, results) throws(CompilationError) in
            try drawn?.add(people)
            records.write(people, results, drawn)
            file.append(records.take())
        }
        file.append(records.take())
        try file.finish()
        return outcome
    }

    /// Leaves the line of the progress to what comes next.
    private func clearProgress() {
        if Console.isTerminal(.error) { Console.complain("\r\u{1B}[K") }
    }

    /// A summary; a table of few people, neither weighted nor grouped, is reported as a document of them would be.
    private func writeSummary(
        _ stream: inout some PeopleStream, _ run: PopulationRun
    ) throws -> PopulationRun.Outcome {
        var summary = PopulationSummary(evaluator)
        var few: [Person] = []
        var isWeighted = false
        var drawn = drawn
        let outcome = try run.forEachBlock(of: &stream) { (people, results) throws(CompilationError) in
            try summary.add(people, results)
            try drawn?.add(people)
            isWeighted = isWeighted || !people.weights.isEmpty
            if summary.people <= Self.fewPeople { few += (0..<people.count).map(people.person) }
        }
        clearProgress()
        guard table.by == nil, !isWeighted, (1...Self.fewPeople).contains(outcome.people) else {
            try output.write(summary.report(request, groups: stream.groups, drawn: drawn))
            return outcome
        }
        var request = request
        request.people = few
        try output.write(try Analysis.footprint.run(request))
        return outcome
    }

    /// Up to this many people are shown one by one.
    private static let fewPeople = 1000
}
