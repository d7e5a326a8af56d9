package import Linking
package import Vocabulary

extension Desk {
    /// How somebody is put beside the registry: the link that was accepted, and what a person has to decide.
    ///
    /// - Throws: `SiteFault`.
    package func link(_ traveller: Traveller, on day: Day, _ reads: any SiteReads) throws -> (
        link: Link?, doubts: [LinkDoubt]
    ) {
        let records = try PersonRecords(of: traveller, from: SnapshotSource(reads: reads))
        let journey = try linking(reads).journey(
            of: traveller,
            on: day,
            legs: [],
            debarks: nil,
            asCrew: false,
            records: records
        )
        return (journey.link, journey.doubts)
    }
}
