package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code kubefate apply} with a folder of two clusters, each in a namespace of its own. */
class ApplyE2e extends Scenario {

    private Path parties;

    @AfterEach
    void deleteSecondNamespace() {
        new Kubectl(second()).deleteNamespace();
    }

    @Test
    void bringsTheClustersOfAFolderToTheirFiles() throws IOException {
        write("");
        assertThat(apply("--plan").exitCode()).as("something to install").isEqualTo(2);
        assertThat(kubectl.names("deployments")).as("a plan changes nothing").isEmpty();

        Command.Result installed = apply();
        assertSuccess(installed);
        assertThat(installed.out())
                .containsPattern(cluster + "/" + cluster + " *\tinstalled")
                .containsPattern(second() + "/" + second() + " *\tinstalled");
        assertThat(apply("--plan").exitCode()).as("nothing to change").isZero();
        Command.Result unchanged = apply();
        assertSuccess(unchanged);
        assertThat(unchanged.out()).containsPattern("unchanged").doesNotContain("job id");

        write("rollsite: {partyList: [{partyId: 10000, partyIp: 10.0.0.9, partyPort: 30010}]}\n");
        assertThat(apply("--plan").exitCode()).as("something to update").isEqualTo(2);
        Command.Result updated = apply();
        assertSuccess(updated);
        assertThat(updated.out()).containsPattern(cluster + "/" + cluster + " *\tupdated");
        assertThat(kubectl.run("get", "configmaps", "-o", "yaml").out()).contains("10.0.0.9");
    }

    @Test
    void continuesAfterAFileThatFails() throws IOException {
        write("rollsite: {nodePort: none}\n");

        Command.Result stopped = apply();
        assertThat(stopped.exitCode()).as(stopped.toString()).isEqualTo(1);
        assertThat(stopped.out())
                .containsPattern(cluster + "/" + cluster + " *\tfailed")
                .containsPattern(second() + "/" + second() + " *\tskipped");

        Command.Result kept = apply("--keep-going");
        assertThat(kept.exitCode()).as(kept.toString()).isEqualTo(1);
        assertThat(kept.out()).containsPattern(second() + "/" + second() + " *\tinstalled");
        assertThat(kept.err()).contains("nodePort");
    }

    private Command.Result apply(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "apply";
        words[1] = "-f";
        words[2] = parties.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return service.kubefate(words);
    }

    /** Writes both files; only the first one has the further keys. */
    private void write(String more) throws IOException {
        parties = Files.createDirectories(folder.resolve("parties"));
        ClusterFile.exchange(parties, cluster, more);
        ClusterFile.exchange(parties, second(), "");
    }

    private String second() {
        return cluster + "z";
    }
}
