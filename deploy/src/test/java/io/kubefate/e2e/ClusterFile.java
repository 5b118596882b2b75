package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cluster.yaml for a test: a small exchange, or a whole party. */
final class ClusterFile {

    private ClusterFile() {}

    /** {@return the file of a whole EggRoll party} */
    static Path party(Path folder, String name, String more) {
        return write(folder, name, "fate", "v1.5.0", """
                modules: [rollsite, clustermanager, nodemanager, mysql, python, fateboard, client]
                backend: eggroll
                """ + more);
    }

    /** {@return the file of a cluster of a persistent database alone} */
    static Path database(Path folder, String name, String more) {
        return write(folder, name, "fate", "v1.5.0", "modules: [mysql]\npersistence: true\n" + more);
    }

    /** {@return the file of a cluster of rollsite alone} */
    static Path exchange(Path folder, String name, String more) {
        return write(folder, name, "fate", "v1.5.0", """
                modules: [rollsite]
                """ + more);
    }

    /** {@return the file of a cluster of these modules} */
    static Path ofModules(Path folder, String name, String modules, String more) {
        return write(folder, name, "fate", "v1.5.0", "modules: [" + modules + "]\n" + more);
    }

    /** {@return the file of a FATE-Serving cluster} */
    static Path serving(Path folder, String name, String more) {
        return write(folder, name, "fate-serving", "v2.0.0", """
                modules: [servingProxy, servingServer, servingRedis]
                servingRedis: {password: e2e}
                """ + more);
    }

    /** {@return the file of a cluster of a release of the chart {@code fate}} */
    static Path ofRelease(Path folder, String name, String version, String more) {
        return ofChart(folder, name, "fate", version, more);
    }

    /** {@return the file of a cluster of a release of a chart} */
    static Path ofChart(Path folder, String name, String chart, String version, String more) {
        return write(folder, name, chart, version, more);
    }

    /** {@return an example of the distribution, with another name and namespace, and without node ports, which others may use} */
    static Path example(Path folder, String name, String example) {
        try {
            String text = Files.readString(Home.folder().resolve("examples").resolve(example));
            return Files.writeString(
                    folder.resolve(name + ".yaml"),
                    text.replaceFirst("(?m)^name: .*$", "name: " + name)
                            .replaceFirst("(?m)^namespace: .*$", "namespace: " + name)
                            .replaceAll("(?m)^ +\\w*[nN]odePort: \\d+\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the file for another party} */
    static Path ofParty(Path file, String party) {
        try {
            return Files.writeString(
                    file, Files.readString(file).replaceFirst("(?m)^partyId: .*$", "partyId: " + party));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the file with another key in it, so that an update changes all workloads} */
    static Path changed(Path file) {
        return with(file, "pullPolicy: Always");
    }

    /** {@return the file with one more line} */
    static Path with(Path file, String line) {
        try {
            return Files.writeString(file, Files.readString(file) + "\n" + line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path folder, String name, String chart, String version, String more) {
        try {
            return Files.writeString(folder.resolve(name + ".yaml"), """
                    name: %s
                    namespace: %s
                    chartName: %s
                    chartVersion: %s
                    partyId: 9999
                    """.formatted(name, name, chart, version) + more);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
