/// A file found small enough and in UTF-8, with what the scan of its bytes learned.
struct ReadableText {
    /// Where the text starts: after a byte order mark.
    let start: Int
    let isASCII: Bool

    init?(_ bytes: [UInt8], of file: FileID, _ limits: Limits, _ diagnostics: inout Diagnostics) {
        let limit = min(limits.bytes, 1 << 30)
        guard bytes.count <= limit else {
            diagnostics.report(
                .error(
                    "limit.size", "this file has \(bytes.count) bytes; \(limit) are allowed",
                    at: SourceRange(file: file, lowerBound: 0, upperBound: 0)))
            return nil
        }
        let finding = UTF8Check.scan(bytes)
        if case .invalid(let offset) = finding {
            diagnostics.report(Self.encoding(of: bytes, at: offset, in: file))
            return nil
        }
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        isASCII = finding == .ascii
    }

    private static func encoding(of bytes: [UInt8], at offset: Int, in file: FileID) -> Diagnostic {
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let value = String(bytes[offset], radix: 16, uppercase: true)
        return .error(
            "text.encoding", isUTF16 ? "this file is in UTF-16" : "the byte \(value) here is not UTF-8 text",
            at: SourceRange(file: file, lowerBound: offset, upperBound: offset + 1), hint: "save the file as UTF-8")
    }
}
