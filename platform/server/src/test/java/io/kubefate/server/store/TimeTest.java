package io.kubefate.server.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.parallel.Isolated;

/** Times in each database. */
@Isolated("changes the time zone of the JVM")
class TimeTest {

    @Nested
    class H2 extends TimeContract {

        H2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class MariaDb extends TimeContract {

        MariaDb() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class InstalledMariaDb extends TimeContract {

        InstalledMariaDb() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }
}
