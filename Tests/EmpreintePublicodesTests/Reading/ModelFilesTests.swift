import EmpreinteText
import Testing

@testable import EmpreintePublicodes

/// Models in several files, from other models, and for other places.
@Suite struct ModelFilesTests {
    private func values(
        of names: [String], in files: [String: String], _ path: String, region: String? = nil
    ) throws -> [RuleValue] {
        let model = try PublicodesModel(path, region: region, from: MemoryFiles(files))
        var set = SituationSet(of: model)
        set.addEmpty()
        return try #require(model.values(of: names, in: set).first)
    }

    @Test func aFolderIsReadWhole() throws {
        let files = [
            "m/a.publicodes": "total: a . b + c\na:\n", "m/sub/b.yaml": "a . b: 2\n", "m/sub/c.yml": "c: 3\n",
            "m/notes.txt": "not: read\n",
        ]
        #expect(try values(of: ["total"], in: files, "m") == [.number(5)])
    }

    @Test func jsonAndYAMLSayTheSame() throws {
        let json = #"{"a": {"formule": 2, "unité": "km"}, "b": {"somme": ["a", "3 km"]}, "c": null, "d": "a * 2"}"#
        #expect(
            try values(of: ["b", "c", "d"], in: ["m.json": json], "m.json") == [.number(5), .undefined, .number(4)])
    }

    @Test func importsBringWhatTheyRead() throws {
        let other = #"{"x": null, "x . y": "z * 2", "z": 5, "autre": 1}"#
        let importing = """
            importer!:
              depuis:
                nom: autre-modèle
              les règles:
                - x . y:
                    titre: Importée
                - z
            total: autre-modèle . x . y + 1

            """
        let files = ["m/a.publicodes": importing, "m/autre-modèle.model.json": other]
        #expect(
            try values(of: ["total", "autre-modèle . z", "autre-modèle . autre"], in: files, "m")
                == [.number(11), .number(5), .undefined])
    }

    @Test func importsGoWhereTheySay() throws {
        let importing = """
            importer!:
              depuis: {nom: base, source: data/base.json}
              dans: ici . là
              les règles: [z]
            ici:
            total: ici . là . z

            """
        let files = ["m/a.publicodes": importing, "m/data/base.json": #"{"z": 5}"#]
        #expect(try values(of: ["total"], in: files, "m") == [.number(5)])
    }

    @Test func overlaysReplaceAndAdd() throws {
        let base = """
            a:
              valeur: 1
              titre: A
            b:
              question: Combien ?
              par défaut: 2
            c:
              somme: [1, 2]
            total:
              somme: [a, b, c]

            """
        let overlay = """
            params:
              code: XX
            a:
              formule: 10
            b:
              question:
              par défaut: 20
            c:
              somme: [100]
              plafond: 50

            """
        let files = ["m.yaml": base, "xx.publicodes": overlay]
        // The ceiling is no attribute of the rule, nor of those an overlay may add.
        #expect(
            try values(of: ["total", "a"], in: files, "m.yaml", region: "xx.publicodes") == [.number(130), .number(10)])
        let model = try PublicodesModel("m.yaml", region: "xx.publicodes", from: MemoryFiles(files))
        #expect(model.questions.isEmpty)
        #expect(model.warnings.isEmpty)
    }

    @Test func overlaysOfRulesThatAreNotThereAreWarnedOf() throws {
        let files = MemoryFiles(["m.yaml": "prix: 1\n", "xx.yaml": "prx:\n  formule: 2\n"])
        let model = try PublicodesModel("m.yaml", region: "xx.yaml", from: files)
        #expect(model.warnings.map(\.code) == ["publicodes.region"])
    }
}
