package io.kubefate.server.command;

import io.dropwizard.configuration.ConfigurationException;
import io.kubefate.planning.error.KubefateException;
import java.io.FileNotFoundException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why the service does not start, in words for its administrator. */
final class StartFailure {

    private static final String LISTEN =
            "; check FATECLOUD_SERVER_ADDRESS and FATECLOUD_SERVER_PORT, and KUBEFATE_ADMIN_ADDRESS and"
                    + " KUBEFATE_ADMIN_PORT";

    private StartFailure() {}

    /** {@return what to correct; empty if the failure is a fault of this program} */
    static Optional<String> text(Throwable failure) {
        List<Throwable> causes =
                Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
        return causes.stream()
                .filter(StartFailure::isExplained)
                .findFirst()
                .map(Throwable::getMessage)
                .map(String::strip)
                .or(() -> causes.stream()
                        .filter(StartFailure::isAddress)
                        .findFirst()
                        .map(cause -> "the service cannot listen: "
                                + String.valueOf(failure.getMessage()).replaceFirst("^[\\w.]+Exception: ", "")
                                + LISTEN));
    }

    private static boolean isExplained(Throwable failure) {
        return failure instanceof ConfigurationException
                || failure instanceof KubefateException
                || failure instanceof FileNotFoundException;
    }

    private static boolean isAddress(Throwable failure) {
        return failure instanceof SocketException || failure instanceof UnresolvedAddressException;
    }
}
