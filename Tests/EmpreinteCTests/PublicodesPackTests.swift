import CEmpreinte
import Testing

/// A Publicodes model opened through C as any pack is.
@Suite struct PublicodesPackTests {
    @Test func itIsEvaluated() throws {
        let model = """
            transport:
              valeur: km * 0.2 kgCO2e/km
            km:
              question: Combien ?
              par défaut: 1000 km
              unité: km
            """
        let sidecar = """
            kind: publicodes
            id: door
            version: 1.0.0
            model: model.publicodes
            years: {from: 2024, to: 2030, reference: 2025}
            categories:
              transport: {rules: [transport]}
            """
        var (engine, pack, evaluator): (OpaquePointer?, OpaquePointer?, OpaquePointer?)
        try check(emp_engine_create(nil, &engine))
        defer { emp_engine_free(engine) }
        try open(["pack/publicodes.yaml": sidecar, "pack/model.publicodes": model], engine, &pack)
        defer { emp_pack_free(pack) }
        try check(emp_evaluator_create(pack, nil, &evaluator))
        defer { emp_evaluator_free(evaluator) }
        var question = 0
        try check(emp_pack_find(pack, emp_sort(EMP_SORT_QUESTION), "km", &question))
        let values = try evaluate(
            #require(evaluator), [Answers(question, 1, [500.0, 0], present: [true, false])], people: 2)
        let count = emp_evaluator_output_count(evaluator)
        #expect(Array(values.prefix(2)) == [100, 200])
        #expect(count == 2)
    }

    private func open(_ files: [String: String], _ engine: OpaquePointer?, _ pack: inout OpaquePointer?) throws {
        let texts = files.sorted { $0.key > $1.key }.map { (Array($0.key.utf8CString), Array($0.value.utf8)) }
        var list: [emp_file] = []
        for (path, bytes) in texts {
            var file = emp_file()
            emp_file_init(&file)
            let name = UnsafeMutablePointer<CChar>.allocate(capacity: path.count)
            name.initialize(from: path, count: path.count)
            let content = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
            content.initialize(from: bytes, count: bytes.count)
            file.path = UnsafePointer(name)
            file.bytes = UnsafeRawPointer(content)
            file.byte_count = bytes.count
            list.append(file)
        }
        defer {
            for file in list {
                file.path?.deallocate()
                file.bytes?.deallocate()
            }
        }
        try check(emp_pack_open_files(engine, &list, list.count, "pack", &pack))
    }
}
