package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.plugin.LoadedPlugin;
import io.kubefate.server.plugin.PluginHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads a jar on trial, in a thread of its own: code of the jar that does not return must not block requests and other changes. */
public final class PluginTrial {

    private static final Logger LOG = LoggerFactory.getLogger(PluginTrial.class);

    private final PluginHost host;
    private final Duration limit;

    /**
     * @param host examines the jars
     * @param limit the time after which a jar is refused
     */
    public PluginTrial(PluginHost host, Duration limit) {
        this.host = requireNonNull(host, "host is null");
        this.limit = requireNonNull(limit, "limit is null");
    }

    /**
     * Loads a jar beside the loaded plugins, and unloads it.
     *
     * @param replacing the id of the plugin that it would replace
     * @return the constant values of the plugin
     * @throws KubefateException {@code PLUGIN_REFUSED} if it cannot be loaded, or takes too long
     */
    LoadedPlugin load(Path jar, Optional<String> replacing) {
        FutureTask<LoadedPlugin> trial = new FutureTask<>(() -> host.examine(jar, replacing, TemplateTrial::of));
        Thread thread = new Thread(trial, "plugin-trial");
        thread.setDaemon(true);
        thread.start();
        try {
            return trial.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            trial.cancel(true);
            throw tooSlow(thread, e);
        } catch (InterruptedException e) {
            trial.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a plugin was loaded on trial", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private KubefateException tooSlow(Thread thread, TimeoutException cause) {
        LOG.warn("the trial of a plugin was given up; it waits at {}", (Object) thread.getStackTrace());
        return new KubefateException(
                ErrorCode.PLUGIN_REFUSED,
                "it did not load within " + limit.toSeconds() + " s; its constructors, start() and the methods of its"
                        + " distributions must return immediately",
                cause);
    }
}
