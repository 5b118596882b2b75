package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.DryRunResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads and writes objects of any kind. Every call may be repeated without harm. Every method throws {@link KubernetesException}. */
public interface ObjectClient {

    /**
     * Reads objects as they are.
     *
     * @param refs which ones
     * @return those that exist, in the order of {@code refs}; none of a kind that this Kubernetes does not serve does
     */
    List<Manifest> find(Collection<ObjectRef> refs);

    /**
     * Applies an object on the server side, as field manager {@link Ownership#MANAGER}. Fields that another manager has
     * set are taken over: whether the object itself may be touched is decided before, from {@link #find}. A kind that
     * this Kubernetes does not serve is refused, with a message that names it.
     *
     * @param object the wanted fields, with a namespace
     */
    void apply(Manifest object);

    /**
     * Replaces an object as a whole, if nobody has written it since it was read.
     *
     * @param object as it was read from {@link #find}, with changes
     */
    void replace(Manifest object);

    /**
     * Asks what {@link #apply} would do, without doing it: the API server's own dry run, of all objects at the same time.
     *
     * @param objects the wanted fields, with a namespace
     * @return what it says to each; nothing to objects whose namespace does not exist yet
     */
    Map<ObjectRef, DryRunResult> tryApply(Collection<Manifest> objects);

    /**
     * Begins to delete an object and what it owns (foreground); does not wait. An absent object is success, and so is
     * one of a kind that this Kubernetes does not serve.
     *
     * @param ref which one
     */
    void delete(ObjectRef ref);
}
