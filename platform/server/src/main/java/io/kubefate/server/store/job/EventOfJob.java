package io.kubefate.server.store.job;

import org.jdbi.v3.core.mapper.Nested;

/** An event together with the id of its job. */
public record EventOfJob(String jobUuid, @Nested JobEvent event) {}
