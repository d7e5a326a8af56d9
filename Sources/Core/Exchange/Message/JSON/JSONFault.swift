/// Why bytes are no JSON that this profile reads.
public enum JSONFault: Error, Hashable, Sendable {
    /// There are more bytes than allowed.
    case tooLarge
    /// The bytes are no UTF-8, or begin with a byte order mark.
    case encoding
    /// The grammar is broken at a byte.
    case syntax(at: Int)
    /// An object names a member twice; the byte is where the second name ends.
    case duplicateMember(at: Int)
    /// A text holds half of a surrogate pair or a code point that is no character.
    case noCharacter(at: Int)
    /// Arrays and objects stand in each other deeper than allowed.
    case tooDeep(at: Int)
    /// A number is beyond what a double holds.
    case numberRange(at: Int)
    /// Something stands behind the value.
    case trailing(at: Int)
    /// The value has another shape than its reader expects; the name of the member.
    case shape(String)
}
