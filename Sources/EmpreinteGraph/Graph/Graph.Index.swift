extension Graph {
    /// An open-addressing table from what a node is to where it is, at most half full.
    struct Index: Sendable {
        /// Positions of cells, −1 where free; a power of two of them.
        private var buckets: [Int32] = []
        private var count = 0

        /// Differs in each process, so that no file can be written to make every node collide.
        private static let seed = UInt64(truncatingIfNeeded: "Graph.Index".hashValue)

        mutating func reserveCapacity(_ wanted: Int, cells: [Cell], pool: [NodeID]) {
            guard wanted * 2 > buckets.count else { return }
            var size = Swift.max(64, buckets.count)
            while size < wanted * 2 { size *= 2 }
            buckets = Array(repeating: -1, count: size)
            for position in cells.indices { buckets[bucket(of: cells[position], cells, pool)] = Int32(position) }
        }

        /// The position of an equal cell, or nothing after noting the cell at the position given.
        mutating func find(_ cell: Cell, elseAdd position: Int, cells: [Cell], pool: [NodeID]) -> Int? {
            if (count + 1) * 2 > buckets.count { reserveCapacity((count + 1) * 2, cells: cells, pool: pool) }
            let bucket = bucket(of: cell, cells, pool)
            if buckets[bucket] >= 0 { return Int(buckets[bucket]) }
            buckets[bucket] = Int32(position)
            count += 1
            return nil
        }

        /// The bucket of an equal cell, or the free one where it belongs.
        private func bucket(of cell: Cell, _ cells: [Cell], _ pool: [NodeID]) -> Int {
            let mask = buckets.count - 1
            var bucket = Int(truncatingIfNeeded: Self.hash(cell, pool)) & mask
            while buckets[bucket] >= 0, !Self.equal(cells[Int(buckets[bucket])], cell, pool) {
                bucket = (bucket + 1) & mask
            }
            return bucket
        }

        private static func equal(_ left: Cell, _ right: Cell, _ pool: [NodeID]) -> Bool {
            guard left.operandCount == right.operandCount, left.kind == right.kind else { return false }
            let (a, b) = (Int(left.start), Int(right.start))
            for offset in 0..<Int(left.operandCount) where pool[a + offset] != pool[b + offset] { return false }
            return true
        }

        private static func hash(_ cell: Cell, _ pool: [NodeID]) -> UInt64 {
            let word = cell.kind.word
            var hash = mix(mix(seed, word.tag), word.bits)
            for position in cell.operands {
                hash = mix(hash, UInt64(UInt32(bitPattern: pool[position].rawValue)))
            }
            return hash
        }

        /// Two words into one, by a full product whose halves are folded.
        private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
            let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ 0xD1B5_4A32_D192_ED03)
            return product.high ^ product.low
        }
    }
}
