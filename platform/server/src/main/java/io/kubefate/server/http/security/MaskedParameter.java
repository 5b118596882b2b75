package io.kubefate.server.http.security;

import io.kubefate.server.http.body.Flag;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The query parameter {@code masked=true}: the answer contains no passwords, also for a user who may see them. */
public final class MaskedParameter {

    public static final String NAME = "masked";

    /** The header of answers without passwords, so that a client can detect a server that does not support the parameter. */
    public static final String HEADER = "Kubefate-Masked";

    private MaskedParameter() {}

    public static boolean isSet(UriInfo uri) {
        return uri.getQueryParameters().getOrDefault(NAME, List.of()).stream().anyMatch(Flag::isTrue);
    }
}
