package io.kubefate.plugin.testing.input;

/**
 * A place in a cluster.yaml that a schema declares.
 *
 * @param name as in the generated reference: {@code rollsite.partyList[].partyIp}, {@code python.nodeSelector.*}
 * @param parent the name of the place above, empty for the whole file
 * @param step the last step: a key, {@code []} or {@code *}
 * @param node the schema of the place
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
