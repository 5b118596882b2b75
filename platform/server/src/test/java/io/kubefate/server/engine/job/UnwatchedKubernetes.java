package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.ClusterHealthSource;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.Watch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A Kubernetes whose watches of the health of clusters report nothing. */
final class UnwatchedKubernetes {

    private UnwatchedKubernetes() {}

    /** {@return the same Kubernetes, but for these watches} */
    static Kubernetes of(Kubernetes kubernetes) {
        return (Kubernetes) Proxy.newProxyInstance(
                Kubernetes.class.getClassLoader(), new Class<?>[] {Kubernetes.class}, (proxy, method, arguments) -> {
                    if (isHealthWatch(method)) {
                        return (Watch) () -> {};
                    }
                    try {
                        return method.invoke(kubernetes, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean isHealthWatch(Method method) {
        return method.getName().equals("watch") && method.getDeclaringClass() == ClusterHealthSource.class;
    }
}
