/// Numbers of travellers by advice.
public struct AdviceCounts: Sendable, Hashable, Codable {
    /// Lanjut.
    public var clear: Int
    /// Lanjut, dengan saran.
    public var advise: Int
    /// Disarankan wawancara.
    public var refer: Int
    /// Larangan menurut undang-undang.
    public var statutory: Int
    /// Data belum tersedia.
    public var unavailable: Int

    /// Numbers by advice.
    public init(clear: Int = 0, advise: Int = 0, refer: Int = 0, statutory: Int = 0, unavailable: Int = 0) {
        self.clear = clear
        self.advise = advise
        self.refer = refer
        self.statutory = statutory
        self.unavailable = unavailable
    }

    /// The numbers of some advices.
    public init(_ advices: some Sequence<Advice>) {
        self.init()
        for advice in advices { self[advice] += 1 }
    }

    /// All travellers.
    public var total: Int { clear + advise + refer + statutory + unavailable }

    /// The number of one advice.
    public subscript(advice: Advice) -> Int {
        get { self[keyPath: AdviceCounts.path(of: advice)] }
        set { self[keyPath: AdviceCounts.path(of: advice)] = newValue }
    }

    /// Both together.
    public static func + (left: AdviceCounts, right: AdviceCounts) -> AdviceCounts {
        var sum = left
        for advice in Advice.allCases { sum[advice] += right[advice] }
        return sum
    }

    private static func path(of advice: Advice) -> WritableKeyPath<AdviceCounts, Int> {
        switch advice {
        case .clear: \.clear
        case .advise: \.advise
        case .refer: \.refer
        case .statutory: \.statutory
        case .unavailable: \.unavailable
        }
    }
}
