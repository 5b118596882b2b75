package io.kubefate.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogPositionTest {

    @Test
    void hidesTimesThatWereNotAskedFor() {
        LogPosition position = new LogPosition(false);

        assertThat(position.show("2020-11-13T07:00:01.5Z hello  world\n")).hasValue("hello  world\n");
        assertThat(position.show("[pod-1 main] 2020-11-13T07:00:01.6Z \n")).hasValue("[pod-1 main] \n");
    }

    @Test
    void showsTimesThatWereAskedFor() {
        String line = "[pod-1 main] 2020-11-13T07:00:01.5Z hello\n";

        assertThat(new LogPosition(true).show(line)).hasValue(line);
    }

    @Test
    void showsWhatTheServiceSaysItself() {
        String note = "[pod-1 main] kubefate: no log yet\n";

        assertThat(new LogPosition(false).show(note)).hasValue(note);
    }

    @Test
    void goesOnAtTheOldestOfTheContainersAndShowsNothingTwice() {
        LogPosition position = new LogPosition(false);
        position.show("[a main] 2020-11-13T07:00:01Z one\n");
        position.show("[b main] 2020-11-13T07:00:05Z two\n");

        assertThat(position.since()).hasValue(Instant.parse("2020-11-13T07:00:01Z"));
        assertThat(position.show("[a main] 2020-11-13T07:00:01Z one\n")).isEmpty();
        assertThat(position.show("[b main] 2020-11-13T07:00:05Z two\n")).isEmpty();
        assertThat(position.show("[a main] 2020-11-13T07:00:02Z three\n")).hasValue("[a main] three\n");
    }

    @Test
    void knowsALineAgainThatHadNoOwnerBefore() {
        LogPosition position = new LogPosition(false);
        position.show("2020-11-13T07:00:01Z one\n");

        assertThat(position.show("[a main] 2020-11-13T07:00:01Z one\n")).isEmpty();
    }
}
