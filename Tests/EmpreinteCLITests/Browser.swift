import Foundation

/// A browser that runs without a screen.
struct Browser {
    private let path: String

    /// The first one of the machine; nothing where there is none.
    static let installed: Browser? = {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        let names = ["chromium", "chromium-browser", "google-chrome"]
        return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }.map(Browser.init)
    }()

    /// Takes a picture of a page or an image, and says how many bytes it takes.
    func picture(of file: URL, in folder: TemporaryFolder) throws -> Int {
        let picture = folder.url.appending(path: "picture.png").path
        _ = try run("--screenshot=\(picture)", file, folder)
        return try FileManager.default.attributesOfItem(atPath: picture)[.size] as? Int ?? 0
    }

    /// The page as it stands once its scripts have run.
    func document(of file: URL, in folder: TemporaryFolder) throws -> String {
        try run("--dump-dom", file, folder)
    }

    private func run(_ wish: String, _ file: URL, _ folder: TemporaryFolder) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path)
        // Who is root has no sandbox to run in.
        process.arguments =
            ["--headless=new", "--disable-gpu"] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [
                "--user-data-dir=\(folder.url.appending(path: "profile").path)", "--window-size=1400,900",
                "--virtual-time-budget=20000", wish, file.absoluteString,
            ]
        let output = try folder.write("", to: "browser")
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try folder.read("browser")
    }
}
