import Foundation
package import Intake

/// A file that was named or found in a named folder, with what it is.
package struct FoundFile {
    /// Its path, as given or below the folder given.
    package let path: String
    /// What it is, told by its first bytes.
    package let kind: FileKind
    /// Its size.
    package let bytes: Int
    /// Whether a folder was named and not the file itself.
    package let wasFoundInFolder: Bool

    /// Whether it holds travellers and not records.
    package var isList: Bool { kind == .manifest || kind == .messages }

    /// The files named, and those below the folders named, in order of their paths.
    ///
    /// - Throws: `OperationFault.unreadable` where one can't be read.
    package static func all(below paths: [String]) throws -> [FoundFile] {
        try paths.flatMap { path in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw OperationFault.unreadable(finding: "\(path) doesn't exist")
            }
            guard isFolder.boolValue else { return [try FoundFile(path, inFolder: false)] }
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            return try names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
                .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
                .filter { name in
                    var isFolder: ObjCBool = false
                    return FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
                        && !isFolder.boolValue
                }
                .sorted()
                .map { try FoundFile($0, inFolder: true) }
        }
    }

    /// The bytes of a file that was named.
    ///
    /// - Throws: `OperationFault.unreadable`.
    package static func bytes(at path: String) throws -> [UInt8] { try FoundFile(named: path).contents() }

    /// A file that was named.
    ///
    /// - Throws: `OperationFault.unreadable`.
    package init(named path: String) throws { try self.init(path, inFolder: false) }

    private init(_ path: String, inFolder: Bool) throws {
        self.path = path
        wasFoundInFolder = inFolder
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw OperationFault.unreadable(finding: "\(path) can't be opened")
        }
        defer { try? handle.close() }
        do {
            bytes = Int(try handle.seekToEnd())
            try handle.seek(toOffset: 0)
            let prefix = try handle.read(upToCount: FileKind.prefixBytes) ?? Data()
            kind = prefix.withUnsafeBytes { FileKind(prefix: $0.assumingMemoryBound(to: UInt8.self)) }
        } catch {
            throw OperationFault.unreadable(finding: "\(path) can't be read")
        }
    }

    /// Opens the file.
    ///
    /// - Throws: `OperationFault.unreadable`.
    func open() throws -> FileHandle {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw OperationFault.unreadable(finding: "\(path) can't be opened")
        }
        return handle
    }

    /// The whole file.
    ///
    /// - Throws: `OperationFault.unreadable`.
    package func contents() throws -> [UInt8] {
        let handle = try open()
        defer { try? handle.close() }
        return try reading { Array(try handle.readToEnd() ?? Data()) }
    }

    /// Gives the file away piece by piece, an empty one at its end: its size costs no memory.
    ///
    /// - Throws: `OperationFault.unreadable`, and what the closure throws.
    package func forEachPiece(_ take: (UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws -> Void) throws {
        let handle = try open()
        defer { try? handle.close() }
        var isLast = false
        repeat {
            let piece = try reading { try handle.read(upToCount: FoundFile.pieceBytes) ?? Data() }
            isLast = piece.isEmpty
            try piece.withUnsafeBytes { try take($0.assumingMemoryBound(to: UInt8.self), isLast) }
        } while !isLast
    }

    private static let pieceBytes = 1 << 20

    /// Says which file it was when reading fails.
    ///
    /// - Throws: `OperationFault.unreadable`.
    func reading<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch {
            throw OperationFault.unreadable(finding: "\(path) can't be read to its end")
        }
    }
}
