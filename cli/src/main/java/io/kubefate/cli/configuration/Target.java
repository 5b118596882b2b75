package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** A service: its address, or the way to it through Kubernetes. Credentials belong to one target and are sent to no other. */
public sealed interface Target {

    /** {@return the target in one line} */
    String text();

    /**
     * A service with an address.
     *
     * @param address an http or https URL that ends with a slash
     */
    record Server(URI address) implements Target {

        public Server {
            requireNonNull(address, "address is null");
        }

        /**
         * Reads an address.
         *
         * @param text for example {@code https://kubefate.net}
         * @param source where the text is from
         */
        public static Server parse(String text, String source) {
            try {
                URI uri = new URI(text.strip().replaceFirst("/*$", "/"));
                boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
                boolean plain = uri.getQuery() == null && uri.getFragment() == null && uri.getUserInfo() == null;
                if (http && plain && uri.getHost() != null) {
                    return new Server(uri);
                }
            } catch (URISyntaxException e) {
                // reported below
            }
            throw new CommandException("invalid server " + new Setting(text, source).quoted()
                    + ": use an address like https://kubefate.net or http://localhost:8080");
        }

        @Override
        public String text() {
            return address.toString().replaceFirst("/$", "");
        }
    }

    /**
     * A Service in Kubernetes that {@code kubectl port-forward} connects to.
     *
     * @param kubeconfig the file with the access to Kubernetes
     * @param service namespace, name and port, for example {@code kube-fate/kubefate:8080}
     */
    record PortForward(Path kubeconfig, String service) implements Target {

        /** The Service of deploy/kubefate.yaml. */
        public static final String STANDARD_SERVICE = "kube-fate/kubefate:8080";

        public PortForward {
            requireNonNull(kubeconfig, "kubeconfig is null");
            if (!service.matches("[a-z0-9-]+/[a-z0-9-]+:[1-9][0-9]{0,4}")) {
                throw new CommandException("invalid Service \"" + service + "\": use NAMESPACE/NAME:PORT, for example "
                        + STANDARD_SERVICE);
            }
        }

        public static PortForward of(Path kubeconfig, Optional<String> service) {
            return new PortForward(kubeconfig, service.orElse(STANDARD_SERVICE));
        }

        public String namespace() {
            return service.substring(0, service.indexOf('/'));
        }

        public String name() {
            return service.substring(service.indexOf('/') + 1, service.indexOf(':'));
        }

        public String port() {
            return service.substring(service.indexOf(':') + 1);
        }

        @Override
        public String text() {
            return "Service " + service + " of " + kubeconfig;
        }
    }
}
