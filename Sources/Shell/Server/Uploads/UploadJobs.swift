import Operations
import ServiceLifecycle
import Synchronization
import Vocabulary

/// One uploaded file that is being screened, or was.
struct UploadJob: Sendable {
    /// How far it is.
    enum State: Sendable {
        /// It is being read and screened.
        case running
        /// It was received.
        case done(Reception)
        /// It was not received, and nothing of it was kept.
        case failed(Problem)
    }

    /// The job's identifier.
    let id: String
    /// The account that sent the file.
    let owner: String
    /// The size.
    let byteCount: Int
    /// When it arrived whole.
    let startedAt: Moment
    /// How far it is.
    var state: State
}

/// Screens uploaded files apart from the request that brought them, so that the work goes on when the page is closed.
///
/// - Shape: in memory; the last 200 jobs are remembered, four run at once. A stopping server waits for those that run.
final class UploadJobs: Service {
    private struct Jobs {
        var byID: [String: UploadJob] = [:]
        var order: [String] = []
        var tasks: [String: Task<Void, Never>] = [:]
    }

    private static let limit = 200
    private static let runningLimit = 4
    private let desk: Desk
    private let metrics: ServerMetrics
    private let jobs = Mutex(Jobs())

    /// No jobs yet.
    init(desk: Desk, metrics: ServerMetrics) {
        self.desk = desk
        self.metrics = metrics
    }

    /// Begins to screen a file; gives the job's identifier.
    ///
    /// - Throws: `Problem.uploadsFull` where as many run as may: each holds its file in memory.
    func start(_ bytes: [UInt8], name: String, by actor: Actor) throws(Problem) -> String {
        let job = UploadJob(
            id: Secret.make(),
            owner: actor.name,
            byteCount: bytes.count,
            startedAt: desk.now(),
            state: .running
        )
        let isBegun = jobs.withLock { jobs in
            guard jobs.tasks.count < Self.runningLimit else { return false }
            jobs.byID[job.id] = job
            jobs.order.append(job.id)
            if jobs.order.count > Self.limit { jobs.byID[jobs.order.removeFirst()] = nil }
            jobs.tasks[job.id] = Task { [desk, metrics] in
                let state: UploadJob.State
                do {
                    state = .done(
                        try await metrics.timeScreening {
                            try await desk.receive(bytes, name: name, by: actor)
                        }
                    )
                } catch {
                    state = .failed(Problem(error))
                }
                self.finish(job.id, state)
            }
            return true
        }
        guard isBegun else { throw .uploadsFull }
        return job.id
    }

    /// A job of an account; nil where it is unknown, forgotten or another's.
    func job(_ id: String, of owner: String) -> UploadJob? {
        let job = jobs.withLock { $0.byID[id] }
        return job?.owner == owner ? job : nil
    }

    /// Waits for a job to end, for a while.
    func wait(for id: String, atMost time: Duration) async {
        guard let task = jobs.withLock({ $0.tasks[id] }) else { return }
        await firstOf {
            await task.value
        } or: {
            try? await Task.sleep(for: time)
        }
    }

    /// Lives until the server stops, and then until the last job has ended.
    func run() async {
        try? await gracefulShutdown()
        while let task = jobs.withLock({ $0.tasks.values.first }) { await task.value }
    }

    private func finish(_ id: String, _ state: UploadJob.State) {
        jobs.withLock { jobs in
            jobs.byID[id]?.state = state
            jobs.tasks[id] = nil
        }
    }
}
