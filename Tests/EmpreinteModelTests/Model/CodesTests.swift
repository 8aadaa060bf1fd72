import EmpreinteModel
import Testing

@Suite struct CodesTests {
    @Test func namesAndCodesAreEachOthersInverse() {
        let codes = Codes(["petrol", "diesel", "electric"])
        #expect(codes.count == 3)
        #expect(codes.names.map { codes.code(of: $0) } == [0, 1, 2])
        #expect((0..<3).map { codes.name(of: $0) } == ["petrol", "diesel", "electric"])
        #expect(codes.code(of: "gas") == nil)
        #expect(codes.name(of: 3) == nil)
        #expect(codes.name(of: -1) == nil)
    }

    @Test func orderCounts() {
        #expect(Codes(["a", "b"]) == Codes(["a", "b"]))
        #expect(Codes(["a", "b"]) != Codes(["b", "a"]))
    }

    @Test func aRepeatedNameKeepsItsFirstCode() {
        #expect(Codes(["a", "b", "a"]).code(of: "a") == 0)
    }
}
