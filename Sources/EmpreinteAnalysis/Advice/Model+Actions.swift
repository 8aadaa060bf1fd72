internal import EmpreinteModel
internal import EmpreinteUnits

extension Model {
    /// The schemes that help with an action.
    func supports(of action: Int) -> [Support] { supports.filter { $0.actions.contains(action) } }

    /// The unit of money, as amounts are written in it.
    var currency: String {
        indicators.first { $0.id == "money" }?.unit.description.split(separator: "/").first.map(String.init) ?? ""
    }
}
