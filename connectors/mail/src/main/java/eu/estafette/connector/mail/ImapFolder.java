package eu.estafette.connector.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A folder on an IMAP server. */
final class ImapFolder implements MailFolder {

    private final Store store;
    private final IMAPFolder inbox;
    private final Folder done;
    private final boolean moves;

    private ImapFolder(Store store, IMAPFolder inbox, Folder done, boolean moves) {
        this.store = store;
        this.inbox = inbox;
        this.done = done;
        this.moves = moves;
    }

    /** @param done made if it is not there */
    static ImapFolder open(MailServer server, String inbox, String done) throws IOException {
        Properties properties = server.properties("imap");
        // looking at a mail must not mark it: people may look into the mailbox, too
        properties.setProperty("mail.imap.peek", "true");
        try {
            Store store = Session.getInstance(properties).getStore("imap");
            try {
                store.connect(
                        server.host(),
                        server.port(),
                        server.user().map(MailServer.Login::name).orElse(null),
                        server.user().map(MailServer.Login::password).orElse(null));
                Folder to = store.getFolder(done);
                if (!to.exists() && !to.create(Folder.HOLDS_MESSAGES)) {
                    throw new IOException("the folder \"" + done + "\" of " + server.place() + " cannot be made");
                }
                IMAPFolder from = (IMAPFolder) store.getFolder(inbox);
                from.open(Folder.READ_WRITE);
                return new ImapFolder(store, from, to, ((IMAPStore) store).hasCapability("MOVE"));
            } catch (MessagingException | IOException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (MessagingException e) {
            throw new IOException("the mailbox on " + server.place() + " cannot be opened", e);
        }
    }

    @Override
    public List<Waiting> waiting(int most) throws IOException {
        try {
            int count = Math.min(most, inbox.getMessageCount());
            List<Waiting> waiting = new ArrayList<>();
            if (count > 0) {
                for (Message mail : inbox.getMessages(1, count)) {
                    if (!mail.isSet(Flags.Flag.DELETED)) {
                        waiting.add(new Standing(mail, inbox.getUIDValidity() + "-" + inbox.getUID(mail)));
                    }
                }
            }
            return waiting;
        } catch (MessagingException e) {
            throw new IOException("the mailbox cannot be listed", e);
        }
    }

    /** What was copied and marked as deleted goes for good now. */
    @Override
    public void close() {
        try {
            inbox.close(true);
        } catch (MessagingException e) {
            // the next visit finds what is left, and knows it
        }
        try {
            store.close();
        } catch (MessagingException e) {
            // the server ends what we no longer use
        }
    }

    private final class Standing implements Waiting {

        private final Message mail;
        private final String key;

        Standing(Message mail, String key) {
            this.mail = mail;
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public int size() {
            try {
                return mail.getSize();
            } catch (MessagingException e) {
                return Integer.MAX_VALUE;
            }
        }

        @Override
        public void copyTo(OutputStream out) throws IOException {
            try {
                // the bytes of the server, not what Jakarta Mail would make of the parts
                ((IMAPMessage) mail).getMimeStream().transferTo(out);
            } catch (MessagingException e) {
                throw new IOException("a mail cannot be fetched", e);
            }
        }

        @Override
        public void settle() throws IOException {
            try {
                if (moves) {
                    inbox.moveMessages(new Message[] {mail}, done);
                } else {
                    inbox.copyMessages(new Message[] {mail}, done);
                    mail.setFlag(Flags.Flag.DELETED, true);
                }
            } catch (MessagingException e) {
                throw new IOException("a mail cannot be moved", e);
            }
        }
    }
}
