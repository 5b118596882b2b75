package io.kubefate.server.http.stream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.http.security.Grant;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.identity.Subject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StreamSlotsTest {

    private final StreamSlots slots = new StreamSlots(3, 2);

    @Test
    void oneUserCannotTakeAllSlots() {
        take("a");
        take("a");

        assertThatThrownBy(() -> take("a"))
                .hasMessageContaining("user a has 2 open streams")
                .hasMessageContaining("requests.maxStreamsPerUser");
        assertThatCode(() -> take("b")).doesNotThrowAnyException();
    }

    @Test
    void limitsTheStreamsOfAllUsers() {
        take("a");
        take("a");
        take("b");

        assertThatThrownBy(() -> take("c"))
                .hasMessageContaining("the service has 3 open streams")
                .hasMessageContaining("requests.maxStreams");
    }

    @Test
    void aReleasedSlotIsFreeOnce() {
        take("a");
        StreamSlots.Slot slot = take("a");
        slot.release();
        slot.release();

        assertThatCode(() -> take("a")).doesNotThrowAnyException();
        assertThatThrownBy(() -> take("a")).hasMessageContaining("user a has 2");
    }

    private StreamSlots.Slot take(String user) {
        AccessToken token =
                new AccessToken(AccessToken.Kind.SESSION, "t-1", Subject.user(user), "", Instant.EPOCH, Instant.MAX);
        return slots.take(new Grant(token, Permission.LOGS, "demo"));
    }
}
