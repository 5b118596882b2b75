package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import io.dropwizard.testing.junit5.ResourceExtension;
import io.kubefate.server.http.security.Public;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(DropwizardExtensionsSupport.class)
class StorageGuardTest {

    private static Optional<String> problem = Optional.empty();

    private static final ResourceExtension RESOURCES = ResourceExtension.builder()
            .setRegisterDefaultExceptionMappers(false)
            .addProvider(new FailureMapper(new ObjectMapper()))
            .addProvider(new StorageGuard(() -> problem))
            .addProvider(new FlagConverter())
            .addResource(new Things())
            .build();

    @AfterEach
    void provideSpace() {
        problem = Optional.empty();
    }

    @Test
    void aChangeIsRejectedWhileTheDiskIsFull() {
        problem = Optional.of("the disk is full");

        Response answer = post("/things");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.readEntity(String.class)).contains("the disk is full");
    }

    @Test
    void aChangeIsAcceptedAgainWhenThereIsSpace() {
        problem = Optional.of("the disk is full");
        post("/things").close();
        problem = Optional.empty();

        assertThat(post("/things").getStatus()).isEqualTo(200);
    }

    @Test
    void readsPlansAndLoginsGoOn() {
        problem = Optional.of("the disk is full");

        assertThat(RESOURCES.target("/things").request().get().getStatus()).isEqualTo(200);
        assertThat(post("/things/login").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"true, 200", "1, 200", "T, 200", "false, 503", "0, 503", "yes, 400", "'', 400"})
    void aDryRunGoesOnWhereItIsSupported(String dryRun, int status) {
        problem = Optional.of("the disk is full");

        assertThat(postDryRun("/things/planned", dryRun).getStatus()).isEqualTo(status);
    }

    @Test
    void aDryRunThatIsNotSupportedIsAChange() {
        problem = Optional.of("the disk is full");

        assertThat(postDryRun("/things", "true").getStatus()).isEqualTo(503);
    }

    private static Response postDryRun(String path, String value) {
        return RESOURCES.target(path).queryParam("dryRun", value).request().post(Entity.text(""));
    }

    private static Response post(String path) {
        return RESOURCES.target(path).request().post(Entity.text(""));
    }

    /** Resources of the test. */
    @Path("/things")
    public static final class Things {

        @GET
        public String read() {
            return "read";
        }

        @POST
        public String change() {
            return "changed";
        }

        @POST
        @Path("planned")
        public String plannedChange(@QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
            return dryRun ? "planned" : "changed";
        }

        @POST
        @Public
        @Path("login")
        public String login() {
            return "token";
        }
    }
}
