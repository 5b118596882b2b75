package io.kubefate.server.http;

import io.kubefate.api.Account;
import io.kubefate.api.Cluster;
import io.kubefate.api.Job;
import java.util.Collection;
import java.util.Optional;

/**
 * What a client can decode. The clients of KubeFATE are written in Go: they keep revisions in an {@code int8}, and reject a whole reply
 * that has a status which their version does not know.
 */
enum Decoder {
    /** KubeFATE 1.5.0 and the programs that use its API, such as FedLCM. They do not name themselves, or by the library of Go. */
    OLDEST,
    /** KubeFATE 1.5.1 to 2.0.0. All have the same name, but only those from 1.6.0 on know the status Stopping. */
    KUBEFATE,
    /** Others, among them the command line of this version: any status and any number. */
    FULL;

    /** Returns the decoder of a client by its User-Agent header. */
    static Decoder of(Optional<String> userAgent) {
        String agent = userAgent.orElse("").strip();
        if (agent.isEmpty() || agent.startsWith("Go-http-client")) {
            return OLDEST;
        }
        return agent.equals("kubefate") ? KUBEFATE : FULL;
    }

    /** Returns the data of a reply in a form that the client decodes. */
    Object adapt(Object data) {
        if (this == FULL) {
            return data;
        }
        if (data instanceof Collection<?> list) {
            return list.stream().map(this::adapt).toList();
        }
        if (data instanceof Cluster cluster) {
            return adapt(cluster);
        }
        if (data instanceof Account account) {
            return this == OLDEST ? account.withoutStatus() : account;
        }
        return data instanceof Job job ? adapt(job) : data;
    }

    private Cluster adapt(Cluster cluster) {
        boolean unknown = this == OLDEST && cluster.status().equals("Failed");
        return cluster.toBuilder()
                .revision(Math.min(cluster.revision(), Byte.MAX_VALUE))
                .helmRevision(Math.min(cluster.helmRevision(), Byte.MAX_VALUE))
                .status(unknown ? "Unavailable" : cluster.status())
                .build();
    }

    private static Job adapt(Job job) {
        return job.status().equals("Stopping")
                ? job.toBuilder().status("Running").build()
                : job;
    }
}
