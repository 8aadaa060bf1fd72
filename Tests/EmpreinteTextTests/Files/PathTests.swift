import EmpreinteText
import Testing

@Suite struct PathTests {
    @Test(arguments: [
        ("a/b", "a/b"), ("a//b/", "a/b"), ("./a/./b", "a/b"), ("a/../b", "b"), ("../a/../..", "../.."), ("/..", "/"),
        ("", "."), (".", "."), ("/", "/"), ("/a/../../b", "/b"), ("a/..", "."),
    ])
    func normalised(_ path: String, _ expected: String) {
        #expect(Path.normalised(path) == expected)
    }

    @Test(arguments: [
        ("a", "b", "a/b"), ("a/", "b", "a/b"), ("", "b", "b"), ("a", "", "a"), ("a", "/b", "/b"), ("/", "b", "/b"),
    ])
    func join(_ folder: String, _ name: String, _ expected: String) {
        #expect(Path.join(folder, name) == expected)
    }

    @Test(arguments: [
        ("a/b.yaml", "a", "b.yaml", "yaml"), ("a", ".", "a", ""), ("/a", "/", "a", ""), ("/", "/", "", ""),
        (".", "..", ".", ""), ("..", "../..", "..", ""), ("../..", "../../..", "..", ""), ("x/.git", "x", ".git", ""),
        ("a/b/", "a", "b", ""), ("c.tar.gz", ".", "c.tar.gz", "gz"),
    ])
    func parts(_ path: String, _ parent: String, _ last: String, _ fileExtension: String) {
        #expect(Path.parent(of: path) == parent)
        #expect(Path.lastComponent(of: path) == last)
        #expect(Path.fileExtension(of: path) == fileExtension)
    }
}
