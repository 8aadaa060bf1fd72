internal import Dispatch

extension YAMLReader {
    /// What one of several files holds.
    public struct Reading: Sendable {
        /// The root of every YAML document, in order.
        public let documents: [Node]
        /// What is wrong with the file.
        public let diagnostics: Diagnostics
    }

    /// What several files hold, in their order. They are read side by side on all processors, each as
    /// ``documents(in:of:limits:diagnostics:)`` reads it alone.
    public static func readings(of files: [FileID], in sources: SourceMap, limits: Limits = Limits()) -> [Reading] {
        var readings = [Reading?](repeating: nil, count: files.count)
        unsafe readings.withUnsafeMutableBufferPointer { places in
            // Safe: every turn writes a place of its own, and all are over before the places are looked at.
            nonisolated(unsafe) let places = unsafe places
            DispatchQueue.concurrentPerform(iterations: files.count) { turn in
                var diagnostics = Diagnostics()
                let documents = documents(in: files[turn], of: sources, limits: limits, diagnostics: &diagnostics)
                unsafe places[turn] = Reading(documents: documents, diagnostics: diagnostics)
            }
        }
        return readings.compactMap { $0 }
    }
}
