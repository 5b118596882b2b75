package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A party is checked from within its pods, and what does not work is told with what to do about it. */
class CheckE2e extends Scenario {

    /** Nobody has an address of this network: RFC 5737 keeps it for documents. */
    private static final String PARTY = "rollsite reaches party 10000 at 192.0.2.1:30091";

    private static final String TOY = "FATE's toy test of this party alone";

    @Test
    void aPartyIsCheckedFromWithinItsPods() {
        String uuid = install("");
        Eventually.holds(
                "Kubernetes forwards to the new pods",
                LIMIT,
                () -> service.kubefate("cluster", "check", uuid).exitCode() == 0);

        Command.Result passing = service.kubefate("cluster", "check", uuid);

        assertThat(passing.exitCode()).as(passing.toString()).isZero();
        assertThat(passing.out())
                .containsPattern("python reaches mysql:3306 +\tpython +\tpassed +\tmysql:3306 accepts connections")
                .contains("9 of 10 checks passed, 0 failed, 1 skipped");

        update(uuid, "rollsite: {partyList: [{partyId: 10000, partyIp: 192.0.2.1, partyPort: 30091}]}\n");
        Command.Result alone = checkedThroughARestart(uuid);

        assertThat(alone.exitCode()).as(alone.toString()).isEqualTo(1);
        assertThat(alone.out())
                .as(alone.toString())
                .containsPattern(PARTY + "\trollsite +\tfailed ")
                .contains(PARTY + " failed; remedy: ask party 10000 for the address of its gateway");

        kubectl.run("delete", "service", "clustermanager");
        Map<String, String> broken = statuses(service.kubefate("cluster", "check", uuid, "-o", "json"));

        assertThat(broken)
                .containsEntry("python reaches clustermanager:4670", "failed")
                .containsEntry("nodemanager-0 reaches clustermanager:4670", "failed")
                .containsEntry("nodemanager-1 reaches clustermanager:4670", "failed")
                .containsEntry("python reaches mysql:3306", "passed")
                .containsEntry(PARTY, "failed")
                .containsEntry(TOY, "skipped");
        assertThat(revisions(uuid)).isEqualTo(List.of("1", "2"));
    }

    /** The address that does not answer takes 5 seconds: enough to kill the service when other results are there. */
    private Command.Result checkedThroughARestart(String uuid) {
        Command.Running check = service.start("cluster", "check", uuid);
        Eventually.holds("the job is accepted", LIMIT, () -> check.out().contains("job id="));
        String id = jobId(check.out());
        Eventually.holds(
                "some results are there", LIMIT, () -> !job(id).at("/checks").isEmpty());
        service.kill();
        service.start();
        return check.end();
    }

    private String install(String more) {
        Path file = ClusterFile.party(folder, cluster, more);
        return ended(jobId(service.kubefate("cluster", "install", "-f", file.toString())))
                .at("/cluster_id")
                .asText();
    }

    private void update(String uuid, String more) {
        Path file = ClusterFile.party(folder, cluster, more);
        JsonNode job = ended(jobId(service.kubefate("cluster", "update", "-f", file.toString())));
        assertThat(job.at("/status").asText()).as(uuid).isEqualTo("Success");
    }

    private List<String> revisions(String uuid) {
        return elements(json(service.kubefate("cluster", "history", uuid, "-o", "json")))
                .map(revision -> revision.at("/number").asText())
                .toList();
    }

    private static Map<String, String> statuses(Command.Result result) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(1);
        return elements(json(result).at("/checks"))
                .collect(Collectors.toMap(
                        check -> check.at("/name").asText(),
                        check -> check.at("/status").asText()));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
