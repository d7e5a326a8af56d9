/// Where salts, identities and the site's key come from: a number of bytes, that many bytes back.
package typealias RandomBytes = @Sendable (Int) -> [UInt8]

/// The system's source of random bytes.
package let systemRandomBytes: RandomBytes = { count in
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count {
        withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
}
