/// Changes what a signature says of itself.
struct MutantSignature {
    func apply(_ kind: MessageMutants.Kind, to request: inout ReceivedRequest, chance: inout MutantChance) {
        guard let input = request["signature-input"], let signature = request["signature"],
            let end = input.lastIndex(of: ")")
        else { return }
        let components = input[input.index(input.startIndex, offsetBy: 7)..<end].split(separator: " ").map(
            String.init
        )
        let parameters = input[input.index(after: end)...].dropFirst().split(separator: ";").map(String.init)
        var changed = (components: components, parameters: parameters)
        switch kind {
        case .secondSignature:
            return double(&request, input: input, signature: signature, chance: &chance)
        case .parameter: alter(&changed.parameters, &chance)
        case .key:
            let position = parameters.firstIndex {
                $0.hasPrefix("keyid=") || $0.hasPrefix("alg=") && chance.below(2) == 0
            }
            guard let position else { return }
            changed.parameters[position] = chance.pick([
                "keyid=\"sender-1\"", "keyid=\"sender-2\"", "keyid=\"third-1\"", "keyid=\"\"",
                "alg=\"ed25519\"",
                "alg=\"none\"", "alg=\"hmac-sha256\"", "alg=\"ecdsa-p256-sha256\"", "keyid=\"SENDER-1\"",
            ])
        case .uncovered: changed.components.remove(at: chance.below(components.count))
        default:
            if chance.below(2) == 0 {
                changed.components.swapAt(chance.below(components.count), chance.below(components.count))
            } else {
                changed.parameters.swapAt(chance.below(parameters.count), chance.below(parameters.count))
            }
        }
        let list = changed.components.joined(separator: " ")
        request["signature-input"] = "kawal=(\(list))" + changed.parameters.map { ";\($0)" }.joined()
    }

    private func alter(_ parameters: inout [String], _ chance: inout MutantChance) {
        let position = chance.below(parameters.count)
        let parts = parameters[position].split(separator: "=", maxSplits: 1)
        let value = parts.count == 2 ? String(parts[1]) : ""
        switch chance.below(5) {
        case 0: parameters.remove(at: position)
        case 1: parameters.insert(parameters[position], at: chance.below(parameters.count))
        case 2:
            parameters.insert(
                chance.pick(["a", "a=1", "req", "created=1", "tag=\"kawal-req-1c\""]),
                at: position
            )
        case 3:
            let number = Int64(value).map { $0 + Int64(chance.below(200)) - 100 }
            parameters[position] = "\(parts[0])=" + (number.map(String.init) ?? "\"x\"")
        default:
            parameters[position] = chance.pick([
                "\(parts[0])", "\(parts[0])=\(value)0", "\(parts[0])=-1", "\(parts[0])=?1", "\(parts[0])=1.0",
                "\(parts[0])=999999999999999", "\(parts[0])=@1790000000", "\(parts[0])=\"kawal-res-1\"",
            ])
        }
    }

    private func double(
        _ request: inout ReceivedRequest,
        input: String,
        signature: String,
        chance: inout MutantChance
    ) {
        let second = input.replacing("kawal=", with: "other=")
        let empty = "kawal=();created=1;keyid=\"sender-1\";alg=\"ed25519\";tag=\"kawal-req-1\""
        let copied = signature.replacing("kawal=", with: "other=")
        switch chance.below(6) {
        case 0:
            request["signature-input"] = "\(input), \(second)"
            request["signature"] = "\(signature), \(copied)"
        case 1:
            request["signature-input"] = "\(second), \(input)"
            request["signature"] = "\(copied), \(signature)"
        case 2: request["signature-input"] = "\(input), \(empty)"
        case 3: request["signature-input"] = "\(empty), \(input)"
        case 4:
            request["signature"] = "\(signature), kawal=:AAAA:"
        default:
            request["signature-input"] = second
            request["signature"] = copied
        }
    }
}
