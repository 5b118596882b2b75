package io.kubefate.cli.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import io.kubefate.planning.spec.InvalidSpecException;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.spi.ClusterSpec;
import java.util.Base64;
import java.util.Map;

/**
 * A cluster.yaml.
 *
 * @param data the unchanged document in base64, so that the service reports its line numbers
 */
public record ClusterFile(
        Origin origin, String name, String namespace, String chartName, String chartVersion, String data) {

    public ClusterFile {
        requireNonNull(origin, "origin is null");
        requireNonNull(name, "name is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(chartName, "chartName is null");
        requireNonNull(chartVersion, "chartVersion is null");
        requireNonNull(data, "data is null");
    }

    /**
     * Reads a document. The service checks it, and reports all its problems together.
     *
     * @return the fields of the request as far as the document has them; empty text for the others
     */
    static ClusterFile of(Origin origin, byte[] document) {
        ClusterSpec spec = spec(document);
        return new ClusterFile(
                origin,
                spec.name(),
                spec.namespace(),
                spec.chartName(),
                spec.chartVersion(),
                Base64.getEncoder().encodeToString(document));
    }

    /**
     * Adds a namespace to a document without one.
     *
     * @throws CommandException if the document has another one
     */
    public ClusterFile in(String other) {
        if (!namespace.isEmpty() && !namespace.equals(other)) {
            throw new CommandException(origin + ": the namespace is " + namespace + ", but --namespace is " + other
                    + "; remove one of them");
        }
        return new ClusterFile(origin, name, other, chartName, chartVersion, data);
    }

    /** {@return the unchanged document} */
    public byte[] document() {
        return Base64.getDecoder().decode(data);
    }

    /** With the code of the service, so that both see the same name in {@code name: 0123}. */
    private static ClusterSpec spec(byte[] document) {
        try {
            return new SpecReader().read(document).spec();
        } catch (InvalidSpecException e) {
            return new ClusterSpec(Map.of()); // the service explains what is wrong
        }
    }
}
