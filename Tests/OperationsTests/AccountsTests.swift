import Operations
import Testing
import Vocabulary

@Suite struct AccountsTests {
    private let place: Place
    private var accounts: Accounts { place.desk.accounts }

    init() throws { place = try Place() }

    @Test func `a one-time password signs in and must be changed`() async throws {
        let password = try await accounts.add(name: "Ayu", roles: [.border], by: .operatorConsole)
        let account = try await accounts.signIn(name: "ayu", password: password, address: "a")
        #expect(account.mustChangePassword)
        let changed = try await accounts.changePassword(
            of: "ayu",
            from: password,
            to: "kata sandi baru",
            address: "a"
        )
        #expect(!changed.mustChangePassword)
        await #expect(throws: OperationFault.signInRefused) {
            try await accounts.signIn(name: "ayu", password: password, address: "a")
        }
    }

    @Test func `wrong passwords are slowed down, also for a right one, until the wait is over`() async throws
    {
        let password = try await accounts.add(name: "ayu", roles: [.border], by: .operatorConsole)
        for _ in 0..<5 {
            await #expect(throws: OperationFault.self) {
                try await accounts.signIn(name: "ayu", password: "salah", address: "a")
            }
            place.advance(seconds: 3)
        }
        await #expect(throws: OperationFault.self) {
            try await accounts.signIn(name: "ayu", password: "salah", address: "a")
        }
        guard
            case .signInSlowed(let wait)? = await fault({
                _ = try await accounts.signIn(name: "ayu", password: password, address: "a")
            })
        else {
            Issue.record("not slowed")
            return
        }
        place.advance(seconds: wait)
        #expect(try await accounts.signIn(name: "ayu", password: password, address: "a").name == "ayu")
    }

    @Test func `a disabled account, an unknown one and a wrong password are told alike`() async throws {
        let password = try await accounts.add(name: "ayu", roles: [.border], by: .operatorConsole)
        try await accounts.setEnabled(false, of: "ayu", by: .operatorConsole)
        for (name, tried) in [("ayu", password), ("nobody", "x")] {
            await #expect(throws: OperationFault.signInRefused) {
                try await accounts.signIn(name: name, password: tried, address: name)
            }
        }
    }

    @Test func `two administrators can't disable each other`() async throws {
        for name in ["ayu", "bia"] {
            _ = try await accounts.add(name: name, roles: [.administrator], by: .operatorConsole)
        }
        let accounts = accounts
        let faults = await withTaskGroup(of: OperationFault?.self) { group in
            for name in ["ayu", "bia"] {
                group.addTask {
                    do {
                        try await accounts.setEnabled(false, of: name, by: .operatorConsole)
                        return nil
                    } catch { return error as? OperationFault }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(faults.count { $0 == .lastAdministrator } == 1)
        #expect(try accounts.all().count { $0.isEnabled } == 1)
    }

    @Test(arguments: ["", "a", "Budi Santoso", "a/b", String(repeating: "a", count: 41)])
    func `a name that is none is refused`(name: String) async throws {
        await #expect(throws: OperationFault.accountNameUnfit) {
            try await accounts.add(name: name, roles: [.border], by: .operatorConsole)
        }
    }

    @Test func `a name is given once`() async throws {
        _ = try await accounts.add(name: "ayu", roles: [.border], by: .operatorConsole)
        await #expect(throws: OperationFault.accountExists) {
            try await accounts.add(name: "AYU", roles: [.auditor], by: .operatorConsole)
        }
    }

    @Test func `a machine's key ends on its day, and at once when it is revoked`() async throws {
        let keys = place.desk.keys
        let text = try await keys.issue(owner: "GA", scopes: [.manifest], validDays: 1, by: .operatorConsole)
        let key = try keys.key(presented: text)
        #expect(key.scopes == [.manifest])
        #expect(throws: OperationFault.keyRefused) { try keys.key(presented: text.dropLast() + "0x") }
        place.advance(seconds: 86_400)
        #expect(throws: OperationFault.keyRefused) { try keys.key(presented: text) }
        let other = try await keys.issue(owner: "GA", scopes: [.read], validDays: 9, by: .operatorConsole)
        let id = try keys.key(presented: other).id
        try await keys.revoke(id: id, by: .operatorConsole)
        #expect(throws: OperationFault.keyRefused) { try keys.key(presented: other) }
    }

    private func fault(_ body: () async throws -> Void) async -> OperationFault? {
        do {
            try await body()
            return nil
        } catch {
            return error as? OperationFault
        }
    }
}
