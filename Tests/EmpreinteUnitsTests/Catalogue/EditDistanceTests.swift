import Testing

@testable import EmpreinteUnits

@Suite struct EditDistanceTests {
    @Test(arguments: [
        ("kwh", "kWh", 0), ("yer", "year", 1), ("kgCO2", "kgCO2e", 1), ("person", "persan", 1),
        ("houshold", "houshould", 1),
        ("", "ab", 2), ("vehicel", "vehicle", 2),
    ])
    func countsChanges(a: String, b: String, distance: Int) {
        #expect(EditDistance.between(a, b, atMost: 2) == distance)
        #expect(EditDistance.between(b, a, atMost: 2) == distance)
        #expect(EditDistance.between(a, b, atMost: distance - 1) == nil)
    }
}
