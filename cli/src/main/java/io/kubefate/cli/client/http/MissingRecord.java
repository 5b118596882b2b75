package io.kubefate.cli.client.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the service means by "record not found", which says neither what nor where to find the others. */
final class MissingRecord {

    private static final String MESSAGE = "record not found";
    private static final Pattern REVISION = Pattern.compile(".*/v1/cluster/[^/]+/revision/.*");
    private static final Pattern ITEM = Pattern.compile(".*/v1/(cluster|job|chart|plugin|user|token)/([^/]+)(/.*)?");

    private MissingRecord() {}

    /**
     * Explains a message.
     *
     * @param path of the request, decoded
     */
    static String explain(String message, String path) {
        return message.equals(MESSAGE) ? explanation(path).orElse(message) : message;
    }

    private static Optional<String> explanation(String path) {
        if (REVISION.matcher(path).matches()) {
            return Optional.of("the cluster has no such revision; kubefate cluster history shows the revisions");
        }
        Matcher item = ITEM.matcher(path);
        return item.matches()
                ? Optional.of(
                        "no %1$s %2$s; kubefate %1$s list shows the %1$ss".formatted(item.group(1), item.group(2)))
                : Optional.empty();
    }
}
