package io.kubefate.cli.text;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads a YAML document. Other than SnakeYAML, it accepts tabs between the tokens of a line, as YAML does. Numbers and times are text as
 * written: a password {@code 0123} is not 83.
 */
final class YamlDocument extends SafeConstructor {

    YamlDocument() {
        super(new LoaderOptions());
    }

    @Nullable
    Object read(String text) {
        ParserImpl parser = new ParserImpl(new Text(text), loadingConfig);
        setComposer(new Composer(parser, new Scalars(), loadingConfig));
        return getSingleData(Object.class);
    }

    private static final class Scalars extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }

    /** Shows tabs after the indentation as spaces. A tab in a scalar stays one: the scanner takes the text of scalars unchanged. */
    private static final class Text extends StreamReader {

        private final BitSet indentation = new BitSet();

        Text(String text) {
            super(text);
            int[] characters = text.codePoints().toArray();
            boolean indents = true;
            for (int i = 0; i < characters.length; i++) {
                int character = characters[i];
                indentation.set(i, indents && character == '\t');
                indents =
                        character == '\n' || character == '\r' || (indents && (character == ' ' || character == '\t'));
            }
        }

        @Override
        public int peek() {
            return shown(super.peek(), 0);
        }

        @Override
        public int peek(int offset) {
            return shown(super.peek(offset), offset);
        }

        private int shown(int character, int offset) {
            return character == '\t' && !indentation.get(getIndex() + offset) ? ' ' : character;
        }
    }
}
