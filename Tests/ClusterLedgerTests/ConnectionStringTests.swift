import Foundation
import Operations
import PostgresFixture
import Testing

@testable import ClusterLedger

struct ConnectionStringTests {
    @Test func `what the operator says stands, what is needed is added`() throws {
        let text = try ConnectionString("postgresql://a,b:6432/kawal?application_name=site&connect_timeout=9")
            .text
        for part in [
            "host='a,b'", "application_name='site'", "connect_timeout='9'", "tcp_user_timeout='5000'",
        ] {
            #expect(text.contains(part))
        }
        #expect(text.contains("target_session_attrs='read-write'"))
    }

    @Test func `quotes and backslashes of a value are kept`() throws {
        let text = try ConnectionString(#"password='a\'b\\c'"#).text
        #expect(text.contains(#"password='a\'b\\c'"#))
    }

    @Test(arguments: [
        "postgresql://kawal:rahasia@x@host/kawal", "postgresql://kawal:rahasia/x@host/kawal",
        "postgresql://kawal:1234/rahasia@host/kawal", "host=a rahasia", "password=x rahasia=1",
    ])
    func `a string that libpq would misread is refused without telling it`(text: String) throws {
        let fault = try #require(fault { _ = try ClusterLedger(text).size() })
        #expect(fault.isRefused && !"\(fault)".contains("rahasia"))
    }

    @Test(
        .enabled(if: ThrowAwayServer.isInstalled, "\(ThrowAwayServer.absence)"),
        arguments: ["rahasia-benar", "rahasia-salah"]
    )
    func `no error tells the password`(password: String) throws {
        let server = try ThrowAwayServer.shared.get()
        for address in [
            server.address("postgres", password: password),
            server.address("none", user: "nobody", password: password),
            "postgresql://kawal:\(password)@127.0.0.1:1/kawal",
            "postgresql://kawal:\(password)@no-such-host.invalid/kawal",
        ] {
            let fault = try #require(fault { _ = try ClusterLedger(address).size() })
            #expect(fault.isCut && !"\(fault)".contains("rahasia"), "\(fault)")
        }
    }
}
