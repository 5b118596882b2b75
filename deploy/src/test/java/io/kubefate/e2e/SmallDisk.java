package io.kubefate.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file system in memory that can be full, with room for the programs and data of MariaDB. Only root can mount one. */
final class SmallDisk implements AutoCloseable {

    private static final String SIZE = "size=700m";
    private static final int BLOCK = 4096;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts it at a folder, which is created. */
    static SmallDisk mount(Path folder) {
        Command.Result mounted = run(folder, "mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", folder.toString());
        if (mounted.exitCode() != 0) {
            throw new IllegalStateException(mounted.err());
        }
        SmallDisk disk = new SmallDisk(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(disk::close));
        return disk;
    }

    /** {@return whether this process may mount it} */
    static boolean isPossible(Path folder) {
        try (SmallDisk tried = mount(folder)) {
            return Files.isDirectory(tried.folder);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Fills it until nothing more can be written. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream file = Files.newOutputStream(filler())) {
            while (Files.getFileStore(folder).getUsableSpace() > 0) {
                file.write(block);
            }
        }
    }

    void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Does nothing if it is not mounted any longer. */
    @Override
    public void close() {
        run(folder, "umount", "--lazy", folder.toString());
    }

    private static Command.Result run(Path folder, String... words) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Command.run(Map.of(), Path.of("/"), List.of(words));
    }
}
