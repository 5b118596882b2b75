package io.kubefate.server.kubernetes;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.DryRunResult;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads and writes objects of any kind. All calls are idempotent. Every method throws {@link KubernetesException}. */
public interface ObjectClient extends ObjectWriter {

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
     * Runs {@link #apply} as a dry run of the API server, for all objects concurrently.
     *
     * @param objects the desired fields, with a namespace
     * @return the result for each object; none for objects whose namespace does not exist yet or is being deleted, or that an
     *     admission webhook without support for dry runs would examine
     */
    Map<ObjectRef, DryRunResult> dryRun(Collection<Manifest> objects);
}
