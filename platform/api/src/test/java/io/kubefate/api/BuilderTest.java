package io.kubefate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The builders of the large records. */
class BuilderTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                Chart.class,
                Cluster.class,
                ClusterArgs.class,
                ClusterPlan.class,
                Job.class,
                Plugin.class,
                Revision.class
            })
    void setsEveryComponent(Class<? extends Record> type) throws ReflectiveOperationException {
        Record wanted = Sample.full(type);
        Object builder = type.getMethod("builder").invoke(null);
        for (RecordComponent component : type.getRecordComponents()) {
            Method setter = builder.getClass().getMethod(component.getName(), component.getType());
            setter.invoke(builder, component.getAccessor().invoke(wanted));
        }

        assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(wanted);
    }
}
