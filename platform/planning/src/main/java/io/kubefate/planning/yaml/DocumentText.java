package io.kubefate.planning.yaml;

import java.io.Reader;
import java.util.BitSet;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * The text of a document. Unlike the base class, it does not copy the characters ahead of the parser whenever it reads more of them,
 * so the time for a long scalar or comment does not grow with the square of its length.
 *
 * <p>It shows tabs between tokens as spaces, as YAML requires: SnakeYAML's scanner skips only spaces there. A tab in the indentation stays a
 * tab, which the scanner rejects, and so does one in a scalar, because the scanner takes its text with {@link #prefixForward}.
 */
final class DocumentText extends StreamReader {

    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final int[] characters;
    private final BitSet indentation;
    private int index;
    private int indexInDocument;
    private int line;
    private int column;

    /**
     * Creates a reader at the beginning of a text.
     *
     * @param indentation the indexes of the tabs in the indentation, in code points
     * @throws ReaderException if YAML does not allow a character of the text
     */
    DocumentText(String text, BitSet indentation) {
        super(Reader.nullReader());
        this.characters = text.codePoints().toArray();
        this.indentation = indentation;
        for (int i = 0; i < characters.length; i++) {
            if (!isPrintable(characters[i])) {
                throw new ReaderException("", i, characters[i], "special characters are not allowed");
            }
        }
    }

    @Override
    public int peek() {
        return peek(0);
    }

    @Override
    public int peek(int ahead) {
        int position = index + ahead;
        if (position >= characters.length) {
            return '\0';
        }
        return characters[position] == '\t' && !indentation.get(position) ? ' ' : characters[position];
    }

    @Override
    public String prefix(int length) {
        return new String(characters, index, Math.min(length, characters.length - index));
    }

    /** Never contains a line break. */
    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        index += length;
        indexInDocument += length;
        column += length;
        return prefix;
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        for (int i = 0; i < length && index < characters.length; i++) {
            int character = characters[index];
            index++;
            indexInDocument++;
            if (endsLine(character)) {
                line++;
                column = 0;
            } else if (character != BYTE_ORDER_MARK) {
                column++;
            }
        }
    }

    /** {@code \r\n} is one line break. */
    private boolean endsLine(int character) {
        return Constant.LINEBR.has(character) || character == '\r' && peek() != '\n';
    }

    @Override
    public Mark getMark() {
        return new Mark("", index, line, column, characters, index);
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getDocumentIndex() {
        return indexInDocument;
    }

    @Override
    public void resetDocumentIndex() {
        indexInDocument = 0;
    }

    @Override
    public int getLine() {
        return line;
    }

    @Override
    public int getColumn() {
        return column;
    }
}
