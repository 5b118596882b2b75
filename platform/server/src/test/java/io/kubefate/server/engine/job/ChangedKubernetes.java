package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.CommandRunner;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.kubernetes.Watch;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;

/** A Kubernetes of which the methods of one name do something else. */
final class ChangedKubernetes implements InvocationHandler {

    private final Kubernetes kubernetes;
    private final String name;
    private final Call call;

    private ChangedKubernetes(Kubernetes kubernetes, String name, Call call) {
        this.kubernetes = kubernetes;
        this.name = name;
        this.call = call;
    }

    /** What a method does. */
    private interface Call {
        Object run(Object[] arguments, Callable<Object> original) throws Throwable;
    }

    /** {@return the same Kubernetes, whose containers do something else with commands} */
    static Kubernetes withCommands(Kubernetes kubernetes, CommandRunner commands) {
        return of(kubernetes, "run", (arguments, original) -> commands.run((PodCommand) arguments[0]));
    }

    /** {@return the same Kubernetes, whose watches of the health of clusters report nothing} */
    static Kubernetes unwatched(Kubernetes kubernetes) {
        return of(kubernetes, "watch", (arguments, original) -> (Watch) () -> {});
    }

    /** {@return the same Kubernetes, of which the methods of a name fail} */
    static Kubernetes failing(Kubernetes kubernetes, String name, Throwable failure) {
        return of(kubernetes, name, (arguments, original) -> {
            throw failure;
        });
    }

    /** {@return the same Kubernetes, where something happens before the methods of a name} */
    static Kubernetes before(Kubernetes kubernetes, String name, Runnable event) {
        return of(kubernetes, name, (arguments, original) -> {
            event.run();
            return original.call();
        });
    }

    private static Kubernetes of(Kubernetes kubernetes, String name, Call call) {
        return (Kubernetes) Proxy.newProxyInstance(
                Kubernetes.class.getClassLoader(),
                new Class<?>[] {Kubernetes.class},
                new ChangedKubernetes(kubernetes, name, call));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals(name)) {
            return call.run(arguments, () -> method.invoke(kubernetes, arguments));
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        try {
            return method.invoke(kubernetes, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
