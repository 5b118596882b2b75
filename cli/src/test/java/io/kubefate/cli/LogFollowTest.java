package io.kubefate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.cli.CommandLineRunner.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFollowTest {

    private static final String CLUSTER = "27e37a60-fffb-4031-a76f-990b2ff43cf2";

    @TempDir
    Path directory;

    private WebSocketStub service;

    @BeforeEach
    void start() throws IOException {
        service = new WebSocketStub();
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
    }

    @Test
    void printsLinesUntilTheServiceClosesTheStream() {
        service.sends("2020-11-13T07:00:01Z one\n", "2020-11-13T07:00:02Z two\n");

        assertThat(follow()).isEqualTo(new Result(0, "one\ntwo\n", ""));
    }

    @Test
    void resumesAfterALostConnection() {
        service.sendsAndStops("2020-11-13T07:00:01Z one\n")
                .sends("2020-11-13T07:00:01Z one\n", "2020-11-13T07:00:02Z two\n");

        Result result = follow();

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("one\ntwo\n");
        assertThat(result.err())
                .contains("connection lost (the service closed the connection with code 1001); reconnecting")
                .endsWith("reconnected" + System.lineSeparator());
        assertThat(service.requests()).last().asString().contains("tail=-1", "since-time=2020-11-13T07%3A00%3A01Z");
    }

    private Result follow() {
        return new CommandLineRunner(directory)
                .with("FATECLOUD_SERVICEURL", service.address())
                .run("cluster", "logs", CLUSTER, "-f", "--tail", "5");
    }
}
