/// The release of the engine, as results name it.
public enum Release {
    /// The engine's version.
    public static let version = "0.1.0"
    /// The version of the C interface, that of its header.
    public static let interface = "0.1.0"
    /// The version of the format packs are written in, which grows when a pack that was right becomes wrong.
    public static let packFormat = "1"
    /// Name and version, as every report says.
    public static let name = "empreinte \(version)"
}
