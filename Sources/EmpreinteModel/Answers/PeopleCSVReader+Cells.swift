internal import EmpreinteText

extension PeopleCSVReader {
    /// Reads the batch into the columns, after the people there are.
    ///
    /// - Returns: what is wrong with it by row and column, up to the first problem that refuses the file.
    mutating func readCells(into columns: inout PeopleColumns) -> [TableProblem] {
        scanner.settleMark(in: header.numeric)
        let start = columns.count
        var problems: [TableProblem] = []
        for (index, answer) in header.numbers.enumerated() {
            readNumbers(answer, into: &columns.numbers[index], from: start, &problems)
        }
        for (index, answer) in header.options.enumerated() {
            var refused: [Int] = []
            columns.options[index].read(scanner, answer, from: start, &refused)
            for record in refused { problems.append(wordProblem(at: record, answer)) }
        }
        for (index, answer) in header.flags.enumerated() {
            var refused: [Int] = []
            columns.flags[index].read(scanner, answer, from: start, &refused)
            for record in refused { problems.append(wordProblem(at: record, answer)) }
        }
        if let weight = header.weight { readWeights(in: weight, into: &columns.weights, from: start, &problems) }
        if let year = header.year { readYears(in: year, into: &columns.years, from: start, &problems) }
        return ordered(problems)
    }

    /// The problems of cells and those of records, where the latter hide the former.
    private func ordered(_ problems: [TableProblem]) -> [TableProblem] {
        guard !problems.isEmpty || !scanner.problems.isEmpty else { return [] }
        let broken = Set(scanner.problems.map(\.row))
        var all = scanner.problems + problems.filter { !broken.contains($0.row) }
        all.sort { ($0.row, $0.column ?? 0) < ($1.row, $1.column ?? 0) }
        guard let mixed = all.firstIndex(where: { $0.code == "csv.mixed_decimals" }) else { return all }
        return Array(all[...mixed])
    }

    // MARK: Numbers

    private mutating func readNumbers(
        _ answer: PeopleHeader.Answer, into column: inout PeopleColumns.Answers<Double>, from start: Int,
        _ problems: inout [TableProblem]
    ) {
        var refused: [Int] = []
        scanner.readNumbers(
            in: answer.column, into: &column.values, answered: &column.answered, from: start, refused: &refused)
        let accepted = answer.accepted
        let input = answers.model.inputs[answer.input]
        for record in 0..<scanner.count where !accepted.contains(column.values[start + record]) {
            guard column.answered[start + record] == 1 else { continue }
            let value = column.values[start + record]
            do throws(AnswerProblem) {
                column.values[start + record] = try bounded(value, for: input)
            } catch {
                problems.append(problem(error, at: record, answer.column))
            }
        }
        for record in refused {
            do throws(AnswerProblem) {
                let value = try number(at: record, answer.column) { text throws(AnswerProblem) in
                    try answers.value(of: text, for: input)
                }
                column.values[start + record] = try bounded(value, for: input)
                column.answered[start + record] = 1
            } catch {
                problems.append(problem(error, at: record, answer.column))
            }
        }
    }

    private mutating func bounded(_ value: Double, for input: Input) throws(AnswerProblem) -> Double {
        let bounded = try answers.bounded(value, for: input)
        if bounded != value { clampedCount += 1 }
        return bounded
    }

    private mutating func readWeights(
        in column: Int, into weights: inout [Double], from start: Int, _ problems: inout [TableProblem]
    ) {
        var refused: [Int] = []
        scanner.readNumbers(in: column, into: &weights, answered: &scratch.answered, from: start, refused: &refused)
        for record in 0..<scanner.count where !AnswerReader.weights.contains(weights[start + record]) {
            if scratch.answered[start + record] == 1 { refused.append(record) }
            weights[start + record] = 1
        }
        for record in refused {
            do throws(AnswerProblem) {
                _ = try number(at: record, column) { text throws(AnswerProblem) in try answers.weight(text) }
            } catch {
                problems.append(problem(error, at: record, column))
            }
        }
    }

    private mutating func readYears(
        in column: Int, into years: inout [Int32], from start: Int, _ problems: inout [TableProblem]
    ) {
        var refused: [Int] = []
        scanner.readNumbers(
            in: column, into: &scratch.values, answered: &scratch.answered, from: start, refused: &refused)
        let range = answers.model.years.range
        let usual = Int32(clamping: options.year ?? answers.model.years.reference)
        for record in 0..<scanner.count {
            let year = Int32(exactly: scratch.values[start + record])
            years[start + record] = usual
            guard scratch.answered[start + record] == 1 else { continue }
            if let year, range.contains(Int(year)) { years[start + record] = year } else { refused.append(record) }
        }
        for record in refused {
            do throws(AnswerProblem) {
                years[start + record] = try answers.year(scanner.text(at: record, column: column))
            } catch {
                problems.append(problem(error, at: record, column))
            }
        }
    }

    /// Reads a cell that is no plain number, written with a point as units are read.
    ///
    /// - Throws: `csv.mixed_decimals` when it would be a number if the file's mark were the other one.
    private func number(
        at record: Int, _ column: Int, _ read: (String) throws(AnswerProblem) -> Double
    ) throws(AnswerProblem) -> Double {
        let text = Array(scanner.text(at: record, column: column).utf8)[...]
        let mark = scanner.mark
        let isForeign = mark.other.separatesDigits(in: text)
        if scanner.isMarkLearnt, isForeign, !mark.separatesDigits(in: text),
            (try? read(DecimalMark.point.replacing(in: text))) != nil
        {
            throw AnswerProblem(
                "csv.mixed_decimals",
                "decimals are separated by a \(mark.other) here and by a \(mark) elsewhere in the file",
                hint: "write all numbers of the file in one way")
        }
        do throws(AnswerProblem) {
            return try read(isForeign ? String(decoding: text, as: UTF8.self) : DecimalMark.point.replacing(in: text))
        } catch {
            var problem = error
            problem.hint = error.hint.map { mark.replacing(in: Array($0.utf8)[...]) }
            throw problem
        }
    }

    // MARK: Problems

    private func wordProblem(at record: Int, _ answer: PeopleHeader.Answer) -> TableProblem {
        let text = scanner.text(at: record, column: answer.column)
        return problem(
            answers.unknownWord(text, for: answers.model.inputs[answer.input]), at: record, answer.column)
    }

    private func problem(_ problem: AnswerProblem, at record: Int, _ column: Int) -> TableProblem {
        scanner.problem(
            at: record, column: column, AnswerProblem.tableCode(problem.code), problem.message, hint: problem.hint)
    }
}

extension PeopleColumns.Answers<Int32> {
    fileprivate mutating func read(
        _ scanner: CSVScanner, _ answer: PeopleHeader.Answer, from start: Int, _ refused: inout [Int]
    ) {
        scanner.readWords(
            in: answer.column, of: answer.words, into: &values, answered: &answered, from: start, refused: &refused)
    }
}

extension PeopleColumns.Answers<UInt8> {
    fileprivate mutating func read(
        _ scanner: CSVScanner, _ answer: PeopleHeader.Answer, from start: Int, _ refused: inout [Int]
    ) {
        scanner.readWords(
            in: answer.column, of: answer.words, into: &values, answered: &answered, from: start, refused: &refused)
    }
}
