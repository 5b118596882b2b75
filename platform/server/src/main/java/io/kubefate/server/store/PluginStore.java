package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.plugin.PluginRecord;
import io.kubefate.server.store.plugin.RetiredPlugin;
import io.kubefate.server.store.plugin.RetiredPlugin.Retirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The installed plugins with their jars, and what is remembered of those that were. What is here is what every service that
 * uses this database loads.
 */
public final class PluginStore {

    /** The smallest packet that a server allows by default is 1 MiB, and the driver may write a byte as two characters. */
    private static final int CHUNK_BYTES = 256 * 1024;

    private final Jdbi jdbi;
    private final PluginDao plugins;

    /**
     * Works on a database.
     *
     * @param jdbi from {@link Database#jdbi()}
     */
    public PluginStore(Jdbi jdbi) {
        this.jdbi = requireNonNull(jdbi, "jdbi is null");
        this.plugins = SharedDao.of(jdbi, PluginDao.class);
    }

    /** Returns the installed plugins in the order in which they are loaded. */
    public List<PluginRecord> list() {
        return plugins.list();
    }

    /**
     * One installed plugin.
     *
     * @param id its id
     * @return the plugin, or empty if it is not installed
     */
    public Optional<PluginRecord> find(String id) {
        return plugins.find(id);
    }

    /** Returns the jars that were installed once, the last one removed first. */
    public List<RetiredPlugin> retired() {
        return plugins.retired();
    }

    /**
     * Stores a plugin with its jar, all or nothing.
     *
     * @param plugin the plugin; its number is chosen by the database
     * @param jar the file of the hash and size that the plugin names
     * @throws KubefateException {@link ErrorCode#ALREADY_EXISTS} if one of this id is installed, also when both are installed
     *     at the same moment by different services
     * @throws IOException if the jar cannot be read
     */
    public void install(PluginRecord plugin, Path jar) throws IOException {
        jdbi.useTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            insert(plugin);
            insertContent(plugin, jar);
        });
    }

    /**
     * Puts another jar in the place of an installed one, all or nothing. Whether the plugin is enabled does not change.
     *
     * @param replaced the plugin as the caller knows it
     * @param next the plugin with another jar
     * @param jar the file of the hash and size that {@code next} names
     * @return false if nothing changed, because the plugin was removed or got another jar meanwhile
     * @throws IOException if the jar cannot be read
     */
    public boolean replace(PluginRecord replaced, PluginRecord next, Path jar) throws IOException {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            Optional<PluginRecord> installed =
                    plugins.lock(replaced.id()).filter(plugin -> plugin.sha256().equals(replaced.sha256()));
            if (installed.isEmpty()) {
                return false;
            }
            plugins.update(next);
            retire(
                    installed.get(),
                    Retirement.REPLACED,
                    next.history().changedBy(),
                    next.history().changedAt());
            insertContent(next, jar);
            return true;
        });
    }

    /**
     * Enables or disables a plugin.
     *
     * @param id its id
     * @param enabled whether to load it
     * @param by the user
     * @param at when
     * @return false if it is not installed
     */
    public boolean setEnabled(String id, boolean enabled, String by, Instant at) {
        return plugins.setEnabled(id, enabled, by, at);
    }

    /**
     * Removes a plugin and its jar; what is remembered is that it was there.
     *
     * @param id its id
     * @param by who removes it
     * @param at when
     * @return false if it is not installed
     */
    public boolean remove(String id, String by, Instant at) {
        return jdbi.inTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            Optional<PluginRecord> installed = plugins.lock(id);
            plugins.delete(id);
            installed.ifPresent(plugin -> retire(plugin, Retirement.REMOVED, by, at));
            return installed.isPresent();
        });
    }

    /**
     * Reads the jar of an installed plugin.
     *
     * @param sha256 its hash
     * @param out where it is written to; gets too little if the plugin is removed meanwhile
     * @throws IOException if it cannot be written
     */
    public void copyContent(String sha256, OutputStream out) throws IOException {
        int number = 0;
        for (Optional<byte[]> chunk = plugins.chunk(sha256, number);
                chunk.isPresent();
                chunk = plugins.chunk(sha256, number)) {
            out.write(chunk.get());
            number++;
        }
    }

    /** Returns the message for a plugin that is installed a second time. */
    public static String alreadyInstalled(PluginRecord installed) {
        return "plugin " + installed.id() + " is already installed, in version " + installed.version()
                + "; to replace it: kubefate plugin upgrade " + installed.id() + " -f FILE";
    }

    /** Leaves the decision to the unique index: only there do several services meet. */
    private void insert(PluginRecord plugin) {
        try {
            plugins.insert(plugin);
        } catch (UnableToExecuteStatementException e) {
            PluginRecord installed = plugins.find(plugin.id()).orElseThrow(() -> e);
            throw new KubefateException(ErrorCode.ALREADY_EXISTS, alreadyInstalled(installed), e);
        }
    }

    private void insertContent(PluginRecord plugin, Path jar) throws IOException {
        plugins.deleteRetired(plugin.sha256());
        try (InputStream content = Files.newInputStream(jar)) {
            int number = 0;
            for (byte[] chunk = content.readNBytes(CHUNK_BYTES);
                    chunk.length > 0;
                    chunk = content.readNBytes(CHUNK_BYTES)) {
                plugins.insertChunk(plugin.sha256(), number, chunk);
                number++;
            }
        }
    }

    private void retire(PluginRecord plugin, Retirement how, String by, Instant at) {
        plugins.deleteContent(plugin.sha256());
        plugins.insertRetired(new RetiredPlugin(plugin.sha256(), plugin.id(), plugin.version(), how, by, at));
    }
}
