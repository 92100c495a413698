package eu.estafette.connector.dimona;

import eu.estafette.kit.file.FileFormat;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.file.RemoteFile;
import eu.estafette.kit.file.RemoteFolders;
import eu.estafette.kit.file.Reply;
import eu.estafette.kit.file.Settled;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.xml.XmlContract;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Triplets: a file counts when its trigger is there and it stands still itself. Declarations are answered by two replies, whether the file
 * was received and what became of each form; files that answer are not answered.
 */
final class DimonaFormat implements FileFormat {

    private static final XmlContract DECLARATIONS = XmlContract.of(DimonaFormat.class, "dimona.xsd");
    private static final XmlContract RECEPTIONS = XmlContract.of(DimonaFormat.class, "acrf.xsd");
    private static final XmlContract RESULTS = XmlContract.of(DimonaFormat.class, "noti.xsd");
    private static final XmlContract RENUMBERINGS = XmlContract.of(DimonaFormat.class, "idflux.xsd");

    private final Party party;
    private final DimonaAddress address;
    private final RemoteFolders.Connection connection;
    private final PeriodIds periods;
    private final IdentifierMode mode;
    private final InstantSource clock;
    private final Settled settled = new Settled();

    /** @param connection to where the address points */
    DimonaFormat(
            Party party,
            DimonaAddress address,
            RemoteFolders.Connection connection,
            PeriodIds periods,
            IdentifierMode mode,
            InstantSource clock) {
        this.party = party;
        this.address = address;
        this.connection = connection;
        this.periods = periods;
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public List<RemoteFile> complete(List<RemoteFile> listed) {
        Set<String> names = listed.stream().map(RemoteFile::name).collect(Collectors.toSet());
        return settled.of(listed.stream()
                .filter(file -> TripletName.of(file.name())
                        .filter(name -> names.contains(name.trigger()))
                        .isPresent())
                .toList());
    }

    @Override
    public List<String> companionsOf(String name) {
        return TripletName.of(name)
                .map(triplet -> List.of(triplet.signature(), triplet.trigger()))
                .orElse(List.of());
    }

    @Override
    public Records open(Content content, String name, OriginalRef original) throws IOException, FileRefusedException {
        TripletName triplet = TripletName.of(name).orElseThrow();
        if (triplet.isTest() && mode == IdentifierMode.PRODUCTION) {
            throw new FileRefusedException(new Issue(
                    Stage.RULE,
                    ReceptionReply.TEST_FILE,
                    "file",
                    "file",
                    Optional.of(triplet.environment()),
                    "is a test, which this hub does not take"));
        }
        var answers = new Answers(party, original, address, connection);
        return switch (triplet.content()) {
            case TripletName.RECEPTION -> Forms.open(content, "ACRF", RECEPTIONS, answers);
            case TripletName.NOTIFICATION -> Forms.open(content, "NOTIFICATION", RESULTS, answers);
            case TripletName.RENUMBERING ->
                Forms.open(content, "IDFLUX", RENUMBERINGS, new Renumberings(party, original));
            default -> Forms.open(content, "Dimona", DECLARATIONS, new Declarations(party, original, periods));
        };
    }

    @Override
    public List<Reply> repliesTo(String name) {
        TripletName triplet = TripletName.of(name).orElseThrow();
        if (!triplet.content().equals(TripletName.DECLARATIONS)) {
            return List.of();
        }
        String folder = address.folders().out();
        FormMoment now = FormMoment.of(clock.instant());
        TripletName reception = triplet.reply(TripletName.RECEPTION);
        TripletName results = triplet.reply(TripletName.NOTIFICATION);
        List<Reply> replies =
                new ArrayList<>(ReplyTriplet.of(reception, folder, new ReceptionReply(folder + "/" + reception, now)));
        replies.addAll(ReplyTriplet.of(results, folder, new ResultReply(folder + "/" + results, name, now)));
        return replies;
    }
}
