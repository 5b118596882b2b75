package io.kubefate.planning.preflight;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The levels of the Pod Security Standards of Kubernetes. Each allows less than the one before. */
public enum PodSecurityLevel {
    PRIVILEGED,
    BASELINE,
    RESTRICTED;

    /** The label of a namespace with the level that Kubernetes enforces. */
    public static final String LABEL = "pod-security.kubernetes.io/enforce";

    /** Returns the level of a label's value; empty for an unknown one. */
    public static Optional<PodSecurityLevel> of(String value) {
        return Stream.of(values()).filter(level -> level.text().equals(value)).findFirst();
    }

    /** Returns the value of the label, for example {@code baseline}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
