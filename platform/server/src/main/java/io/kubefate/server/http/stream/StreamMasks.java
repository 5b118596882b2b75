package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.security.MaskedParameter;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.StreamMask;
import io.kubefate.server.service.identity.AccessControl;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.identity.ResourceNamespaces;
import io.kubefate.server.service.identity.Subject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Hides passwords in streams as in other answers: with {@code masked=true}, and from users who may not see them in the namespace of the
 * cluster.
 */
public final class StreamMasks {

    private static final TypeReference<Map<String, Object>> ITEM = new TypeReference<>() {};

    private final Masking masking;
    private final AccessControl access;
    private final ResourceNamespaces namespaces;
    private final ObjectMapper json;

    public StreamMasks(Masking masking, AccessControl access, ResourceNamespaces namespaces, ObjectMapper json) {
        this.masking = requireNonNull(masking, "masking is null");
        this.access = requireNonNull(access, "access is null");
        this.namespaces = requireNonNull(namespaces, "namespaces is null");
        this.json = requireNonNull(json, "json is null");
    }

    /** Returns what changes each line of the logs of a cluster, and sets the header of a masked answer. */
    public UnaryOperator<String> lines(String cluster, User user, UriInfo uri, HttpServletResponse response) {
        return mask(cluster, user, uri, response)::line;
    }

    /** Returns what changes each item of a stream about a cluster, and sets the header of a masked answer. */
    public UnaryOperator<Object> items(String cluster, User user, UriInfo uri, HttpServletResponse response) {
        StreamMask mask = mask(cluster, user, uri, response);
        return item -> mask.item(item, plain -> json.convertValue(plain, ITEM));
    }

    /**
     * Refuses to mask a stream whose data can have any form.
     *
     * @throws KubefateException {@code INVALID_REQUEST}
     */
    public static void refuse(UriInfo uri) {
        if (MaskedParameter.isSet(uri)) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, "the data of commands and ports cannot be masked: omit masked=true");
        }
    }

    private StreamMask mask(String cluster, User user, UriInfo uri, HttpServletResponse response) {
        BooleanSupplier isMasked = isMasked(cluster, user.subject(), MaskedParameter.isSet(uri));
        if (isMasked.getAsBoolean()) {
            response.setHeader(MaskedParameter.HEADER, "true");
        }
        return masking.stream(cluster, isMasked);
    }

    private BooleanSupplier isMasked(String cluster, Subject subject, boolean wanted) {
        String namespace = namespaces.ofCluster().apply(cluster).orElse("");
        return () ->
                wanted || !access.current().where(subject, Permission.SECRETS).contains(namespace);
    }
}
