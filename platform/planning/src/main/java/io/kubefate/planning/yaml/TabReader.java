package io.kubefate.planning.yaml;

import java.util.BitSet;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Shows tabs between tokens as spaces, as YAML requires: SnakeYAML's scanner skips only spaces there. A tab in the indentation stays a tab,
 * which the scanner rejects, and so does one in a scalar, because the scanner takes its text with {@link #prefixForward}.
 */
final class TabReader extends StreamReader {

    private final BitSet indentation;

    /** @param indentation the indexes of the tabs in the indentation, in code points */
    TabReader(String text, BitSet indentation) {
        super(text);
        this.indentation = indentation;
    }

    @Override
    public int peek() {
        return shown(super.peek(), 0);
    }

    @Override
    public int peek(int offset) {
        return shown(super.peek(offset), offset);
    }

    private int shown(int codePoint, int offset) {
        return codePoint == '\t' && !indentation.get(getIndex() + offset) ? ' ' : codePoint;
    }
}
