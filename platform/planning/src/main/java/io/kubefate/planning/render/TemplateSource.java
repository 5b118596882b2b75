package io.kubefate.planning.render;

import java.util.Optional;

/** The source of the templates of one distribution. */
@FunctionalInterface
public interface TemplateSource {

    /**
     * Reads a template.
     *
     * @param name the path below {@code templates/}, for example {@code rollsite.yaml.ftl}
     * @return the text, or empty if the template does not exist
     */
    Optional<String> read(String name);
}
