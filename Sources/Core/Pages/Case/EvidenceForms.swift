import Vocabulary

/// Adding evidence, opening it for a purpose, and taking the whole case out.
struct EvidenceForms {
    let model: CaseModel
    let megabytes: Int
    let frame: Frame

    private var words: Spoken<EvidenceWords> { frame.words.evidence }

    var content: HTML {
        section(.class("panel"), .id("barang-bukti")) {
            h2 { words.title }
            switch model.evidenceProblem {
            case .unknownKind: problemBox(words.unknownKind)
            case .altered: problemBox(words.altered)
            case nil: HTML()
            }
            for acts in model.evidence { if let first = acts.first { piece(first) } }
            details(.class("step-form"), .open(model.evidenceProblem != nil)) {
                summary { words.add }
                adding
            }
            if let id = model.id {
                frame.posted(.bundle(id), class: "form") {
                    purpose("berkas-tujuan")
                    button(.type("submit"), .class("quiet")) { words.makeBundle }
                }
            }
        }
    }

    private func piece(_ first: EvidenceMove) -> HTML {
        let id = "bukti-" + first.id
        return details(.class("step-form")) {
            summary {
                first.name
                if isNameMisleading(first) { " · " + words.otherName.filled(first.mediaType) }
                if first.isDigestOfDevice { " · " + words.digestOfDevice }
            }
            frame.posted(.evidence(first.caseID, first.id, "buka")) {
                purpose(id + "-tujuan")
                button(.type("submit"), .class("quiet")) { words.open }
            }
            frame.posted(.evidence(first.caseID, first.id, "catat")) {
                field(id + "-tindakan", words.act) {
                    chooser(
                        id + "-tindakan",
                        Field.duty,
                        empty: frame.words.cases.choose,
                        CustodyAct.byHand.map {
                            ($0.rawValue, words.group.acts[$0.rawValue]?[frame.language] ?? "")
                        },
                        chosen: nil,
                        isRequired: true
                    )
                }
                purpose(id + "-tujuan-tindakan")
                field(id + "-keterangan", words.note) {
                    input(.id(id + "-keterangan"), .name(FormName(.text)), .maximumLength(500), .required)
                }
                button(.type("submit"), .class("quiet")) { words.doAct }
            }
        }
    }

    /// Whether a name's ending says another kind than the bytes do.
    private func isNameMisleading(_ first: EvidenceMove) -> Bool {
        let ending = first.name.lowercased().split(separator: ".").last.map(String.init) ?? ""
        return MediaKind(rawValue: first.mediaType).map { !$0.endings.contains(ending) } ?? true
    }

    private func purpose(_ id: String) -> HTML {
        field(id, words.forPurpose) {
            chooser(
                id,
                Field.reason,
                empty: frame.words.cases.choose,
                EvidencePurpose.allCases.map {
                    ($0.rawValue, words.group.purposes[$0.rawValue]?[frame.language] ?? "")
                },
                chosen: nil,
                isRequired: true
            )
        }
    }

    private var adding: HTML {
        frame.posted(.evidence(model.id ?? ""), isUpload: true) {
            hidden(Field.digest, "")
            field("bukti-berkas", words.file, hint: words.fileHint.filled(frame.number(megabytes))) {
                input(
                    .id("bukti-berkas"),
                    .type("file"),
                    .name(Field.paper),
                    .accept("image/jpeg,image/png,application/pdf,audio/*,video/*,text/plain"),
                    .data("digest", "into"),
                    .aria("describedby", "bukti-berkas-hint"),
                    .required
                )
            }
            div(.class("grid")) {
                field("bukti-hari", words.capturedAt) {
                    input(.id("bukti-hari"), .type("datetime-local"), .name(Field.opens))
                }
                field("bukti-tempat", words.place) {
                    input(
                        .id("bukti-tempat"),
                        .name(Field.destination),
                        .maximumLength(200),
                        .autocomplete("off")
                    )
                }
            }
            field("bukti-keterangan", words.note) {
                textarea(.id("bukti-keterangan"), .name(FormName(.text)), .rows(2), .maximumLength(1000))
            }
            button(.type("submit"), .class("primary")) { words.send }
        }
    }
}
