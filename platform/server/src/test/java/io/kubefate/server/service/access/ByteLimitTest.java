package io.kubefate.server.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByteLimitTest {

    @Test
    void countsLinesWithTheirEnds() {
        ByteLimit limit = new ByteLimit(Optional.of(8L));

        assertThat(limit.cut(new LogLine("abc")).text()).isEqualTo("abc");
        assertThat(limit.isReached()).isFalse();
        assertThat(limit.cut(new LogLine("def")).text()).isEqualTo("def");
        assertThat(limit.isReached()).isTrue();
    }

    @Test
    void cutsNoCharacterInTwo() {
        ByteLimit limit = new ByteLimit(Optional.of(4L));

        assertThat(limit.cut(new LogLine("aää")).text()).isEqualTo("aä");
        assertThat(limit.isReached()).isTrue();
    }

    @Test
    void withoutALimitNothingIsCut() {
        ByteLimit limit = new ByteLimit(Optional.empty());

        assertThat(limit.cut(new LogLine("abc")).text()).isEqualTo("abc");
        assertThat(limit.isReached()).isFalse();
    }
}
