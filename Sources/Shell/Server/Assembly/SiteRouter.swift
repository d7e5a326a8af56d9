import HTTPTypes
import Hummingbird

/// Makes the router of the three tables: pages, API, and what operators look at.
struct SiteRouter: Sendable {
    let office: Office

    /// The router.
    func router() -> Router<KawalContext> {
        let router = Router(context: KawalContext.self, options: [.autoGenerateHeadEndpoints])
        let book = RouteBook()
        router.addMiddleware {
            RequestRecord(metrics: office.metrics)
            SecurityHeaders(isSecure: office.configuration.isSecure)
            ProblemAnswers(office: office, routes: book)
        }
        let pages = PageGate(office: office)
        for route in PageTable.routes(uploadLimitBytes: office.configuration.uploadLimitBytes) {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await pages.answer(route, request, context)
            }
        }
        let api = ApiGate(office: office)
        for endpoint in Endpoints.all(uploadLimitBytes: office.configuration.uploadLimitBytes) {
            router.on(RouterPath(endpoint.fullPath), method: endpoint.method) { request, context in
                try await api.answer(endpoint, request, context).response
            }
        }
        OperatorRoutes(office: office).add(to: router)
        LogRoutes(office: office).add(to: router)
        book.note(router.routes.map { ($0.path.description, $0.method) })
        return router
    }
}
