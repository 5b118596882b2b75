package io.kubefate.planning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private static final Mask NOTHING = Mask.of(List.of());

    @Test
    void tellsAFieldByItsPath() {
        assertThat(between(Map.of("spec", Map.of("replicas", 1)), Map.of("spec", Map.of("replicas", 2))))
                .containsExactly(new FieldChange("spec.replicas", "1", "2"));
    }

    @Test
    void tellsWhatIsNewAndWhatGoes() {
        assertThat(between(Map.of("data", Map.of("a", "x")), Map.of("data", Map.of("b", "y"))))
                .containsExactly(new FieldChange("data.a", "x", ""), new FieldChange("data.b", "", "y"));
    }

    @Test
    void findsItemsOfListsByTheirNames() {
        Map<String, Object> first = Map.of("name", "python", "image", "a:1");
        Map<String, Object> changed = Map.of("name", "python", "image", "a:2");
        Map<String, Object> other = Map.of("name", "client", "image", "b:1");

        assertThat(between(Map.of("containers", List.of(first, other)), Map.of("containers", List.of(other, changed))))
                .containsExactly(new FieldChange("containers[python].image", "a:1", "a:2"));
    }

    @Test
    void putsKeysWithDotsIntoBrackets() {
        assertThat(between(Map.of("data", Map.of("a.json", "1")), Map.of("data", Map.of("a.json", "2"))))
                .containsExactly(new FieldChange("data[a.json]", "1", "2"));
    }

    @Test
    void showsOnlyTheLinesThatChange() {
        assertThat(between(Map.of("data", "a\nb\nc\nd\n"), Map.of("data", "a\nB\nC\nd\n")))
                .containsExactly(new FieldChange("data line 2", "b\nc", "B\nC"));
    }

    @Test
    void showsEachRunOfChangedLines() {
        assertThat(between(Map.of("data", "a\nb\nc\nd\n"), Map.of("data", "A\nb\nc\nx\ny\nd\n")))
                .containsExactly(new FieldChange("data line 1", "a", "A"), new FieldChange("data line 4", "", "x\ny"));
    }

    @Test
    void showsAVeryLongTextThatChangesCompletelyAsOneBlock() {
        String old = "old\n".repeat(20_000);
        String current = "new\n".repeat(20_000);

        assertThat(between(Map.of("data", "a\n" + old + "z"), Map.of("data", "a\n" + current + "z")))
                .containsExactly(new FieldChange("data line 2", old.strip(), current.strip()));
    }

    @Test
    void findsTheLineOfAPasswordThatChanges() {
        assertThat(between(Map.of("data", "a\npassword=x\nb"), Map.of("data", "a\npassword=y\nb")))
                .containsExactly(new FieldChange("data line 2", "password=" + Mask.HIDDEN, "password=" + Mask.HIDDEN));
    }

    @Test
    void ignoresWhatKubernetesCountsAndReports() {
        Map<String, Object> live = Map.of(
                "status", Map.of("ready", 1),
                "metadata",
                        Map.of(
                                "generation",
                                4,
                                "resourceVersion",
                                "77",
                                "annotations",
                                Map.of(Ownership.REVISION, "1")));
        Map<String, Object> result = Map.of("metadata", Map.of("annotations", Map.of(Ownership.REVISION, "2")));

        assertThat(between(live, result)).isEmpty();
    }

    @Test
    void takesNothingAndEmptyForTheSame() {
        assertThat(between(Map.of("a", Map.of(), "b", List.of()), Map.of())).isEmpty();
    }

    @Test
    void hidesTheContentOfSecrets() {
        Map<String, Object> before = Map.of("kind", "Secret", "data", Map.of("key", "b2xk"), "type", "a");
        Map<String, Object> after = Map.of("kind", "Secret", "data", Map.of("key", "bmV3"), "type", "b");

        assertThat(between(before, after))
                .containsExactly(
                        new FieldChange("data.key", Mask.HIDDEN, Mask.HIDDEN), new FieldChange("type", "a", "b"));
    }

    @Test
    void hidesPasswordsOfTheSpecWhereverTheyAre() {
        Mask mask = Mask.of(List.of(Map.of("mysql", Map.of("password", "sesam", "user", "fate"))));

        assertThat(Difference.between(
                        new Manifest(Map.of("data", "url=//fate:sesam@mysql")),
                        new Manifest(Map.of("data", "url=//fate:sesam@other")),
                        mask))
                .containsExactly(new FieldChange("data", "url=//fate:(hidden)@mysql", "url=//fate:(hidden)@other"));
    }

    @Test
    void hidesTheValueOfAPasswordLikeName() {
        Map<String, Object> before =
                Map.of("env", List.of(Map.of("name", "MYSQL_PASSWORD", "value", "one")), "data", "db.password=one\nx");
        Map<String, Object> after =
                Map.of("env", List.of(Map.of("name", "MYSQL_PASSWORD", "value", "two")), "data", "db.password=two\ny");

        assertThat(between(before, after).toString())
                .doesNotContain("one", "two")
                .contains("MYSQL_PASSWORD", "y");
    }

    private static List<FieldChange> between(Map<String, Object> before, Map<String, Object> after) {
        return Difference.between(new Manifest(before), new Manifest(after), NOTHING);
    }
}
