/// Paths as text, parts joined by `/`. Nothing here touches a disk.
public enum Path {
    /// The second path as seen from the first; an absolute second path stands alone.
    public static func join(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") || folder.isEmpty { return name }
        if name.isEmpty { return folder }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The folder a path is in: `a/b` gives `a`, `a` gives `.`, `/` gives itself.
    public static func parent(of path: String) -> String {
        let path = normalised(path)
        if path == ".." || path.hasSuffix("/..") { return path + "/.." }
        if path == "." { return ".." }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The name at the end of a path; empty for the root.
    public static func lastComponent(of path: String) -> String {
        String(normalised(path).split(separator: "/").last ?? "")
    }

    /// What follows the last dot of the name, without the dot; empty when the dot leads the name or is missing.
    public static func fileExtension(of path: String) -> String {
        let name = lastComponent(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }

    /// The path without `.`, doubled slashes and the `..` that can be resolved; `.` when nothing is left.
    public static func normalised(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }
}
