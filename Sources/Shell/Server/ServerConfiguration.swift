package import Vocabulary

/// How a site's server is set up: a plain value, read from the one configuration file elsewhere.
package struct ServerConfiguration: Sendable, Hashable {
    /// The files of a certificate and its key, both PEM.
    package struct Certificate: Sendable, Hashable {
        /// The file of the certificate chain.
        package var chainPath: String
        /// The file of the private key.
        package var keyPath: String

        /// Names the two files.
        package init(chainPath: String, keyPath: String) {
            self.chainPath = chainPath
            self.keyPath = keyPath
        }
    }

    /// The agency, as pages show it.
    package var agency: String
    /// The post's name, as pages show it: `Soekarno-Hatta T3`.
    package var post: String
    /// The version of the program, as the status page shows it.
    package var version: String
    /// The address to listen on.
    package var address = "127.0.0.1"
    /// The port to listen on; 0 takes a free one.
    package var port = 8080
    /// The post's zone, in minutes east of UTC (WIB 420).
    package var zoneMinutes = 420
    /// The address under which travellers reach the site, as slips print it: `https://kawal.example`; nil takes the browser's.
    package var publicAddress: String?
    /// Whom to call when the machine fails; nil where nobody was named.
    package var dutyNumber: DutyNumber?
    /// The certificate; nil serves plain HTTP, which is fit for loopback only.
    package var certificate: Certificate?
    /// Whether every page is marked LATIHAN.
    package var isTraining = false
    /// Minutes without a touch after which a session locks.
    package var idleLockMinutes = 10
    /// Hours after which a session ends whatever happens: a shift.
    package var shiftHours = 12
    /// The largest file that may be uploaded.
    package var uploadLimitBytes = 64 << 20
    /// The most connections at one time.
    package var connectionLimit = 4096
    /// Whether `POST /bench/echo` is served, beside which `make bench` measures the checks.
    package var hasEcho = false

    /// A server on loopback, port 8080.
    package init(agency: String, post: String, version: String) {
        self.agency = agency
        self.post = post
        self.version = version
    }

    /// Whether only this machine can reach the server.
    package var isLoopback: Bool { address == "::1" || address == "localhost" || address.hasPrefix("127.") }

    /// Whether requests come over TLS, so that cookies are `Secure` and browsers are told to stay with HTTPS.
    package var isSecure: Bool { certificate != nil }
}
