package io.kubefate.planning.render;

import freemarker.cache.TemplateLoader;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Loads FreeMarker templates from a {@link TemplateSource}, whose templates must not change. */
record SourceLoader(TemplateSource source) implements TemplateLoader {

    /** A template with its text; equal when the name is equal. */
    private record Found(String name, String text) {}

    @Override
    public @Nullable Object findTemplateSource(String name) {
        return source.read(name).map(text -> new Found(name, text)).orElse(null);
    }

    @Override
    public long getLastModified(Object found) {
        return 0;
    }

    @Override
    public Reader getReader(Object found, String encoding) {
        return new StringReader(((Found) found).text());
    }

    @Override
    public void closeTemplateSource(Object found) {
        // Nothing to close: the whole text is in memory.
    }
}
