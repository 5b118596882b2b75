package io.kubefate.server.plugin.jar;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.pf4j.ManifestPluginDescriptorFinder;

/**
 * The data of a plugin's jar, read before any of its code runs.
 *
 * @param path the jar
 * @param manifest its {@code Plugin-*} entries
 * @param signer the signer of the jar, if signatures are required
 * @param templates the texts by their names below {@code templates/}. They are kept in memory, so that a job can still render when
 *     the jar has been replaced.
 */
public record PluginFile(Path path, PluginManifest manifest, Optional<String> signer, Map<String, String> templates) {

    private static final String TEMPLATES = "templates/";
    private static final String EXTENSIONS = "META-INF/extensions.idx";
    /** Limits the memory for templates. */
    private static final long MAX_TEMPLATE_BYTES = 16L << 20;

    /**
     * Reads a jar.
     *
     * @param path the jar
     * @param policy decides which jars are accepted
     * @return the data of the jar
     * @throws PluginRejection if it cannot be read or is not a plugin
     */
    public static PluginFile read(Path path, JarPolicy policy) {
        try {
            JarInspection.check(path, policy.maxBytes());
            return readInspected(path, new JarSignatures(new TrustedCertificates(policy.trusted())));
        } catch (IOException e) {
            throw new PluginRejection(
                    "it cannot be read as a jar, it may be broken or truncated: " + e.getMessage(), e);
        }
    }

    private static PluginFile readInspected(Path path, JarSignatures signatures) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            Optional<String> signer = signatures.check(jar);
            Manifest manifest = jar.getManifest();
            require(manifest, ManifestPluginDescriptorFinder.PLUGIN_ID);
            require(manifest, ManifestPluginDescriptorFinder.PLUGIN_VERSION);
            requireExtensions(jar);
            PluginManifest pluginManifest = PluginManifest.of(new ManifestPluginDescriptorFinder().find(path));
            return new PluginFile(path, pluginManifest, signer, readTemplates(jar));
        }
    }

    public String id() {
        return manifest.id();
    }

    public String version() {
        return manifest.version();
    }

    private static void require(Manifest manifest, String name) {
        String value = manifest.getMainAttributes().getValue(name);
        if (value == null || value.isBlank()) {
            throw new PluginRejection("its META-INF/MANIFEST.MF has no " + name);
        }
    }

    /** The index lists a class on each line; a comment begins with {@code #}. */
    private static void requireExtensions(JarFile jar) throws IOException {
        JarEntry index = jar.getJarEntry(EXTENSIONS);
        boolean listed = index != null
                && readText(jar, index)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", ""))
                        .anyMatch(name -> !name.isBlank());
        if (!listed) {
            throw new PluginRejection("it has no extensions: " + EXTENSIONS + " is missing or empty; annotate the"
                    + " distribution with @Extension and configure PF4J's annotation processor in the plugin's build");
        }
    }

    private static Map<String, String> readTemplates(JarFile jar) throws IOException {
        List<JarEntry> entries = jar.stream().filter(PluginFile::isTemplate).toList();
        if (entries.stream().mapToLong(JarEntry::getSize).sum() > MAX_TEMPLATE_BYTES) {
            throw new PluginRejection("its templates are larger than " + MAX_TEMPLATE_BYTES
                    + " bytes together; move files that are not templates out of templates/");
        }
        Map<String, String> templates = new LinkedHashMap<>();
        for (JarEntry entry : entries) {
            templates.put(entry.getName().substring(TEMPLATES.length()), readText(jar, entry));
        }
        return Map.copyOf(templates);
    }

    private static boolean isTemplate(JarEntry entry) {
        return !entry.isDirectory() && entry.getName().startsWith(TEMPLATES);
    }

    private static String readText(JarFile jar, JarEntry entry) throws IOException {
        try (var stream = jar.getInputStream(entry)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(stream.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new PluginRejection(entry.getName() + " is not UTF-8 text", e);
        }
    }
}
