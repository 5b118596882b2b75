package io.kubefate.server.store;

import org.junit.jupiter.api.Nested;

/** The store on the embedded H2. */
class H2StoreTest {

    @Nested
    class Migration extends MigrationContract {

        Migration() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Clusters extends ClusterStoreContract {

        Clusters() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Jobs extends JobStoreContract {

        Jobs() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Leases extends JobLeaseContract {

        Leases() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Plugins extends PluginStoreContract {

        Plugins() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Secrets extends SecretStoreContract {

        Secrets() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Identities extends IdentityStoreContract {

        Identities() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Requests extends RequestContract {

        Requests() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Lists extends ListContract {

        Lists() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Audit extends AuditStoreContract {

        Audit() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class Encryption extends EncryptionContract {

        Encryption() {
            super(TestDatabases.H2);
        }
    }
}
