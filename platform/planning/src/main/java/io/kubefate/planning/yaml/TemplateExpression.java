package io.kubefate.planning.yaml;

/** An expression of a template language, <code>{{ … }}</code> or <code>{% … %}</code>, that was not rendered. */
public final class TemplateExpression {

    /** What to do with an expression. */
    public static final String ADVICE =
            "'{{' or '{%' begins an expression of a template (Helm, Ansible, Jinja); render the template first, or"
                    + " write the value";

    private TemplateExpression() {}

    /** Returns the position of the first expression at or after a position; -1 if there is none. */
    static int find(String text, int from) {
        int brace = text.indexOf('{', from);
        while (brace >= 0 && !text.startsWith("{", brace + 1) && !text.startsWith("%", brace + 1)) {
            brace = text.indexOf('{', brace + 1);
        }
        return brace;
    }

    /** Returns the position after an expression; the end of the text if it is not closed. */
    static int end(String text, int start) {
        String mark = text.startsWith("{{", start) ? "}}" : "%}";
        int end = text.indexOf(mark, start + 2);
        return end < 0 ? text.length() : end + 2;
    }
}
