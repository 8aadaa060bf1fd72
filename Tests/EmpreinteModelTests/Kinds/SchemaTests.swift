import EmpreinteModel
import EmpreinteText
import Testing

@Suite struct SchemaTests {
    private static let boats = DocumentKind(
        "boats", "What floats.", fields: [Field("harbour", .id, required: true, "where they lie")],
        entries: .init(
            "boats",
            [
                Field("label", .label, required: true, "its name"), Field("sails", .integer, "how many"),
                Field("crew", .list(.id), merge: .append, "who sails it"),
                Field("length", .quantityOr(["unknown"]), "from end to end"),
            ], rules: [.oneOf(["sails", "crew"]), .needs("crew", ["length"])]))
    private static let log = DocumentKind(
        "log", "What happened.", fields: [Field("events", .list(.record([])), required: true, "the events")],
        growing: "events")

    private func member(_ path: String..., of schema: JSON) -> JSON? {
        path.reduce(schema as JSON?) { $0?[$1] }
    }

    @Test func keysAreClosedAndWhatIsRequiredIsSaid() {
        let schema = Self.boats.schema
        #expect(schema["description"] == "What floats.")
        #expect(schema["required"] == ["kind", "harbour"])
        #expect(schema["additionalProperties"] == false)
        #expect(member("properties", "kind", "const", of: schema) == "boats")
        #expect(member("properties", "harbour", "$ref", of: schema) == "#/$defs/id")
        let entry = member("properties", "boats", "additionalProperties", of: schema)
        #expect(entry?["required"] == ["label"])
        #expect(entry?["additionalProperties"] == false)
    }

    /// An overriding entry states only what changes.
    @Test func anOverrideOwesNothing() {
        let entry = member("properties", "override", "additionalProperties", of: Self.boats.schema)
        #expect(entry?["properties"] != nil)
        #expect(entry?["required"] == nil)
        #expect(entry?["allOf"] == nil)
    }

    @Test func rulesAreKept() {
        let rules = member("properties", "boats", "additionalProperties", "allOf", of: Self.boats.schema)
        #expect(
            rules?.text(.compact)
                == #"[{"oneOf":[{"required":["sails"]},{"required":["crew"]}]},"#
                + #"{"if":{"required":["crew"]},"then":{"anyOf":[{"required":["length"]}]}}]"#)
    }

    @Test func whatIsAppendedMayStandInAMap() {
        let crew = member("properties", "boats", "additionalProperties", "properties", "crew", of: Self.boats.schema)
        #expect(crew?["anyOf"]?[0]?["type"] == "array")
        #expect(crew?["anyOf"]?[1]?["required"] == ["append"])
    }

    @Test func aGrowingListMayBeEmptyStill() {
        let events = member("properties", "events", "anyOf", of: Self.log.schema)
        #expect(events?[0]?["type"] == "null")
        #expect(events?[1]?["type"] == "array")
    }

    @Test func eachDocumentIsHeldToItsKind() {
        let schema = DocumentKind.schema(of: [Self.boats, Self.log])
        #expect(member("properties", "kind", "enum", of: schema) == ["boats", "log"])
        #expect(schema["allOf"]?[1]?["if"]?["properties"]?["kind"]?["const"] == "log")
        #expect(schema["allOf"]?[1]?["then"]?["required"] == ["kind", "events"])
    }

    @Test func theReferenceNamesEveryKey() {
        #expect(
            Self.boats.reference == """
                ## boats

                What floats.

                | key | what it looks like | what it states |
                | --- | --- | --- |
                | **`harbour`** | id | where they lie |
                | `boats` | map by id | an entry that stands in a parent pack goes under `override`, with only what changes; \
                `remove` lists ids of the parent's that are gone |
                | **`boats.*.label`** | text, or one by language | its name |
                | `boats.*.sails` | whole number | how many |
                | `boats.*.crew` | list of id | who sails it |
                | `boats.*.length` | quantity, or `unknown` | from end to end |

                - one of `sails`, `crew`
                - `crew` needs `length`

                """)
    }
}
