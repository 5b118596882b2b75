package io.kubefate.spi;

/**
 * Annotations that templates set on objects of a release, and that the host reads. They are stored with the rendered objects, so the host
 * can use them after the plugin was removed.
 *
 * @since 1.2.0
 */
public final class Annotations {

    /**
     * On a Service: the port to which other parties connect, as number or name of one of its ports, for example {@code "9370"}. The host
     * shows its node port to operators.
     */
    public static final String PARTY_PORT = "kubefate.io/party-port";

    /**
     * On a Deployment, StatefulSet or DaemonSet: the names of the volumes with data that must not be lost, separated by commas, for
     * example {@code data}. If such a volume is not a claim, replacing the pod deletes the data.
     */
    public static final String DATA_VOLUMES = "kubefate.io/data-volumes";

    /**
     * On a Deployment, StatefulSet or DaemonSet: the names of the volumes of ConfigMaps and Secrets whose changes need no restart of the
     * pods, separated by commas: a program reads the files again, or reads them only while its data volume is empty. The containers
     * must mount the whole volume, because Kubernetes does not update files that are mounted with {@code subPath}.
     */
    public static final String LIVE_VOLUMES = "kubefate.io/live-volumes";

    /**
     * On a Deployment, StatefulSet or DaemonSet with {@link #DATA_VOLUMES}: the environment variables that the program reads only while
     * these volumes are empty, separated by commas, for example {@code MYSQL_PASSWORD}. The host warns if one changes while a claim
     * keeps the data.
     */
    public static final String INITIAL_VARIABLES = "kubefate.io/initial-variables";

    /** With {@link #INITIAL_VARIABLES}: the remedy in the warning, for example {@code change it in the database first: …}. */
    public static final String INITIAL_VARIABLES_REMEDY = "kubefate.io/initial-variables-remedy";

    /**
     * On a Deployment or StatefulSet: the names of the containers that only support its module, separated by commas. The host lists the
     * other containers as parts of the cluster; the module is ready when all containers are.
     */
    public static final String SIDECARS = "kubefate.io/sidecars";

    /**
     * On a Job of an upgrade step that saves data: the argument with which its first container restores them, in place of its {@code args},
     * for example {@code restore}. The host runs this when an operator rolls the upgrade back and wants the data back, too. The annotation
     * {@code kubefate.io/revision} of the pod is the revision whose step has saved the data, when they are saved and when they are restored.
     *
     * @since 1.4.0
     */
    public static final String RESTORE_ARGUMENT = "kubefate.io/restore-argument";

    private Annotations() {}
}
