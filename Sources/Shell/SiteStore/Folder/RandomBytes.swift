import Glibc

/// Where salts, identities and the site's key come from: a number of bytes, that many bytes back.
package typealias RandomBytes = @Sendable (Int) -> [UInt8]

/// The kernel's source of random bytes, in as few calls as it allows.
package let systemRandomBytes: RandomBytes = { count in
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        while filled < count {
            // Gives at most 256 bytes a call, and fails only where the kernel has no such source (getentropy(3)).
            let asked = min(256, count - filled)
            let code = getentropy(buffer.baseAddress.map { $0 + filled }, asked)
            precondition(code == 0, "the kernel gives no random bytes")
            filled += asked
        }
    }
}
