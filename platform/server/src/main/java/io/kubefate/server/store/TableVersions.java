package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.backup.BackupRestore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The versions of the tables, which migrations create and update. */
final class TableVersions implements BackupRestore.Schema {

    private final DataSource dataSource;
    private final Function<FlywayException, KubefateException> translation;

    /**
     * Names a database.
     *
     * @param translation returns the error for a failure of the database
     */
    TableVersions(DataSource dataSource, Function<FlywayException, KubefateException> translation) {
        this.dataSource = requireNonNull(dataSource, "dataSource is null");
        this.translation = requireNonNull(translation, "translation is null");
    }

    static FluentConfiguration configuration(DataSource dataSource) {
        return Flyway.configure(TableVersions.class.getClassLoader())
                .dataSource(dataSource)
                .javaMigrations(new ListIndexes())
                // A database in which KubeFATE 1 or 2 has left its tables is welcome; ours have other names.
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    @Override
    public int current() {
        return translating(() -> version(configuration(dataSource).load().info().current()));
    }

    @Override
    public int latest() {
        return translating(
                () -> Stream.of(configuration(dataSource).load().info().all())
                        .mapToInt(TableVersions::version)
                        .max()
                        .orElse(0));
    }

    @Override
    public void migrate(int version) {
        translating(() ->
                configuration(dataSource).target(String.valueOf(version)).load().migrate());
    }

    private <T> T translating(Supplier<T> call) {
        try {
            return call.get();
        } catch (FlywayException e) {
            throw translation.apply(e);
        }
    }

    private static int version(@Nullable MigrationInfo migration) {
        return migration == null || migration.getVersion() == null
                ? 0
                : Integer.parseInt(migration.getVersion().getVersion());
    }
}
