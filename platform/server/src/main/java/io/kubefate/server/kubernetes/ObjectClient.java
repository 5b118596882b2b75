package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.DryRunResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads and writes objects of any kind. All calls are idempotent. Every method throws {@link KubernetesException}. */
public interface ObjectClient {

    /**
     * Reads live objects.
     *
     * @param refs the references of the objects
     * @return the existing objects in the order of {@code refs}; none of a kind that Kubernetes does not serve
     */
    List<Manifest> find(Collection<ObjectRef> refs);

    /**
     * Reads the live objects of a kind that have labels.
     *
     * @param labels all of them
     * @return the existing objects; none of a kind that Kubernetes does not serve
     */
    List<Manifest> select(String namespace, String apiVersion, String kind, Map<String, String> labels);

    /**
     * Applies an object with server-side apply, as field manager {@link Ownership#MANAGER}. Takes over fields of other managers: the
     * caller checks the owner of the object before, with {@link #find}. Rejects a kind that Kubernetes does not serve, with a message
     * that names it.
     *
     * @param object the desired fields, with a namespace; if they have the uid of a live object, it is a transient failure that this
     *     object does not exist any longer
     */
    void apply(Manifest object);

    /**
     * Replaces a whole object, if it has not been written since it was read.
     *
     * @param object the object from {@link #find}, with changes
     */
    void replace(Manifest object);

    /**
     * Runs {@link #apply} as a dry run of the API server, for all objects concurrently.
     *
     * @param objects the desired fields, with a namespace
     * @return the result for each object; none for objects whose namespace does not exist yet or is being deleted, or that an
     *     admission webhook without support for dry runs would examine
     */
    Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> objects);

    /**
     * Starts to delete an object and its dependents (foreground) and does not wait. Does nothing if there is no object of the name, or if
     * Kubernetes does not serve the kind. It is a transient failure that another object has the name by now.
     *
     * @param live the object from {@link #find}
     */
    void delete(Manifest live);
}
