package io.kubefate.server.store;

import org.junit.jupiter.api.Nested;

/** The store on MariaDB 11.4. */
class MariaDbStoreTest {

    @Nested
    class Migration extends MigrationContract {

        Migration() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Clusters extends ClusterStoreContract {

        Clusters() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Jobs extends JobStoreContract {

        Jobs() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Leases extends JobLeaseContract {

        Leases() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Plugins extends PluginStoreContract {

        Plugins() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Secrets extends SecretStoreContract {

        Secrets() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Identities extends IdentityStoreContract {

        Identities() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Requests extends RequestContract {

        Requests() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Lists extends ListContract {

        Lists() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Audit extends AuditStoreContract {

        Audit() {
            super(TestDatabases.MARIADB);
        }
    }

    @Nested
    class Encryption extends EncryptionContract {

        Encryption() {
            super(TestDatabases.MARIADB);
        }
    }
}
