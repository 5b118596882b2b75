package io.kubefate.planning.render;

import java.util.Optional;

/** Where the templates of one distribution come from. */
@FunctionalInterface
public interface TemplateSource {

    /**
     * Reads a template.
     *
     * @param name below {@code templates/}, for example {@code rollsite.yaml.ftl}
     * @return its text, or empty if there is none
     */
    Optional<String> read(String name);
}
