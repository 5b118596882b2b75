package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The only place where the host calls into a plugin. Whatever a plugin throws becomes an error that names the plugin.
 *
 * @param pluginId the plugin's id
 * @param pluginVersion its version
 */
record PluginGuard(String pluginId, String pluginVersion) {

    /**
     * Calls a plugin.
     *
     * @param operation what is called, for the error
     * @param work the call
     * @param copy makes the result independent of the plugin's later changes; runs plugin code too, if a collection is
     *     its own
     * @return the copied result, never null
     * @throws KubefateException PLUGIN_FAILED if the plugin throws or returns something unusable
     */
    <T> T call(String operation, Callable<T> work, UnaryOperator<T> copy) {
        try {
            T result = work.call();
            if (result == null) {
                throw new UnusableResult("it returned null");
            }
            return copy.apply(result);
        } catch (Throwable failure) { // also errors: a plugin may lack a class or recurse without end
            rethrowIfFatal(failure);
            throw new KubefateException(
                    ErrorCode.PLUGIN_FAILED,
                    "plugin " + pluginId + " " + pluginVersion + " failed in " + operation + ": " + describe(failure),
                    failure);
        }
    }

    /**
     * Throws what is no plugin's fault: the machine itself has a problem.
     *
     * @param failure anything thrown, or null
     */
    static void rethrowIfFatal(@Nullable Throwable failure) {
        if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
            throw error;
        }
    }

    /**
     * The type and message of a failure; of what a constructor or static initializer threw, if it is one of theirs.
     *
     * @param failure anything thrown
     * @return for example {@code IllegalStateException: no such port}
     */
    static String describe(Throwable failure) {
        if (isWrapper(failure) && failure.getCause() != null) {
            return describe(failure.getCause());
        }
        if (failure instanceof UnusableResult unusable) {
            return unusable.getMessage();
        }
        String type = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? type : type + ": " + failure.getMessage();
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof ExceptionInInitializerError || failure instanceof InvocationTargetException;
    }

    /** Says what the host cannot accept in a plugin's answer. */
    static final class UnusableResult extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnusableResult(String message) {
            super(requireNonNull(message, "message is null"));
        }

        @Override
        public String getMessage() {
            return requireNonNull(super.getMessage(), "message is null");
        }
    }
}
