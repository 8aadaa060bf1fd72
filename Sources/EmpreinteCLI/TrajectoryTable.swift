internal import Empreinte

/// Follows a table of people over the years: their means, or each of them.
struct TrajectoryTable {
    let command: TrajectoryCommand
    /// The request, with options that the command set.
    let request: Analysis.Request
    let path: String

    private var isJSON: Bool { command.output.format == "json" }

    func run(_ stream: any PeopleStream) throws {
        var stream = stream
        let request = try Analysis.trajectory.checked(request)
        if let rejects = command.rejects, let output = command.output.output,
            Path.normalised(rejects) == Path.normalised(output)
        {
            throw CompilationError("file.unwritable", "'\(output)' cannot hold both the results and the rejects")
        }
        let rejects = try command.rejects.map { try OutputFile($0) }
        var reading = PopulationRun(try PopulationEvaluator(request.model), path: path)
        if let rejects {
            var records = RejectRecords(command.output.csv.style)
            rejects.append(records.take())
            reading.reject = { row in
                records.write(row)
                rejects.append(records.take())
            }
        }
        if Console.isTerminal(.error) {
            reading.progress = { people in Console.complain("\r\(people) people") }
        }
        // Until there are so many that it makes a crowd, people wait to be followed: a crowd is followed otherwise.
        var waiting: [PeopleColumns] = []
        var count = 0
        var following: Following?
        let outcome = try reading.readBlocks(of: &stream) { (block) throws(CompilationError) in
            count += block.count
            guard following == nil else {
                try following?.add(block)
                return
            }
            waiting.append(copy block)
            guard count >= TrajectoryRun.crowd else { return }
            following = try Following(self, request, isCrowd: true)
            for block in waiting { try following?.add(block) }
            waiting = []
        }
        if Console.isTerminal(.error) { Console.complain("\r\u{1B}[K") }
        if following == nil {
            following = try Following(self, request, isCrowd: false)
            for block in waiting { try following?.add(block) }
        }
        try rejects?.finish()
        try following?.finish(groups: stream.groups)
        if outcome.rejected > 0 {
            Console.complain("\(outcome.rejected) of \(outcome.people + outcome.rejected) rows were left out\n")
        }
        if outcome.clamped > 0 {
            Console.complain("\(outcome.clamped) answers outside their range were taken as its nearest end\n")
        }
        if outcome.people == 0 { Console.complain("'\(path)' holds nobody who could be followed\n") }
    }

    /// Writes each of the request's people.
    func writeEach() throws {
        let request = try Analysis.trajectory.checked(request)
        let everyone = request.everyone
        var following = try Following(self, request, isCrowd: everyone.count >= TrajectoryRun.crowd)
        try following.add(everyone)
        try following.finish(groups: [])
    }

    /// A run, and where each person is written if asked for.
    private struct Following {
        private let table: TrajectoryTable
        private var run: TrajectoryRun
        private var records: TrajectoryRecords?
        private let file: OutputFile?

        init(_ table: TrajectoryTable, _ request: Analysis.Request, isCrowd: Bool) throws(CompilationError) {
            self.table = table
            run = try TrajectoryRun(request, isCrowd: isCrowd, threadCount: table.command.threads)
            guard table.command.people else {
                file = nil
                return
            }
            records = TrajectoryRecords(run, isJSON: table.isJSON, style: table.command.output.csv.style)
            let output = table.command.output.output
            if let output { file = try OutputFile(output) } else { file = .standardOutput }
        }

        mutating func add(_ block: borrowing PeopleColumns) throws(CompilationError) {
            guard var records else { return try run.add(block) }
            try run.add(block) { records.write($0, $1) }
            file?.append(records.take())
            self.records = records
        }

        mutating func add(_ people: [Person]) throws(CompilationError) {
            guard var records else { return try run.add(people) }
            try run.add(people) { records.write($0, $1) }
            file?.append(records.take())
            self.records = records
        }

        mutating func finish(groups: [String]) throws {
            let report = try run.report(groups: groups)
            guard var records else { return try table.command.output.write(report) }
            file?.append(records.take())
            try file?.finish()
        }
    }
}
