package io.kubefate.server.http;

import io.kubefate.server.http.security.Authentication;
import io.kubefate.server.http.security.Logins;
import io.kubefate.server.service.DiagnosisService;
import io.kubefate.server.service.Masking;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.access.ClusterAccess;
import io.kubefate.server.service.audit.AuditService;
import io.kubefate.server.service.cluster.AdoptionService;
import io.kubefate.server.service.cluster.CheckService;
import io.kubefate.server.service.cluster.ClusterService;
import io.kubefate.server.service.cluster.DriftService;
import io.kubefate.server.service.cluster.ProvisioningService;
import io.kubefate.server.service.cluster.RestartService;
import io.kubefate.server.service.cluster.RevisionService;
import io.kubefate.server.service.cluster.RollbackService;
import io.kubefate.server.service.federation.FederationService;
import io.kubefate.server.service.identity.IdentityServices;
import io.kubefate.server.service.image.ImageService;
import io.kubefate.server.service.job.JobService;
import io.kubefate.server.service.plugin.ChartService;
import io.kubefate.server.service.plugin.PluginService;

/** The services that answer the requests of the REST API. */
public record Services(
        ClusterService clusters,
        ProvisioningService provisioning,
        RevisionService revisions,
        RollbackService rollbacks,
        DriftService drifts,
        AdoptionService adoptions,
        CheckService checks,
        RestartService restarts,
        FederationService federation,
        ImageService images,
        JobService jobs,
        ChartService charts,
        PluginService plugins,
        NamespaceService namespaces,
        DiagnosisService diagnosis,
        AuditService audit,
        Logins logins,
        Authentication authentication,
        RequestLimits limits,
        Masking masking,
        ClusterAccess access,
        IdentityServices identity) {}
