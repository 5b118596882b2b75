package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;

/** Writes objects of any kind. All calls are idempotent. Every method throws {@link KubernetesException}. */
public interface ObjectWriter {

    /**
     * Creates a namespace unless it exists. A namespace that is being deleted is a transient failure until it no longer exists.
     *
     * @param name its name
     * @return whether it was created
     */
    boolean createNamespace(String name);

    /**
     * Applies an object with server-side apply, as field manager {@link Ownership#MANAGER}. Takes over fields of other managers: the
     * caller checks the owner of the object before, with {@link ObjectClient#find}. Rejects a kind that Kubernetes does not serve, with a
     * message that names it.
     *
     * @param object the desired fields, with a namespace; if they have the uid of a live object, it is a transient failure that this
     *     object does not exist any longer
     */
    void apply(Manifest object);

    /**
     * Replaces a whole object, if it has not been written since it was read.
     *
     * @param object the object from {@link ObjectClient#find}, with changes
     */
    void replace(Manifest object);

    /**
     * Starts to delete an object and its dependents (foreground) and does not wait. Does nothing if there is no object of the name, or if
     * Kubernetes does not serve the kind. It is a transient failure that another object has the name by now.
     *
     * @param live the object from {@link ObjectClient#find}
     */
    void delete(Manifest live);
}
