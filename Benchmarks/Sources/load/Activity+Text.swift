extension Activity {
    private var labels: String { "{en: \(label.english), fr: \(label.french)}" }

    var questions: String {
        """
          \(id).done:
            label: {en: Uses \(label.english), fr: Usage de \(label.french)}
            ask: {en: "Do you ever use this: \(label.english)?", fr: "Vous arrive-t-il d’utiliser ceci : \(label.french) ?"}
            default: \(isDone)
            source: \(source)
            year: 2024
          \(id).amount:
            label: \(labels)
            ask: {en: "How much of it do you use in an ordinary week?", fr: "Combien en utilisez-vous au cours d’une semaine ordinaire ?"}
            unit: \(domain.unit)/week
            range: [0, 900]
            default: \(amount)
            ask_if: \(id).done
            note: Holidays and business trips are asked apart.
            source: \(source)
            year: 2023
          \(id).kind:
            label: {en: Kind of \(label.english), fr: Sorte de \(label.french)}
            ask: {en: "Which kind do you use most often?", fr: "Quelle sorte utilisez-vous le plus souvent ?"}
            options:
        \(options.map { "      \($0): {en: A kind that is \($0), fr: Une sorte dite « \($0) »}" }.joined(separator: "\n"))
            default: \(options[chosen])
            source: \(source)
            year: 2024
          \(id).stock:
            label: {en: Things owned, fr: Objets possédés}
            ask: {en: "How many of them does your household own?", fr: "Combien votre foyer en possède-t-il ?"}
            unit: item
            range: [0, 100]
            default: \(isStockByPerson ? "{formula: \(stock) item/person * household.size}" : stock.description)
            per: household
            assumption: true
            reason: counted in a few homes, no publication gives it

        """
    }

    var factors: String {
        """
          \(id).ghg: {label: \(labels), value: \(direct) kgCO2e/\(domain.unit) ± \(spread) %, year: 2024, source: \(source)}
          \(id).option_ghg:
            label: {en: "\(label.english), by kind", fr: "\(label.french), par sorte"}
            by: \(id).kind
            options: {\(zip(options, byOption).map { "\($0): \($1) kgCO2e/\(domain.unit)" }.joined(separator: ", "))}
            year: 2023
            source: \(source)
          \(id).series:
            label: {en: Upstream, fr: Amont}
            years:
        \(series.map { "      \($0.year): \($0.value) kgCO2e/\(domain.unit)" }.joined(separator: "\n"))
            between: linear
            before: hold
            after: hold
            source: \(source)
            note: From 2030 on, the scenario of the publication; losses included.
          \(id).energy: {label: {en: Energy, fr: Énergie}, value: \(energy) kWh/\(domain.unit), year: 2024, source: \(source)}
          \(id).cost: {label: {en: Cost, fr: Coût}, value: \(cost) EUR/\(domain.unit) ± 10 %, year: 2025, source: \(source)}
          \(id).share:
            label: {en: Share of the chain, fr: Part de la filière}
            value: \(share) %
            year: 2022
            confidence: recalled
            source: \(source)
          \(id).making:
            label: {en: "Making \(label.english)", fr: "Fabrication : \(label.french)"}
            value: \(making) kgCO2e/item ± \(spread) %
            year: 2024
            source: \(source)
            note: A whole life, without its repairs.

        """
    }

    var formulas: String {
        """
          # \(label.english): what is used in a year, and what making it takes.
          \(id).yearly:
            applies_if: \(id).done
            value: \(id).amount * 52 week/year
          \(id).level:
            value: >-
              if \(id).kind == \(options[0]) then 1
              else if \(id).kind == \(options[1]) then 0.8
              else 1.25
          \(id).direct: {applies_if: \(id).done, value: \(id).yearly * \(id).ghg}
          \(id).upstream:
            applies_if: \(id).done
            value: "\(id).yearly * (\(id).option_ghg[\(id).kind] + \(id).series) * \(id).share"
          \(id).reduced:
            applies_if: \(id).done
            value: max(\(id).direct - 10 kgCO2e/year, 0)
          \(id).renewal: {value: \(id).stock * \(id).making / 10 year}
          \(id).intensity:
            label: {en: Intensity, fr: Intensité}
            value: \(id).ghg * \(id).level + \(id).series * (1 - \(id).share)
          \(id).upkeep_rate: {value: \(id).share / \(id).level else 0}
          \(id).band: {value: "bands(\(id).stock, 0 item -> 0 %, 1 item -> 5 %, 5 item -> 10 %)"}
          \(id).use:
            label: \(labels)
            applies_if: \(id).done
            gives:
              ghg: \(id).yearly * \(id).intensity
              energy: \(id).yearly * \(id).energy
              money: \(id).yearly * \(id).cost
          \(id).supply:
            label: {en: Supply, fr: Approvisionnement}
            applies_if: \(id).done
            gives: {ghg: \(id).upstream}
          \(id).things:
            label: {en: Things, fr: Objets}
            gives: {ghg: \(id).renewal}
          \(id).upkeep:
            label: {en: Upkeep, fr: Entretien}
            gives: {ghg: \(id).renewal * \(id).upkeep_rate}
          \(id).losses:
            label: {en: Losses, fr: Pertes}
            applies_if: \(id).done and \(id).yearly > 0 \(domain.unit)/year
            gives:
              ghg: \(id).reduced * \(id).share * (1 - \(id).share)
          \(id).rest:
            label: {en: Large stocks, fr: Grands stocks}
            note: Storage room and what is thrown away unused.
            gives:
              ghg: (\(id).renewal + \(id).renewal * \(id).upkeep_rate) * \(id).band

        """
    }

    /// The branch of the six leaves.
    var category: String {
        let leaves = ["use", "supply", "things", "upkeep", "losses", "rest"].map { "\(id).\($0)" }
        return "  \(id): {label: \(labels), contains: [\(leaves.joined(separator: ", "))]}\n"
    }
}
