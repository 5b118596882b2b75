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

/**
 * What answers the requests of the REST API.
 *
 * @param clusters answers for clusters
 * @param provisioning answers for installs, updates and their plans
 * @param revisions answers for the revisions of clusters
 * @param rollbacks answers for rollbacks
 * @param drifts answers for what differs from the revisions
 * @param checks answers whether clusters work
 * @param images answers for the images of clusters
 * @param jobs answers for jobs
 * @param charts answers for charts
 * @param plugins answers for plugins
 * @param namespaces answers for namespaces
 * @param masking hides passwords in answers of all kinds
 * @param access answers for the pods of clusters
 */
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
