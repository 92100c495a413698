package eu.estafette.connector.dimona;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.Reply;
import eu.estafette.kit.intake.Screening.Screened;
import java.util.List;

/** A reply with the signature and the trigger that follow it, in this order. Nothing in the reply: none of the three is written. */
final class ReplyTriplet {

    private final TripletName name;
    private final String folder;
    private final Reply content;
    private final StandInSignature signature = new StandInSignature();
    private boolean written;

    private ReplyTriplet(TripletName name, String folder, Reply content) {
        this.name = name;
        this.folder = folder;
        this.content = content;
    }

    static List<Reply> of(TripletName name, String folder, Reply content) {
        var triplet = new ReplyTriplet(name, folder, content);
        return List.of(triplet.new Content(), triplet.new Signature(), triplet.new Trigger());
    }

    private byte[] signed(byte[] text) {
        if (text.length > 0) {
            if (!written) {
                signature.over(content.begin());
            }
            signature.over(text);
            written = true;
        }
        return text;
    }

    private final class Content implements Reply {

        @Override
        public String path() {
            return content.path();
        }

        @Override
        public byte[] begin() {
            return content.begin();
        }

        @Override
        public byte[] entry(FileRecord record, Screened screened) {
            return signed(content.entry(record, screened));
        }

        @Override
        public byte[] end(Summary summary) {
            return signed(content.end(summary));
        }
    }

    private final class Signature implements Reply {

        @Override
        public String path() {
            return folder + "/" + name.signature();
        }

        @Override
        public byte[] end(Summary summary) {
            return written ? signature.text(name.toString()) : NOTHING;
        }
    }

    private final class Trigger implements Reply {

        @Override
        public String path() {
            return folder + "/" + name.trigger();
        }

        @Override
        public boolean isWrittenEmpty() {
            return written;
        }
    }
}
