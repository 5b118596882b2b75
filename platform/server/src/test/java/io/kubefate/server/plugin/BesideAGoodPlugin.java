package io.kubefate.server.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plugins directory with a good plugin and a bad jar. */
public abstract class BesideAGoodPlugin {

    @TempDir
    private static Path built;

    @TempDir
    public Path directory;

    /** The path of the bad jar. */
    public Path jar;

    @BeforeAll
    static void buildAGoodPlugin() {
        PluginsDirectory.neighbour().build(built.resolve("neighbour.jar"));
    }

    @BeforeEach
    void putItBeside() throws IOException {
        Files.copy(built.resolve("neighbour.jar"), directory.resolve("neighbour.jar"));
        jar = directory.resolve("bad.jar");
    }

    /** Returns the bad jar as rejected; checks that the good one is loaded. */
    RejectedPlugin reject() {
        return PluginsDirectory.rejected(directory, jar);
    }

    /** Returns why the bad jar is not loaded. */
    String reason() {
        return reject().reason();
    }
}
