// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

public import CEmpreinte
internal import Empreinte
internal import EmpreinteEngine

/// What an `emp_statistics` is: statistics of some series of numbers.
final class HeldStatistics {
    fileprivate var series: [Statistics]

    fileprivate init(_ series: [Statistics]) { self.series = series }

    /// The unit of results is a reasonable one for all: a kilogram, a kilowatt-hour.
    fileprivate static let unit = 1.0
    /// The most series; more than results that anybody looks at.
    fileprivate static let mostSeries = 1 << 20
    /// What bytes start with.
    fileprivate static let mark = Array("EMPSTAT1".utf8)

    fileprivate func check(_ place: Int) throws {
        guard series.indices.contains(place) else { throw Failure(index: place, of: "series", count: series.count) }
    }
}

@c @implementation
public func emp_statistics_create(_ count: Int, _ out: UnsafeMutablePointer<OpaquePointer?>?) -> OpaquePointer? {
    unsafe attempt {
        guard 1...HeldStatistics.mostSeries ~= count else {
            throw Failure(
                argument: "there are 1 to \(HeldStatistics.mostSeries) series, not \(UInt(bitPattern: count))",
                code: "argument.size")
        }
        let empty = Statistics(unit: HeldStatistics.unit, quantiles: true)
        unsafe try hand(HeldStatistics(Array(repeating: empty, count: count)), to: out, "out_statistics")
    }
}

@c @implementation
public func emp_statistics_free(_ statistics: OpaquePointer?) { unsafe release(statistics, HeldStatistics.self) }

@c @implementation
public func emp_statistics_series_count(_ statistics: OpaquePointer?) -> Int {
    unsafe (try? held(statistics, as: HeldStatistics.self, "statistics"))?.series.count ?? 0
}

@c @implementation
public func emp_statistics_add(
    _ statistics: OpaquePointer?, _ series: Int, _ values: UnsafePointer<Double>?, _ count: Int,
    _ weights: UnsafePointer<Double>?
) -> OpaquePointer? {
    unsafe attempt {
        let statistics = unsafe try held(statistics, as: HeldStatistics.self, "statistics")
        try statistics.check(series)
        let values = unsafe try items(values, count: count, "values")
        guard unsafe weights != nil else { return statistics.series[series].add(contentsOf: unsafe values.span) }
        let weights = unsafe try items(weights, count: count, "weights")
        var own = statistics.series[series]
        for place in values.indices { own.add(unsafe values[place], weight: unsafe weights[place], lane: place) }
        statistics.series[series] = own
    }
}

@c @implementation
public func emp_statistics_merge(_ statistics: OpaquePointer?, _ other: OpaquePointer?) -> OpaquePointer? {
    unsafe attempt {
        let statistics = unsafe try held(statistics, as: HeldStatistics.self, "statistics")
        let others = unsafe try held(other, as: HeldStatistics.self, "other").series
        guard others.count == statistics.series.count else {
            throw Failure(
                argument: "\(others.count) series do not go into \(statistics.series.count)", code: "argument.size")
        }
        for (place, other) in others.enumerated() { statistics.series[place].merge(other) }
    }
}

@c @implementation
public func emp_summary_init(_ summary: UnsafeMutablePointer<emp_summary>?) {
    unsafe summary?.pointee = emp_summary()
    unsafe summary?.pointee.size = MemoryLayout<emp_summary>.size
}

@c @implementation
public func emp_statistics_summary(
    _ statistics: OpaquePointer?, _ series: Int, _ out: UnsafeMutablePointer<emp_summary>?
) -> OpaquePointer? {
    unsafe attempt {
        let statistics = unsafe try held(statistics, as: HeldStatistics.self, "statistics")
        try statistics.check(series)
        let own = statistics.series[series]
        var summary = emp_summary()
        summary.count = UInt64(clamping: own.count)
        summary.refused_count = UInt64(clamping: own.refusedCount)
        summary.weight = own.weight
        summary.sum = own.sum
        summary.mean = own.mean
        summary.variance = own.variance
        summary.minimum = own.minimum
        summary.maximum = own.maximum
        unsafe try write(summary, to: out, "out_summary")
    }
}

@c @implementation
public func emp_statistics_quantile(
    _ statistics: OpaquePointer?, _ series: Int, _ share: Double, _ out: UnsafeMutablePointer<Double>?
) -> OpaquePointer? {
    unsafe attempt {
        let statistics = unsafe try held(statistics, as: HeldStatistics.self, "statistics")
        try statistics.check(series)
        guard 0...1 ~= share else { throw Failure(argument: "a share is from 0 to 1", code: "argument.share") }
        guard let out = unsafe out else { throw Failure(null: "out_value") }
        unsafe out.pointee = statistics.series[series].quantile(share) ?? .nan
    }
}

// MARK: Bytes

@c @implementation
public func emp_statistics_write(
    _ statistics: OpaquePointer?, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let statistics = unsafe try held(statistics, as: HeldStatistics.self, "statistics")
        let count = UInt32(clamping: statistics.series.count)
        let head = HeldStatistics.mark + (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
        unsafe try hand(HandedText(head + statistics.series.flatMap(\.bytes)), to: out, "out_bytes")
    }
}

@c @implementation
public func emp_statistics_read(
    _ bytes: UnsafeRawPointer?, _ size: Int, _ out: UnsafeMutablePointer<OpaquePointer?>?
) -> OpaquePointer? {
    unsafe attempt {
        let start = unsafe bytes?.assumingMemoryBound(to: UInt8.self)
        var rest = unsafe Array(try items(start, count: size, "bytes"))[...]
        let mark = HeldStatistics.mark
        var series: [Statistics] = []
        if rest.starts(with: mark), rest.count >= mark.count + 4 {
            let count = rest.dropFirst(mark.count).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(mark.count + 4)
            while series.count < min(count, HeldStatistics.mostSeries) {
                guard let next = Statistics(reading: &rest, unit: HeldStatistics.unit, quantiles: true) else { break }
                series.append(next)
            }
            if series.count != count || !rest.isEmpty { series = [] }
        }
        guard !series.isEmpty else {
            throw Failure(argument: "these bytes are no statistics", code: "statistics.bytes")
        }
        unsafe try hand(HeldStatistics(series), to: out, "out_statistics")
    }
}
