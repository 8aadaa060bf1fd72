import EmpreinteModel
import TestSupport
import Testing

@testable import EmpreinteFunding

@Suite struct AidTests {
    private func euros(_ amount: Int) -> Money { Money(cents: 100 * amount) }

    private func aid(
        _ id: String, rate: Int? = nil, ceiling: Int? = nil, isPublic: Bool = true, excludes: [String] = []
    ) -> Aid {
        var aid = Aid(id: id, label: Label(id, language: "en"))
        aid.rate = rate.map { Rate(percent: $0) }
        aid.ceiling = ceiling.map(euros)
        aid.isPublic = isPublic
        aid.excludes = excludes
        return aid
    }

    @Test func theFinderNamesWhatFails() throws {
        var aid = aid("roof", rate: 30)
        aid.beneficiaries = ["household"]
        aid.themes = ["housing"]
        aid.areas = ["north"]
        aid.opens = CalendarDate("2025")
        aid.closes = CalendarDate("2025-06")
        aid.leastCost = euros(1000)
        var request = AidRequest(
            id: "r", cost: euros(5000), beneficiary: "household", theme: "housing", area: "north",
            date: CalendarDate("2025-06-30"))
        #expect(request.matches([aid]) == [AidMatch(aid: 0, failing: [], unknown: [])])
        request.date = CalendarDate("2025-07-01")
        #expect(request.matches([aid]) == [AidMatch(aid: 0, failing: [.date], unknown: [])])
        request.area = nil
        request.cost = euros(999)
        #expect(request.matches([aid]) == [AidMatch(aid: 0, failing: [.date, .cost], unknown: [.area])])
    }

    @Test func anAidForAnActionAsksWhatIsDone() {
        var aid = aid("bikes")
        aid.actions = ["transport.cycle"]
        var request = AidRequest(id: "r", cost: euros(10))
        #expect(request.matches([aid]) == [AidMatch(aid: 0, failing: [], unknown: [.action])])
        request.actions = ["transport.walk"]
        #expect(request.matches([aid]) == [AidMatch(aid: 0, failing: [.action], unknown: [])])
        request.actions.append("transport.cycle")
        #expect(request.matches([aid]).map(\.isMatch) == [true])
        #expect(aid.amount(for: euros(10)) == .zero)
    }

    @Test func matchesComeBeforeNearMisses() {
        var far = aid("far")
        far.beneficiaries = ["firm"]
        far.themes = ["transport"]
        var near = aid("near")
        near.themes = ["transport"]
        let request = AidRequest(id: "r", cost: euros(10), beneficiary: "household", theme: "housing")
        let matches = request.matches([far, near, aid("open")])
        #expect(matches.map(\.aid) == [2, 1, 0])
        #expect(matches.map(\.isNearMiss) == [false, true, false])
    }

    @Test func thePublicCapCutsTheLastAid() throws {
        let aids = [aid("state", rate: 50), aid("region", rate: 40), aid("foundation", ceiling: 100, isPublic: false)]
        let limits = AidStack.Limits(publicShare: Rate(percent: 80), ownShare: Rate(percent: 15))
        let stack = try AidStack(aids, fitting: [0, 1, 2], cost: euros(1000), limits)
        // 500 + 300 public, and of the foundation's 100 only 50 until the project's own 15 %.
        #expect(stack.parts.map(\.amount) == [500, 300, 50].map(euros))
        #expect(stack.blocking == [.publicShare, .ownShare])
        #expect(stack.excluded == [])
    }

    @Test func anAidThatCannotBeHadWithABetterOneIsLeftOut() throws {
        let aids = [
            aid("small", ceiling: 200), aid("large", ceiling: 300, excludes: ["small"]), aid("other", ceiling: 50),
        ]
        let stack = try AidStack(aids, fitting: [0, 1, 2], cost: euros(1000))
        #expect(stack.parts.map(\.aid) == [1, 2])
        #expect(stack.excluded == [.init(aid: 0, by: 1)])
        #expect(stack.blocking == [])
    }

    @Test func noMoreAidsAreTakenThanThereIsRoomFor() throws {
        let aids = [aid("a", rate: 50), aid("b", rate: 60), aid("c", rate: 40)]
        let stack = try AidStack(
            aids, fitting: [0, 1, 2], cost: euros(1000), .init(publicShare: Rate(percent: 60)))
        #expect(stack.parts == [.init(aid: 1, amount: euros(600))])
        #expect(stack.excluded == [.init(aid: 0, by: nil), .init(aid: 2, by: nil)])
        #expect(stack.blocking == [.publicShare])
    }

    @Test func aStackIsLegalAndNoSetPaysMore() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<1000 {
            let ids = (0..<(1 + random.below(7))).map { "a\($0)" }
            let aids = ids.map { id in
                aid(
                    id, rate: 1 + random.below(90), ceiling: 1 + random.below(2000), isPublic: random.below(3) > 0,
                    excludes: random.below(3) == 0 ? [random.choose(ids)].filter { $0 != id } : [])
            }
            let cost = euros(1 + random.below(4000))
            let limits = AidStack.Limits(
                publicShare: Rate(percent: random.below(101)), ownShare: Rate(percent: random.below(101)))
            let stack = try AidStack(aids, fitting: Array(aids.indices), cost: cost, limits)
            let publicly = stack.parts.filter { aids[$0.aid].isPublic }.map(\.amount).total
            #expect(publicly <= cost.share(limits.publicShare))
            #expect(cost - stack.total >= cost.share(limits.ownShare))
            for part in stack.parts {
                #expect(part.amount <= aids[part.aid].amount(for: cost))
                for other in stack.parts { #expect(!aids[part.aid].excludes.contains(aids[other.aid].id)) }
                let alone = min(
                    aids[part.aid].amount(for: cost), cost - cost.share(limits.ownShare),
                    aids[part.aid].isPublic ? cost.share(limits.publicShare) : cost)
                #expect(stack.total >= alone - Money(cents: 1))
            }
        }
    }
}
