internal import CEmpreinte
internal import EmpreinteModel

/// A function of a shared library.
@safe
final class LoadedFunction: @unchecked Sendable {
    private let name: String
    private let arity: Int
    private let units: FunctionLibrary.UnitRule
    private let compute:
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<UnsafePointer<Double>?>?, Int, UnsafeMutablePointer<Double>?,
            OpaquePointer?
        ) -> Int32
    private let user: UnsafeMutableRawPointer?
    private let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?

    /// Nothing, for one that lacks something; what it came with is destroyed.
    init?(_ function: emp_plugin_function, _ plugin: String) {
        guard unsafe function.size >= MemoryLayout<emp_plugin_function>.size else { return nil }
        unsafe (user, destroy) = unsafe (function.user, function.destroy)
        let rules: [UInt32: FunctionLibrary.UnitRule] = [
            UInt32(EMP_PLUGIN_PLAIN): .plain, UInt32(EMP_PLUGIN_SHARED): .shared,
        ]
        guard let name = unsafe PluginHost.text(function.name), let units = unsafe rules[function.units],
            let compute = unsafe function.compute
        else {
            unsafe function.destroy?(function.user)
            return nil
        }
        (self.name, self.units) = (name, units)
        arity = unsafe Int(function.argument_count)
        unsafe self.compute = compute
        // From here on what it came with is destroyed with this.
        guard self.function.isCallable(from: plugin) else { return nil }
    }

    deinit { unsafe destroy?(user) }

    var function: FunctionLibrary.Function {
        unsafe FunctionLibrary.Function(name, arity: arity, units: units) { arguments, count, results in
            let reply = PluginReply()
            let handle = unsafe OpaquePointer(Unmanaged.passUnretained(reply).toOpaque())
            let outcome = withExtendedLifetime(reply) {
                unsafe self.compute(self.user, arguments, count, results, handle)
            }
            return outcome == 0 ? nil : reply.failure ?? "it does not say why"
        }
    }
}

/// A shape of ramps of a shared library.
@safe
final class LoadedRamp: @unchecked Sendable {
    private let name: String
    private let strength: @convention(c) (UnsafeMutableRawPointer?, Double) -> Double
    private let user: UnsafeMutableRawPointer?
    private let destroy: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?

    /// Nothing, for one that lacks something; what it came with is destroyed.
    init?(_ ramp: emp_plugin_ramp, _ plugin: String) {
        guard unsafe ramp.size >= MemoryLayout<emp_plugin_ramp>.size else { return nil }
        unsafe (user, destroy) = unsafe (ramp.user, ramp.destroy)
        guard let name = unsafe PluginHost.text(ramp.name), let strength = unsafe ramp.strength else {
            unsafe ramp.destroy?(ramp.user)
            return nil
        }
        self.name = name
        unsafe self.strength = strength
        // From here on what it came with is destroyed with this.
        guard shape.isCallable(from: plugin) else { return nil }
    }

    deinit { unsafe destroy?(user) }

    var shape: FunctionLibrary.RampShape {
        FunctionLibrary.RampShape(name) { unsafe self.strength(self.user, $0) }
    }
}
