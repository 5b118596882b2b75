package io.kubefate.server.http.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.google.common.hash.Hashing;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.cluster.Submission;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The headers of a change: the versions of the cluster that it is meant for, and the key that makes it safe to send it again. */
public final class ChangeHeaders {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern TAG = Pattern.compile("(W/)?\"[^\"]*\"");

    private final String ifMatch;
    private final String key;
    private final UriInfo uri;

    /** Jersey creates it. */
    public ChangeHeaders(
            @HeaderParam(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @HeaderParam(IDEMPOTENCY_KEY) @DefaultValue("") String key,
            @Context UriInfo uri) {
        this.ifMatch = String.join(",", ifMatch).strip();
        this.key = key.strip();
        this.uri = uri;
    }

    /**
     * Returns the conditions of a change.
     *
     * @throws KubefateException {@code INVALID_REQUEST}
     */
    public Submission submission(String user, boolean force) {
        return Submission.by(user).forced(force).forVersions(versions());
    }

    /**
     * Returns the conditions of a change that is accepted once for each key.
     *
     * @param request the body
     * @throws KubefateException {@code INVALID_REQUEST}
     */
    public Submission submission(String user, boolean force, Object request) {
        Submission submission = submission(user, force);
        if (key.isEmpty()) {
            return submission;
        }
        if (!KEY.matcher(key).matches()) {
            throw KubefateException.invalid(
                    IDEMPOTENCY_KEY + " must have at most 255 visible ASCII characters, for example a UUID");
        }
        return submission.once(key, fingerprint(List.of(path(), force, request)));
    }

    /** Both forms of a path, with and without a slash at its end, are the same. */
    private String path() {
        return uri.getPath().replaceFirst("/$", "");
    }

    private Set<String> versions() {
        Set<String> tags = new LinkedHashSet<>();
        if (ifMatch.isEmpty() || ifMatch.equals("*")) {
            return tags;
        }
        for (String part : ifMatch.split(",", -1)) {
            String tag = part.strip();
            if (!TAG.matcher(tag).matches()) {
                throw KubefateException.invalid(
                        "If-Match must be the ETag of the cluster in double quotes, for example \"3-17\"");
            }
            tags.add(tag.startsWith("W/") ? tag : tag.substring(1, tag.length() - 1)); // a weak tag never matches
        }
        return tags;
    }

    private static String fingerprint(Object request) {
        try {
            byte[] json = RequestReader.JSON.writeValueAsBytes(request);
            return Hashing.sha256().hashBytes(json).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request was parsed but cannot be written", e);
        }
    }
}
