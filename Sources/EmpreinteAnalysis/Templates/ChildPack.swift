public import EmpreinteModel
public import EmpreinteText
internal import EmpreinteUnits

/// The files of a new pack that extends another and changes nothing yet.
public struct ChildPack: Sendable {
    private let id: String
    private let parent: Model
    private let extended: String
    private let language: Language
    private let footprint: Footprint

    /// - Parameters:
    ///   - id: the new pack's name.
    ///   - parent: the model it extends.
    ///   - extended: the parent's name or path as the new pack states it.
    ///   - language: that of what is explained.
    /// - Throws: `id.syntax`, and why the parent's default person has no footprint.
    public init(_ id: String, of parent: Model, named extended: String, _ language: Language) throws(CompilationError) {
        guard Shape.isID(id) else {
            throw CompilationError(
                "id.syntax", "'\(id)' is not an id",
                hint: "small letters, digits and _ in segments joined by dots; --id names the pack")
        }
        self.id = id
        self.parent = parent
        self.extended = extended
        self.language = language
        footprint = try Evaluator(parent).footprint(of: Person(id: Analysis.Request.defaultPerson))
    }

    /// The files by name, in the order they are best read.
    public var files: [(name: String, text: String)] {
        [("README.md", readme), ("pack.yaml", manifest), ("figures.yaml", figures), ("tests.yaml", tests)]
    }

    private func say(_ english: String, _ french: String) -> String { language.say(english, french) }

    private func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        YAMLScalar.write(Array(text.utf8)[...], to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private var manifest: String {
        """
        kind: pack
        id: \(id)
        version: 0.1.0
        language: \(quoted(parent.identity.language))
        label: \(quoted(id.prefix(1).uppercased() + id.dropFirst()))
        extends: {pack: \(extended.utf8.allSatisfy(Self.isPlain) ? extended : quoted(extended))}

        """
    }

    /// Whether a character of a path means nothing to YAML, even inside braces.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    // MARK: Figures

    private var figures: String {
        var text = say(
            """
            # Figures of the parent that are others here. Take away the # and write your own, with the source and the year
            # of the publication; `empreinte list \(extended) factors` tells what there is.

            """,
            """
            # Les chiffres du parent qui sont autres ici. Ôtez les # et écrivez les vôtres, avec la source et l’année de la
            # publication ; `empreinte list \(extended) factors` dit ce qu’il y a.

            """)
        text += "kind: factors\n"
        guard let (factor, value) = example else { return text }
        let label = factor.label.text(in: language.rawValue)
        text += """
            # override:
            #   \(factor.id): {value: \(value), year: \(parent.years.reference), source: src.local}  # \(label)
            # ---
            # kind: sources
            # sources:
            #   src.local: {title: "…", publisher: "…", date: \(parent.years.reference), url: "https://…"}

            """
        return text
    }

    /// A figure to show how one is overridden, and its value: the first that is a plain one.
    private var example: (factor: Factor, value: String)? {
        for factor in parent.factors {
            guard factor.cells.count == 1, let points = factor.cells.first?.points, points.count == 1,
                let point = points.first, factor.evidence.source != nil
            else { continue }
            let unit = factor.unit.isDimensionless ? "" : " \(factor.unit)"
            return (factor, JSON.text(of: point.value) + unit)
        }
        return nil
    }

    // MARK: Tests

    private var tests: String {
        var writer = YAMLWriter()
        writer.write("kind", "tests")
        writer.open("tests")
        writer.openItem("name", say("default person", "personne par défaut"))
        writer.write("year", "\(footprint.year)")
        writer.open("expect")
        if let result = footprint.indicators.first {
            expect(result.total, of: result.id, in: result.unit, &writer)
            for branch in result.categories { expect(branch.total, of: branch.id, in: result.unit, &writer) }
        }
        writer.close()
        writer.closeItem()
        return say(
            "# What is expected of a person who answers nothing, as computed when the pack was made: bring it up to date\n"
                + "# when you change a figure on purpose.\n",
            "# Ce qui est attendu d’une personne qui ne répond rien, tel que calculé à la création du pack : à mettre à jour\n"
                + "# quand un chiffre change exprès.\n") + writer.text
    }

    private func expect(_ value: Double, of id: String, in unit: String, _ writer: inout YAMLWriter) {
        let rounded = (value * 1e4).rounded() / 1e4
        guard rounded != 0 else { return }
        writer.write(id, "\(JSON.text(of: rounded)) \(unit) ± 0.1 %")
    }

    // MARK: Readme

    private var readme: String {
        let name = parent.identity.label.text(in: language.rawValue)
        return say(
            """
            # \(id)

            A pack that extends \(name) (\(parent.identity.id) \(parent.identity.version)) and changes nothing yet.

            - `pack.yaml`: what the pack is and what it extends.
            - `figures.yaml`: the figures that are others here, with their sources.
            - `tests.yaml`: people with the results expected for them.

            `empreinte check .` names every mistake at its place, `empreinte test .` runs the tests, `empreinte diff` sets
            the pack beside its parent, and `empreinte schema` lets an editor help.

            Say here where the figures come from, and under which licence.

            """,
            """
            # \(id)

            Un pack qui étend \(name) (\(parent.identity.id) \(parent.identity.version)) et n’y change encore rien.

            - `pack.yaml` : ce qu’est le pack et ce qu’il étend.
            - `figures.yaml` : les chiffres qui sont autres ici, avec leurs sources.
            - `tests.yaml` : des personnes et les résultats attendus pour elles.

            `empreinte check .` nomme chaque erreur à sa place, `empreinte test .` passe les tests, `empreinte diff` met le
            pack à côté de son parent, et `empreinte schema` fait aider l’éditeur.

            Dites ici d’où viennent les chiffres, et sous quelle licence.

            """)
    }
}
