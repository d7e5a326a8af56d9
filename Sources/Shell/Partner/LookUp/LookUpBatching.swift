/// How travellers are spread over requests, so that their number and lengths tell little of a flight (pembagian permintaan).
///
/// An element costs the owner about 2.9 ms of a core and the asker up to 6.7, so a request is small: the first answer of a list
/// is there in a tenth of a second, and that of one traveller sooner.
package enum LookUpBatching {
    /// Travellers in a request from a counter: one, or one and a companion.
    package static let counterSlots = 2
    /// Travellers in each request of a list.
    package static let listSlots = 4
    /// What a list's travellers are rounded up to with dummies.
    package static let listStep = 16

    /// How many travellers stand in each request.
    package static func slotsOfRequest(for travellers: Int) -> Int {
        travellers <= counterSlots ? counterSlots : listSlots
    }

    /// How many travellers are asked about, dummies included: one request from a counter, else whole steps.
    package static func slots(for travellers: Int) -> Int {
        let step = travellers <= counterSlots ? counterSlots : listStep
        return (travellers + step - 1) / step * step
    }
}
