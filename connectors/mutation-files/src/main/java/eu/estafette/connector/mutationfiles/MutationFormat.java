package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.employment.BrusselsTime;
import eu.estafette.kit.file.FileFormat;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.file.RemoteFile;
import eu.estafette.kit.file.Reply;
import eu.estafette.kit.file.Settled;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.XmlContract;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Published files: what is in one is told by its outermost element, not by its name. Nothing is written back. */
final class MutationFormat implements FileFormat {

    static final String JOB_SEEKERS = "notifyJobSeekerStatus";
    static final String EMPLOYMENTS = "MutatiesWerkrelaties";
    static final String EXCEPTIONS = "Uitzonderingen";

    private static final Set<String> UNFINISHED = Set.of(".part", ".tmp", ".filepart");
    private static final XmlContract STATUSES = XmlContract.of(MutationFormat.class, "job-seeker-status.xsd");

    private final Party party;
    private final ExpectedFiles expected;
    private final Settled settled = new Settled();

    MutationFormat(Party party, ExpectedFiles expected) {
        this.party = party;
        this.expected = expected;
    }

    @Override
    public List<RemoteFile> complete(List<RemoteFile> listed) {
        return settled.of(listed.stream()
                .filter(file ->
                        !file.name().startsWith(".") && UNFINISHED.stream().noneMatch(file.name()::endsWith))
                .sorted(Comparator.comparing(MutationFormat::published).thenComparing(RemoteFile::name))
                .toList());
    }

    private static LocalDateTime published(RemoteFile file) {
        return PublishedName.of(file.name())
                .map(PublishedName::stamp)
                .orElseGet(() -> LocalDateTime.ofInstant(file.modified(), BrusselsTime.ZONE));
    }

    @Override
    public FirstLook lookAt(Content content, String name, OriginalRef original, Round round)
            throws IOException, FileRefusedException {
        Map<String, byte[]> remember = new HashMap<>(expected.arrivalOf(name, round.now()));
        if (!rootOf(content).equals(JOB_SEEKERS)) {
            return new FirstLook(List.of(), remember);
        }
        try (XmlRecords records = open(content, JOB_SEEKERS)) {
            var sequence = Sequence.of(BatchHead.read(records, STATUSES), round);
            List<Issue> remarks = sequence.take(original, name);
            remember.putAll(sequence.remember(original));
            return new FirstLook(remarks, remember);
        }
    }

    @Override
    public Records open(Content content, String name, OriginalRef original) throws IOException, FileRefusedException {
        Optional<LocalDateTime> named = PublishedName.of(name).map(PublishedName::stamp);
        String root = rootOf(content);
        XmlRecords records = open(content, root);
        try {
            return new MutationRecords(
                    records,
                    switch (root) {
                        case JOB_SEEKERS ->
                            new JobSeekers(party, original, BatchHead.read(records, STATUSES), named, STATUSES);
                        case EMPLOYMENTS -> new Employments(party, original, named);
                        case EXCEPTIONS -> new Exceptions();
                        default -> throw Faults.file("unknownContent", "has another content than this hub reads");
                    });
        } catch (FileRefusedException | IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    private static String rootOf(Content content) throws IOException, FileRefusedException {
        try {
            return XmlRecords.rootOf(content.read(), XmlLimits.STANDARD);
        } catch (XmlRefusedException e) {
            throw Faults.file(e);
        }
    }

    private static XmlRecords open(Content content, String root) throws IOException, FileRefusedException {
        try {
            return XmlRecords.open(content.read(), root, Set.of("jobSeekers"), XmlLimits.STANDARD);
        } catch (XmlRefusedException e) {
            throw Faults.file(e);
        }
    }

    @Override
    public List<Reply> repliesTo(String name) {
        return List.of();
    }
}
