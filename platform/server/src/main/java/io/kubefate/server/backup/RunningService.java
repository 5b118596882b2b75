package io.kubefate.server.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The service on this machine that has the embedded database open. */
public final class RunningService {

    private final URI address;
    private final BackupToken token;

    /** @param adminPort where the service listens on the loopback address */
    public RunningService(int adminPort, BackupToken token) {
        this.address = URI.create("http://127.0.0.1:" + adminPort + BackupServlet.PATH);
        this.token = requireNonNull(token, "token is null");
    }

    /**
     * Writes its backup to an empty file.
     *
     * @return false if no service listens, or it is the service of another database
     */
    public boolean backup(Path file) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header(BackupToken.HEADER, token.text())
                .build();
        try {
            HttpResponse<Path> response =
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofFile(file, StandardOpenOption.WRITE));
            if (response.statusCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                return false;
            }
            if (response.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException(address + " answered " + response.statusCode() + "; see the log of the service");
            }
            return true;
        } catch (ConnectException e) {
            return false;
        }
    }
}
