internal import CEmpreinte
internal import Empreinte

/// One column of a table lent through the Arrow C data interface.
@safe
struct ArrowColumn {
    private let array: ArrowArray
    private let type: ArrowSchema
    private let name: String
    private let input: Input?
    /// How many values stand before the first person's.
    private let offset: Int

    /// - Parameters:
    ///   - above: how many people stand before the first one in the whole table.
    ///   - count: how many people there are from there on.
    /// - Throws: an argument failure for a column that is too short.
    init(
        _ name: String, array: ArrowArray, type: ArrowSchema, input: Input?, above: Int, count: Int
    ) throws(Failure) {
        // So that no place in memory is too far for arithmetic.
        let limit = Int.max >> 5
        let own = unsafe Int(clamping: array.offset)
        guard 0...limit ~= above, 0...limit ~= count, 0...limit ~= own, unsafe array.length >= above + count
        else { throw Failure(argument: "the column '\(name)' is too short", code: "argument.size") }
        unsafe self.array = unsafe array
        unsafe self.type = unsafe type
        self.name = name
        self.input = input
        offset = own + above
    }

    /// Who answered; nothing when everybody did.
    var presence: Bits? {
        guard unsafe array.null_count != 0, unsafe array.n_buffers > 1, let bits = unsafe array.buffers?[0] else {
            return nil
        }
        return unsafe Bits(bits.assumingMemoryBound(to: UInt8.self), offset: offset)
    }

    /// The answers of the first people.
    /// - Throws: an argument failure for a type that does not answer the question, or for a buffer that is missing.
    func cells(_ count: Int) throws -> LentColumn.Cells {
        let format = unsafe string(type.format)
        guard let input, format != "n", count > 0 else { return .none }
        switch (input.kind, format) {
        case (.number, "g"):
            return unsafe .plain(try buffer(1) + offset * 8, stride: 8)
        case (.number, "f"):
            return unsafe .floats(try buffer(1).assumingMemoryBound(to: Float.self) + offset)
        case (.number, _):
            guard let width = IntegerColumn.Width(format: format), unsafe type.dictionary == nil else { break }
            return .integers(unsafe IntegerColumn(try buffer(1), width, offset: offset))
        case (.flag, "b"):
            return .bits(unsafe Bits(try buffer(1).assumingMemoryBound(to: UInt8.self), offset: offset))
        case (.option(let codes, _), let format) where Self.textFormats.contains(format):
            return .words(try words(codes))
        case (.option(let codes, _), _):
            guard let width = IntegerColumn.Width(format: format), let words = unsafe type.dictionary,
                let values = unsafe array.dictionary, Self.textFormats.contains(unsafe string(words.pointee.format))
            else { break }
            let dictionary = unsafe try ArrowColumn(
                name, array: values.pointee, type: words.pointee, input: input, above: 0,
                count: Int(clamping: values.pointee.length))
            let meanings = try dictionary.meanings(codes)
            // A dictionary of all options in their order gives codes as they are.
            if width == .int32 || width == .uint32, meanings.elementsEqual(codes.names.indices.lazy.map { Int32($0) }) {
                return unsafe .plain(try buffer(1) + offset * 4, stride: 4)
            }
            return .indices(unsafe IntegerColumn(try buffer(1), width, offset: offset), codes: meanings)
        default: break
        }
        throw Failure(
            argument: "the column '\(name)' is of the type '\(format)'", code: "argument.type",
            hint: Self.hint(input))
    }

    /// Texts with 32-bit and with 64-bit ends, and views of texts.
    private static let textFormats: Set = ["u", "U", "vu"]

    /// The texts of the column.
    private func words(_ codes: Codes) throws -> WordColumn {
        let format = unsafe string(type.format)
        guard format != "vu" else {
            return WordColumn(unsafe .views(try buffer(1), offset: offset, buffers: viewed), options: codes.names)
        }
        let width: IntegerColumn.Width = format == "U" ? .int64 : .int32
        let ends = unsafe IntegerColumn(try buffer(1), width, offset: offset)
        // A column of empty texts may have no bytes.
        let bytes = unsafe array.n_buffers > 2 ? array.buffers?[2] ?? array.buffers?[1] : nil
        guard let bytes = unsafe bytes else { throw Failure(null: "buffer of a column") }
        return unsafe WordColumn(
            .ended(ends, bytes: bytes.assumingMemoryBound(to: UInt8.self)), options: codes.names)
    }

    /// What the views of long texts speak of: the buffers after the views, of which the last has the sizes of the others.
    private var viewed: [UnsafeRawBufferPointer] {
        let count = unsafe Int(clamping: array.n_buffers) - 3
        guard count > 0, let sizes = unsafe array.buffers?[count + 2] else { return unsafe [] }
        return unsafe (0..<count).map { place in
            let size = unsafe sizes.loadUnaligned(fromByteOffset: place * 8, as: Int64.self)
            return unsafe UnsafeRawBufferPointer(
                start: array.buffers?[place + 2], count: array.buffers?[place + 2] == nil ? 0 : max(0, Int(size)))
        }
    }

    /// Integers that are no answers.
    /// - Throws: an argument failure for a column of another type.
    func integers() throws -> LentNumbers {
        guard let width = IntegerColumn.Width(format: unsafe string(type.format)), unsafe type.dictionary == nil else {
            throw Failure(argument: "the column '\(name)' is no column of integers", code: "argument.type")
        }
        return unsafe LentNumbers(IntegerColumn(try buffer(1), width, offset: offset), presence: presence)
    }

    /// The codes of the words of a dictionary; −1 for a word that is no option.
    private func meanings(_ codes: Codes) throws -> [Int32] {
        guard unsafe array.length > 0 else { return [] }
        let words = try words(codes)
        return unsafe (0..<Int(clamping: array.length)).map { words.code($0) }
    }

    private func buffer(_ index: Int) throws -> UnsafeRawPointer {
        guard unsafe array.n_buffers > index, let buffer = unsafe array.buffers?[index] else {
            throw Failure(argument: "the column '\(name)' lacks a buffer", code: "argument.null")
        }
        return unsafe buffer
    }

    private static func hint(_ input: Input) -> String {
        switch input.kind {
        case .number: "it takes float64, float32 or integers"
        case .option: "it takes utf8, large_utf8, utf8_view, or a dictionary of one of them"
        case .flag: "it takes bool"
        }
    }
}

extension IntegerColumn.Width {
    /// The width an Arrow format names, or nothing.
    fileprivate init?(format: String) {
        switch format {
        case "c": self = .int8
        case "s": self = .int16
        case "i": self = .int32
        case "l": self = .int64
        case "C": self = .uint8
        case "S": self = .uint16
        case "I": self = .uint32
        case "L": self = .uint64
        default: return nil
        }
    }
}
