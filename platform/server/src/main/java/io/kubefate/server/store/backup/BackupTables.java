package io.kubefate.server.store.backup;

import java.util.List;

/** The tables of the service; the schema has others, if a KubeFATE 1 or 2 used it. */
public final class BackupTables {

    /** The names of all tables. */
    public static final List<String> NAMES = List.of(
            "cluster",
            "revision",
            "job",
            "job_event",
            "job_check",
            "upgrade_step",
            "keyed_request",
            "account",
            "role_grant",
            "api_token",
            "revoked_session",
            "plugin",
            "plugin_content",
            "plugin_retired",
            "service_secret",
            "data_key",
            "audit");

    private BackupTables() {}
}
