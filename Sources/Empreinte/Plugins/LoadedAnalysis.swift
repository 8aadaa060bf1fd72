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
    private let options: [Analysis.Option]
    private let run:
        @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<emp_plugin_people>?, OpaquePointer?) -> Int32
    private let user: UnsafeMutableRawPointer?
    private let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?

    /// Nothing, for one that lacks something; what it came with is destroyed.
    init?(_ analysis: emp_plugin_analysis, _ plugin: String) {
        var outputs: [String] = []
        for place in 0..<(unsafe min(analysis.output_count, 4096)) {
            if let output = unsafe PluginHost.text(analysis.outputs?[place]) { outputs.append(output) }
        }
        guard let id = unsafe PluginHost.text(analysis.id), let summary = unsafe PluginHost.text(analysis.summary),
            let run = unsafe analysis.run, unsafe outputs.count == analysis.output_count,
            let options = unsafe Self.options(analysis)
        else {
            unsafe analysis.destroy?(analysis.user)
            return nil
        }
        (self.id, self.summary, self.plugin, self.outputs) = (id, summary, plugin, outputs)
        self.options = options
        unsafe (self.run, user, destroy) = unsafe (run, analysis.user, analysis.destroy)
    }

    /// The options declared; nothing when one lacks something.
    private static func options(_ analysis: emp_plugin_analysis) -> [Analysis.Option]? {
        var options: [Analysis.Option] = []
        for place in 0..<(unsafe min(analysis.option_count, 4096)) {
            guard let option = unsafe analysis.options?[place],
                unsafe option.size >= MemoryLayout<emp_plugin_option>.size,
                let name = unsafe PluginHost.text(option.name), let summary = unsafe PluginHost.text(option.summary)
            else { return nil }
            var words: [String] = []
            for word in 0..<(unsafe min(option.word_count, 4096)) {
                guard let word = unsafe PluginHost.text(option.words?[word]) else { return nil }
                words.append(word)
            }
            let kind = words.isEmpty ? Analysis.Option.Kind.text : .word(words)
            options.append(.init(name, kind, standing: unsafe PluginHost.text(option.standing), summary))
        }
        return unsafe options.count == analysis.option_count ? options : nil
    }

    deinit { unsafe destroy?(user) }

    var analysis: Analysis {
        Analysis(id, summary, options: options) { request throws(CompilationError) in try self.report(request) }
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
        guard call(columns, people.weights, people.count, year, options.map { request[$0.name] }, reply) == 0 else {
            throw CompilationError(
                "plugin.failed", "\(plugin) fails in '\(id)': \(reply.failure ?? "it does not say why")")
        }
        return report(reply, request, year)
    }

    private func call(
        _ columns: [Double], _ weights: [Double], _ count: Int, _ year: Int, _ values: [String], _ reply: PluginReply
    ) -> Int32 {
        let texts = unsafe values.map { value in
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: value.utf8.count + 1)
            unsafe copy.initialize(from: Array(value.utf8CString), count: value.utf8.count + 1)
            return unsafe UnsafePointer<CChar>?(copy)
        }
        defer { unsafe texts.forEach { unsafe $0?.deallocate() } }
        return unsafe texts.withUnsafeBufferPointer { texts in
            unsafe call(columns, weights, count, year, texts, reply)
        }
    }

    private func call(
        _ columns: [Double], _ weights: [Double], _ count: Int, _ year: Int,
        _ settings: UnsafeBufferPointer<UnsafePointer<CChar>?>, _ reply: PluginReply
    ) -> Int32 {
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
                    unsafe people.option_values = settings.baseAddress
                    unsafe people.option_count = settings.count
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
