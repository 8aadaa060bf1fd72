/// The release of the engine, as results name it.
public enum Release {
    /// The engine's version.
    public static let version = "0.1.0"
    /// Name and version, as every report says.
    public static let name = "empreinte \(version)"
}
