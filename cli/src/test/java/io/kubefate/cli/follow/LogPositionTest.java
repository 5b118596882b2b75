package io.kubefate.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogPositionTest {

    @Test
    void removesTimestamps() {
        LogPosition position = new LogPosition(false);

        assertThat(position.advance("2020-11-13T07:00:01.5Z hello  world\n")).hasValue("hello  world\n");
        assertThat(position.advance("[pod-1 main] 2020-11-13T07:00:01.6Z \n")).hasValue("[pod-1 main] \n");
    }

    @Test
    void keepsTimestampsIfRequested() {
        String line = "[pod-1 main] 2020-11-13T07:00:01.5Z hello\n";

        assertThat(new LogPosition(true).advance(line)).hasValue(line);
    }

    @Test
    void printsMessagesOfTheService() {
        String note = "[pod-1 main] kubefate: no log yet\n";

        assertThat(new LogPosition(false).advance(note)).hasValue(note);
    }

    @Test
    void resumesAtTheOldestContainerWithoutDuplicates() {
        LogPosition position = new LogPosition(false);
        position.advance("[a main] 2020-11-13T07:00:01Z one\n");
        position.advance("[b main] 2020-11-13T07:00:05Z two\n");

        assertThat(position.time()).hasValue(Instant.parse("2020-11-13T07:00:01Z"));
        assertThat(position.advance("[a main] 2020-11-13T07:00:01Z one\n")).isEmpty();
        assertThat(position.advance("[b main] 2020-11-13T07:00:05Z two\n")).isEmpty();
        assertThat(position.advance("[a main] 2020-11-13T07:00:02Z three\n")).hasValue("[a main] three\n");
    }

    @Test
    void detectsADuplicateThatHadNoContainerName() {
        LogPosition position = new LogPosition(false);
        position.advance("2020-11-13T07:00:01Z one\n");

        assertThat(position.advance("[a main] 2020-11-13T07:00:01Z one\n")).isEmpty();
    }
}
