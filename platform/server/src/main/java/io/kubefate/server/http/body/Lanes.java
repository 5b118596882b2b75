package io.kubefate.server.http.body;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Assigns requests to lanes. Without a valid token, only a login has a body that is kept. */
public final class Lanes {

    /** The paths of logins, which need no token. */
    private static final Set<String> LOGINS = Set.of("/v1/user/login", "/v1/user/session");

    private static final int KIB = 1024;
    private static final int SMALL_BODY = 64 * KIB;

    /** A parsed cluster.yaml takes up to some fifty times its length; the service has 160 MiB by default. */
    private static final int SMALL_WORK = 512 * KIB;

    private static final int LARGE_WORK = 1536 * KIB;
    private static final int LOGIN_WORK = 64 * KIB;
    private static final int LOGIN_ROOM = 4 * KIB * KIB;

    /** The form around a jar. */
    private static final int FORM = 64 * KIB;

    private static final int UPLOADS = 4;
    private static final Duration UPLOAD_LIMIT = Duration.ofMinutes(10);

    private final Predicate<Request> hasToken;
    private final Lane refused;
    private final Lane login;
    private final Lane small;
    private final Lane large;
    private final Lane upload;

    /**
     * Creates the lanes of a service.
     *
     * @param hasToken whether a request has a valid token
     * @param room the bytes of all JSON bodies of users in flight
     * @param pace how fast a body has to arrive; an upload may take 10 minutes
     * @param jarBytes the maximum size of a plugin
     */
    public Lanes(Predicate<Request> hasToken, int room, Pace pace, long jarBytes) {
        this.hasToken = requireNonNull(hasToken, "hasToken is null");
        Semaphore users = new Semaphore(room);
        int form = (int) Math.min(jarBytes + FORM, Integer.MAX_VALUE / UPLOADS);
        Pace uploadPace = new Pace(pace.grace(), pace.bytesPerSecond(), UPLOAD_LIMIT);
        refused = new Lane(0, pace, BodyInMemory::new, new Semaphore(0), new Turns(0));
        login = new Lane(
                RequestReader.MAX_LOGIN_BYTES + 1,
                pace,
                BodyInMemory::new,
                new Semaphore(LOGIN_ROOM),
                new Turns(LOGIN_WORK));
        small = new Lane(SMALL_BODY, pace, BodyInMemory::new, users, new Turns(SMALL_WORK));
        large = new Lane(RequestReader.MAX_BYTES + 1, pace, BodyInMemory::new, users, new Turns(LARGE_WORK));
        int uploads = UPLOADS * form;
        upload = new Lane(form, uploadPace, BodyInFile::new, new Semaphore(uploads), new Turns(uploads));
    }

    Lane of(Request request) {
        if (!hasToken.test(request)) {
            return LOGINS.contains(Request.getPathInContext(request)) ? login : refused;
        }
        if (isForm(request)) {
            return upload;
        }
        boolean known = request.getLength() >= 0;
        return known && request.getLength() <= SMALL_BODY ? small : large;
    }

    private static boolean isForm(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }
}
