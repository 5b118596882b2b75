package io.kubefate.server.engine;

import io.kubefate.server.kubernetes.Manifest;

/**
 * What happens to one object.
 *
 * @param action what
 * @param wanted the object as it is to be
 * @param owner for a conflict whose the object is, else empty text
 */
public record Change(Action action, Manifest wanted, String owner) {

    /** What can happen. */
    public enum Action {
        /** It does not exist. */
        CREATE,
        /** It exists and is ours: it is applied again, which changes nothing if it is right already. */
        UPDATE,
        /** It exists and is somebody else's. */
        CONFLICT
    }
}
