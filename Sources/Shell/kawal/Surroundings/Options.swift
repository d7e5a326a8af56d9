public import ArgumentParser
public import Vocabulary

/// Which site.
struct SiteOptions: ParsableArguments {
    @Option(help: "The site's folder.")
    var site = "./site"

    @Option(help: "Its configuration file; kawal.json5 in the site's folder where not given.")
    var config: String?
}

/// A port to listen on.
enum PortOption {
    /// Refuses a number that is no port.
    ///
    /// - Throws: `ValidationError`.
    static func check(_ port: Int, in ports: ClosedRange<Int> = 0...65_535) throws {
        guard ports.contains(port) else {
            throw ValidationError("--port: \(ports.lowerBound) to \(ports.upperBound).")
        }
    }
}

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print JSON, one object a line, on standard output.")
    var json = false
}

extension Day: ExpressibleByArgument {
    /// Reads `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}
