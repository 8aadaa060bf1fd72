public import EmpreinteGraph

/// What plugins lend to modelling languages: their names, kinds of document, functions and shapes of ramps.
public struct Vocabulary: Sendable {
    /// The plugins there are, which a model may ask for by name.
    public private(set) var plugins: [String] = []
    /// The kinds of document of plugins.
    public private(set) var kinds: [DocumentKind] = []
    /// By the name formulas call them.
    public private(set) var functions: [String: Function] = [:]
    /// By the name ramps call them.
    public private(set) var ramps: [String: FunctionLibrary.RampShape] = [:]

    public init() {}

    /// A function as formulas call it.
    public struct Function: Sendable {
        /// The function as the graph calls it.
        public let external: ExternalFunction
        /// What its arguments measure, and what it gives.
        public let units: FunctionLibrary.UnitRule

        /// The name formulas call it by.
        public var name: String { external.name }
        /// How many arguments it takes.
        public var arity: Int { external.arity }
    }

    /// Takes in what a plugin brings, but for functions and shapes whose name is no id, and functions of no or too many
    /// arguments.
    public mutating func add(_ library: FunctionLibrary, _ kinds: [DocumentKind], of plugin: String) {
        plugins.append(plugin)
        self.kinds += kinds
        for function in library.functions where function.isCallable(from: plugin) {
            let name = "\(plugin).\(function.name)"
            let external = unsafe ExternalFunction(name, of: plugin, arity: function.arity, kernel: function.kernel)
            functions[name] = Function(external: external, units: function.units)
        }
        for shape in library.ramps where shape.isCallable(from: plugin) { ramps["\(plugin).\(shape.name)"] = shape }
    }
}

extension FunctionLibrary.Function {
    /// Whether formulas can call it: by an id, with 1 to 16 arguments.
    public func isCallable(from plugin: String) -> Bool {
        Shape.isID("\(plugin).\(name)") && (1...16).contains(arity)
    }
}

extension FunctionLibrary.RampShape {
    /// Whether ramps can call it by an id.
    public func isCallable(from plugin: String) -> Bool { Shape.isID("\(plugin).\(name)") }
}
