import Vocabulary
import Casework
import Operations
import Pages

/// Every address for people: the one table of routes and roles.
enum PageTable {
    static let everyone = Set(Role.allCases)
    static let counter: Set<Role> = [.border, .helpdesk]
    static let officers: Set<Role> = [.border]
    static let readers: Set<Role> = [.border, .helpdesk, .supervisor, .analyst, .auditor]
    static let ticketReaders: Set<Role> = [.border, .helpdesk, .supervisor]
    static let senders: Set<Role> = [.border, .administrator]
    static let applications: Set<Role> = [.passport, .helpdesk]
    static let departureRoles = roles(of: [.departure])
    static let networkRoles: Set<Role> = [.investigator, .licensing]
    static let caseRoles = roles(of: CaseKind.allCases.filter { $0 != .departure })
    static let searchers: Set<Role> = [
        .border, .helpdesk, .supervisor, .protection, .protectionAttache, .immigrationAttache,
    ]
    static let desks: Set<Role> = [.helpdesk, .supervisor]
    static let letterRoles: Set<Role> = [.interviewer, .supervisor, .helpdesk, .reviewer]
    static let reporters: Set<Role> = [.supervisor, .helpdesk, .reviewer, .analyst, .auditor]
    static let exchangers: Set<Role> = [
        .administrator, .auditor, .supervisor, .helpdesk, .reviewer, .analyst,
    ]
    static let administrators: Set<Role> = [.administrator]

    /// The table.
    static func routes(uploadLimitBytes: Int) -> [PageRoute] {
        publicRoutes + doorRoutes + boardRoutes + counterRoutes + applicationRoutes
            + evidenceRoutes(uploadLimitBytes) + manifestRoutes(uploadLimitBytes) + administrationRoutes
    }

    /// The pages that the navigation shows to somebody with these roles.
    static func places(for roles: Set<Role>) -> Set<Place> {
        Set(Place.allCases.filter { !roles.isDisjoint(with: Self.roles(for: $0)) })
    }

    /// The page on which somebody with these roles begins.
    static func home(for roles: Set<Role>) -> Pages.Link {
        if !roles.isDisjoint(with: readers) { return Place.board.link }
        if roles.contains(.passport) { return Place.applications.link }
        if !roles.isDisjoint(with: departureRoles) { return Place.queue.link }
        return roles.isDisjoint(with: caseRoles) ? Place.status.link : Place.cases.link
    }

    private static func roles(for place: Place) -> Set<Role> {
        switch place {
        case .board, .status, .readiness, .agreement: everyone
        case .exchange: exchangers
        case .counter: counter
        case .search: searchers
        case .desk: desks
        case .referrals: readers
        case .releases: officers
        case .queue: departureRoles
        case .shifts: [.supervisor]
        case .shiftNotes: [.supervisor]
        case .invitations: [.border, .supervisor]
        case .networks: networkRoles
        case .glass: [.reviewer, .auditor]
        case .cases: caseRoles
        case .doubts: counter
        case .reports: reporters
        case .manifests: senders
        case .applications: applications
        case .accounts, .machineKeys: administrators
        }
    }

    /// Everybody who has a step in some courses.
    private static func roles(of kinds: [CaseKind]) -> Set<Role> {
        let hands = kinds.flatMap { $0.table.rows.flatMap(\.by) }
        return Set(hands.compactMap { if case .officer(let role) = $0 { role } else { nil } })
    }

    private static let publicRoutes: [PageRoute] = [
        .get("/s", .everybody, Slips.showState),
        .get("/s/{code}", .everybody, Slips.showState),
        .post("/s/{code}", .everybody, .asks, Slips.object),
        .get("/cek", .everybody, Readiness.show),
        .post("/cek", .everybody, .asks, Readiness.answer),
        .get("/pas", .everybody, Passes.show),
        .post("/pas", .everybody, .asks, Passes.give),
        .get("/aset/{name}", .everybody, Assets.send),
        .post("/pengaturan", .everybody, .asks, Settings.keep),
    ]

    private static let doorRoutes: [PageRoute] = [
        .get("/masuk", .atTheDoor, Door.showSignIn),
        .post("/masuk", .atTheDoor, .asks, Door.signIn),
        .get("/ganti-petugas", .atTheDoor, Door.showHandover),
        .post("/ganti-petugas", .atTheDoor, .asks, Door.handOver),
        .get("/terkunci", .atTheDoor, Door.showLocked),
        .post("/terkunci", .atTheDoor, .asks, Door.unlock),
        .post("/kunci", .atTheDoor, .asks, Door.lock),
        .post("/keluar", .atTheDoor, .asks, Door.signOut),
        .get("/kata-sandi", .roles(everyone), Passwords.show),
        .post("/kata-sandi", .roles(everyone), .asks, Passwords.change),
    ]

    private static let boardRoutes: [PageRoute] = [
        .get("/", .roles(everyone), { .redirect(PageTable.home(for: try $0.actor.roles).text) }),
        .get("/papan", .roles(everyone), Board.show),
        .get("/siaran", .roles(everyone), isBackground: true, Board.live),
        .get("/penerbangan/{number}/{departsOn}/{from}", .roles(readers), Travellers.showFlight),
        .get("/pelintas/{id}", .roles(readers), Travellers.show),
        .get("/pelintas/{id}/pemesanan", .roles(ticketReaders), Tickets.show),
        .get("/tanda-lepas", .roles(officers), Releases.show),
        .get("/tautan", .roles(counter), Doubts.showAll),
        .get("/tautan/{id}", .roles(counter), Doubts.show),
        .post("/tautan/{id}", .roles(counter), .changes, Doubts.decide),
        .get("/jadwal", .roles([.supervisor]), Shifts.show),
        .post("/jadwal", .roles([.supervisor]), .changes, Shifts.set),
        .get("/serah-terima", .roles([.supervisor]), ShiftNotes.show),
        .post("/serah-terima", .roles([.supervisor]), .changes, ShiftNotes.handOver),
        .post("/serah-terima/{id}", .roles([.supervisor]), .changes, ShiftNotes.takeOver),
        .get("/undangan", .roles([.border, .supervisor]), Shifts.showInvitations),
        .post("/undangan/{id}/{act}", .roles([.border, .supervisor]), .changes, Shifts.answer),
        .get("/jaringan", .roles(networkRoles), Networks.show),
        .post("/jaringan", .roles(networkRoles), .changes, Networks.add),
        .get("/jaringan/pemesanan", .roles([.investigator]), TicketClaims.show),
        .post("/jaringan/pemesanan", .roles([.investigator]), .asks, TicketClaims.propose),
        .post("/jaringan/pemesanan/catat", .roles([.investigator]), .changes, TicketClaims.record),
        .get("/darurat", .roles([.reviewer, .auditor]), Glass.showReviews),
        .post("/darurat/{id}", .roles([.reviewer, .auditor]), .changes, Glass.review),
        .post(
            "/perkara/{id}/darurat",
            .roles(caseRoles.union(departureRoles).subtracting([.guest])),
            .changes,
            Glass.open
        ),
        .get("/antrean", .roles(departureRoles), Cases.showQueue),
        .get("/perkara", .roles(caseRoles), Cases.showAll),
        .post("/perkara", .roles(caseRoles), .changes, Cases.open),
        .get("/perkara/{id}", .roles(caseRoles.union(departureRoles)), Cases.show),
        .get("/perkara/{id}/surat", .roles(departureRoles), Slips.show),
        .get("/perkara/{id}/surat-resmi", .roles(letterRoles), Letters.showLetter),
        .get("/perkara/{id}/bap", .roles(letterRoles), Letters.showRecord),
        .post("/perkara/{id}/{step}", .roles(caseRoles.union(departureRoles)), .changes, Cases.take),
        .get("/rujukan/{id}/wawancara", .roles([.interviewer]), Cases.showBegin),
        .post("/rujukan/{id}/wawancara", .roles([.interviewer]), .changes, Cases.begin),
        .get("/rujukan", .roles(readers), Referrals.showAll),
        .get("/rujukan/{id}", .roles(readers), Referrals.show),
        .post("/rujukan/{id}/jawaban", .roles([.helpdesk]), .changes, Referrals.answer),
        .get("/pertukaran", .roles(exchangers), ExchangePages.show),
        .post("/pertukaran/surat/{id}/{act}", .roles(administrators), .changes, ExchangePages.act),
        .post("/pertukaran/alarm", .roles(administrators), .changes, ExchangePages.closeAlarm),
        .get("/perjanjian", .roles(everyone), ExchangePages.showAgreement),
        .get("/meja", .roles(desks), DepartingDesk.show),
        .get("/meja/pas", .roles([.helpdesk]), PassDesk.show),
        .post("/meja/pas", .roles([.helpdesk]), .asks, PassDesk.find),
        .post("/meja/pas/terbit", .roles([.helpdesk]), .changes, PassDesk.issue),
        .post("/meja/pas/tarik", .roles([.helpdesk]), .changes, PassDesk.revoke),
        .get("/laporan", .roles(reporters), Reports.show),
        .get("/laporan.csv", .roles(reporters), Reports.sendTable),
        .get("/status", .roles(everyone), Status.show),
    ]

    private static let counterRoutes: [PageRoute] = [
        .get("/konter", .roles(counter), CounterPages.show),
        .post("/konter", .roles(counter), .asks, CounterPages.check),
        .get("/cari", .roles(searchers), Search.show),
        .post("/cari", .roles(searchers), .asks, Search.find),
        .post("/konter/dokumen", .roles(counter), .changes, CounterPages.attest),
        .post("/konter/wawancara", .roles(counter), .changes, CounterPages.refer),
    ]

    private static let applicationRoutes: [PageRoute] = [
        .get("/permohonan", .roles(applications), Applications.showAll),
        .get("/permohonan/{id}", .roles(applications), Applications.show),
        .post("/permohonan/{id}/perkara", .roles([.passport]), .changes, Applications.openCase),
    ]

    private static func manifestRoutes(_ limitBytes: Int) -> [PageRoute] {
        [
            .get("/manifes", .roles(senders), Manifests.showAll),
            .post("/manifes", .roles(senders), .changes, bodyLimitBytes: limitBytes, Manifests.receive),
            .get("/manifes/{id}/pesan", .roles(senders), Manifests.showMessage),
            .get("/manifes/{id}", .roles(senders.union(readers)), Manifests.show),
            .get("/manifes/kerja/{id}", .roles(senders), isBackground: true, Manifests.showJob),
        ]
    }

    private static func evidenceRoutes(_ limitBytes: Int) -> [PageRoute] {
        [
            .post(
                "/perkara/{id}/barang-bukti",
                .roles(caseRoles),
                .changes,
                bodyLimitBytes: limitBytes,
                Evidence.add
            ),
            .post("/perkara/{id}/barang-bukti/{piece}/buka", .roles(caseRoles), .asks, Evidence.open),
            .post("/perkara/{id}/barang-bukti/{piece}/catat", .roles(caseRoles), .changes, Evidence.note),
            .post("/perkara/{id}/berkas", .roles(caseRoles), .asks, Evidence.bundle),
        ]
    }

    private static let administrationRoutes: [PageRoute] = [
        .get("/akun", .roles(administrators), AccountPages.show),
        .post("/akun", .roles(administrators), .changes, AccountPages.add),
        .post("/akun/{name}/{act}", .roles(administrators), .changes, AccountPages.act),
        .get("/kunci-mesin", .roles(administrators), KeyPages.show),
        .post("/kunci-mesin", .roles(administrators), .changes, KeyPages.issue),
        .post("/kunci-mesin/{id}/cabut", .roles(administrators), .changes, KeyPages.revoke),
    ]
}
