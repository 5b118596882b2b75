package io.kubefate.server.http.security;

import jakarta.ws.rs.core.UriInfo;

/** The query parameter {@code masked=true}: the answer contains no passwords, also for a user who may see them. */
public final class MaskedParameter {

    public static final String NAME = "masked";

    /** The header of answers without passwords, so that a client can detect a server that does not support the parameter. */
    public static final String HEADER = "Kubefate-Masked";

    private MaskedParameter() {}

    public static boolean isSet(UriInfo uri) {
        return "true".equals(uri.getQueryParameters().getFirst(NAME));
    }
}
