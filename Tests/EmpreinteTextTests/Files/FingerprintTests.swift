import EmpreinteText
import Testing

/// The vectors of FIPS 180-4 and its examples.
@Suite struct FingerprintTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func vectors(_ text: String, _ hex: String) {
        var fingerprint = Fingerprint()
        fingerprint.update(text)
        #expect(fingerprint.hex == hex)
    }

    @Test func millionLettersInUnevenParts() {
        var fingerprint = Fingerprint()
        var left = 1_000_000
        var size = 1
        while left > 0 {
            let count = min(size, left)
            fingerprint.update([UInt8](repeating: UInt8(ascii: "a"), count: count))
            left -= count
            size = size * 3 % 50_021
        }
        #expect(fingerprint.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func readingTheHexChangesNothing() {
        var fingerprint = Fingerprint()
        fingerprint.update("a")
        let first = fingerprint.hex
        #expect(fingerprint.hex == first)
        fingerprint.update("bc")
        #expect(fingerprint.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
