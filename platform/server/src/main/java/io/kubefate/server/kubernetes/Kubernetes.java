package io.kubefate.server.kubernetes;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.planning.plan.PreflightFacts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the rest of the service needs of Kubernetes. The two implementations are the fabric8 client and the sandbox,
 * which runs no container. Every method throws {@link KubernetesException}; every one may be repeated without harm.
 */
public interface Kubernetes extends AutoCloseable {

    /** {@return which Kubernetes this is, for logs and people, for example {@code https://10.0.0.1:6443 (v1.20.2)}} */
    String description();

    /** {@return all namespaces, by name} */
    List<NamespaceView> namespaces();

    /**
     * Makes a namespace unless it exists. One that is being deleted is unavailable until it is gone.
     *
     * @param name its name
     * @return whether it was made
     */
    boolean createNamespace(String name);

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

    /**
     * Looks at what a cluster would meet.
     *
     * @param namespace its namespace, which need not exist
     * @param clusterId the value of label {@link Ownership#CLUSTER}; what its pods use counts as free
     * @param wanted the objects that it is to have
     * @return what is there
     */
    PreflightFacts survey(String namespace, String clusterId, Collection<ObjectRef> wanted);

    /**
     * The state of a cluster now.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link Ownership#CLUSTER}
     * @return its workloads and their reasons
     */
    ClusterHealth observe(String namespace, String clusterId);

    /**
     * Runs a command in a container of a cluster and waits for its end. When the caller is interrupted, the container may go
     * on with it.
     *
     * @param command what and where
     * @return how it ended; a command that cannot be started is a result, not a failure
     * @throws InterruptedException if the caller is interrupted meanwhile
     */
    CommandResult run(PodCommand command) throws InterruptedException;

    /**
     * Follows the state of a cluster by watches, not by polling: once with the present state, then whenever what
     * Kubernetes reports of its workloads, pods, claims or events has changed it (several changes at once may be told
     * as one). A crash is told at once, and again with the last lines of the log. When Kubernetes goes away, the watch
     * goes on as soon as it is back.
     *
     * @param namespace its namespace
     * @param clusterId the value of label {@link Ownership#CLUSTER}
     * @param onChange called from a thread of this object; one call at a time
     * @return closes the watches; may be closed from within {@code onChange}, and does not wait for a call under way
     */
    Watch watch(String namespace, String clusterId, Consumer<ClusterHealth> onChange);

    /**
     * Follows all clusters at once, for as long as the service runs. Follows no kind before {@link ClusterFeed#include}.
     *
     * @param onChange told the id of a cluster, from any thread, after an object that carries its label {@link
     *     Ownership#CLUSTER} was made, changed or deleted, or was found at the beginning; must not block
     * @return the feed; when Kubernetes goes away it goes on as soon as that is back
     */
    ClusterFeed follow(Consumer<String> onChange);

    /**
     * Follows a Job by watches, not by polling: once with the present state, then whenever it has changed. When Kubernetes goes
     * away, the watch goes on as soon as it is back.
     *
     * @param job a {@code batch/v1 Job}, which need not exist
     * @param onChange called from a thread of this object; one call at a time
     * @return closes the watches; does not wait for a call under way
     */
    Watch follow(ObjectRef job, Consumer<BatchJobState> onChange);

    /**
     * Reads what the containers of a Job have written.
     *
     * @param job a {@code batch/v1 Job}
     * @param maxBytes how much of the end is wanted
     * @return the end of the log, whole lines; empty if there is none, or no such Job
     */
    String jobLog(ObjectRef job, int maxBytes);

    @Override
    void close();

    /** An open watch. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
