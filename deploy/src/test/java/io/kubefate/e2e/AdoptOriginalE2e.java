package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole clusters with the objects that the charts of the original KubeFATE render are adopted. */
class AdoptOriginalE2e extends Scenario {

    private static final OriginalRelease EGGROLL =
            new OriginalRelease("fate-v1.5.0/egg-persistence-defaults", "fate-9999", """
            image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
            partyId: 9999
            partyName: NAME
            persistence: {enabled: true}
            modules:
              rollsite: {include: true, ip: rollsite, type: ClusterIP}
              lbrollsite: {include: false}
              python: {include: true, backend: eggroll, type: ClusterIP}
              clustermanager: {include: true, ip: clustermanager, type: ClusterIP}
              nodemanager:
                include: true
                list:
                  - {name: nodemanager-0, sessionProcessorsPerNode: 2, subPath: nodemanager-0, storageClass: standard,
                     accessMode: ReadWriteOnce, size: 1Gi}
                  - {name: nodemanager-1, sessionProcessorsPerNode: 2, subPath: nodemanager-1, storageClass: standard,
                     accessMode: ReadWriteOnce, size: 1Gi}
              client: {include: true}
              mysql: {include: true, ip: mysql, port: 3306, database: eggroll_meta, user: fate, password: fate_dev,
                      subPath: mysql, storageClass: standard, accessMode: ReadWriteOnce, size: 1Gi}
              fateboard: {include: true}
              spark: {include: false}
              hdfs: {include: false}
              nginx: {include: false}
              rabbitmq: {include: false}
            """);

    private static final OriginalRelease SPARK =
            new OriginalRelease("fate-v1.5.0/example-party-9999-cluster-spark", "fate-9999", """
            image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
            partyId: 9999
            partyName: NAME
            persistence: {enabled: false}
            modules:
              python: {include: true, backend: spark, type: NodePort}
              rollsite: {include: false}
              clustermanager: {include: false}
              nodemanager: {include: false}
              mysql: {include: true}
              client: {include: true}
              fateboard: {include: true}
              serving: {ip: 192.168.9.1, port: 30095}
              spark: {include: true}
              hdfs: {include: true}
              nginx:
                include: true
                type: NodePort
                route_table: {10000: {proxy: [{host: 192.168.10.1, port: 30103}],
                                      fateflow: [{host: 192.168.10.1, port: 30102}]}}
              rabbitmq: {include: true, type: NodePort, route_table: {10000: {host: 192.168.10.1, port: 30104}}}
            """);

    private static final OriginalRelease SERVING =
            new OriginalRelease("fate-serving-v2.0.0/example-party-9999-cluster-serving", "fate-serving-9999", """
            image: {registry: federatedai, isThridParty: false, pullPolicy: IfNotPresent}
            partyId: 9999
            persistence: {enabled: false}
            servingProxy: {include: true, ip: serving-proxy, type: NodePort, ingerssHost: 9999.serving-proxy.kubefate.net,
                           partyList: [{partyId: 10000, partyIp: 192.168.10.1, partyPort: 30106}]}
            servingRedis: {include: true, ip: serving-redis, port: 6379, password: fate_dev}
            servingServer: {include: true, type: NodePort, fateflow: {ip: 192.168.9.1, port: 30097}}
            """);

    private static final OriginalRelease EXCHANGE =
            new OriginalRelease("fate-exchange-v1.11.2/rollsite-and-nginx", "fate-exchange", "{}");

    private final List<String> names = new ArrayList<>();

    @BeforeAll
    @Override
    void startService(@TempDir Path home, SharedService shared) {
        assumeTrue(OriginalRelease.isPossible(), OriginalRelease.MISSING);
        super.startService(home, shared);
    }

    @AfterEach
    void removeNamespaces() {
        names.forEach(name -> new Kubectl(name).deleteNamespace());
    }

    @Test
    void clustersOfEveryEngineAreAdopted() {
        String eggroll = original("eggroll", EGGROLL);
        String spark = original("spark", SPARK);
        String serving = original("serving", SERVING);
        String exchange = original("exchange", EXCHANGE);
        writeData(eggroll);

        assertThat(service.kubefate("cluster", "adopt", "--list").out()).contains(names);
        Command.Result plan = adopt(eggroll, "--dry-run");
        assertThat(plan.out())
                .contains("~ update Deployment/mysql")
                .doesNotContain("data lost", "recreate", "conflict");

        Map<String, String> jobs = new LinkedHashMap<>();
        jobs.put(eggroll, jobId(adopt(eggroll)));
        jobs.put(spark, jobId(adopt(spark, "--accept-data-loss")));
        jobs.put(serving, jobId(adopt(serving, "--accept-data-loss")));
        // The file of an exchange cannot be derived from its release.
        String file = EXCHANGE.file(folder, exchange).toString();
        jobs.put(exchange, jobId(adopt(exchange, "-f", file)));

        jobs.forEach(this::assertAdopted);
        assertThat(new Kubectl(eggroll)
                        .run("exec", "deploy/mysql", "--", "cat", "/var/lib/mysql/marker")
                        .out())
                .isEqualTo("kept\n");
    }

    private String original(String suffix, OriginalRelease release) {
        String name = cluster + "-" + suffix;
        names.add(name);
        release.install(folder, name);
        return name;
    }

    private static void writeData(String name) {
        Eventually.holds(
                "there are data",
                LIMIT,
                () -> new Kubectl(name)
                                .run("exec", "deploy/mysql", "--", "sh", "-c", "echo kept > /var/lib/mysql/marker")
                                .exitCode()
                        == 0);
    }

    private Command.Result adopt(String name, String... more) {
        List<String> words = new ArrayList<>(List.of("cluster", "adopt", name, "--namespace", name));
        words.addAll(List.of(more));
        return service.kubefate(words.toArray(String[]::new));
    }

    private void assertAdopted(String name, String job) {
        JsonNode ended = ended(job);
        assertThat(ended.at("/status").asText())
                .as("%s: %s%n%s", name, ended, service.logText())
                .isEqualTo("Success");
        assertThat(describe(ended).at("/status").asText()).isEqualTo("Running");
        assertThat(new Kubectl(name).names("secrets")).noneMatch(secret -> secret.contains("helm.release"));
        Command.Result drift = service.kubefate("cluster", "drift", name);
        assertThat(drift.exitCode()).as(drift.toString()).isZero();
    }
}
