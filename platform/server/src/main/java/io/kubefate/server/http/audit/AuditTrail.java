package io.kubefate.server.http.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.http.security.User;
import io.kubefate.server.service.audit.AuditedObject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a resource tells the audit of its request, beyond what the path says. */
public final class AuditTrail {

    static final String PROPERTY = AuditTrail.class.getName();

    private Optional<User> sender = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<AuditedObject> object = Optional.empty();
    private String detail = "";
    private boolean denied;
    private boolean readOnly;

    AuditTrail() {}

    /** Returns what is known of a request so far. */
    public static AuditTrail of(HttpServletRequest request) {
        if (request.getAttribute(PROPERTY) instanceof AuditTrail known) {
            return known;
        }
        AuditTrail trail = new AuditTrail();
        request.setAttribute(PROPERTY, trail);
        return trail;
    }

    /** Names the user of a request whose token the resource itself has checked. */
    public void sender(User known) {
        sender = Optional.of(known);
    }

    /** Names the user of a request without a token: a login. */
    public void user(String name) {
        user = Optional.of(name);
    }

    /** Names the cluster in the body of a request. */
    public void cluster(@Nullable String namespace, @Nullable String name) {
        object = Optional.of(new AuditedObject(
                AuditedObject.CLUSTER, namespace == null ? "" : namespace, name == null ? "" : name, ""));
    }

    /** Adds a short text, which must not contain a value from the body. */
    public void detail(String text) {
        detail = requireNonNull(text, "text is null");
    }

    /** This request is denied, although its answer is a page that says so. */
    public void denied() {
        denied = true;
    }

    /** This request changes nothing, for example because it is a dry run. */
    public void readOnly() {
        readOnly = true;
    }

    Optional<User> sender() {
        return sender;
    }

    Optional<String> user() {
        return user;
    }

    Optional<AuditedObject> object() {
        return object;
    }

    String detail() {
        return detail;
    }

    boolean isDenied() {
        return denied;
    }

    boolean isReadOnly() {
        return readOnly;
    }
}
