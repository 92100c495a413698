package eu.estafette.kit.file;

/** Connects to partners' folders, whatever they speak; one of it serves all pollers and deliveries. Thread-safe. */
public final class FolderConnections implements AutoCloseable {

    private final SftpConnections sftp = new SftpConnections();

    /** Without asking the server anything. */
    public RemoteFolders.Connection to(FolderAddress address) {
        return switch (address.protocol()) {
            case SFTP -> sftp.to(address);
            case FTPS, FTPES -> () -> FtpsConnection.open(address);
        };
    }

    @Override
    public void close() {
        sftp.close();
    }
}
