package io.kubefate.server.plugin;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A plugins directory with a good plugin and a bad jar. */
public abstract class BesideAGoodPlugin {

    @TempDir
    public Path directory;

    /** The path of the bad jar. */
    public Path jar;

    @BeforeEach
    void buildAGoodPlugin() {
        PluginsDirectory.neighbour().build(directory.resolve("neighbour.jar"));
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
