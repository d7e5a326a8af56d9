extension Envelope {
    /// The envelope as header lines, in the order in which they are signed.
    var fields: [HeaderLine] {
        [
            HeaderLine(name: "kawal-message-id", value: StructuredField.text(of: id)),
            HeaderLine(name: "kawal-sender", value: StructuredField.text(of: sender.text)),
            HeaderLine(name: "kawal-audience", value: StructuredField.text(of: audience.text)),
            HeaderLine(name: "kawal-stream", value: StructuredField.text(of: stream.text)),
            HeaderLine(name: "kawal-seq", value: "\(sequence)"),
            HeaderLine(name: "kawal-prev", value: StructuredField.text(of: previous)),
            HeaderLine(name: "kawal-type", value: StructuredField.text(of: type.text)),
            HeaderLine(name: "kawal-purpose", value: StructuredField.text(of: purpose)),
        ]
    }
}
