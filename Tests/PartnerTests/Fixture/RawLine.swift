import Exchange
import Foundation
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

@testable import Partner

/// A TLS connection on which a test writes what it likes.
enum RawLine {
    /// What came back.
    struct Answer: Sendable {
        var status = 0
        var fields: [HeaderLine] = []
        var body: [UInt8] = []

        func field(_ name: String) -> String? { fields.first { $0.name.lowercased() == name }?.value }

        /// The refusal's stable code.
        var code: String? { (try? CanonicalJSON(body))?["code"]?.text }
    }

    /// Writes pieces one after the other and reads until the other side closes, or for so long.
    ///
    /// - Shape: nil where the connection came to nothing, or nothing was answered.
    static func say(
        _ pieces: [[UInt8]],
        to port: Int,
        _ tls: TLSConfiguration,
        closing: Bool = false,
        patience: TimeAmount = .seconds(10)
    ) async throws -> Answer? {
        let context = try NIOSSLContext(configuration: tls)
        let collector = Collector()
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = try NIOSSLClientHandler(context: context, serverHostname: "localhost")
                    try channel.pipeline.syncOperations.addHandlers([handler, collector.handler()])
                }
            }
        guard let channel = try? await bootstrap.connect(host: "127.0.0.1", port: port).get() else {
            return nil
        }
        let alarm = channel.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        for piece in pieces {
            try? await channel.writeAndFlush(ByteBuffer(bytes: piece))
            try await Task.sleep(for: .milliseconds(20))
        }
        if closing { try? await channel.close(mode: .all) }
        try? await channel.closeFuture.get()
        alarm.cancel()
        return parse(collector.bytes)
    }

    /// A signed request as it goes over the line.
    static func bytes(_ request: SignedRequest, length: Int? = nil) -> [UInt8] {
        var text = "\(request.method) \(request.path) HTTP/1.1\r\nHost: \(request.authority)\r\n"
        for field in request.fields { text += "\(field.name): \(field.value)\r\n" }
        text += "Content-Length: \(length ?? request.body.count)\r\nConnection: close\r\n\r\n"
        return Array(text.utf8) + request.body
    }

    private static func parse(_ bytes: [UInt8]) -> Answer? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        var answer = Answer()
        answer.status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let value = parts[1].drop { $0 == " " }
            answer.fields.append(HeaderLine(name: String(parts[0]), value: String(value)))
        }
        answer.body = Array(text[end.upperBound...].utf8)
        return answer
    }

    private final class Collector: Sendable {
        private let state = Mutex<[UInt8]>([])
        var bytes: [UInt8] { state.withLock { $0 } }
        func handler() -> any ChannelHandler & Sendable { Handler(self) }
        func add(_ more: ByteBuffer) { state.withLock { $0.append(contentsOf: more.readableBytesView) } }

        private final class Handler: ChannelInboundHandler, Sendable {
            typealias InboundIn = ByteBuffer
            private let collector: Collector
            init(_ collector: Collector) { self.collector = collector }
            func channelRead(context: ChannelHandlerContext, data: NIOAny) {
                collector.add(unwrapInboundIn(data))
            }
            func errorCaught(context: ChannelHandlerContext, error: any Error) {
                context.close(promise: nil)
            }
            func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
                if case .some(.inputClosed) = event as? ChannelEvent { context.close(promise: nil) }
            }
        }
    }
}
