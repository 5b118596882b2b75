package io.kubefate.server.store.backup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The file of a backup. */
public final class BackupFile {

    private static final JsonMapper JSON = BackupWriter.JSON;

    private BackupFile() {}

    /** Creates an empty file beside the one that it will become. Only its owner may read it, like every temporary file in Java. */
    public static Path createUnfinished(Path file) throws IOException {
        return Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".part");
    }

    /**
     * Reads what a backup contains.
     *
     * @throws KubefateException {@code INVALID_REQUEST} if the file is no complete backup
     */
    public static BackupSummary summary(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return summary(zip);
        } catch (ZipException e) {
            throw incomplete(file.toString(), e.toString());
        }
    }

    static BackupSummary summary(ZipFile zip) throws IOException {
        BackupHeader header = read(zip, BackupWriter.HEADER, new TypeReference<>() {});
        LinkedHashMap<String, Long> rows = read(zip, BackupWriter.ROWS, new TypeReference<>() {});
        return new BackupSummary(header, rows);
    }

    static KubefateException incomplete(String file, String reason) {
        return KubefateException.invalid(file + " is no complete backup: " + reason);
    }

    private static <T> T read(ZipFile zip, String name, TypeReference<T> type) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw incomplete(zip.getName(), "it has no " + name);
        }
        try (InputStream content = zip.getInputStream(entry)) {
            return JSON.readValue(content, type);
        }
    }
}
