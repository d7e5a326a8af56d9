import NIOCore

/// A form with a file (`multipart/form-data`), as a browser sends it.
///
/// - Source: RFC 7578.
struct MultipartForm: Sendable {
    /// The text fields.
    private(set) var fields = Form()
    /// The files, in order; a file field left empty is none.
    private(set) var files: [(field: String, name: String, bytes: ByteBuffer)] = []

    /// The boundary that a content type names; nil where it is no such form.
    static func boundary(of contentType: String?) -> String? {
        guard let contentType, contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for part in contentType.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == "boundary" else { continue }
            let value = String(pair[1]).trimmed
            let bare =
                value.hasPrefix("\"") && value.hasSuffix("\"") && value.utf8.count > 2
                ? String(value.dropFirst().dropLast()) : value
            return (1...70).contains(bare.utf8.count) ? bare : nil
        }
        return nil
    }

    /// Reads a body; nil where it doesn't end with its closing boundary, so that a half-written upload is none.
    init?(body: ByteBuffer, boundary: String) {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        var view = body.readableBytesView
        guard view.starts(with: delimiter.dropFirst(2)) else { return nil }
        view = view.dropFirst(delimiter.count - 2)
        while true {
            if view.starts(with: "--".utf8) { return }
            guard view.starts(with: "\r\n".utf8), files.count + fields.fields.count < 64 else { return nil }
            view = view.dropFirst(2)
            guard let end = view.firstRange(of: delimiter) else { return nil }
            guard take(view[view.startIndex..<end.lowerBound]) else { return nil }
            view = view[end.upperBound...]
        }
    }

    private mutating func take(_ part: ByteBufferView) -> Bool {
        guard let gap = part.firstRange(of: Array("\r\n\r\n".utf8)) else { return false }
        let head = String(decoding: part[part.startIndex..<gap.lowerBound], as: UTF8.self)
        let content = part[gap.upperBound...]
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let field = MultipartForm.parameter("name", in: line) else { return false }
        guard let name = MultipartForm.parameter("filename", in: line) else {
            guard content.count <= 64 << 10 else { return false }
            fields.append(field, String(decoding: content, as: UTF8.self))
            return true
        }
        if !name.isEmpty || !content.isEmpty { files.append((field, name, ByteBuffer(content))) }
        return true
    }

    private static func parameter(_ name: String, in line: Substring) -> String? {
        for part in line.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            let value = String(pair[1]).trimmed
            guard value.hasPrefix("\""), value.hasSuffix("\""), value.utf8.count >= 2 else { return value }
            return String(value.dropFirst().dropLast())
        }
        return nil
    }
}

extension ByteBufferView {
    /// Where a pattern of at least one byte first stands.
    fileprivate func firstRange(of pattern: [UInt8]) -> Range<Index>? {
        guard let first = pattern.first else { return nil }
        var from = startIndex
        while let at = self[from...].firstIndex(of: first), endIndex - at >= pattern.count {
            if self[at..<(at + pattern.count)].elementsEqual(pattern) { return at..<(at + pattern.count) }
            from = at + 1
        }
        return nil
    }
}
