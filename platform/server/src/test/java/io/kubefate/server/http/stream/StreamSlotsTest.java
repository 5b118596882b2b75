package io.kubefate.server.http.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StreamSlotsTest {

    private final StreamSlots slots = new StreamSlots(3, 2);

    @Test
    void oneUserCannotTakeAllSlots() {
        slots.take("a");
        slots.take("a");

        assertThatThrownBy(() -> slots.take("a"))
                .hasMessageContaining("user a has 2 open streams")
                .hasMessageContaining("requests.maxStreamsPerUser");
        assertThatCode(() -> slots.take("b")).doesNotThrowAnyException();
    }

    @Test
    void limitsTheStreamsOfAllUsers() {
        slots.take("a");
        slots.take("a");
        slots.take("b");

        assertThatThrownBy(() -> slots.take("c"))
                .hasMessageContaining("the service has 3 open streams")
                .hasMessageContaining("requests.maxStreams");
    }

    @Test
    void aReleasedSlotIsFreeOnce() {
        slots.take("a");
        StreamSlots.Slot slot = slots.take("a");
        slot.release();
        slot.release();

        assertThatCode(() -> slots.take("a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> slots.take("a")).hasMessageContaining("user a has 2");
    }
}
