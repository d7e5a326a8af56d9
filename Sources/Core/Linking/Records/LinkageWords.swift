import Glibc
import Vocabulary

/// The distinct words of one comparison: how each sounds, and how rare it is.
final class LinkageWords: @unchecked Sendable {
    let texts = TextStore()
    /// A number for the sound of each word.
    let sounds = PlainRow<UInt64>()
    /// How many values have each word; by `close` the bits that its sound's rarity is worth.
    let uses = PlainRow<UInt32>()
    private(set) var bits = PlainRow<Float>()
    /// Titles and the words between a name and the father's, which name nobody.
    private let isSilent = PlainRow<Bool>()
    private let isOfNames: Bool
    /// The bits of a sound where they are known beforehand, not counted.
    private let known: ((String) -> Float)?

    init(isOfNames: Bool, known: ((String) -> Float)?) {
        self.isOfNames = isOfNames
        self.known = known
        bits.append(0)
        sounds.append(0)
        uses.append(0)
        isSilent.append(false)
    }

    /// The number of a word.
    func number(of word: UnsafeBufferPointer<UInt8>) -> Int {
        let (number, isNew) = texts.number(of: word)
        if isNew {
            let text = isOfNames ? String(decoding: word, as: UTF8.self).uppercased() : ""
            let sound = WordSound.of(word)
            sounds.append(sound.withUnsafeBufferPointer { Hash.of($0) })
            if let known { bits.append(known(String(decoding: sound, as: UTF8.self))) }
            uses.append(0)
            isSilent.append(
                isOfNames
                    && (PersonName.titles.contains(text)
                        || PersonName.wordsOfDescent.contains(text))
            )
        }
        return number
    }

    func names(_ word: Int) -> Bool { !isSilent[word] }

    /// Measures how rare each sound is, once all words are there.
    func close() {
        texts.close()
        guard known == nil else { return }
        var heard: [UInt64: Double] = [:]
        var all = 1.0
        for word in 1..<max(texts.count, 1) {
            heard[sounds[word], default: 0] += Double(uses[word])
            all += Double(uses[word])
        }
        bits = PlainRow(repeating: 0, count: texts.count)
        for word in 1..<max(texts.count, 1) {
            bits[word] = Float(log2(all / max(heard[sounds[word]] ?? 1, 1)))
        }
    }
}
