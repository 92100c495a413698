package eu.estafette.connector.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A mail server that says what the test wants, command by command; an empty answer ends the connection instead. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Map<String, String> script;
    private final Thread thread = Thread.ofVirtual().unstarted(this::serve);

    /** @param script by command: GREETING, EHLO, MAIL, RCPT, DATA, and END for the end of the content */
    ScriptedSmtp(Map<String, String> script) throws IOException {
        this.script = script;
        thread.start();
    }

    MailServer server(Duration answer) {
        return new MailServer(
                "127.0.0.1", socket.getLocalPort(), Optional.empty(), Tls.NONE, Duration.ofSeconds(5), answer);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket call = socket.accept()) {
                talk(call);
            } catch (IOException e) {
                // the test has ended, or the client has
            }
        }
    }

    private void talk(Socket call) throws IOException {
        var in = new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8));
        if (!say(call, "GREETING", "220 ready")) {
            return;
        }
        boolean content = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (content && !line.equals(".")) {
                continue;
            }
            String command = content ? "END" : line.split(" ")[0].toUpperCase(java.util.Locale.ROOT);
            content =
                    command.equals("DATA") && script.getOrDefault("DATA", "354").startsWith("354");
            if (!say(call, command, command.equals("DATA") ? "354 go on" : "250 fine")) {
                return;
            }
        }
    }

    private boolean say(Socket call, String command, String usual) throws IOException {
        String answer = script.getOrDefault(command, usual);
        if (answer.isEmpty()) {
            return false;
        }
        if (!answer.equals("silence")) {
            OutputStream out = call.getOutputStream();
            out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
