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

    private Annotations() {}
}
