package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Their plugins cannot derive the file from the values. */
    private static final OriginalRelease FATE_1_11 =
            new OriginalRelease("fate-v1.11.2/eggroll-persistence-per-module", "fate-9999", "{partyId: 9999}");

    private static final OriginalRelease FATE_2_0 =
            new OriginalRelease("fate-v2.0.0/eggroll-persistence-per-module", "fate-9999", "{partyId: 9999}");

    /** Of MySQL, FATE-Flow, the notebook and two node managers. */
    private static final int CLAIMS = 5;

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
        names.clear();
    }

    @Test
    void clustersOfEveryEngineAreAdopted() {
        String eggroll = original("eggroll", EGGROLL);
        String spark = original("spark", SPARK);
        String serving = original("serving", SERVING);
        String exchange = original("exchange", EXCHANGE);
        writeData(eggroll, "deployment/mysql");

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
        assertDataKept(eggroll, "deployment/mysql");
    }

    @Test
    void partiesOfFate111AndFate20AreAdoptedWithTheirFiles() {
        Map<String, OriginalRelease> parties =
                Map.of(original("fate111", FATE_1_11), FATE_1_11, original("fate20", FATE_2_0), FATE_2_0);
        parties.keySet().forEach(name -> {
            writeData(name, "statefulset/mysql");
            Eventually.holds(
                    "every pod has its claim", LIMIT, () -> claims(name).size() == CLAIMS);
        });
        Map<String, List<String>> claims =
                parties.keySet().stream().collect(Collectors.toMap(Function.identity(), AdoptOriginalE2e::claims));

        Map<String, String> jobs = new LinkedHashMap<>();
        parties.forEach((name, release) -> {
            assertAsksForTheFile(name);
            String file = release.file(folder, name).toString();
            Command.Result plan = adopt(name, "-f", file, "--dry-run");
            assertThat(plan.exitCode()).as(plan.toString()).isEqualTo(2);
            assertThat(plan.out())
                    .contains("~ update StatefulSet/mysql (mysql), restarts its pods")
                    .doesNotContain("data lost", "recreate", "conflict", "remove PersistentVolumeClaim");
            jobs.put(name, jobId(adopt(name, "-f", file)));
        });

        jobs.forEach(this::assertAdopted);
        parties.keySet().forEach(name -> {
            assertThat(claims(name)).isEqualTo(claims.get(name));
            assertDataKept(name, "statefulset/mysql");
        });
    }

    private void assertAsksForTheFile(String name) {
        assertThat(service.kubefate("cluster", "adopt", "--list", "--namespace", name)
                        .out())
                .contains("possible with its file: -f cluster.yaml");
        Command.Result refused = adopt(name, "--dry-run");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .contains("cannot derive the cluster.yaml from Helm release " + name, "-f cluster.yaml");
    }

    private static List<String> claims(String name) {
        return new Kubectl(name)
                .items("persistentvolumeclaims").stream()
                        .map(claim -> claim.at("/metadata/name").asText() + " "
                                + claim.at("/metadata/uid").asText())
                        .toList();
    }

    private static void assertDataKept(String name, String database) {
        assertThat(new Kubectl(name)
                        .run("exec", database, "--", "cat", "/var/lib/mysql/marker")
                        .out())
                .isEqualTo("kept\n");
    }

    private String original(String suffix, OriginalRelease release) {
        String name = cluster + "-" + suffix;
        names.add(name);
        release.install(folder, name);
        return name;
    }

    private static void writeData(String name, String database) {
        Eventually.holds(
                "there are data",
                LIMIT,
                () -> new Kubectl(name)
                                .run("exec", database, "--", "sh", "-c", "echo kept > /var/lib/mysql/marker")
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
