package io.kubefate.server.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(10);
    private final List<String> started = new ArrayList<>();

    @Test
    void tasksRunTogetherUpToTheCapacity() {
        take("a", 6);
        take("b", 4);
        take("c", 1);

        assertThat(started).containsExactly("a", "b");
    }

    @Test
    void tasksWaitInTheOrderOfTheirArrival() {
        Turns.Turn first = take("first", 8);
        take("heavy", 8);
        take("light", 1);
        assertThat(started).containsExactly("first");

        first.end();
        assertThat(started).containsExactly("first", "heavy", "light");
    }

    @Test
    void aTaskAboveTheCapacityRunsAlone() {
        Turns.Turn light = take("light", 1);
        take("heavy", 100);
        assertThat(started).containsExactly("light");

        light.end();
        assertThat(started).containsExactly("light", "heavy");
    }

    @Test
    void aWithdrawnTaskNeverRunsAndBlocksNobody() {
        Turns.Turn first = take("first", 8);
        Turns.Turn heavy = take("heavy", 8);
        take("light", 2);

        assertThat(heavy.withdraw()).isTrue();
        assertThat(started).containsExactly("first", "light");
        assertThat(first.withdraw()).isFalse();
    }

    private Turns.Turn take(String name, long weight) {
        return turns.take(weight, turn -> started.add(name));
    }
}
