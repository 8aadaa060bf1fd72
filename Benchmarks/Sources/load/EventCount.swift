internal import CLibYAML

/// The rival: libyaml's own parse, with nothing done about what it reads.
enum EventCount {
    /// How many events a text has, or nothing when it is no YAML.
    static func of(_ bytes: [UInt8]) -> Int? {
        // The parser keeps a pointer to itself, so it must not move.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { unsafe parser.deallocate() }
        guard unsafe yaml_parser_initialize(parser) == 1 else { return nil }
        defer { unsafe yaml_parser_delete(parser) }
        return unsafe bytes.withUnsafeBufferPointer { text in
            unsafe yaml_parser_set_input_string(parser, text.baseAddress, text.count)
            var count = 0
            var event = unsafe yaml_event_t()
            while true {
                guard unsafe yaml_parser_parse(parser, &event) == 1 else { return nil }
                count += 1
                let isLast = unsafe event.type == YAML_STREAM_END_EVENT
                unsafe yaml_event_delete(&event)
                if isLast { return count }
            }
        }
    }
}
