import Operations

/// Files in one archive that every system unpacks (ustar).
///
/// - Source: POSIX.1-1988, section 10.1.1; paths of at most 100 bytes, as bundles have.
enum TapeArchive {
    /// The archive; every file lies below one folder and belongs to its reader alone.
    static func archive(_ files: [BundleFile], below folder: String, at seconds: Int) -> [UInt8] {
        var archive: [UInt8] = []
        archive.reserveCapacity(files.reduce(1024) { $0 + $1.bytes.count + 1024 })
        for file in files {
            archive += header(folder + "/" + file.path, size: file.bytes.count, at: seconds)
            archive += file.bytes
            archive += [UInt8](repeating: 0, count: (512 - file.bytes.count % 512) % 512)
        }
        return archive + [UInt8](repeating: 0, count: 1024)
    }

    private static func header(_ path: String, size: Int, at seconds: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at place: Int, most: Int) {
            for (offset, byte) in text.utf8.prefix(most).enumerated() { header[place + offset] = byte }
        }
        func octal(_ value: Int, digits: Int) -> String {
            let text = String(value, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(path, at: 0, most: 100)
        put(octal(0o600, digits: 7), at: 100, most: 8)
        put(octal(0, digits: 7), at: 108, most: 8)
        put(octal(0, digits: 7), at: 116, most: 8)
        put(octal(size, digits: 11), at: 124, most: 12)
        put(octal(seconds, digits: 11), at: 136, most: 12)
        put("        ", at: 148, most: 8)
        header[156] = UInt8(ascii: "0")
        put("ustar\u{0}00", at: 257, most: 8)
        let sum = header.reduce(0) { $0 + Int($1) }
        put(octal(sum, digits: 6) + "\u{0} ", at: 148, most: 8)
        return header
    }
}
