package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The tokens of logins with a password, so that not every command has to log in: one file in {@code ~/.kubefate/tokens} for each user of
 * a service. Only their owner can read them.
 */
public final class LoginStore {

    private static final int LINES = 4;

    private final Path home;
    private final Path folder;

    public LoginStore(Path home) {
        this.home = requireNonNull(home, "home is null");
        this.folder = home.resolve(".kubefate").resolve("tokens");
    }

    /** {@return the token of the last login; empty if it was with another password} */
    Optional<SessionToken> find(Target.Server server, Authentication.Password login) {
        try {
            List<String> lines = Files.readAllLines(file(server, login));
            return lines.size() == LINES && lines.get(0).equals(check(login))
                    ? Optional.of(new SessionToken(lines.get(3), time(lines.get(1)), time(lines.get(2))))
                    : Optional.empty();
        } catch (IOException | NumberFormatException | DateTimeException e) {
            return Optional.empty(); // as before the first login
        }
    }

    /** Keeps a token. Without it, the next command logs in. */
    void keep(Target.Server server, Authentication.Password login, SessionToken token) {
        if (!Files.isDirectory(home)) {
            return; // in a container, the user may have none
        }
        String text = String.join("\n", check(login), text(token.issued()), text(token.expires()), token.token());
        try {
            PrivateFile file = new PrivateFile(file(server, login));
            file.createFolder();
            file.write(text + "\n");
        } catch (IOException e) {
            // the disk may be full or read-only
        }
    }

    private Path file(Target.Server server, Authentication.Password login) {
        String name = login.username().value() + "@" + server.text();
        return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    /** 16 bits tell that the user has changed the password, and are too few to find it out. */
    private static String check(Authentication.Password login) {
        CRC32 sum = new CRC32();
        sum.update(login.password().value().getBytes(StandardCharsets.UTF_8));
        return Long.toString(sum.getValue() & 0xffff);
    }

    private static String text(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    private static Instant time(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
