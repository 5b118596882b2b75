package io.kubefate.cli.context;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of this machine. Reads the zones, which takes milliseconds, only for a command that shows a time. */
final class LocalClock extends Clock {

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }
}
