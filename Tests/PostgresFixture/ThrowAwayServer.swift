import CPostgres
import Foundation
import Synchronization

/// A PostgreSQL of its own in a temporary folder, reached by a socket there; gone with the process that made it.
///
/// - Shape: a shell keeps it and waits for words on its input; when the input ends, however the test ended, the shell stops
///   the server and removes the folder. Durable as a real one.
package final class ThrowAwayServer: Sendable {
    /// The folder of the socket; the data stand in `data` below.
    package let folder: String
    /// The password of every role.
    package let password = "rahasia-" + UUID().uuidString

    private let words = Pipe()
    private let answers = Pipe()
    private let databases = Mutex(0)

    /// Whether Debian's package `postgresql` is there.
    package static let isInstalled = (try? run(["test -x \"$(pg_config --bindir)/initdb\""])) == 0

    /// What a skipped test says.
    package static let absence = "PostgreSQL isn't installed: apt install postgresql libpq-dev"

    /// One for all tests that don't stop it, started at its first use.
    package static let shared = Result { try ThrowAwayServer() }

    /// Starts a server.
    package init() throws {
        let process = Process()
        let isRoot = geteuid() == 0
        let asUser = isRoot ? ["runuser", "-u", "postgres", "--"] : []
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = asUser + ["sh", "-c", Self.script, "sh", password]
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        process.standardInput = words
        process.standardOutput = answers
        try process.run()
        folder = Self.line(answers)
        guard folder.hasPrefix("/") else { throw Failure(message: "PostgreSQL didn't start") }
    }

    deinit { try? words.fileHandleForWriting.close() }

    /// Stops it as an operator would; its data stay.
    package func stop() { tell("stop") }

    /// Starts it again.
    package func start() { tell("start") }

    /// An address as a user, with the password unless another is given.
    package func address(_ database: String, user: String = "postgres", password: String? = nil) -> String {
        let password = password ?? self.password
        return "host=\(folder) port=5432 user=\(user) password=\(password) dbname=\(database)"
    }

    /// Makes an empty database.
    package func makeDatabase() throws -> String {
        let number = databases.withLock { number in
            number += 1
            return number
        }
        try execute("CREATE DATABASE test_\(number)", in: "postgres")
        return "test_\(number)"
    }

    /// Runs SQL as the superuser and gives the first value of its last answer.
    @discardableResult package func execute(_ sql: String, in database: String) throws -> String {
        let connection = PQconnectdb(address(database))
        defer { PQfinish(connection) }
        let result = PQexec(connection, sql)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK: return ""
        case PGRES_TUPLES_OK: return PQntuples(result) > 0 ? String(cString: PQgetvalue(result, 0, 0)) : ""
        default: throw Failure(message: String(cString: PQerrorMessage(connection)))
        }
    }

    /// What went wrong with the server itself.
    package struct Failure: Error {
        /// What it said.
        package let message: String
    }

    private func tell(_ word: String) {
        words.fileHandleForWriting.write(Data((word + "\n").utf8))
        _ = Self.line(answers)
    }

    private static func line(_ pipe: Pipe) -> String {
        var bytes: [UInt8] = []
        while let byte = pipe.fileHandleForReading.readData(ofLength: 1).first, byte != 10 {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func run(_ command: [String]) throws -> Int32 {
        let process = try Process.run(URL(fileURLWithPath: "/bin/sh"), arguments: ["-c"] + command)
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static let script = """
        set -eu
        trap '' INT TERM HUP
        folder=$(mktemp -d -p /tmp kawal-postgres.XXXXXX)
        bin=$(pg_config --bindir)
        control() { "$bin/pg_ctl" -s -w -D "$folder/data" "$@" >&2; }
        trap 'control -m immediate stop || true; rm -rf "$folder"' EXIT
        printf %s "$1" > "$folder/password"
        "$bin/initdb" -D "$folder/data" -U postgres -A scram-sha-256 --pwfile "$folder/password" \\
            --no-sync -E UTF8 --locale C > /dev/null
        start() {
            control -l "$folder/log" -o "-c listen_addresses= -c unix_socket_directories=$folder" start
        }
        start
        echo "$folder"
        while read -r word; do
            case $word in
                start) start ;;
                stop) control -m fast stop ;;
            esac
            echo done
        done
        """
}
