public import ArgumentParser
public import Vocabulary

/// Which site.
struct SiteOptions: ParsableArguments {
    @Option(help: "The site's folder.")
    var site = "./site"

    @Option(help: "Its configuration file; kawal.json5 in the site's folder where not given.")
    var config: String?
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
