package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Maven repository from which a plugin project gets the artifacts of KubeFATE. A folder is copied into the project, so that
 * the project can be moved and shared.
 *
 * @param url the URL of the Maven repository in the project's POM
 * @param source the folder to copy; empty if the URL is a remote repository
 */
record ProjectRepository(String url, Optional<Path> source) {

    private static final String COPY = "repository";

    ProjectRepository {
        requireNonNull(url, "url is null");
        requireNonNull(source, "source is null");
    }

    /**
     * @param place a URL, or a folder in the layout of a Maven repository
     * @throws KubefateException {@code INVALID_REQUEST} if the folder has no artifacts of KubeFATE
     */
    static ProjectRepository of(String place) {
        if (place.contains("://")) {
            return new ProjectRepository(place, Optional.empty());
        }
        Path folder = Path.of(place);
        if (!Files.isDirectory(folder.resolve("io/kubefate"))) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST,
                    "--repository: " + place + " has no artifacts of KubeFATE; use the folder repository/ of a"
                            + " distribution, or a URL");
        }
        return new ProjectRepository("file://${project.basedir}/" + COPY, Optional.of(folder));
    }

    /** Copies the folder into a project; does nothing for a remote repository. */
    void copyTo(Path project) throws IOException {
        if (source.isEmpty()) {
            return;
        }
        Path from = source.get();
        for (Path file : files(from)) {
            Path target = project.resolve(COPY).resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
