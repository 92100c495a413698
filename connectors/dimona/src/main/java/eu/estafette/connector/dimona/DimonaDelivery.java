package eu.estafette.connector.dimona;

import eu.estafette.connector.dimona.DeclarationWriter.InexpressibleException;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.file.RemoteFolders;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Leaves a notice as a triplet. Order: the note which file it is, content, signature, trigger. Before the trigger the partner does not have
 * it; a repeated call writes the same files under the same names.
 */
final class DimonaDelivery {

    private static final byte[] NOTHING = new byte[0];

    private final FolderConnections connections;
    private final DeclarationWriter writer;

    DimonaDelivery(FolderConnections connections, DeclarationWriter writer) {
        this.connections = connections;
        this.writer = writer;
    }

    DeliveryResult deliver(Delivery delivery) {
        DimonaAddress address = DimonaAddress.of(delivery.address());
        var call = new Call(delivery, address);
        try {
            // before the partner is called: what cannot be said is no trouble of its
            writer.write(delivery.notice(), SendNames.first(delivery.notice(), address));
            try (RemoteFolders remote = connections.to(address.server()).open()) {
                call.leave(remote);
            }
            return new Delivered(OptionalInt.empty());
        } catch (InexpressibleException e) {
            return new Refused(e.code(), OptionalInt.empty(), e.getMessage() + "; nothing was sent");
        } catch (IOException e) {
            return new PartnerTrouble(
                    "SFTP",
                    OptionalInt.empty(),
                    address.server() + ": the files could not be left there",
                    Optional.empty(),
                    call.triggered);
        }
    }

    private final class Call {

        private final Delivery delivery;
        private final DimonaAddress address;
        private boolean triggered;

        Call(Delivery delivery, DimonaAddress address) {
            this.delivery = delivery;
            this.address = address;
        }

        void leave(RemoteFolders remote) throws IOException, InexpressibleException {
            var sent = new SentFiles(remote, address.sent());
            String noticeId = delivery.notice().getNoticeId();
            TripletName name = SendNames.of(delivery.notice(), address, sent);
            sent.note(name, noticeId);
            if (remote.exists(out(name.trigger()))) {
                return; // it lies there whole, and the partner may be reading it
            }
            byte[] content = writer.write(delivery.notice(), name);
            put(remote, name.toString(), content);
            put(remote, name.signature(), new StandInSignature().over(content).text(name.toString()));
            triggered = true;
            put(remote, name.trigger(), NOTHING);
        }

        private void put(RemoteFolders remote, String name, byte[] content) throws IOException {
            String path = out(name);
            try (OutputStream target = remote.write(path + ".part")) {
                target.write(content);
            }
            remote.move(path + ".part", path);
        }

        private String out(String name) {
            return address.folders().out() + "/" + name;
        }
    }
}
