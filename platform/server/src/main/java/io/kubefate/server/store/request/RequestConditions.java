package io.kubefate.server.store.request;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The conditions under which a change is accepted.
 *
 * @param precondition the version of the cluster that the change is meant for
 * @param once the request, if it is to be accepted only once
 */
public record RequestConditions(Precondition precondition, Optional<KeyedRequest> once) {

    public static final RequestConditions NONE = new RequestConditions(Precondition.NONE, Optional.empty());

    public RequestConditions {
        requireNonNull(precondition, "precondition is null");
        requireNonNull(once, "once is null");
    }

    public RequestConditions with(Precondition other) {
        return new RequestConditions(other, once);
    }

    public RequestConditions with(KeyedRequest request) {
        return new RequestConditions(precondition, Optional.of(request));
    }
}
