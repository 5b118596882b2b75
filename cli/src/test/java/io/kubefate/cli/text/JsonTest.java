package io.kubefate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.kubefate.api.AccountArgs;
import io.kubefate.api.AuditEntry;
import io.kubefate.api.Chart;
import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Credentials;
import io.kubefate.api.CurrentUser;
import io.kubefate.api.Job;
import io.kubefate.api.LoginReply;
import io.kubefate.api.Plugin;
import io.kubefate.api.Reply;
import io.kubefate.api.Revision;
import io.kubefate.api.RoleGrantArgs;
import io.kubefate.api.VersionReply;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as Jackson's data binding, which the service uses, reads and writes it. */
class JsonTest {

    private static final Instant TIME = Instant.parse("2020-11-13T07:22:53.5Z");

    private final ObjectMapper jackson = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @ValueSource(
            classes = {
                AuditEntry.class,
                Chart.class,
                Cluster.class,
                ClusterPlan.class,
                CurrentUser.class,
                Job.class,
                LoginReply.class,
                Plugin.class,
                Revision.class,
                VersionReply.class
            })
    void readsARecordOfTheApi(Class<?> type) throws IOException {
        Object value = complete(type);

        assertThat(read(jackson.writeValueAsString(value), type)).isEqualTo(value);
        assertThat(read("{\"unknown\":{\"a\":[1]}}", type)).isEqualTo(jackson.readValue("{}", type));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AccountArgs.class,
                ClusterArgs.class,
                Credentials.class,
                Job.class,
                Plugin.class,
                RoleGrantArgs.class
            })
    void writesARecordOfTheApi(Class<?> type) throws IOException {
        assertThat(text(Json.write(complete(type)))).isEqualTo(jackson.writeValueAsString(complete(type)));

        Object empty = jackson.readValue("{}", type);
        assertThat(text(Json.write(empty))).isEqualTo(jackson.writeValueAsString(empty));
    }

    @Test
    void readsTheReplyWithItsData() throws IOException {
        Reply<List<Job>> reply = Json.read(
                bytes("{\"msg\":\"m\",\"data\":[{\"uuid\":\"u\",\"sub_jobs\":{\"python\":{}}}],\"continue\":\"c\"}"),
                new TypeReference<>() {});

        assertThat(reply.result().get(0).uuid()).isEqualTo("u");
        assertThat(reply.result().get(0).subJobs()).containsKey("python");
        assertThat(reply.warnings()).isEmpty();
        assertThat(reply.next()).isEqualTo("c");
    }

    @Test
    void readsValuesOfAnyShape() throws IOException {
        assertThat(Json.read(bytes("{\"a\":[1,2.5,true,null,\"x\",{}]}"), new TypeReference<Object>() {}))
                .isEqualTo(Map.of("a", Arrays.asList(1, 2.5, true, null, "x", Map.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-13T07:22:53Z",
        "2020-11-13T07:22:53.123456789Z",
        "2020-11-13T15:22:53.5+08:00",
        "0001-01-01T00:00:00Z",
        "2024-02-29T23:59:59Z"
    })
    void readsTimes(String time) throws IOException {
        Job job = Json.read(bytes("{\"start_time\":\"" + time + "\"}"), new TypeReference<>() {});

        assertThat(job.startTime()).isEqualTo(OffsetDateTime.parse(time).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "<html>",
                "[]",
                "{\"uuid\":[]}",
                "{\"ID\":\"x\"}",
                "{\"start_time\":\"2020-02-30T00:00:00Z\"}",
                "{\"start_time\":\"now\"}",
                "{\"states\":\"x\"}",
                "{\"uuid\":\"x\""
            })
    void rejectsOtherContent(String json) {
        assertThatIOException().isThrownBy(() -> Json.read(bytes(json), new TypeReference<Job>() {}));
    }

    private static Object read(String json, Type type) throws IOException {
        return Json.read(bytes(json), new TypeReference<Object>() {
            @Override
            public Type getType() {
                return type;
            }
        });
    }

    /** A value in which each field is set. */
    private static Object complete(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object element = complete(generic.getActualTypeArguments()[generic.getRawType() == Map.class ? 1 : 0]);
            return generic.getRawType() == Map.class ? Map.of("key", element) : List.of(element);
        }
        Class<?> raw = (Class<?>) type;
        if (!raw.isRecord()) {
            return VALUES.getOrDefault(raw, "text");
        }
        RecordComponent[] components = raw.getRecordComponents();
        try {
            return raw.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> complete(component.getGenericType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Map<Class<?>, Object> VALUES = Map.of(
            int.class,
            7,
            Integer.class,
            7,
            long.class,
            7L,
            Long.class,
            7L,
            boolean.class,
            true,
            Boolean.class,
            true,
            Instant.class,
            TIME,
            OffsetDateTime.class,
            TIME.atOffset(java.time.ZoneOffset.UTC));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
