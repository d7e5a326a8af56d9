import Operations

/// Makes and compares secrets.
enum Secret {
    /// 256 bits from the system's generator, as 64 hexadecimal digits.
    static func make() -> String {
        var generator = SystemRandomNumberGenerator()
        return hexadecimal((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Whether two secrets are equal, in a time that depends on their length only.
    static func isEqual(_ left: String?, _ right: String) -> Bool {
        guard let left else { return false }
        return constantTimeEqual(Array(left.utf8), Array(right.utf8))
    }
}
