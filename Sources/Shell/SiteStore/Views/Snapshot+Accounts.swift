import GRDB
import Operations

extension Snapshot {
    func account(named name: String) throws -> Account? {
        let query = try Query(Snapshot.accountByName, on: database)
        try query.bind(name, at: 1)
        return try query.first { try $0.event(Account.self, seal) }
    }

    func accounts() throws -> [Account] {
        try Query(Snapshot.allAccounts, on: database).all { try $0.event(Account.self, seal) }
    }

    func machineKey(id: String) throws -> MachineKey? {
        let query = try Query(Snapshot.machineKeyByID, on: database)
        try query.bind(id, at: 1)
        return try query.first { try $0.event(MachineKey.self, seal) }
    }

    func machineKeys() throws -> [MachineKey] {
        try Query(Snapshot.allMachineKeys, on: database).all { try $0.event(MachineKey.self, seal) }
    }

    static let accountByName = """
        SELECT sealed.body, sealed.idx, sealed.key FROM accounts JOIN sealed ON sealed.idx = accounts.idx
        WHERE accounts.name = ?
        """

    private static let allAccounts = """
        SELECT sealed.body, sealed.idx, sealed.key FROM accounts JOIN sealed ON sealed.idx = accounts.idx
        ORDER BY accounts.name
        """

    static let machineKeyByID = """
        SELECT sealed.body, sealed.idx, sealed.key FROM machine_keys JOIN sealed ON sealed.idx = machine_keys.idx
        WHERE machine_keys.id = ?
        """

    private static let allMachineKeys = """
        SELECT sealed.body, sealed.idx, sealed.key FROM machine_keys JOIN sealed ON sealed.idx = machine_keys.idx
        ORDER BY machine_keys.idx DESC
        """
}
