package io.kubefate.plugin.testing.input;

/**
 * A place that a schema knows.
 *
 * @param name as in the generated reference: {@code rollsite.partyList[].partyIp}, {@code python.nodeSelector.*}
 * @param parent the name of the place above, empty for the whole file
 * @param step what leads here from there: a key, {@code []} or {@code *}
 * @param node what the schema says
 */
public record SchemaPlace(String name, String parent, String step, SchemaNode node) {

    /** {@return whether this is any element of a list} */
    public boolean isElement() {
        return step.equals("[]");
    }

    /** {@return whether this is the value of a key that the user chooses} */
    public boolean isChosen() {
        return step.equals("*");
    }
}
