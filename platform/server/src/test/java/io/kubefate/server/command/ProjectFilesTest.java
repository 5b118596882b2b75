package io.kubefate.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.spec.SpecReader;
import io.kubefate.planning.spec.SpecValidator;
import io.kubefate.server.plugin.SpiVersion;
import io.kubefate.spi.ReleaseKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end-to-end tests check that a project builds and passes the contract. */
class ProjectFilesTest {

    @TempDir
    Path folder;

    private final ProjectFiles files =
            new ProjectFiles("3.0.0", ProjectRepository.of("https://repo.example.org/maven"));

    @Test
    void usesTheRequestedNames() throws IOException {
        files.write(project("eggroll"), folder.resolve("new/project"));

        assertThat(folder.resolve("new/project/pom.xml"))
                .content()
                .contains("<artifactId>fate-1.6</artifactId>", "<kubefate.version>3.0.0</kubefate.version>")
                .contains(
                        "<kubefate.repository>https://repo.example.org/maven</kubefate.repository>",
                        "&gt;=" + SpiVersion.CURRENT + " &amp; &lt;2.0.0");
        assertThat(folder.resolve("new/project/src/main/java/org/example/fate16/Fate16Distribution.java"))
                .content()
                .contains("new ReleaseKey(\"fate\", \"v1.6.0\", \"eggroll\")");
        assertThat(folder.resolve("new/project/.gitignore")).exists();
    }

    @Test
    void copiesTheRepositoryIntoTheProjectAndNamesNoFolderOfThisMachine() throws IOException {
        Path repository = folder.resolve("distribution/repository");
        Path artifact = repository.resolve("io/kubefate/kubefate-spi/3.0.0/kubefate-spi-3.0.0.jar");
        Files.createDirectories(artifact.getParent());
        Files.writeString(artifact, "jar");
        Path project = folder.resolve("project");

        new ProjectFiles("3.0.0", ProjectRepository.of(repository.toString())).write(project("eggroll"), project);

        assertThat(project.resolve("repository/io/kubefate/kubefate-spi/3.0.0/kubefate-spi-3.0.0.jar"))
                .hasContent("jar");
        assertThat(project.resolve("pom.xml"))
                .content()
                .contains("<kubefate.repository>file://${project.basedir}/repository</kubefate.repository>");
        try (Stream<Path> paths = Files.walk(project)) {
            assertThat(paths.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(folder.toString()));
        }
    }

    @Test
    void refusesARepositoryWithoutOurArtifacts() {
        assertThatThrownBy(() -> ProjectRepository.of(folder.toString()))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("has no artifacts of KubeFATE");
    }

    @Test
    void leavesNoPlaceholder() throws IOException {
        files.write(project("eggroll"), folder);

        try (Stream<Path> paths = Files.walk(folder)) {
            assertThat(paths.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(file).content().doesNotContain("[=", "[#if"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eggroll", ""})
    void itsExampleFitsItsSchemaWithAndWithoutAnEngine(String engine) throws IOException {
        files.write(project(engine), folder);
        String schema = Files.readString(folder.resolve("src/main/resources/schema.json"));
        String example = Files.readString(folder.resolve("src/main/resources/example.yaml"));

        assertThat(new SpecValidator(schema)
                        .validate(new SpecReader().read(example).spec()))
                .isEmpty();
    }

    @Test
    void writesIntoNoFolderThatHasSomething() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");

        assertThatThrownBy(() -> files.write(project("eggroll"), folder))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("is not empty");
        assertThat(folder).isDirectoryNotContaining("glob:**pom.xml");
    }

    @Test
    void writesOverNoFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.txt"), "x");

        assertThatThrownBy(() -> files.write(project("eggroll"), file))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("is a file; specify a folder");
        assertThat(file).hasContent("x");
    }

    private static PluginProject project(String engine) {
        return PluginProject.of(
                new ReleaseKey("fate", "v1.6.0", engine), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
