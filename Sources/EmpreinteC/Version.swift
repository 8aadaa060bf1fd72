// The names are those of the header.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

internal import CEmpreinte
internal import EmpreinteAnalysis

@c @implementation
public func emp_version() -> UnsafePointer<CChar>? { unsafe releaseVersion.pointer(to: Release.version) }

@c @implementation
public func emp_version_number() -> UInt32 {
    Release.version.split(separator: ".").reduce(0) { $0 &* 1000 &+ (UInt32($1) ?? 0) }
}

/// The one text that belongs to no handle.
private let releaseVersion = TextStore()
