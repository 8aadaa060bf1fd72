internal import EmpreinteGraph
internal import EmpreinteModel
internal import EmpreintePacks
internal import EmpreinteText

/// Several rounds of every stage, and what they made.
struct Run {
    private static let parse = "libyaml events"
    private static let tree = "YAML to tree"
    private static let load = "load, check, lower"
    private static let optimise = "optimise"

    let bytes: Int
    let events: Int
    let nodes: Int
    let timings: Timings

    /// Runs all stages in turn, after two rounds that only warm up.
    init(of pack: SyntheticPack, rounds: Int) throws {
        let texts = pack.files.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: Array($0.value.utf8)) }
        let files = MemoryFiles(pack.files)
        var timings = Timings()
        var events = 0
        var nodes = 0
        for round in -2..<rounds {
            if round == 0 { timings = Timings() }
            events = try timings.measure(Self.parse) { try Self.countEvents(texts.map(\.bytes)) }
            _ = try timings.measure(Self.tree) { try Self.readTrees(texts) }
            let model = try timings.measure(Self.load) {
                try PackFrontEnd().load(SyntheticPack.folder, from: files, searching: []).model
            }
            let rewrite = timings.measure(Self.optimise) { model.graph.optimised(roots: Self.outputs(of: model)) }
            try Self.check(model, rewrite, against: pack)
            nodes = rewrite.graph.count
        }
        bytes = texts.reduce(0) { $0 + $1.bytes.count }
        self.events = events
        self.nodes = nodes
        self.timings = timings
    }

    /// The time loading and optimising take, over what libyaml's parse takes.
    var ratio: Double { timings.ratio(of: [Self.load, Self.optimise], to: Self.parse, .wall) }

    // MARK: Stages

    private static func countEvents(_ texts: [[UInt8]]) throws -> Int {
        try texts.reduce(0) { sum, bytes in
            guard let count = EventCount.of(bytes) else { throw Load.Failure("libyaml refuses the pack") }
            return sum + count
        }
    }

    private static func readTrees(_ texts: [(path: String, bytes: [UInt8])]) throws -> [Node] {
        var sources = SourceMap()
        var diagnostics = Diagnostics()
        let roots = texts.flatMap { path, bytes in
            let file = sources.add(path: path, bytes: bytes)
            return YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics)
        }
        guard diagnostics.isEmpty, roots.count == texts.count else { throw Load.Failure("the trees are incomplete") }
        return roots
    }

    /// Everything a report may show: leaves and steps, branches, totals.
    private static func outputs(of model: Model) -> [NodeID] {
        model.formulas.flatMap { $0.results.map(\.value) } + model.categories.flatMap { $0.totals.compactMap { $0 } }
            + model.indicators.compactMap(\.total)
    }

    /// Refuses to time something wrong: the default person must come out as computed without the library.
    private static func check(_ model: Model, _ rewrite: Rewrite, against pack: SyntheticPack) throws {
        guard model.formulas.count == SyntheticPack.formulaCount else {
            throw Load.Failure("\(model.formulas.count) formulas instead of \(SyntheticPack.formulaCount)")
        }
        guard let total = model.indicator("ghg").flatMap({ model.indicators[$0].total }) else {
            throw Load.Failure("the model has no total")
        }
        var inputs = model.unboundSlots
        inputs[Model.yearSlot] = Double(model.years.reference)
        var interpreter = Interpreter()
        interpreter.run(rewrite.graph, inputs: inputs)
        let footprint = interpreter.values[rewrite[total].index]
        guard abs(footprint - pack.footprint) <= 1e-9 * pack.footprint else {
            throw Load.Failure("the default person emits \(footprint) kg, not \(pack.footprint)")
        }
    }

    // MARK: Report

    private struct Line {
        let name: String
        let stages: [String]
    }

    private var lines: [Line] {
        timings.stages.map { Line(name: $0, stages: [$0]) }
            + [Line(name: "load and optimise", stages: [Self.load, Self.optimise])]
    }

    private func megabytes(in seconds: Double) -> Double { Double(bytes) / 1e6 / seconds }

    var table: String {
        func cell(_ value: Double) -> String {
            let text = Decimal(hundredths: Int(value * 100 + 0.5)).description
            return String(repeating: " ", count: max(0, 10 - text.count)) + text
        }
        let head = "stage                      ms   9 in 10      MB/s     ratio    cpu ms     ratio"
        let rows = lines.map { line in
            let wall = timings.median(line.stages, .wall)
            let columns = [
                wall * 1_000, timings.ninth(line.stages, .wall) * 1_000, megabytes(in: wall),
                timings.ratio(of: line.stages, to: Self.parse, .wall),
                timings.median(line.stages, .processor) * 1_000,
                timings.ratio(of: line.stages, to: Self.parse, .processor),
            ]
            return line.name + String(repeating: " ", count: max(0, 18 - line.name.count))
                + columns.map(cell).joined()
        }
        let foot = "\(bytes) bytes, \(events) events, \(SyntheticPack.formulaCount) formulas, \(nodes) nodes"
        return ([head] + rows + [foot]).joined(separator: "\n")
    }

    var json: JSON {
        .object(of: [
            "benchmark": "load", "bytes": .integer(bytes), "events": .integer(events),
            "formulas": .integer(SyntheticPack.formulaCount), "nodes": .integer(nodes),
            "stages": .array(
                lines.map { line in
                    let wall = timings.median(line.stages, .wall)
                    return .object(of: [
                        "stage": .string(line.name), "milliseconds": .number(wall * 1_000),
                        "ninth_decile_milliseconds": .number(timings.ninth(line.stages, .wall) * 1_000),
                        "megabytes_per_second": .number(megabytes(in: wall)),
                        "ratio": .number(timings.ratio(of: line.stages, to: Self.parse, .wall)),
                        "processor_milliseconds": .number(timings.median(line.stages, .processor) * 1_000),
                        "processor_ratio": .number(timings.ratio(of: line.stages, to: Self.parse, .processor)),
                    ])
                }),
        ])
    }
}
