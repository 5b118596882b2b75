package io.kubefate.planning.manifest;

/**
 * The labels and annotations that identify the owner of an object. Keys follow the rules of Kubernetes: a domain name as
 * prefix, then a name of at most 63 characters.
 */
public final class Ownership {

    /** Label, also on pods: the uuid of the cluster the object belongs to. */
    public static final String CLUSTER = "kubefate.io/cluster";

    /** Label: the FATE module the object belongs to; missing on objects that all modules share. */
    public static final String MODULE = "kubefate.io/module";

    /** Label of every object that this service manages; recommended by Kubernetes. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** Annotation: the owner for display, {@code <cluster name>@<namespace>}. */
    public static final String OWNER = "kubefate.io/owner";

    /** Annotation: the revision that last applied the object. */
    public static final String REVISION = "kubefate.io/revision";

    /** The value of {@link #MANAGED_BY}, and the field manager of every server-side apply. */
    public static final String MANAGER = "kubefate";

    /** Annotation of pod templates: when a user has restarted the module. */
    public static final String RESTARTED_AT = "kubefate.io/restarted-at";

    /**
     * The field manager of {@link #RESTARTED_AT}. With {@link #MANAGER}, the next apply would remove the annotation, because no revision
     * has it, and restart the pods again.
     */
    public static final String RESTART_MANAGER = "kubefate-restart";

    private Ownership() {}
}
