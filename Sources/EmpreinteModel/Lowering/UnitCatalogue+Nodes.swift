public import EmpreinteText
public import EmpreinteUnits

extension UnitCatalogue {
    /// Reads a scalar as a quantity, reporting at the very characters that are wrong. What is no scalar was refused
    /// by the shape of its key.
    public func quantity(in node: Node, _ diagnostics: inout Diagnostics) -> ParsedQuantity? {
        guard node.kind == .scalar, !node.isNull else { return nil }
        do throws(UnitError) {
            let parsed = try quantity(node.text)
            report(parsed.spellings, in: node, &diagnostics)
            return parsed
        } catch {
            report(error, in: node, &diagnostics)
            return nil
        }
    }

    /// Reads a scalar as a unit.
    public func unit(in node: Node, _ diagnostics: inout Diagnostics) -> Unit? {
        guard node.kind == .scalar, !node.isNull else { return nil }
        do throws(UnitError) {
            let parsed = try unit(node.text)
            report(parsed.spellings, in: node, &diagnostics)
            return parsed.unit
        } catch {
            report(error, in: node, &diagnostics)
            return nil
        }
    }

    private func report(_ error: UnitError, in node: Node, _ diagnostics: inout Diagnostics) {
        diagnostics.error(error.code, error.message, at: node.range(of: error.range), hint: error.hint)
    }

    /// Accepted spellings are warned about with the canonical one.
    private func report(_ spellings: [UnitSpelling], in node: Node, _ diagnostics: inout Diagnostics) {
        for spelling in spellings {
            diagnostics.warning(
                "unit.spelling", "the usual spelling is \(spelling.replacement)", at: node.range(of: spelling.range),
                fixIt: spelling.replacement)
        }
    }
}
