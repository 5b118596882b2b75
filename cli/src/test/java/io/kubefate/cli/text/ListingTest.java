package io.kubefate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ListingTest {

    private static final Item LONG = new Item("name", "Running", "a text that is longer than the terminal");
    private static final Item SHORT = new Item("other", "Odd", "b");

    private final Listing<Item> listing = new Listing<>(
            List.of(LONG, SHORT),
            List.of(
                    Column.exact("NAME", Item::name),
                    Column.status("STATUS", Item::status),
                    Column.text("TEXT", Item::text),
                    Column.<Item>age("AGE", item -> "1s").wide()),
            Item::name);

    private record Item(String name, String status, String text) {}

    @Test
    void shortensTextsToTheWidthOfATerminal() {
        assertThat(listing.text(new Layout(30, false, false))).isEqualTo("""
            NAME    STATUS    TEXT
            name    Running   a text that…
            other   Odd       b
            """);
    }

    @Test
    void neverShortensNamesAndStatuses() {
        assertThat(listing.text(new Layout(1, false, false))).isEqualTo("""
            NAME  STATUS  TEXT
            name  Running a text …
            other Odd     b
            """);
    }

    @Test
    void narrowsTheGapsIfTextsCannotBeShortenedFurther() {
        assertThat(listing.text(new Layout(24, false, false))).isEqualTo("""
            NAME   STATUS   TEXT
            name   Running  a text …
            other  Odd      b
            """);
    }

    @Test
    void abbreviatesUuidsOnANarrowTerminalToWhatCommandsAccept() {
        String uuid = "27e37a60-fffb-4031-a76f-990b2ff43cf2";
        Listing<Item> uuids = new Listing<>(
                List.of(LONG),
                List.of(
                        Column.uuid("UUID", item -> uuid),
                        Column.uuid("CLUSTERID", item -> uuid),
                        Column.exact("N", Item::name)),
                Item::name);

        assertThat(uuids.text(new Layout(80, false, false))).isEqualTo("""
            UUID       CLUSTERID   N
            27e37a60   27e37a60    name
            """);
        assertThat(uuids.text(new Layout(90, false, false))).contains(uuid + "   " + uuid + "   name");
        assertThat(uuids.text(Layout.plain(false))).contains(uuid + "\t" + uuid + "\tname");
    }

    @Test
    void colorsKnownStatusesOnly() {
        assertThat(listing.text(new Layout(100, true, false)))
                .contains("name    \u001B[32mRunning\u001B[0m   a text", "other   Odd       b");
    }

    @Test
    void changesNothingInFiles() {
        assertThat(listing.text(Layout.plain(true)))
                .isEqualTo("NAME \tSTATUS \tTEXT                                   \tAGE\n"
                        + "name \tRunning\ta text that is longer than the terminal\t1s\n"
                        + "other\tOdd    \tb                                      \t1s\n\n");
    }

    @Test
    void alignsSingleRowsWithTheWholeTable() {
        assertThat(listing.rows(Set.of(SHORT), false, new Layout(100, false, false)))
                .isEqualTo("other   Odd       b\n");
    }

    @Test
    void theAgeIsNotPartOfTheState() {
        assertThat(listing.state(SHORT)).containsExactly("other", "Odd", "b");
    }
}
