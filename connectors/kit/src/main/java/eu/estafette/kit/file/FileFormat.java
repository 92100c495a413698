package eu.estafette.kit.file;

import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.problem.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connector's files: how they are read, and what is written back. */
public interface FileFormat {

    /** Of the files in the folder, in the order in which they are to be read, those that are complete. */
    List<RemoteFile> complete(List<RemoteFile> listed);

    /**
     * Looks at a file as a whole before its first record is read, and once more each time the same content comes again. What is remembered is
     * durable before the first record is, and after a crash before that the look is taken anew, so it must only depend on what it is given.
     *
     * @throws FileRefusedException if nothing of it is to be read
     */
    default FirstLook lookAt(Content content, String name, OriginalRef original, Round round)
            throws IOException, FileRefusedException {
        return FirstLook.NOTHING;
    }

    /**
     * What a file as such tells.
     *
     * @param remarks  what operators must see, although the file is read
     * @param remember put into the poller's state
     */
    record FirstLook(List<Issue> remarks, Map<String, byte[]> remember) {

        public static final FirstLook NOTHING = new FirstLook(List.of(), Map.of());

        public FirstLook {
            remarks = List.copyOf(remarks);
            remember = Map.copyOf(remember);
        }
    }

    /**
     * Reads a file from its beginning, a record at a time.
     *
     * @param content  may be read more than once
     * @param original where the file is kept
     * @throws FileRefusedException if it cannot be read as a whole
     */
    Records open(Content content, String name, OriginalRef original) throws IOException, FileRefusedException;

    /** What is written back about a file of this name; empty if nothing is. */
    List<Reply> repliesTo(String name);

    /** Names of files that only accompany it and are put away with it, as far as they are there: the last one after it, the others before. */
    default List<String> companionsOf(String name) {
        return List.of();
    }

    /** The bytes of a file. */
    interface Content {

        /** From the beginning. */
        InputStream read() throws IOException;
    }

    /** Records in the order of the file. The same content gives the same records. */
    interface Records extends AutoCloseable {

        /**
         * The next one; empty at the end.
         *
         * @throws FileRefusedException if the rest cannot be read; what was read before stands
         */
        Optional<FileRecord> next() throws IOException, FileRefusedException;

        @Override
        void close() throws IOException;
    }

    /**
     * One line, one form.
     *
     * @param number  from 1, growing; of a line, as an editor would count it
     * @param content as it stands in the file
     */
    record FileRecord(int number, byte[] content, Reading reading) {

        /** Without the content. */
        @Override
        public String toString() {
            return "FileRecord[" + number + "]";
        }
    }

    /** What a connector read in a record. */
    sealed interface Reading {

        /** An event. */
        record Event(Translated translated) implements Reading {}

        /** Faults, so that it cannot be translated. */
        record Faulty(List<Issue> issues) implements Reading {}

        /** Nothing that happened: a footer, an answer that says that all is well. */
        record Nothing() implements Reading {}
    }
}
