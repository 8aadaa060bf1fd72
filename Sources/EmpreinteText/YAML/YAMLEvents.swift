internal import CLibYAML

/// The events libyaml reads from bytes in memory, one at a time.
///
/// The parser keeps a pointer to itself, so it lives on the heap; both it and the event are freed with this value.
@safe struct YAMLEvents: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The event being looked at; its text belongs to libyaml and is gone at the next one.
    let event: UnsafeMutablePointer<yaml_event_t>

    /// - Parameter bytes: UTF-8 that outlives this value. Nothing when there is no memory left.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe parser = .allocate(capacity: 1)
        unsafe event = .allocate(capacity: 1)
        unsafe event.initialize(to: yaml_event_t())
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe event.deallocate()
            unsafe parser.deallocate()
            return nil
        }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        unsafe yaml_event_delete(event)
        unsafe event.deallocate()
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    /// Reads the next event; false on a syntax error, which ``problem`` then tells.
    func next() -> Bool {
        unsafe yaml_event_delete(event)
        return unsafe yaml_parser_parse(parser, event) == 1
    }

    /// What libyaml says about the error it stopped at; marks count characters, `offset` counts bytes.
    struct Problem {
        let isFromReader: Bool
        let problem: String
        let context: String
        let mark: Int
        let contextMark: Int
        let offset: Int
        let value: Int
    }

    var problem: Problem {
        let state = unsafe parser.pointee
        return unsafe Problem(
            isFromReader: state.error == YAML_READER_ERROR,
            problem: state.problem.map { unsafe String(cString: $0) } ?? "",
            context: state.context.map { unsafe String(cString: $0) } ?? "",
            mark: Int(state.problem_mark.index), contextMark: Int(state.context_mark.index),
            offset: Int(state.problem_offset), value: Int(state.problem_value))
    }
}
