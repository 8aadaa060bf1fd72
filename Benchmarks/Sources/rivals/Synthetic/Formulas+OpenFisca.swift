extension Formulas {
    /// The formulas as an OpenFisca system, one variable a step, in double precision like everybody else.
    var openFiscaScript: String {
        let names = PythonNames(value: { "person('v\($0)', period)" }, code: { "person('c\($0)', period)" })
        let given =
            (0..<numberCount).map { variable("v\($0)", "float") }
            + optionCounts.indices.map { variable("c\($0)", "int") }
        let computed = steps.enumerated().map { index, step in
            let own = numberCount + index
            return variable("v\(own)", "float", formula: step.pythonText(names, table: "t\(own)"))
        }
        let wanted = outputs.map { "'v\($0)'" }.joined(separator: ", ")
        return """
            \(PythonRival.preamble(numberCount: numberCount, codeCount: optionCounts.count))
            from openfisca_core.entities import build_entity
            from openfisca_core.periods import DateUnit
            from openfisca_core.simulations import SimulationBuilder
            from openfisca_core.taxbenefitsystems import TaxBenefitSystem
            from openfisca_core.variables import Variable, config

            sys.setrecursionlimit(100_000)
            config.VALUE_TYPES[float]["dtype"] = np.float64
            Person = build_entity(key="person", plural="people", label="", is_person=True)
            system = TaxBenefitSystem([Person])
            \(pythonTables)

            def add(name, type_, formula=None):
                members = dict(value_type=type_, entity=Person, definition_period=DateUnit.YEAR)
                if formula: members["formula"] = formula
                system.add_variable(type(name, (Variable,), members))

            \((given + computed).joined(separator: "\n"))

            def prepare():
                global simulation
                simulation = SimulationBuilder().build_default_simulation(system, count)
                for i in range(\(numberCount)): simulation.set_input(f"v{i}", "2025", n[i])
                for i in range(\(optionCounts.count)): simulation.set_input(f"c{i}", "2025", c[i])

            def evaluate():
                return [simulation.calculate(name, "2025") for name in (\(wanted))]

            \(PythonRival.loop)
            """
    }

    private func variable(_ name: String, _ type: String, formula: String? = nil) -> String {
        "add('\(name)', \(type)" + (formula.map { ", lambda person, period: \($0))" } ?? ")")
    }
}
