extension UnitCatalogue {
    /// The metric units, energy, CO2 equivalent, money, time, information and counted things that packs start from.
    ///
    /// A year has 365 days and a month is a twelfth of it, as in household statistics; a ton is metric; a `toe` is
    /// 41.868 GJ; `hkm` is 100 km, so that `l/100km` is `l/hkm`; `K` is a difference of temperatures.
    public static let standard: UnitCatalogue = {
        var catalogue = UnitCatalogue()
        do throws(UnitError) {
            for (name, definition, prefixes) in table {
                try catalogue.define(name, as: definition)
                for prefix in prefixes {
                    try catalogue.define("\(prefix)\(name)", as: "\(factors[prefix] ?? "") \(name)")
                }
            }
        } catch {
            preconditionFailure("the table of standard units: \(error)")
        }
        return catalogue
    }()

    private static let factors: [Character: String] = [
        "m": "0.001", "c": "0.01", "d": "0.1", "h": "100", "k": "1e3", "M": "1e6", "G": "1e9", "T": "1e12",
    ]

    /// Names in order of need, `count` for those with a dimension of their own, and the prefixes each may take.
    private static let table: [(name: String, definition: String, prefixes: String)] = [
        // Ratios.
        ("%", "0.01", ""), ("‰", "0.001", ""),
        // Length, area, volume.
        ("m", "count", "mck"), ("hkm", "100 km", ""), ("ha", "10000 m2", ""), ("l", "0.001 m3", "mcdh"),
        // Mass, and greenhouse gases in CO2 equivalent, which are not mass.
        ("kg", "count", ""), ("g", "0.001 kg", ""), ("t", "1000 kg", "kM"),
        ("kgCO2e", "count", ""), ("gCO2e", "0.001 kgCO2e", ""), ("tCO2e", "1000 kgCO2e", "kMG"),
        // Time, differences of temperature.
        ("s", "count", ""), ("min", "60 s", ""), ("h", "3600 s", ""), ("day", "24 h", ""), ("week", "7 day", ""),
        ("month", "730 h", ""), ("year", "365 day", ""), ("K", "count", ""),
        // Energy and power.
        ("J", "1 kg.m2/s2", "kMGT"), ("W", "1 J/s", "kMG"), ("Wh", "3600 J", "kMGT"), ("toe", "41.868 GJ", "kM"),
        // Information.
        ("bit", "count", ""), ("B", "8 bit", "kMGT"),
        // Counted things.
        ("person", "count", ""), ("vehicle", "count", ""), ("household", "count", ""),
        // Currencies, which never convert into one another.
        ("EUR", "count", "kMG"), ("USD", "count", "kMG"), ("GBP", "count", "kMG"), ("CHF", "count", "kMG"),
        ("AUD", "count", "kMG"), ("BGN", "count", "kMG"), ("BRL", "count", "kMG"), ("CAD", "count", "kMG"),
        ("CNY", "count", "kMG"), ("CZK", "count", "kMG"), ("DKK", "count", "kMG"), ("HUF", "count", "kMG"),
        ("INR", "count", "kMG"), ("JPY", "count", "kMG"), ("MAD", "count", "kMG"), ("NOK", "count", "kMG"),
        ("NZD", "count", "kMG"), ("PLN", "count", "kMG"), ("RON", "count", "kMG"), ("SEK", "count", "kMG"),
        ("TND", "count", "kMG"), ("XOF", "count", "kMG"), ("XPF", "count", "kMG"), ("ZAR", "count", "kMG"),
    ]
}

extension UnitCatalogue {
    /// What people write for a standard name; plurals of words need no entry.
    static let spellings: [String: String] = {
        var spellings = [
            "y": "year", "yr": "year", "yrs": "year", "an": "year", "ans": "year", "mois": "month",
            "semaine": "week", "semaines": "week", "d": "day", "jour": "day", "jours": "day",
            "hour": "h", "hours": "h", "heure": "h", "heures": "h", "minute": "min", "minutes": "min",
            "L": "l", "100km": "hkm", "€": "EUR", "k€": "kEUR", "M€": "MEUR",
        ]
        for prefix in ["g", "kg", "t", "kt", "Mt", "Gt"] {
            for gas in ["CO2eq", "CO₂e", "CO₂eq"] { spellings[prefix + gas] = prefix + "CO2e" }
        }
        return spellings
    }()
}
