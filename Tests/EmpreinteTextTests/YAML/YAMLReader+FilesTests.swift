import EmpreinteText
import Testing

@Suite struct YAMLReaderFilesTests {
    /// Side by side, files say what they say alone, in their order.
    @Test func readsAsAlone() {
        let texts = (0..<40).map { index in
            switch index % 4 {
            case 0: "a: \(index)\nb: [\(index), é]\n"
            case 1: "a: \(index)\na: again\n"
            case 2: "{a: \(index)\n---\n"
            default: "# \(index)\n"
            }
        }
        var sources = SourceMap()
        let files = texts.enumerated().map { sources.add(path: "\($0).yaml", bytes: Array($1.utf8)) }
        let readings = YAMLReader.readings(of: files, in: sources)
        #expect(readings.count == files.count)
        for (file, reading) in zip(files, readings) {
            var diagnostics = Diagnostics()
            let alone = YAMLReader.documents(in: file, of: sources, diagnostics: &diagnostics)
            #expect(reading.documents.map(\.outline) == alone.map(\.outline))
            #expect(reading.documents.allSatisfy { $0.range.file == file })
            #expect(reading.diagnostics.sorted.map(\.range) == diagnostics.sorted.map(\.range))
        }
        #expect(readings.map(\.documents.count).prefix(4) == [1, 1, 0, 0])
        #expect(readings.map(\.diagnostics.errorCount).prefix(4) == [0, 1, 1, 0])
    }

    @Test func noFiles() {
        #expect(YAMLReader.readings(of: [], in: SourceMap()).isEmpty)
    }
}
