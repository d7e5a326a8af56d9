import Partner
import Testing

@Suite struct ExchangePathTests {
    @Test func everyPathIsOfTheFirstVersion() {
        let paths = [
            ExchangePath.messages, ExchangePath.receipts, ExchangePath.streams, ExchangePath.addCheckpoint,
            ExchangePath.keys, ExchangePath.evaluate, ExchangePath.tables, ExchangePath.health,
        ]
        #expect(paths.allSatisfy { $0.hasPrefix("/x/v1/") })
        #expect(Set(paths).count == paths.count)
    }
}
