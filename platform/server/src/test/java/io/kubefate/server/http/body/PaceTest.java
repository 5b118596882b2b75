package io.kubefate.server.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(Duration.ofSeconds(5), 1024, Duration.ofSeconds(60));

    @Test
    void aBodyMayPauseForTheGrace() {
        assertThat(pace.allowed(0)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whatHasArrivedGivesMoreTime() {
        assertThat(pace.allowed(2048)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void noBodyMayTakeLongerThanTheLimit() {
        assertThat(pace.allowed(4 * 1024 * 1024)).isEqualTo(Duration.ofSeconds(60));
    }
}
