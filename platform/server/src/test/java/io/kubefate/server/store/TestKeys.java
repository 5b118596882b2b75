package io.kubefate.server.store;

import io.kubefate.server.store.encryption.MasterKey;
import io.kubefate.server.store.encryption.MasterKeys;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Keys of an administrator. */
public final class TestKeys {

    public static final String A = MasterKey.random();
    public static final String B = MasterKey.random();

    private TestKeys() {}

    /** {@return the keys of a file with these lines} */
    public static MasterKeys of(String... lines) {
        return MasterKeys.parse("keys.txt", Stream.of(lines));
    }

    /** {@return access to a database that is encrypted with the key {@link #A}} */
    public static Jdbi encrypted(Database database) {
        return database.jdbi(database.encryption(() -> of(A)));
    }
}
