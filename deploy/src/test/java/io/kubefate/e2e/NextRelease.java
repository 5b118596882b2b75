package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A distribution as the next release may be: another version, and a migration that adds a table and a column. */
final class NextRelease {

    static final String VERSION = "99.0.0";

    private static final String MIGRATION = """
            create table if not exists next_release (id bigint not null primary key);
            alter table cluster add column next_release varchar(20) null;
            """;

    private NextRelease() {}

    /** {@return the folder of the distribution} */
    static Path build(Path folder) {
        Path home = folder.resolve("next-release");
        Command.run(Map.of(), folder, List.of("cp", "-r", Home.folder().toString(), home.toString()));
        try (Stream<Path> libraries = Files.list(home.resolve("lib"))) {
            Path jar = libraries
                    .filter(file -> file.getFileName().toString().matches("kubefate-server-\\d.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                Files.writeString(content.getPath("io/kubefate/server/version.txt"), VERSION);
                Files.writeString(content.getPath("db/migration/V99__next_release.sql"), MIGRATION);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
