package io.kubefate.server.http;

import io.kubefate.server.service.ChartService;
import io.kubefate.server.service.CheckService;
import io.kubefate.server.service.ClusterService;
import io.kubefate.server.service.DriftService;
import io.kubefate.server.service.ImageService;
import io.kubefate.server.service.JobService;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.ProvisioningService;
import io.kubefate.server.service.RevisionService;
import io.kubefate.server.service.RollbackService;
import io.kubefate.server.service.access.ClusterAccess;
import io.kubefate.server.service.plugin.PluginService;

/** The services that answer the requests of the REST API. */
public record Services(
        ClusterService clusters,
        ProvisioningService provisioning,
        RevisionService revisions,
        RollbackService rollbacks,
        DriftService drifts,
        CheckService checks,
        ImageService images,
        JobService jobs,
        ChartService charts,
        PluginService plugins,
        NamespaceService namespaces,
        Masking masking,
        ClusterAccess access) {}
