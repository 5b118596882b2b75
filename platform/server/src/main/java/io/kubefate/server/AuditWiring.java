package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.configuration.AuditConfiguration;
import io.kubefate.server.engine.job.JobListener;
import io.kubefate.server.service.audit.AuditService;
import io.kubefate.server.service.job.JobLog;
import io.kubefate.server.store.AuditStore;
import io.kubefate.server.store.JobStore;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Creates what records requests and jobs. */
record AuditWiring(AuditService service, JobListener jobLog) {

    AuditWiring {
        requireNonNull(service, "service is null");
        requireNonNull(jobLog, "jobLog is null");
    }

    static AuditWiring of(AuditConfiguration configuration, Jdbi jdbi, Clock clock, ManagedResources resources) {
        AuditStore store = new AuditStore(jdbi);
        AuditService service = resources.keep(
                new AuditService(store, clock, configuration.retention().toJavaDuration()), AuditService::start);
        JobLog jobLog = new JobLog(
                new JobStore(jdbi),
                uuid -> store.job(uuid)
                        .map(job -> job.namespace() + "/" + job.name())
                        .orElse(uuid),
                clock);
        return new AuditWiring(service, jobLog);
    }
}
