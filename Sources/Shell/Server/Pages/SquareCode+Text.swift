import CQREncode
import Pages

extension SquareCode {
    /// Draws a text as a QR code (ISO/IEC 18004), a quarter of which may be torn off; nil where it is too long.
    init?(_ text: String) {
        self.init(QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q))
    }

    /// Draws letters and digits as a QR code in its alphanumeric mode, of which 15 % may be torn off; nil where it is too long.
    init?(letters text: String) { self.init(QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1)) }

    private init?(_ drawn: UnsafeMutablePointer<QRcode>?) {
        guard let code = drawn else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let squares = code.pointee.data else { return nil }
        // The lowest bit of each byte says whether the square is dark.
        self.init(side: side, isDark: (0..<side * side).map { squares[$0] & 1 == 1 })
    }
}
