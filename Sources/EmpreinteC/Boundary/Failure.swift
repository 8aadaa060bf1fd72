internal import EmpreinteText

/// What an `emp_error` is: why a call failed, and the texts lent to whoever reads it.
final class Failure: Error, Sendable {
    /// The values of `emp_error_kind_t`.
    enum Kind: Int32, Sendable {
        case argument = 1
        case input = 2
        case cancelled = 3
    }

    let kind: Kind
    let error: CompilationError
    /// The person concerned, from 0; -1 when it is none.
    let person: Int
    let texts = TextStore()

    init(_ kind: Kind, _ error: CompilationError, person: Int = -1) {
        self.kind = kind
        self.error = error
        self.person = person
    }

    /// A call that cannot be meant.
    convenience init(argument message: String, code: String = "argument.wrong", hint: String? = nil) {
        self.init(.argument, CompilationError(code, message, hint: hint))
    }

    static var cancelled: Failure {
        Failure(.cancelled, CompilationError("run.cancelled", "the evaluation was cancelled"))
    }

    convenience init(null name: StaticString) {
        self.init(argument: "\(name) is NULL", code: "argument.null")
    }

    convenience init(index: Int, of things: String, count: Int) {
        self.init(argument: "there is no \(things) \(index): there are \(count)", code: "argument.index")
    }
}

/// Runs a body and hands over why it failed, or NULL.
func attempt(_ body: () throws -> Void) -> OpaquePointer? {
    do {
        try body()
        return nil
    } catch let failure as Failure {
        return unsafe hand(failure)
    } catch let error as CompilationError {
        return unsafe hand(Failure(.input, error))
    } catch {
        return unsafe hand(Failure(argument: "\(error)"))
    }
}
