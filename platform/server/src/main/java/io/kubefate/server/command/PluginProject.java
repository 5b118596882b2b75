package io.kubefate.server.command;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.spi.ReleaseKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * The names of a new plugin project.
 *
 * @param id the id of the plugin and of the Maven artifact
 * @param release the release that the plugin serves
 * @param packageName the package of its classes
 * @param className the name of its distribution class
 */
record PluginProject(String id, ReleaseKey release, String packageName, String className) {

    private static final Pattern ID = Pattern.compile("[a-z]([-a-z0-9.]*[a-z0-9])?");
    private static final Pattern NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern VERSION = Pattern.compile("v[0-9]+(\\.[0-9]+)*([-.][A-Za-z0-9]+)*");

    /** Class names that the project's files already use. */
    private static final List<String> TAKEN = List.of(
            "ClusterModel",
            "Rules",
            "RulesTest",
            "ClusterSpec",
            "FateDistribution",
            "ModuleSpec",
            "Problem",
            "ReleaseKey",
            "DistributionContract",
            "Extension",
            "String",
            "List",
            "Map",
            "Set",
            "IOException",
            "InputStream",
            "StandardCharsets",
            "UncheckedIOException",
            "Override");

    private static final List<String> FOREIGN = List.of("java.", "javax.", "io.kubefate.", "org.pf4j.", "org.slf4j.");

    /**
     * Creates the names. Derives missing ones from the release.
     *
     * @param release the release that the plugin serves
     * @param id the id of the plugin, for example {@code fate-1.6}
     * @param packageName for example {@code org.example.fate16}
     * @param className for example {@code Fate16Distribution}
     * @throws KubefateException {@code INVALID_REQUEST} with a valid example if a name is invalid
     */
    static PluginProject of(
            ReleaseKey release, Optional<String> id, Optional<String> packageName, Optional<String> className) {
        String named = id.orElseGet(() -> id(release));
        String word = named.replaceAll("[^a-z0-9]", "");
        return new PluginProject(
                        named,
                        release,
                        packageName.orElse("org.example." + word),
                        className.orElse(
                                word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + "Distribution"))
                .checked();
    }

    /** Returns the tag of the images in the example: {@code 1.6.0-release}. */
    String tag() {
        return release.chartVersion().substring(1) + "-release";
    }

    private static String id(ReleaseKey release) {
        return release.chartName() + "-"
                + release.chartVersion().replaceFirst("^v", "").replaceFirst("\\.0$", "");
    }

    private PluginProject checked() {
        check(NAME, "--chart", release.chartName(), "lower-case letters, digits and hyphens, such as fate");
        check(VERSION, "--chart-version", release.chartVersion(), "a v and numbers, such as v1.6.0");
        if (!release.engine().isEmpty()) {
            check(
                    NAME,
                    "--engine",
                    release.engine(),
                    "lower-case letters, digits and hyphens, such as eggroll or spark");
        }
        check(ID, "--id", id, "lower-case letters, digits, hyphens and dots, such as fate-1.6");
        refuse(
                !SourceVersion.isName(packageName),
                "--package",
                packageName,
                "a Java package such as org.example.fate16");
        refuse(
                FOREIGN.stream().anyMatch((packageName + ".")::startsWith),
                "--package",
                packageName,
                "a package of your own such as org.example.fate16");
        boolean simple = SourceVersion.isName(className) && className.indexOf('.') < 0;
        refuse(!simple, "--class", className, "a Java class such as Fate16Distribution");
        refuse(
                TAKEN.contains(className),
                "--class",
                className,
                "another name; the project already uses this class name");
        return this;
    }

    private static void check(Pattern pattern, String option, String value, String expected) {
        refuse(!pattern.matcher(value).matches(), option, value, expected);
    }

    private static void refuse(boolean wrong, String option, String value, String expected) {
        if (wrong) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, option + ": invalid value '" + value + "'; use " + expected);
        }
    }
}
