import Crypto
import Vocabulary

/// Does one thing to a request.
struct MutantChange {
    typealias Kind = MessageMutants.Kind
    let scene: MutantScene

    /// Changes a request; leaves it as it is where the kind finds nothing to change.
    func apply(_ kind: Kind, to original: inout MutantScene.Original, chance: inout MutantChance) {
        switch kind {
        case .fieldBit: flip(chance.below(original.request.fields.count), &original.request, &chance)
        case .signatureBit: flip(original.request.position(of: "signature"), &original.request, &chance)
        case .bodyBit: flipBody(&original.request, &chance)
        case .fieldByte: alterByte(&original.request, &chance)
        case .body: exchangeBody(&original.request, &chance)
        case .fieldRemoved, .fieldDoubled, .fieldRenamed, .fieldsSwapped, .fieldCopied:
            displace(kind, &original.request, &chance)
        case .fieldWritten: write(&original.request, &chance)
        case .parameter, .reordered, .uncovered, .key, .secondSignature:
            MutantSignature().apply(kind, to: &original.request, chance: &chance)
        case .signatureCopied:
            let other = chance.pick(scene.originals).request
            for name in chance.pick([["signature"], ["signature-input"], ["signature", "signature-input"]]) {
                original.request[name] = other[name]
            }
        case .party: exchangeParty(&original.request, &chance)
        case .peer: original.request.peer = chance.pick([scene.other.peer, [], Envelope.beginning])
        case .clock:
            let seconds = 62 + chance.below(chance.pick([10, 1000, 100_000, 1 << 40]))
            original.now = original.now.adding(seconds: chance.below(2) == 0 ? seconds : -seconds)
        case .forged: original = chance.pick(scene.forged)
        case .line: exchangeLine(&original, &chance)
        case .encoding: encode(&original.request, &chance)
        case .answer:
            original.request.fields = scene.answer + (chance.below(2) == 0 ? [] : original.request.fields)
        case .place: displace(&original, &chance)
        }
    }

    private func flip(_ position: Int?, _ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        guard let position else { return }
        var bytes = Array(request.fields[position].value.utf8)
        guard !bytes.isEmpty else { return }
        bytes[chance.below(bytes.count)] ^= 1 << UInt8(chance.below(8))
        request.fields[position].value = String(decoding: bytes, as: UTF8.self)
    }

    private func flipBody(_ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        guard !request.body.isEmpty else { return request.body.append(UInt8(chance.below(256))) }
        request.body[chance.below(request.body.count)] ^= 1 << UInt8(chance.below(8))
    }

    private func alterByte(_ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        let position = chance.below(request.fields.count)
        var bytes = Array(request.fields[position].value.utf8)
        guard !bytes.isEmpty else { return }
        let at = chance.below(bytes.count)
        switch chance.below(4) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(bytes[at], at: at)
        case 2: bytes[at] = UInt8(chance.below(256))
        default:
            bytes.insert(chance.pick([0x20, 0x09, 0x2C, 0x3B, 0x22, 0x5C, 0x00, 0x0A, 0xC3, 0x30]), at: at)
        }
        request.fields[position].value = String(decoding: bytes, as: UTF8.self)
    }

    private func exchangeBody(_ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        switch chance.below(4) {
        case 0: request.body = Array(request.body.prefix(chance.below(request.body.count)))
        case 1: request.body += [UInt8](repeating: 0x20, count: 1 + chance.below(300_000))
        case 2: request.body = chance.pick(scene.originals).request.body
        default:
            request.body.append(0x0A)
            request["content-digest"] = ContentDigest.field(of: request.body)
        }
    }

    private func displace(_ kind: Kind, _ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        let position = chance.below(request.fields.count)
        let another = chance.below(request.fields.count)
        switch kind {
        case .fieldRemoved: request.fields.remove(at: position)
        case .fieldDoubled:
            var line = request.fields[position]
            if chance.below(2) == 0 { line.value = request.fields[another].value }
            if chance.below(2) == 0 { line.name = line.name.uppercased() }
            request.fields.insert(line, at: another)
        case .fieldRenamed:
            let name = request.fields[position].name
            request.fields[position].name = chance.pick([
                name + "x", "x-" + name, name + " ", "", String(name.dropLast()),
                request.fields[another].name,
                name + "\u{0}", name.replacing("-", with: "_"), "é" + name,
            ])
        case .fieldCopied:
            let line = chance.pick(chance.pick(scene.originals).request.fields)
            request[line.name] = line.value
        default:
            let value = request.fields[position].value
            request.fields[position].value = request.fields[another].value
            request.fields[another].value = value
        }
    }

    private func write(_ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        let position = chance.below(request.fields.count)
        let value = request.fields[position].value
        request.fields[position].value = chance.pick([
            value.uppercased(), value + " ", " " + value, value + "\t", value + "\r\n ", "\r\n " + value,
            value + ",",
            value + ";a", value + ";a=1", value + "\u{0}", value + "é", value.replacing("=", with: " ="),
            value + ", ",
            value.replacing(" ", with: "  "), value.replacing(";", with: "; "),
            value.replacing("\"", with: "'"), "",
            value + ", " + value, value.replacing("-", with: "\u{2010}"),
        ])
    }

    private func exchangeParty(_ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        let names = [
            scene.other.party.text, scene.gate.me.text, "id/imigrasi/simkim", "id/imigrasi/Simkim", "id/x",
        ]
        for name in chance.pick([["kawal-audience"], ["kawal-sender"], ["kawal-audience", "kawal-sender"]])
        where request[name] != nil {
            request[name] = "\"\(chance.pick(names))\""
        }
        if chance.below(3) == 0 { request.peer = scene.other.peer }
    }

    private func exchangeLine(_ original: inout MutantScene.Original, _ chance: inout MutantChance) {
        switch chance.below(4) {
        case 0:
            original.request.method = chance.pick(["GET", "PUT", "post", "POST ", "", "DELETE", "OPTIONS"])
        case 1:
            let path = original.request.path
            original.request.path = chance.pick([
                path + "/", path + "?", "/", "", path.uppercased(), "/x/v1/../v1/messages", path + "%00",
                "/x" + path,
                path.replacing("m", with: "%6d"), "*", "https://exchange.kp2mi.example" + path,
            ])
        case 2:
            original.request.query = chance.pick([
                "a=1", "?", "wait=2", "wait=1&wait=1", "#", " ", "wait=%31",
            ])
        default:
            original.request.authority = chance.pick([
                "exchange.kp2mi.example", "exchange.kp2mi.example:443", "EXCHANGE.kp2mi.example:8443", "",
                "localhost",
                "exchange.kp2mi.example.:8443", "exchange.kp2mi.example:08443",
                "a@exchange.kp2mi.example:8443",
            ])
        }
    }

    private func encode(_ request: inout ReceivedRequest, _ chance: inout MutantChance) {
        let name = chance.pick(["signature", "content-digest", "kawal-prev", "signature-input"])
        guard let value = request[name] else { return }
        request[name] = chance.pick([
            value.replacing("=:", with: ":"), value.replacing("==:", with: "=:"),
            value.replacing("+", with: "-"),
            value.replacing("/", with: "_"), String(value.dropLast(2)) + ":", String(value.dropLast()),
            value.replacing(":", with: ""), value.replacing("=:", with: "==:"),
            String(value.dropLast(5)) + "=:",
            value.replacing("==\"", with: "\""), value.replacing("A", with: "B"),
        ])
    }

    private func displace(_ original: inout MutantScene.Original, _ chance: inout MutantChance) {
        if original.isCarried, chance.below(2) == 0 {
            original.servedRoute = chance.pick(["/x/v1/oprf/evaluate", "", "/x/v1/messages/"])
        } else if original.isMessage {
            let other = chance.pick(scene.originals.filter { $0.isMessage == false })
            original.request.method = other.request.method
            original.request.path = other.request.path
            original.request.query = other.request.query
            original.isMessage = false
            original.servedRoute = other.servedRoute
        } else {
            original.isMessage = true
        }
    }
}

extension ReceivedRequest {
    /// Where the first line of a name stands.
    func position(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// The value of the first line of a name; setting one appends a line where there is none.
    subscript(_ name: String) -> String? {
        get { position(of: name).map { fields[$0].value } }
        set {
            guard let newValue else { return fields.removeAll { $0.name == name } }
            guard let position = position(of: name) else {
                return fields.append(HeaderLine(name: name, value: newValue))
            }
            fields[position].value = newValue
        }
    }
}
