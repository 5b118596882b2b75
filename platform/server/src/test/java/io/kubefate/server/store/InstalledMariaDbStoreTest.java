package io.kubefate.server.store;

import org.junit.jupiter.api.Nested;

/** The store on the machine's own MariaDB. */
class InstalledMariaDbStoreTest {

    @Nested
    class Migration extends MigrationContract {

        Migration() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Clusters extends ClusterStoreContract {

        Clusters() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Jobs extends JobStoreContract {

        Jobs() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Leases extends JobLeaseContract {

        Leases() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Plugins extends PluginStoreContract {

        Plugins() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Identities extends IdentityStoreContract {

        Identities() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Requests extends RequestContract {

        Requests() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Lists extends ListContract {

        Lists() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }

    @Nested
    class Encryption extends EncryptionContract {

        Encryption() {
            super(TestDatabases.INSTALLED_MARIADB);
        }
    }
}
