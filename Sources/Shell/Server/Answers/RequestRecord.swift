import HTTPTypes
import Hummingbird
import Logging

/// Counts and logs every request by its route's template: never by address, query, header or body.
struct RequestRecord: RouterMiddleware {
    typealias Context = KawalContext
    let metrics: ServerMetrics

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response)
        async throws
        -> Response
    {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let route = context.endpointPath ?? "NotFound"
        let nanoseconds = start.duration(to: .now).nanoseconds
        metrics.answered(request.method, route: route, status: response.status.code, nanoseconds: nanoseconds)
        context.logger.log(
            level: response.status.code >= 500 ? .error : .notice,
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
                "microseconds": "\(nanoseconds / 1000)",
            ]
        )
        return response
    }
}
