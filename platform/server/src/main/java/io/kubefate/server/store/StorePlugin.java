package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterSummary;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.encryption.ConfidentialTypes;
import io.kubefate.server.store.encryption.DataKeyRecord;
import io.kubefate.server.store.identity.AccountRecord;
import io.kubefate.server.store.identity.ApiTokenRecord;
import io.kubefate.server.store.identity.GrantRecord;
import io.kubefate.server.store.job.ActiveJobs;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.EventOfJob;
import io.kubefate.server.store.job.HistoryRecord;
import io.kubefate.server.store.job.JobEntry;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobVersion;
import io.kubefate.server.store.job.LatestCheck;
import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.server.store.plugin.PluginUse;
import io.kubefate.server.store.plugin.RetiredPlugin;
import io.kubefate.server.store.request.AnsweredRequest;
import io.kubefate.server.store.row.JsonColumn;
import io.kubefate.server.store.row.TimeColumn;
import io.kubefate.server.store.step.StepRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How the records of this package and the types in them become rows and back; for every {@link Jdbi} that the stores work
 * on, installed after any other plugin.
 */
public final class StorePlugin implements JdbiPlugin {

    private final CellCipher cipher;

    /**
     * Creates it.
     *
     * @param cipher encrypts the confidential columns
     */
    public StorePlugin(CellCipher cipher) {
        this.cipher = requireNonNull(cipher, "cipher is null");
    }

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.installPlugin(new ConfidentialTypes(cipher));
        jdbi.registerArgument(new InstantArguments());
        jdbi.registerArgument(new DurationArguments());
        jdbi.registerColumnMapper(Instant.class, new InstantMapper());
        jdbi.registerColumnMapper(Duration.class, new DurationMapper());
        JsonColumn.register(jdbi, JobProgress.class, EventDetails.class, StoredCheckResult.class);
        RecordMapper.register(jdbi, ClusterRecord.class);
        RecordMapper.register(jdbi, RevisionRecord.class);
        RecordMapper.register(jdbi, HistoryRecord.class);
        RecordMapper.register(jdbi, JobRecord.class);
        RecordMapper.register(jdbi, JobEntry.class);
        RecordMapper.register(jdbi, JobEvent.class);
        RecordMapper.register(jdbi, EventOfJob.class);
        RecordMapper.register(jdbi, JobVersion.class);
        RecordMapper.register(jdbi, ActiveJobs.class);
        RecordMapper.register(jdbi, StepRecord.class);
        RecordMapper.register(jdbi, CheckRecord.class);
        RecordMapper.register(jdbi, ClusterSummary.class);
        RecordMapper.register(jdbi, LatestCheck.class);
        RecordMapper.register(jdbi, AnsweredRequest.class);
        RecordMapper.register(jdbi, PluginRecord.class);
        RecordMapper.register(jdbi, PluginUse.class);
        RecordMapper.register(jdbi, RetiredPlugin.class);
        RecordMapper.register(jdbi, DataKeyRecord.class);
        RecordMapper.register(jdbi, AccountRecord.class);
        RecordMapper.register(jdbi, GrantRecord.class);
        RecordMapper.register(jdbi, ApiTokenRecord.class);
        RecordMapper.register(jdbi, AuditObject.class);
        RecordMapper.register(jdbi, AuditRecord.class);
    }

    /**
     * Binds a time as text: MariaDB 10 introduces itself as 5.5.5, so the driver takes it for a server without fractions of
     * seconds and cuts them off every time value, but not off a text. Text also leaves out all zones but UTC.
     */
    private static final class InstantArguments extends AbstractArgumentFactory<Instant> {

        private InstantArguments() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(Instant value, ConfigRegistry config) {
            return (int position, PreparedStatement statement, StatementContext context) ->
                    statement.setString(position, TimeColumn.text(value));
        }
    }

    private static final class InstantMapper implements ColumnMapper<Instant> {

        @Override
        public @Nullable Instant map(ResultSet row, int column, StatementContext context) throws SQLException {
            LocalDateTime value = row.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
        }
    }

    private static final class DurationArguments extends AbstractArgumentFactory<Duration> {

        private DurationArguments() {
            super(Types.BIGINT);
        }

        @Override
        protected Argument build(Duration value, ConfigRegistry config) {
            return (int position, PreparedStatement statement, StatementContext context) ->
                    statement.setLong(position, value.toNanos());
        }
    }

    private static final class DurationMapper implements ColumnMapper<Duration> {

        @Override
        public Duration map(ResultSet row, int column, StatementContext context) throws SQLException {
            return Duration.ofNanos(row.getLong(column));
        }
    }
}
