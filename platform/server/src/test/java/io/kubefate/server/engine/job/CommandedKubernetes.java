package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.CommandRunner;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.PodCommand;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A Kubernetes whose containers do something else with commands. */
final class CommandedKubernetes {

    private CommandedKubernetes() {}

    /** {@return the same Kubernetes, but for commands} */
    static Kubernetes of(Kubernetes kubernetes, CommandRunner commands) {
        return (Kubernetes) Proxy.newProxyInstance(
                Kubernetes.class.getClassLoader(), new Class<?>[] {Kubernetes.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("run")) {
                        return commands.run((PodCommand) arguments[0]);
                    }
                    try {
                        return method.invoke(kubernetes, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
