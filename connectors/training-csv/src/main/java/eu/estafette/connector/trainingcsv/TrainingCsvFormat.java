package eu.estafette.connector.trainingcsv;

import eu.estafette.kit.file.FileFolders;
import eu.estafette.kit.file.FileFormat;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.file.RemoteFile;
import eu.estafette.kit.file.Reply;
import eu.estafette.kit.file.Settled;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Files {@code *.csv} with a header. Each line stands alone: a broken one breaks no other. */
final class TrainingCsvFormat implements FileFormat {

    private final Party party;
    private final FileFolders folders;
    private final Settled settled = new Settled();

    TrainingCsvFormat(Party party, FileFolders folders) {
        this.party = party;
        this.folders = folders;
    }

    @Override
    public List<RemoteFile> complete(List<RemoteFile> listed) {
        return settled.of(listed.stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).endsWith(".csv"))
                .toList());
    }

    @Override
    public Records open(Content content, String name, OriginalRef original) throws IOException, FileRefusedException {
        return TrainingLines.open(content, new TrainingTranslation(party, original));
    }

    @Override
    public List<Reply> repliesTo(String name) {
        String base = folders.out() + "/" + name.substring(0, name.length() - ".csv".length());
        return List.of(new RejectFile(base + ".rejects.csv"), new ReceiptFile(base + ".receipt.csv"));
    }
}
