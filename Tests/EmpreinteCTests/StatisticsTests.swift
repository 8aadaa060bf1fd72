import CEmpreinte
import Testing

/// Statistics through the C interface, against values worked out by hand.
@Suite struct StatisticsTests {
    private func made(_ count: Int = 1) throws -> OpaquePointer {
        var made: OpaquePointer?
        try check(emp_statistics_create(count, &made))
        return try #require(made)
    }

    private func summary(_ statistics: OpaquePointer, _ series: Int = 0) throws -> emp_summary {
        var summary = emp_summary()
        emp_summary_init(&summary)
        try check(emp_statistics_summary(statistics, series, &summary))
        return summary
    }

    private func bytes(_ statistics: OpaquePointer) throws -> [UInt8] {
        var text: OpaquePointer?
        try check(emp_statistics_write(statistics, &text))
        defer { emp_text_free(text) }
        let start = UnsafeRawPointer(try #require(emp_text_bytes(text)))
        return Array(UnsafeRawBufferPointer(start: start, count: emp_text_size(text)))
    }

    @Test func numbersAreSummedUp() throws {
        let statistics = try made(2)
        defer { emp_statistics_free(statistics) }
        #expect(emp_statistics_series_count(statistics) == 2)
        try check(emp_statistics_add(statistics, 0, [2, 4, 4, 4, 5, 5, 7, 9, .nan], 9, nil))
        try check(emp_statistics_add(statistics, 1, [10, 20], 2, [3, 1]))
        let first = try summary(statistics)
        #expect(first.count == 8 && first.refused_count == 1 && first.sum == 40 && first.mean == 5)
        #expect(first.variance == 4 && first.minimum == 2 && first.maximum == 9)
        #expect(try summary(statistics, 1).mean == 12.5)
        var median = 0.0
        try check(emp_statistics_quantile(statistics, 0, 0.5, &median))
        #expect((median - 4).magnitude <= 0.002 * 4)
    }

    /// Parts that go through bytes and come in another order have the bits of the whole.
    @Test func partsAreTheWhole() throws {
        let numbers = (0..<30_000).map { Double($0 * 7_919 % 100_003) / 7 }
        let whole = try made()
        let merged = try made()
        defer {
            emp_statistics_free(whole)
            emp_statistics_free(merged)
        }
        try check(emp_statistics_add(whole, 0, numbers, numbers.count, nil))
        for part in [20_000..<30_000, 0..<5, 5..<20_000] {
            let own = try made()
            defer { emp_statistics_free(own) }
            try check(emp_statistics_add(own, 0, Array(numbers[part]), part.count, nil))
            let sent = try bytes(own)
            var read: OpaquePointer?
            try check(emp_statistics_read(sent, sent.count, &read))
            defer { emp_statistics_free(read) }
            try check(emp_statistics_merge(merged, read))
        }
        #expect(try bytes(merged) == bytes(whole))
        #expect(try summary(merged).count == 30_000)
        try check(emp_statistics_merge(merged, merged))
        #expect(try summary(merged).sum == 2 * summary(whole).sum)
    }

    @Test func whatIsWrongIsRefused() throws {
        let (one, two) = (try made(), try made(2))
        defer {
            emp_statistics_free(one)
            emp_statistics_free(two)
        }
        var (out, value): (OpaquePointer?, Double) = (nil, 0)
        #expect(code(emp_statistics_create(0, &out)) == "argument.size")
        #expect(code(emp_statistics_create(-1, &out)) == "argument.size")
        #expect(code(emp_statistics_create(1, nil)) == "argument.null")
        #expect(code(emp_statistics_add(one, 1, [1], 1, nil)) == "argument.index")
        #expect(code(emp_statistics_add(one, 0, nil, 1, nil)) == "argument.null")
        #expect(code(emp_statistics_add(nil, 0, [1], 1, nil)) == "argument.null")
        #expect(code(emp_statistics_merge(one, two)) == "argument.size")
        #expect(code(emp_statistics_quantile(one, 0, .nan, &value)) == "argument.share")
        #expect(code(emp_statistics_read(nil, 3, &out)) == "argument.null")
        var sent = try bytes(one)
        #expect(code(emp_statistics_read(sent, sent.count - 1, &out)) == "statistics.bytes")
        sent[9] = 1
        #expect(code(emp_statistics_read(sent, sent.count, &out)) == "statistics.bytes")
        #expect(out == nil)
        try check(emp_statistics_quantile(one, 0, 0.5, &value))
        #expect(value.isNaN && emp_statistics_series_count(nil) == 0)
    }
}
