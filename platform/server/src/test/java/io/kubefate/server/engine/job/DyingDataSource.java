package io.kubefate.server.engine.job;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** The connections of a process that dies: afterwards it writes nothing, whatever its code still does. */
final class DyingDataSource {

    private DyingDataSource() {}

    static DataSource of(DataSource source, BooleanSupplier dead) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (dead.getAsBoolean()) {
                        throw new SQLException("the process is dead");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
