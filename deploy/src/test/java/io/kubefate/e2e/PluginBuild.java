package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Builds a plugin's project with Maven as its author does, with a local repository of its own: ours come from the distribution,
 * everything else from what this tree's build has downloaded already, or from Maven Central.
 */
final class PluginBuild {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final URI CENTRAL = URI.create("https://repo.maven.apache.org/maven2/");

    /** What is left over of a repository of ours there is not to be taken: snapshots come from the distribution alone. */
    private static final String SETTINGS = """
            <settings>
              <profiles>
                <profile>
                  <id>downloaded</id>
                  <repositories><repository>%1$s</repository></repositories>
                  <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>downloaded</activeProfile></activeProfiles>
            </settings>
            """;

    private static final String DOWNLOADED = """
            <id>downloaded</id><url>%s</url><snapshots><enabled>false</enabled></snapshots>
            <releases><checksumPolicy>ignore</checksumPolicy></releases>""";

    private final Path folder;
    private final Path maven = Path.of(System.getProperty("kubefate.mvnw", ""));
    private final Path downloaded = Path.of(System.getProperty("kubefate.m2", ""));

    /**
     * A build.
     *
     * @param folder for its settings and its local repository
     */
    PluginBuild(Path folder) {
        this.folder = folder;
    }

    /** {@return whether there is Maven, and what it needs} */
    boolean isPossible() {
        return Files.isExecutable(maven) && (isFilled() || centralAnswers());
    }

    /** {@return why it is not} */
    String reason() {
        return "needs Maven (" + maven + "), and Maven Central or what it has in " + downloaded;
    }

    /** {@return what {@code mvn verify} did in a project} */
    Command.Result run(Path project) {
        try {
            Path settings = folder.resolve("settings.xml");
            Files.writeString(settings, SETTINGS.formatted(DOWNLOADED.formatted(downloaded.toUri())));
            return Command.run(
                    Map.of(),
                    project,
                    List.of(
                            maven.toString(),
                            "--batch-mode",
                            "--no-transfer-progress",
                            "--global-settings",
                            settings.toString(),
                            "-Dmaven.repo.local=" + folder.resolve("m2"),
                            "verify"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is fetched last, when a test runs. */
    private boolean isFilled() {
        return Files.isDirectory(downloaded.resolve("org/apache/maven/surefire/surefire-junit-platform"))
                && Files.isDirectory(downloaded.resolve("io/fabric8/kubernetes-client"));
    }

    private static boolean centralAnswers() {
        try {
            HttpURLConnection connection = (HttpURLConnection) CENTRAL.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setRequestMethod("HEAD");
            return connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        } catch (IOException e) {
            return false;
        }
    }
}
