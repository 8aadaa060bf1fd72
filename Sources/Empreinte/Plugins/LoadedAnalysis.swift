internal import CEmpreinte
internal import EmpreinteAnalysis
internal import EmpreinteModel
internal import EmpreinteText

/// An analysis of a shared library.
@safe
final class LoadedAnalysis: @unchecked Sendable {
    private let id: String
    private let summary: String
    private let plugin: String
    private let outputs: [String]
    private let run:
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<emp_plugin_people>?, OpaquePointer?) -> Int32
    private let user: UnsafeMutableRawPointer?
    private let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?

    /// Nothing, for one that lacks something; what it came with is destroyed.
    init?(_ analysis: emp_plugin_analysis, _ plugin: String) {
        guard unsafe analysis.size >= MemoryLayout<emp_plugin_analysis>.size else { return nil }
        var outputs: [String] = []
        for place in 0..<(unsafe min(analysis.output_count, 4096)) {
            if let output = unsafe PluginHost.text(analysis.outputs?[place]) { outputs.append(output) }
        }
        guard let id = unsafe PluginHost.text(analysis.id), let summary = unsafe PluginHost.text(analysis.summary),
            let run = unsafe analysis.run, unsafe outputs.count == analysis.output_count
        else {
            unsafe analysis.destroy?(analysis.user)
            return nil
        }
        (self.id, self.summary, self.plugin, self.outputs) = (id, summary, plugin, outputs)
        unsafe (self.run, user, destroy) = unsafe (run, analysis.user, analysis.destroy)
    }

    deinit { unsafe destroy?(user) }

    var analysis: Analysis {
        Analysis(id, summary) { request throws(CompilationError) in try self.report(request) }
    }

    private func report(_ request: Analysis.Request) throws(CompilationError) -> Report {
        let year = request.year ?? request.model.years.reference
        let evaluator = try PopulationEvaluator(request.model, year: year, detail: .leaves)
        let people = PeopleColumns(request.everyone, request.model)
        var results = PopulationResults()
        try evaluator.evaluate(people, into: &results)
        var columns: [Double] = []
        for id in outputs {
            guard let output = evaluator.outputs.firstIndex(where: { $0.id == id }) else {
                throw CompilationError(
                    "plugin.output", "\(plugin) needs '\(id)', which \(request.model.identity.id) does not compute",
                    hint: Spelling.didYouMean(id, among: evaluator.outputs.map(\.id)))
            }
            columns += (0..<people.count).map { results[output, $0] }
        }
        let reply = PluginReply()
        guard call(columns, people.weights, people.count, year, reply) == 0 else {
            throw CompilationError(
                "plugin.failed", "\(plugin) fails in '\(id)': \(reply.failure ?? "it does not say why")")
        }
        return report(reply, request, year)
    }

    private func call(_ columns: [Double], _ weights: [Double], _ count: Int, _ year: Int, _ reply: PluginReply)
        -> Int32
    {
        unsafe columns.withUnsafeBufferPointer { values in
            let starts = unsafe outputs.indices.map { place in
                unsafe values.baseAddress.map { unsafe $0 + place * count }
            }
            return unsafe starts.withUnsafeBufferPointer { starts in
                unsafe weights.withUnsafeBufferPointer { weights in
                    var people = unsafe emp_plugin_people()
                    unsafe people.size = MemoryLayout<emp_plugin_people>.size
                    unsafe people.count = count
                    unsafe people.weights = weights.baseAddress
                    unsafe people.outputs = starts.baseAddress
                    unsafe people.output_count = outputs.count
                    unsafe people.year = Int32(clamping: year)
                    let handle = unsafe OpaquePointer(Unmanaged.passUnretained(reply).toOpaque())
                    return unsafe run(user, &people, handle)
                }
            }
        }
    }

    private func report(_ reply: PluginReply, _ request: Analysis.Request, _ year: Int) -> Report {
        let identity = request.model.identity
        let table = Report.Table(
            columns: [
                .init(id: "id", title: "id"), .init(id: "label", title: "label"),
                .init(id: "value", title: "value", alignment: .trailing),
            ],
            rows: reply.figures.map { [.text($0.id), .text($0.label), .figure(Figure($0.value, $0.unit ?? ""))] })
        let data = reply.figures.map { figure in
            JSON.object(of: [
                "id": .string(figure.id), "label": .string(figure.label), "value": .number(figure.value),
                "unit": figure.unit.map(JSON.string),
            ])
        }
        return Report(
            title: summary,
            about: .init(
                engine: Release.name, pack: identity.id, version: identity.version, hash: identity.hash, year: year,
                language: request.language),
            sections: [.init(nil, .table(table))], records: table, data: [.init("figures", .array(data))])
    }
}
