import EmpreinteText
import Testing

@Suite struct RecordWriterTests {
    private func write(_ style: CSVStyle, _ cells: (inout RecordWriter) -> Void) -> String {
        var writer = RecordWriter(style)
        cells(&writer)
        writer.endRecord()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func writesCells() {
        func cells(_ writer: inout RecordWriter) {
            writer.text("a;b")
            writer.text("c,d")
            writer.number(-1.5)
            writer.empty()
            writer.number(.nan)
        }
        #expect(write(.international, cells) == "a;b,\"c,d\",-1.5,,\n")
        #expect(write(.french, cells) == "\"a;b\";c,d;-1,5;;\n")
    }

    @Test(arguments: [
        ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "\"two\nlines\""), ("cr\r", "\"cr\r\""), ("", "\"\""),
        ("=1+1", "'=1+1"), ("@x", "'@x"), ("-1", "-1"), ("-x", "'-x"), ("=a,b", "\"'=a,b\""), ("été", "été"),
    ])
    func quotesAndDisarms(_ text: String, cell: String) {
        #expect(write(.international) { $0.text(text) } == cell + "\n")
        #expect(write(.international) { $0.text(Array(text.utf8)[...]) } == cell + "\n")
    }

    @Test func goesOnAfterItsBytesWereTaken() {
        var writer = RecordWriter()
        writer.text("a")
        writer.endRecord()
        writer.removeAll()
        writer.empty()
        writer.endRecord()
        #expect(writer.bytes == Array("\"\"\n".utf8))
    }
}
