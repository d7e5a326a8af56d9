import HTTPTypes
import Hummingbird
import Synchronization

/// Which methods each address takes, to tell a wrong method from a wrong address.
final class RouteBook: Sendable {
    private struct Route {
        var segments: [String]
        var method: HTTPRequest.Method
    }

    private let routes = Mutex<[Route]>([])

    /// Notes the routes of a router.
    func note(_ descriptions: [(path: String, method: HTTPRequest.Method)]) {
        let noted = descriptions.map { Route(segments: Self.segments($0.path), method: $0.method) }
        routes.withLock { $0 = noted }
    }

    /// The methods of an address; empty where there is none such.
    func methods(for path: String) -> [HTTPRequest.Method] {
        let segments = Self.segments(path)
        let methods = routes.withLock { routes in
            routes.filter { Self.matches($0.segments, segments) }.map(\.method)
        }
        return methods.sorted { $0.rawValue < $1.rawValue }
    }

    private static func segments(_ path: String) -> [String] { path.split(separator: "/").map(String.init) }

    private static func matches(_ template: [String], _ path: [String]) -> Bool {
        if template.last == "**" {
            return path.count >= template.count && path.starts(with: template.dropLast())
        }
        return template.count == path.count
            && zip(template, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }
}
