internal import EmpreinteModel
internal import EmpreinteText
internal import EmpreinteUnits

extension Template {
    /// What a question asks, the answers it may be given, and the one it stands for until then.
    func note(of input: Input) -> String {
        let language = language
        let asked = (input.ask ?? input.label).text(in: language.rawValue)
        var parts: [String] = []
        switch input.kind {
        case .flag: parts.append(language.say("true or false", "true (oui) ou false (non)"))
        case .option(let codes, let labels):
            let options = zip(codes.names, labels).map { code, label in
                "\(code) (\(label.text(in: language.rawValue)))"
            }
            parts.append(options.joined(separator: ", "))
        case .number(let unit, let range):
            if !unit.isDimensionless { parts.append(unit.description) }
            if let range {
                let (low, high) = (JSON.text(of: range.lowerBound), JSON.text(of: range.upperBound))
                parts.append(language.say("\(low) to \(high)", "de \(low) à \(high)"))
            }
        }
        if input.isPerHousehold { parts.append(language.say("of the household", "du ménage")) }
        if let standing = model.constantDefault(of: input) {
            parts.append(language.say("\(standing) unless said", "\(standing) sans réponse"))
        }
        return "\(asked) \(parts.joined(separator: "; "))".replacing("\n", with: " ")
    }
}
