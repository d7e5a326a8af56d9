import Foundation
import Operations
import Synchronization

/// The right to write to a site, held by one process at a time; the system takes it back when the process ends.
final class SiteLock: Sendable {
    private let file: Mutex<Int32>

    /// Takes the lock without waiting.
    init(_ folder: SiteFolder) throws {
        let descriptor = open(folder.lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SiteFault(errno: errno, at: folder.lock) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw SiteFault.locked(folder: folder.path)
        }
        file = Mutex(descriptor)
    }

    deinit { release() }

    /// Gives the lock back; once is enough.
    func release() {
        file.withLock { descriptor in
            if descriptor >= 0 { close(descriptor) }
            descriptor = -1
        }
    }
}
