package io.kubefate.e2e;

import java.util.stream.Stream;

/** Settings of the chart that change which objects it renders, or what they consist of. */
final class ChartVariants {

    private ChartVariants() {}

    /** {@return one argument of {@code --set} for each variant} */
    static Stream<String> all() {
        return Stream.of(
                "",
                "database.type=embedded",
                "database.type=external,database.external.host=db,database.external.existingSecret=db",
                "rbac.clusterWide=false,rbac.namespaces={default,kube-public}",
                "rbac.podSecurityPolicy=true",
                "replicaCount=3,metrics.enabled=true,metrics.dashboard.enabled=true",
                "ingress.enabled=true,ingress.className=nginx,ingress.tlsSecret=kubefate-tls",
                "tls.existingSecret=certificate,ingress.enabled=true",
                "encryption.existingSecret=encryption",
                "encryption.generate=false",
                "admin.existingSecret=admin,jwt.existingSecret=jwt",
                "oidc.issuer=https://id.kubefate.net,oidc.clientId=command-line",
                "image.registry=registry.example.com,imagePullSecrets[0].name=pull,trustedProxies={10.0.0.0/8}",
                "extraPlugins[0].file=a.jar,extraPlugins[0].volume.configMap.name=a",
                "httpRoute.enabled=true,httpRoute.parentRefs[0].name=public",
                "metrics.enabled=true,metrics.serviceMonitor.enabled=true,metrics.prometheusRule.enabled=true");
    }
}
