import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct CollectionTests {
    private static let kind = DocumentKind(
        "things", "Things.", fields: [Field("note", .text, "a note")],
        entries: .init(
            "things",
            [
                Field("size", .quantity, required: true, "how large"), Field("colour", .text, "which colour"),
                Field("parts", .map(.id, .text), merge: .patch, "its parts"), Field("tags", .list(.id), "its tags"),
            ]))

    /// Adds one document a layer.
    private func collect(_ text: String, kind: DocumentKind = kind) -> (collection: Collection, problems: [String]) {
        var text = WrittenText(text)
        var collection = Collection(kind)
        for (layer, document) in text.documents.enumerated() {
            collection.add(document, layer: layer, &text.diagnostics)
        }
        return (collection, text.problems)
    }

    @Test func keepsTheOrderInWhichThingsWereFirstDefined() {
        let (collection, problems) = collect(
            """
            things: {b: {size: 1}, a: {size: 2}}
            ---
            override: {b: {size: 3}}
            things: {c: {size: 4}}
            """)
        #expect(problems.isEmpty)
        #expect(collection.entries.map(\.id) == ["b", "a", "c"])
        #expect(collection.entries.map(\.layer) == [0, 0, 1])
        #expect(collection.entries.map(\.isOverridden) == [true, false, false])
    }

    @Test func mergesFieldByFieldAndRemembersEveryValue() throws {
        let (collection, problems) = collect(
            """
            things: {a: {size: 1, colour: red, parts: {x: one, y: two}, tags: [p, q]}}
            ---
            override: {a: {size: 2, parts: {y: three, z: four}, tags: [r]}}
            ---
            override: {a: {size: 3}}
            """)
        #expect(problems.isEmpty)
        let entry = try #require(collection["a"])
        #expect(entry["size"]?.text == "3")
        #expect(entry.value("size")?.contributions.map(\.layer) == [0, 1, 2])
        #expect(entry.value("size")?.contributions.map(\.node.text) == ["1", "2", "3"])
        #expect(entry.value("size")?.layer == 2)
        #expect(entry["colour"]?.text == "red")
        #expect(entry.value("colour")?.layer == 0)
        #expect(entry["tags"]?.items.map(\.text) == ["r"])
        let parts = entry.value("parts")?.patched ?? []
        #expect(parts.map(\.key.text) == ["x", "y", "z"])
        #expect(parts.map(\.value.text) == ["one", "three", "four"])
        #expect(entry.given.map(\.field.name) == ["size", "colour", "parts", "tags"])
        #expect(entry["weight"] == nil)
    }

    @Test func removesWhatAParentDefined() throws {
        let (collection, problems) = collect(
            """
            things: {a: {size: 1}, b: {size: 2}, c: {size: 3}}
            ---
            remove: [a]
            ---
            override: {c: {size: 4}}
            things: {a: {size: 5}}
            """)
        #expect(problems.isEmpty)
        #expect(collection.entries.map(\.id) == ["b", "c", "a"])
        #expect(collection["a"]?["size"]?.text == "5")
        #expect(collection["c"]?["size"]?.text == "4")
        #expect(collection.removal(of: "a")?.text == "a")
        #expect(collection.removal(of: "b") == nil)
    }

    @Test(arguments: [
        ("things: {a: {size: 1}}\n---\nthings: {a: {size: 2}}", "override.undeclared 3:10"),
        ("things: {a: {size: 1}}\n---\noverride: {b: {size: 2}}", "override.unknown 3:12"),
        ("override: {a: {size: 1}}", "override.unknown 1:12"),
        ("things: {a: {size: 1}}\noverride: {a: {size: 2}}", "override.unknown 2:12"),
        ("things: {a: {size: 1}}\n---\nremove: [b]", "remove.unknown 3:10"),
        ("things: {a: {size: 1}}\nremove: [a]", "remove.unknown 2:10"),
        ("things: {a: {size: 1}}\n---\nremove: a", "shape.mismatch 3:9"),
        ("things: {a: {colour: red}}", "key.missing 1:14"), ("things: {a: {size: 1, sise: 2}}", "key.unknown 1:23"),
        ("things: {a: 1}", "shape.mismatch 1:13"), ("things: [a]", "shape.mismatch 1:9"),
        ("things: {a: }", "shape.mismatch 1:10"),
        ("things: {A: {size: 1}}", "id.syntax 1:10"), ("thing: {a: {size: 1}}", "key.unknown 1:1"),
        ("note: [a]", "shape.mismatch 1:8"),
        ("things: {a: {size: 1}}\n---\noverride: {a: {tags: b}}", "shape.mismatch 3:22"),
    ])
    func refuses(text: String, problem: String) {
        #expect(collect(text).problems == [problem])
    }

    @Test func anOverrideMayLeaveOutWhatIsRequired() {
        #expect(collect("things: {a: {size: 1}}\n---\noverride: {a: {colour: red}}").problems.isEmpty)
    }

    @Test func kindsThatAreNotOverlaidKnowNoOverride() {
        let kind = DocumentKind(
            "things", "Things.", entries: .init("things", isOverlaid: false, [Field("size", .quantity, "how large")]))
        #expect(collect("override: {a: {size: 1}}", kind: kind).problems == ["key.unknown 1:1"])
    }
}
