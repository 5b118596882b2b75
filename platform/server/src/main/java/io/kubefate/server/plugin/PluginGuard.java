package io.kubefate.server.plugin;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls plugins. It is the only class that does, and converts everything that a plugin throws into an error with the plugin's name.
 *
 * @param pluginId the plugin's id
 * @param pluginVersion the plugin's version
 */
record PluginGuard(String pluginId, String pluginVersion) {

    /**
     * Calls a plugin.
     *
     * @param operation the name of the call, for the error
     * @param work the call
     * @param copy makes the result independent of later changes by the plugin; also runs plugin code, if the plugin has its own
     *     collection type
     * @return the copied result, never null
     * @throws KubefateException PLUGIN_FAILED if the plugin throws or returns an invalid result
     */
    <T> T call(String operation, Callable<T> work, UnaryOperator<T> copy) {
        try {
            T result = work.call();
            if (result == null) {
                throw new UnusableResult("it returned null");
            }
            return copy.apply(result);
        } catch (Throwable failure) { // including errors: a plugin may lack a class or recurse infinitely
            rethrowIfFatal(failure);
            throw new KubefateException(
                    ErrorCode.PLUGIN_FAILED,
                    "plugin " + pluginId + " " + pluginVersion + " failed in " + operation + ": " + describe(failure),
                    failure);
        }
    }

    /**
     * Throws failures of the JVM itself, such as a lack of memory, which are not the plugin's fault.
     *
     * @param failure anything thrown, or null
     */
    static void rethrowIfFatal(@Nullable Throwable failure) {
        if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
            throw error;
        }
    }

    /**
     * Returns the type and message of a failure, or of its cause if a constructor or static initializer failed.
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

    /** A plugin returned a result that the host cannot accept. */
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
