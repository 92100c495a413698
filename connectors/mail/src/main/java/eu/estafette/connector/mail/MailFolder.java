package eu.estafette.connector.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The hub's mailbox, open for one visit. */
interface MailFolder extends AutoCloseable {

    /** A mail that stands in the folder. */
    interface Waiting {

        /** Names it in this folder, as long as it is there. */
        String key();

        /** Bytes, as the server says; may be a little off. */
        int size();

        /** As it was received; does not mark it as seen. */
        void copyTo(OutputStream out) throws IOException;

        /** Moves it to the folder of mails that were read. */
        void settle() throws IOException;
    }

    /** The oldest so many. */
    List<Waiting> waiting(int most) throws IOException;

    @Override
    void close();

    /** Opens the mailbox. */
    interface Opener {

        MailFolder open() throws IOException;
    }
}
