extension TreeBuilder {
    /// Reports the keys of a mapping that is being closed when they are repeated, merge keys or not text.
    mutating func checkKeys(from first: Int, _ diagnostics: inout Diagnostics) {
        if dialect == .yaml { checkForms(from: first, &diagnostics) }
        if pending.count - first <= 16 {
            checkFew(from: first, &diagnostics)
        } else {
            checkMany(from: first, &diagnostics)
        }
    }

    /// Drops the entries whose key is not a scalar.
    private mutating func checkForms(from first: Int, _ diagnostics: inout Diagnostics) {
        var hasOthers = false
        for place in stride(from: first, to: pending.count, by: 2) {
            let key = records[Int(pending[place])]
            if key.shape.kind != .scalar {
                hasOthers = true
                diagnostics.report(Self.notText(at: range(of: key)))
            } else if key.count == 2, key.shape == .plain, byte(0, of: key) == UInt8(ascii: "<"),
                byte(1, of: key) == UInt8(ascii: "<")
            {
                diagnostics.report(Self.mergeKey(at: range(of: key)))
            }
        }
        guard hasOthers else { return }
        var kept = first
        for place in stride(from: first, to: pending.count, by: 2)
        where records[Int(pending[place])].shape.kind == .scalar {
            pending[kept] = pending[place]
            pending[kept + 1] = pending[place + 1]
            kept += 2
        }
        pending.removeSubrange(kept...)
    }

    private func checkFew(from first: Int, _ diagnostics: inout Diagnostics) {
        for place in stride(from: first + 2, to: pending.count, by: 2) {
            let key = records[Int(pending[place])]
            for earlier in stride(from: first, to: place, by: 2)
            where areEqual(records[Int(pending[earlier])], key) {
                diagnostics.report(repeated(key, records[Int(pending[earlier])]))
                break
            }
        }
    }

    /// Open addressing over twice as many cells as keys, seeded so that no file can be made to collide.
    private mutating func checkMany(from first: Int, _ diagnostics: inout Diagnostics) {
        let count = (pending.count - first) / 2
        let mask = (1 << (Int.bitWidth - count.leadingZeroBitCount + 1)) - 1
        keyTable.removeAll(keepingCapacity: true)
        keyTable.append(contentsOf: repeatElement(-1, count: mask + 1))
        for place in stride(from: first, to: pending.count, by: 2) {
            let index = pending[place]
            let key = records[Int(index)]
            var cell = hash(key) & mask
            while keyTable[cell] >= 0, !areEqual(records[Int(keyTable[cell])], key) { cell = (cell + 1) & mask }
            if keyTable[cell] >= 0 {
                diagnostics.report(repeated(key, records[Int(keyTable[cell])]))
            } else {
                keyTable[cell] = index
            }
        }
    }

    private func areEqual(_ left: Tree.Record, _ right: Tree.Record) -> Bool {
        guard left.count == right.count else { return false }
        for offset in 0..<Int(left.count) where byte(offset, of: left) != byte(offset, of: right) { return false }
        return true
    }

    private func byte(_ offset: Int, of key: Tree.Record) -> UInt8 {
        key.isDecoded ? decoded[Int(key.start) + offset] : bytes[Int(key.start) + offset]
    }

    private func hash(_ key: Tree.Record) -> Int {
        var hasher = Hasher()
        unsafe text(of: key).withUnsafeBytes { bytes in unsafe hasher.combine(bytes: bytes) }
        return hasher.finalize()
    }

    private func text(of key: Tree.Record) -> ArraySlice<UInt8> {
        let range = Int(key.start)..<Int(key.start) + Int(key.count)
        return key.isDecoded ? decoded[range] : bytes[range]
    }

    private func range(of key: Tree.Record) -> SourceRange {
        SourceRange(file: file, lowerBound: Int(key.lower), upperBound: Int(key.upper))
    }

    // MARK: Messages

    private func repeated(_ key: Tree.Record, _ first: Tree.Record) -> Diagnostic {
        let name = String(decoding: text(of: key), as: UTF8.self)
        let shown = name.count > 60 ? name.prefix(60) + "…" : name[...]
        return .error(
            "\(dialect).duplicate_key", "the key '\(shown)' is given twice", at: range(of: key),
            related: [Diagnostic.Related(range(of: first), "first given here")])
    }

    private static func mergeKey(at range: SourceRange) -> Diagnostic {
        .error(
            "yaml.merge_key", "the merge key '<<' is not understood", at: range,
            hint: "write the keys in each mapping, or repeat a whole value with an alias")
    }

    private static func notText(at range: SourceRange) -> Diagnostic {
        .error(
            "yaml.key", "a key must be text, not a list or a mapping", at: range,
            hint: "quote a text that begins with '[' or '{'")
    }
}
