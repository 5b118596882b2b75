package io.kubefate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import org.junit.jupiter.api.Test;

/** What the administrator can correct is one line; a fault of this program keeps its stack trace. */
class StartFailureTest {

    @Test
    void anExplainedFailureIsItsMessage() {
        KubefateException failure = new KubefateException(ErrorCode.DATABASE_UNAVAILABLE, "the database is away\n");

        assertThat(StartFailure.text(new IllegalStateException("wrapped", failure)))
                .hasValue("the database is away");
        assertThat(StartFailure.text(new FileNotFoundException("File x not found")))
                .hasValue("File x not found");
    }

    @Test
    void aUsedPortNamesTheVariables() {
        IOException failure =
                new IOException("Failed to bind to /0.0.0.0:8080", new BindException("Address already in use"));

        assertThat(StartFailure.text(new RuntimeException(
                        "java.io.IOException: Failed to bind to /0.0.0.0:8080: Address already in use", failure)))
                .hasValue("the service cannot listen: Failed to bind to /0.0.0.0:8080: Address already in use; check"
                        + " FATECLOUD_SERVER_ADDRESS and FATECLOUD_SERVER_PORT, and KUBEFATE_ADMIN_ADDRESS and"
                        + " KUBEFATE_ADMIN_PORT");
    }

    @Test
    void aFaultOfThisProgramIsNotExplained() {
        assertThat(StartFailure.text(new IllegalStateException("never happens")))
                .isEmpty();
    }
}
