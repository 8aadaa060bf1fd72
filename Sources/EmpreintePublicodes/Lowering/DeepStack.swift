#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A stack deep enough for rules that read one another a long way down, whatever thread asks.
///
/// Lowering recurses as rules do; the stacks of worker threads hold a hundred rules at most.
enum DeepStack {
    private static let size = 512 << 20

    /// How many terms may be lowered inside one another on such a stack.
    static let room = 60_000

    /// Runs something on a thread with a deep stack, and waits for it; on this one when there can be no other.
    static func run<Result>(_ body: () -> Result) -> Result {
        var result: Result?
        withoutActuallyEscaping({ result = body() }) { work in
            let job = Job(work)
            var attributes = pthread_attr_t()
            var thread = pthread_t()
            guard unsafe pthread_attr_init(&attributes) == 0 else { return job.work() }
            defer { unsafe pthread_attr_destroy(&attributes) }
            let context = unsafe Unmanaged.passRetained(job).toOpaque()
            guard unsafe pthread_attr_setstacksize(&attributes, size) == 0,
                unsafe pthread_create(&thread, &attributes, start, context) == 0
            else {
                unsafe Unmanaged<Job>.fromOpaque(context).release()
                return job.work()
            }
            pthread_join(thread, nil)
        }
        guard let result else { preconditionFailure("the work was done") }
        return result
    }

    private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
        if let context = unsafe context { unsafe Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work() }
        return nil
    }

    private final class Job {
        let work: () -> Void
        init(_ work: @escaping () -> Void) { self.work = work }
    }
}
